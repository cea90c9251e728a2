import type { Language } from './language.ts'

const locale = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en-GB')
const plain = new Map<string, Intl.NumberFormat>()

function format(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language}${digits}`
  const made = plain.get(key) ?? new Intl.NumberFormat(locale(language), { maximumFractionDigits: digits })
  plain.set(key, made)
  return made
}

/** 9986 → 9,986; at most two decimals. */
export const numberText = (value: number, language: Language, digits = 2): string =>
  format(language, digits).format(value)

/** 37655 → 3.8万 or 37.7K, where there is no room for more. */
export const shortText = (value: number, language: Language): string =>
  new Intl.NumberFormat(locale(language), { notation: 'compact', maximumFractionDigits: 1 }).format(value)

/** 0.996 → 99.6 %; a share never rounds up to a full 100 %. */
export function shareText(part: number, whole: number, language: Language): string {
  if (whole === 0) return '–'
  const percent = (part / whole) * 100
  const shown = part < whole ? Math.min(Math.floor(percent * 10) / 10, 99.9) : percent
  return `${format(language, 1).format(shown)}%`
}

/** An instant as the reader's clock has it, to the minute. */
export function instantText(at: string, language: Language): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return at
  return date.toLocaleString(locale(language), {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
}
