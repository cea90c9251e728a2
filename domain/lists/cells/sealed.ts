import { readIdentity } from '../../people/identity.ts'
import { normaliseBank, normalisePhone } from '../../people/identity-mask.ts'
import { readCreditCode } from '../../places/credit-code.ts'
import { type CellReading, NOTHING, refused, type SheetCell, took, tookButTells } from './reading-of-cell.ts'

/** Numbers that are names: of a person, a firm, a phone, an account. */
export function readIdentityCell(cell: SheetCell): CellReading {
  if (cell === null) return NOTHING
  // A spreadsheet keeps fifteen digits of a number: the old numbers survive that, today's do not.
  if (typeof cell === 'number' && cell >= 1e15) return LOST_DIGITS
  const reading = readIdentity(String(cell))
  if (!reading.ok) {
    const { zh, en } = reading.words
    return refused(`identity_${reading.reason}`, zh, en)
  }
  return reading.suspect ? tookButTells(reading.number, ...SUSPECT) : took(reading.number)
}

export function readCreditCodeCell(cell: SheetCell): CellReading {
  if (cell === null) return NOTHING
  if (typeof cell === 'number' && cell >= 1e15) return LOST_DIGITS
  const reading = readCreditCode(String(cell))
  return reading.ok ? took(reading.code) : refused('credit_code', reading.words.zh, reading.words.en)
}

export function readPhoneCell(cell: SheetCell): CellReading {
  if (cell === null) return NOTHING
  const text = String(cell)
  if (typeof cell === 'string' && /\d[.\d]*E\+?\d/i.test(text)) return LOST_DIGITS
  const [first = '', ...others] = text.split(/[/、,;，；|]|\s+(?=1\d{10})/).filter((part) => /\d/.test(part))
  const phone = normalisePhone(first)
  if (!/^1[3-9]\d{9}$/.test(phone) && !/^(0\d{9,11}|[2-8]\d{6,7})$/.test(phone)) return NO_PHONE
  return others.length ? tookButTells(phone, ...FIRST_PHONE) : took(phone)
}

export function readBankCell(cell: SheetCell): CellReading {
  if (cell === null) return NOTHING
  if (typeof cell === 'number' && cell >= 1e15) return LOST_DIGITS
  if (typeof cell === 'string' && /\d[.\d]*E\+?\d/i.test(cell)) return LOST_DIGITS
  const account = normaliseBank(String(cell))
  return account.length >= 10 && account.length <= 32 ? took(account) : NO_ACCOUNT
}

const LOST_DIGITS = refused(
  'lost_digits',
  '号码被电子表格当作数字，15位以后的数字已丢失；请把该列设为文本格式，再照原件重新录入。',
  'The spreadsheet took the number for a quantity and lost what comes after 15 digits: set the column to text and enter it again from the document.',
)
const SUSPECT: [string, string, string] = [
  'identity_suspect',
  '号码末几位是0，像是被电子表格改过；校验码虽相符，也请对照证件核对。',
  'The number ends in zeros, as a spreadsheet’s rounding does; it passes the check, yet compare it with the document.',
]
const FIRST_PHONE: [string, string, string] = [
  'first_phone',
  '写了几个电话，取第一个；其余请另行登记。',
  'Several phones are given; the first is taken.',
]
const NO_PHONE = refused(
  'phone',
  '这不是电话号码；手机号为11位。请核对。',
  'This is no phone number; a mobile number has 11 digits. Check it.',
)
const NO_ACCOUNT = refused(
  'bank',
  '这不是银行账号；请对照存折或社保卡核对位数。',
  'This is no bank account; compare its length with the card.',
)
