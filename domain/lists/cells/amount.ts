import { type CellReading, NOTHING, refused, type SheetCell, took } from './reading-of-cell.ts'

/** Yuan to fen: `unit` is what one stands for where the heading says so (万元: 10,000). */
export function readMoney(cell: SheetCell, unit: 1 | 10_000 = 1): CellReading {
  if (typeof cell === 'number') return ofYuan(fixed(cell), unit)
  if (typeof cell !== 'string') return cell === null ? NOTHING : NO_MONEY
  if (/^\d{1,9}(\.\d{1,2})?$/.test(cell)) return ofYuan(cell, unit)
  const plain = cell.replace(/\s|(?<=\d),(?=\d{3})/g, '').replace(/^[¥￥]|^(人民币|RMB)/i, '')
  if (/\d\s*[-~至—–]\s*\d/.test(plain)) return RANGE
  const parts = /^(\d+(?:\.\d+)?)(万|千|百)?(?:元|块)?(?:整|左右|每月|\/月|\/人|\/年)?$/.exec(plain)
  if (!parts) return /^-/.test(plain) ? NEGATIVE : NO_MONEY
  const factor = { 万: 10_000, 千: 1_000, 百: 100 }[parts[2] ?? ''] ?? (plain.includes('元') ? 1 : unit)
  return ofYuan(parts[1]!, factor)
}

/** Spreadsheets compute in doubles: 3499.9999999 is 3500. */
const fixed = (number: number): string => {
  const near = Math.round(number * 1e6) / 1e6
  return Number.isFinite(near) ? near.toFixed(6).replace(/\.?0+$/, '') : 'NaN'
}

/** Exact: digits are moved, not multiplied. */
function ofYuan(text: string, factor: number): CellReading {
  if (text.startsWith('-')) return NEGATIVE
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(text)
  if (!parts) return NO_MONEY
  const places = Math.log10(factor) + 2
  const fraction = (parts[2] ?? '').replace(/0+$/, '')
  if (fraction.length > places) return FINER
  const fen = Number(parts[1]! + fraction.padEnd(Math.round(places), '0'))
  return Number.isSafeInteger(fen) && fen < 1e14 ? took(fen) : TOO_MUCH
}

/** A whole number, with or without the word for what is counted. */
export function readInteger(cell: SheetCell): CellReading {
  if (typeof cell === 'number') return ofInteger(cell)
  if (typeof cell !== 'string') return cell === null ? NOTHING : NO_INTEGER
  const plain = cell
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/\s*(人次|人|个月|个|名|户|岁|月|天|年|期|学时|课时|节|次|元|平方米|㎡|m2)$/, '')
  return /^-?\d{1,15}(\.0+)?$/.test(plain) ? ofInteger(Number(plain)) : NO_INTEGER
}

function ofInteger(number: number): CellReading {
  if (!Number.isInteger(number)) return NO_INTEGER
  if (number < 0) return NEGATIVE
  return number <= 2_147_483_647 ? took(number) : TOO_MUCH
}

const NO_MONEY = refused(
  'money',
  '这不是金额；请只写数字，如 3500（单位：元）。',
  'This is no amount; write the number alone, as in 3500 (yuan).',
)
const RANGE = refused(
  'range',
  '写的是一个区间；请写一个数，如 3500。',
  'This is a range; write one number, as in 3500.',
)
const NEGATIVE = refused('negative', '不能是负数；请核对。', 'This cannot be below zero; check it.')
const FINER = refused(
  'finer_than_fen',
  '金额最多到分（两位小数）；请核对。',
  'Amounts go to the fen, two decimals; check it.',
)
const TOO_MUCH = refused(
  'too_large',
  '数值过大；请核对是否多录了位数或单位。',
  'The number is too large; check its digits and its unit.',
)
const NO_INTEGER = refused(
  'integer',
  '应为整数；请只写数字，如 12。',
  'This should be a whole number; write the digits alone, as in 12.',
)
