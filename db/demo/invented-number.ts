import { identityCheckDigit } from '#domain/people/identity.ts'

/** Numbers that look right and are nobody's: their prefixes were never given out. Check digits are valid. */

/** Division code that was never assigned. */
const IDENTITY_PREFIX = '500199'
/** 12… is for short service numbers: no mobile number of eleven digits begins with it. */
const PHONE_PREFIX = '129'
/** First digit 0: no industry that issues bank cards (ISO/IEC 7812). */
const BANK_PREFIX = '009999'

/** GB 11643: seventeen digits and the check character. */
export function identityNumber(birthDay: number, sequence: number): string {
  const date = new Date(birthDay * 86_400_000)
  const day = date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate()
  const body = `${IDENTITY_PREFIX}${day}${String(sequence).padStart(3, '0')}`
  return body + identityCheckDigit(body)
}

export const phoneNumber = (serial: number): string => PHONE_PREFIX + String(serial % 1e8).padStart(8, '0')

/** Nineteen digits with a valid last one (Luhn). */
export function bankNumber(serial: number): string {
  const body = BANK_PREFIX + String(serial).padStart(12, '0')
  let sum = 0
  for (let i = 0; i < body.length; i++) {
    const digit = body.charCodeAt(body.length - 1 - i) - 48
    const twice = i % 2 === 0 ? digit * 2 : digit
    sum += twice > 9 ? twice - 9 : twice
  }
  return body + ((10 - (sum % 10)) % 10)
}

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** GB 32100 over an organisation code of GB 11714, in the division that was never assigned. */
export function creditCode(serial: number, kind: '91' | '93' | '92' = '91'): string {
  const organisation = `XX${String(serial).padStart(6, '0')}`
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = [...organisation].reduce((total, c, i) => total + Number.parseInt(c, 36) * (weights[i] as number), 0)
  const rest = 11 - (sum % 11)
  const body = `${kind}${IDENTITY_PREFIX}${organisation}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`
  const total = [...body].reduce((t, c, i) => t + CREDIT.indexOf(c) * (3 ** i % 31), 0)
  return body + CREDIT[(31 - (total % 31)) % 31]
}
