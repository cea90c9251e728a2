import { type Day, isDay } from '../base/date.ts'
import type { Words } from '../base/fail.ts'

/** The 18-place numbers that carry a birth date, an order code and a check digit (GB 11643-1999 and its kin). */
export type IdentityKind = 'resident' | 'hong_kong' | 'macau' | 'taiwan' | 'foreign'

export type IdentityFault = 'blank' | 'length' | 'character' | 'prefix' | 'date' | 'spreadsheet' | 'check'

export type IdentityReading =
  | {
      ok: true
      /** 18 places, upper-case X; a number of 15 places has been upgraded. */
      number: string
      kind: IdentityKind
      birthDate: Day
      sex: 'male' | 'female'
      upgraded: boolean
      /** Valid, yet ends as a spreadsheet's rounding ends: one in eleven rounded numbers passes the check by luck. */
      suspect: boolean
    }
  | { ok: false; reason: IdentityFault; words: Words }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECKS = '10X98765432'
const EARLIEST_BIRTH = '1850-01-01'

/** ISO 7064 MOD 11-2 over the first 17 digits. */
export function identityCheckDigit(digits17: string): string {
  let sum = 0
  for (let place = 0; place < 17; place++) sum += (digits17.charCodeAt(place) - 48) * WEIGHTS[place]!
  return CHECKS[sum % 11]!
}

/** Full-width forms to plain ones; blanks, invisible marks and a spreadsheet's leading apostrophe away; a closing x, × or Cyrillic Х to X. */
export function normaliseIdentity(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/^['’`]/, '')
    .replace(/[xХх×✕*]$/, 'X')
    .toUpperCase()
}

/**
 * Reads an identity number as it was typed. The first six places are never held against today's divisions:
 * they name the place of first registration under the division of that day.
 */
export function readIdentity(text: string | null | undefined): IdentityReading {
  const plain = normaliseIdentity(text ?? '')
  if (plain === '') return refuse('blank')
  if (/^\d(\.\d+)?E\+?1\d$/.test(plain)) return refuse('spreadsheet')
  if (plain.length !== 15 && plain.length !== 18) return refuse('length')
  if (!/^\d{15}(\d{2}[\dX])?$/.test(plain)) return refuse('character')
  const kind = kindOf(plain)
  if (!kind) return refuse('prefix')
  const number = plain.length === 15 ? upgrade(plain) : plain
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const rounded = endsLikeRounding(plain)
  // Rounding up may carry into the day of birth: …731997x becomes …732000.
  if (!isDay(birthDate) || birthDate < EARLIEST_BIRTH) return refuse(rounded ? 'spreadsheet' : 'date')
  if (identityCheckDigit(number) !== number[17]) return refuse(rounded ? 'spreadsheet' : 'check')
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female'
  return { ok: true, number, kind, birthDate, sex, upgraded: plain.length === 15, suspect: rounded }
}

/** What the blind index is taken of; null = blank or invalid, and matches nobody. */
export function identityToIndex(text: string | null | undefined): string | null {
  const reading = readIdentity(text)
  return reading.ok ? reading.number : null
}

function kindOf(number: string): IdentityKind | undefined {
  const long = number.length === 18
  if (/^[1-7]/.test(number)) return 'resident'
  if (!long) return undefined
  if (number.startsWith('810000')) return 'hong_kong'
  if (number.startsWith('820000')) return 'macau'
  if (number.startsWith('830000')) return 'taiwan'
  return number.startsWith('9') ? 'foreign' : undefined
}

/** Order codes 996–999 of the old numbers were kept for people born before 1900. */
function upgrade(number15: string): string {
  const century = number15.slice(12) >= '996' ? '18' : '19'
  const digits = number15.slice(0, 6) + century + number15.slice(6)
  return digits + identityCheckDigit(digits)
}

/** Spreadsheets keep 15 digits (…000); programs that pass through a double print 16 or 17 of them (…00, …60). */
function endsLikeRounding(number: string): boolean {
  if (number.length !== 18 || number.endsWith('X')) return false
  return number.endsWith('000') || (number.endsWith('0') && String(Number(number)) === number)
}

const FAULTS: Record<IdentityFault, Words> = {
  blank: { zh: '证件号码为空，请补录', en: 'The identity number is blank: enter it' },
  length: {
    zh: '证件号码应为18位（旧号15位），请对照证件核对是否多录或漏录',
    en: 'An identity number has 18 places (old ones 15): compare with the document for one too many or too few',
  },
  character: {
    zh: '证件号码含有数字和末位X以外的字符，请对照证件核对',
    en: 'The identity number holds something other than digits and a closing X: compare with the document',
  },
  prefix: {
    zh: '证件号码开头不是居民身份证（1–7）、港澳台居民居住证（81/82/83）或外国人永久居留身份证（9），请核对证件种类',
    en: 'The number starts like no resident identity card (1–7), residence permit (81/82/83) or foreign permanent-resident card (9): check the kind of document',
  },
  date: {
    zh: '证件号码第7至14位不是真实存在的出生日期，请对照证件核对',
    en: 'Places 7 to 14 are not a day that existed: compare with the document',
  },
  spreadsheet: {
    zh: '证件号码末几位被电子表格改成了0（超过15位的数字会丢失），请把该列设为文本格式后重新录入',
    en: 'A spreadsheet has turned the last digits into zeros (it keeps 15): set the column to text and enter the number again',
  },
  check: {
    zh: '证件号码校验码不符，至少有一位录错，请对照证件核对',
    en: 'The check digit does not fit: at least one place is wrong, compare with the document',
  },
}

const refuse = (reason: IdentityFault): IdentityReading => ({ ok: false, reason, words: FAULTS[reason] })
