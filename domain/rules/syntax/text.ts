import { refuse, type Span } from '../refuse.ts'
import { isStorable } from '../values/characters.ts'

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', "'": "'" }

/** The value of a quoted literal: FEEL's escapes, and no text that PostgreSQL could not hold. */
export function readString(text: string, span: Span): string {
  const raw = text.slice(span.from + 1, span.to - 1)
  const value = raw.replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|[\s\S])/g, (_, code: string) => {
    if (code.length > 1) return codePoint(Number.parseInt(code.slice(1), 16), text, span)
    return ESCAPES[code] ?? refuseEscape(text, span)
  })
  return isStorable(value) ? value : refuseEscape(text, span)
}

function codePoint(n: number, text: string, span: Span): string {
  return n <= 0x10ffff ? (n > 0xffff ? String.fromCodePoint(n) : String.fromCharCode(n)) : refuseEscape(text, span)
}

function refuseEscape(text: string, span: Span): never {
  refuse(
    'string',
    {
      zh: '文本中含有无法识别的转义或无法保存的字符。',
      en: 'The string holds an unknown escape or a character that cannot be stored.',
    },
    text,
    span,
  )
}
