import type { Words } from '../base/fail.ts'

export type CreditCodeReading = { ok: true; code: string } | { ok: false; words: Words }

/** GB 32100: 18 places of this alphabet (no I, O, S, V, Z). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** The 18th place over the first 17. */
export function creditCodeCheck(places17: string): string {
  let sum = 0
  for (let place = 0; place < 17; place++) sum += ALPHABET.indexOf(places17[place]!) * WEIGHTS[place]!
  return ALPHABET[(31 - (sum % 31)) % 31]!
}

/** Reads a unified social credit code as it was typed: full-width forms, blanks and small letters are mended. */
export function readCreditCode(text: string | null | undefined): CreditCodeReading {
  const code = (text ?? '')
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff-]/g, '')
    .toUpperCase()
  if (code === '') return refuse('统一社会信用代码为空，请补录', 'The credit code is blank: enter it')
  if (code.length !== 18) return refuse('统一社会信用代码应为18位', 'A unified social credit code has 18 places')
  if (![...code].every((place) => ALPHABET.includes(place)))
    return refuse(
      '统一社会信用代码只含数字和不含I、O、S、V、Z的大写字母',
      'A credit code holds digits and letters other than I, O, S, V and Z',
    )
  if (creditCodeCheck(code) !== code[17])
    return refuse(
      '统一社会信用代码校验码不符，请对照证照核对',
      'The check character does not fit: compare with the licence',
    )
  return { ok: true, code }
}

const refuse = (zh: string, en: string): CreditCodeReading => ({ ok: false, words: { zh, en } })
