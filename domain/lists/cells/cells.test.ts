import { expect, test } from 'vitest'
import { readInteger, readMoney } from './amount.ts'
import { readDay } from './day.ts'
import { isErrorCell, keptText, plainCell } from './plain-cell.ts'
import type { CellReading, SheetCell } from './reading-of-cell.ts'
import { readBankCell, readCreditCodeCell, readIdentityCell, readPhoneCell } from './sealed.ts'
import { wordReader } from './word.ts'

/** The value, or the reason of refusal, or the value and what is told. */
const came = ({ value, fault, told }: CellReading) => fault?.reason ?? (told ? [value, told.reason] : value)

test.each<[SheetCell, unknown]>([
  ['2021-09-01', '2021-09-01'],
  ['2021-9-1', '2021-09-01'],
  ['2021/9/1', '2021-09-01'],
  ['2021.9.1', '2021-09-01'],
  ['2021.09.01.', '2021-09-01'],
  ['20210901', '2021-09-01'],
  [20210901, '2021-09-01'],
  ['2021年9月1日', '2021-09-01'],
  ['2021 年 9 月 1 日', '2021-09-01'],
  ['2021年9月1号', '2021-09-01'],
  ['二〇二一年九月一日', '2021-09-01'],
  ['二零二一年十月二十一日', '2021-10-21'],
  ['二○二一年十二月三十日', '2021-12-30'],
  ['2021-09-01 00:00:00', '2021-09-01'],
  ['2021/9/1 8:30', '2021-09-01'],
  ['2021-09-01T00:00:00Z', '2021-09-01'],
  [44440, '2021-09-01'],
  ['44440', '2021-09-01'],
  [44440.5, '2021-09-01'],
  ['2021年9月', ['2021-09-01', 'first_of_month']],
  ['2021.9', ['2021-09-01', 'first_of_month']],
  [2021.9, ['2021-09-01', 'first_of_month']],
  ['202109', ['2021-09-01', 'first_of_month']],
  ['至今', null],
  [null, null],
  ['2021.9.31', 'no_day'],
  ['2021-13-01', 'no_day'],
  ['2021', 'year_only'],
  [2021, 'year_only'],
  ['2021年', 'year_only'],
  [2021.1, 'ten_or_one'],
  ['2021.1', ['2021-01-01', 'first_of_month']],
  ['农历八月十五', 'lunar'],
  ['2021年腊月', 'lunar'],
  ['正月初六', 'lunar'],
  ['9/1/2021', 'day_order'],
  ['21.9.1', 'short_year'],
  ['98年3月', 'short_year'],
  ['9月', 'day'],
  ['去年', 'day'],
  [true, 'day'],
  [12, 'day'],
  ['1850-01-01', 'year'],
])('a day: %s', (cell, wanted) => expect(came(readDay(cell, 'day', 1900))).toEqual(wanted))

test.each<[SheetCell, unknown]>([
  ['2021年9月', '2021-09-01'],
  ['2021.9', '2021-09-01'],
  ['202109', '2021-09-01'],
  [202109, '2021-09-01'],
  ['2021-09', '2021-09-01'],
  ['2021/09/15', '2021-09-01'],
  ['二〇二一年十月', '2021-10-01'],
  [44451, '2021-09-01'],
  ['2021年13月', 'no_day'],
  ['上月', 'month'],
])('a month: %s', (cell, wanted) => expect(came(readDay(cell, 'month', 1900))).toEqual(wanted))

test('a workbook may count its days from 1904', () => {
  expect(readDay(42978, 'day', 1904).value).toBe('2021-09-01')
  expect(readDay(44440, 'day', 1900).value).toBe('2021-09-01')
})

test.each<[SheetCell, unknown]>([
  ['3500', 350000],
  [3500.5, 350050],
  [3499.9999999999995, 350000],
  ['3,500.00', 350000],
  ['1,234,567.89', 123456789],
  ['¥3500', 350000],
  ['3500元', 350000],
  ['3500元/月', 350000],
  ['0.35万元', 350000],
  ['3.5万', 3500000],
  ['3千', 300000],
  ['0', 0],
  [0.1 + 0.2, 30],
  ['3000-4000', 'range'],
  ['-5', 'negative'],
  [-5, 'negative'],
  ['3.555', 'finer_than_fen'],
  ['三千', 'money'],
  ['3500左右', 350000],
  ['9'.repeat(18), 'too_large'],
])('an amount: %s', (cell, wanted) => expect(came(readMoney(cell))).toEqual(wanted))
test('an amount under a heading in 万元', () => {
  expect(readMoney('20', 10_000).value).toBe(20_000_000)
  expect(readMoney(1.5, 10_000).value).toBe(1_500_000)
  expect(readMoney('200000元', 10_000).value).toBe(20_000_000)
})

test.each<[SheetCell, unknown]>([
  ['12', 12],
  [12, 12],
  ['12人', 12],
  ['96 学时', 96],
  ['1,200', 1200],
  ['12.0', 12],
  ['12.5', 'integer'],
  ['半天', 'integer'],
  [-1, 'negative'],
  ['3000000000', 'too_large'],
])('a whole number: %s', (cell, wanted) => expect(came(readInteger(cell))).toEqual(wanted))

test.each<[SheetCell, unknown]>([
  ['是', true],
  ['√', true],
  [1, true],
  ['Y', true],
  [true, true],
  ['否', false],
  ['×', false],
  [0, false],
  ['无', false],
  ['未签订', false],
  ['不清楚', 'word'],
])('yes or no: %s', (cell, wanted) => expect(came(wordReader('boolean')(cell))).toEqual(wanted))

const education = wordReader('code', {
  junior: ['初中', '初中毕业'],
  senior: ['高中'],
  college: ['大专', '高职（大专）'],
})
test.each<[SheetCell, unknown]>([
  ['初中', 'junior'],
  [' 初 中 ', 'junior'],
  ['高职(大专)', 'college'],
  ['3.初中', 'junior'],
  ['junior', 'junior'],
  ['高中（肄业）', 'senior'],
  ['初中生', 'word'],
])('a word of a list: %s', (cell, wanted) => expect(came(education(cell))).toEqual(wanted))
test('a word that is near one that is known is asked for by it', () => {
  expect(education('初中生').fault?.words.zh).toContain('是否指 初中')
  expect(education('博士后').fault?.words.zh).toContain('请改用：初中')
})

const ID = '500199198506121232'
test.each<[SheetCell, unknown]>([
  [ID, ID],
  ['５００１９９１９８５０６１２１２３２', ID],
  [` 500199 19850612 1232 `, ID],
  ['500199850612123', '500199198506121232'],
  [500199850612123, '500199198506121232'],
  [500199198506121200, 'lost_digits'],
  ['5.00199E+17', 'identity_spreadsheet'],
  ['500199198506121000', 'identity_spreadsheet'],
  [ID.slice(0, 17), 'identity_length'],
  ['500199198506121231', 'identity_check'],
  ['50019919850612****', 'identity_character'],
])('an identity number: %s', (cell, wanted) => expect(came(readIdentityCell(cell))).toEqual(wanted))

test.each<[SheetCell, unknown]>([
  ['13900000001', '13900000001'],
  [13900000001, '13900000001'],
  ['+86 139-0000-0001', '13900000001'],
  ['13900000001/13900000002', ['13900000001', 'first_phone']],
  ['023-58888888', '02358888888'],
  ['1390000000', 'phone'],
  ['1.39E+10', 'lost_digits'],
  ['没有电话', 'phone'],
])('a phone: %s', (cell, wanted) => expect(came(readPhoneCell(cell))).toEqual(wanted))
test('accounts and credit codes', () => {
  expect(came(readBankCell('6200 0000 0000 0000 001'))).toBe('6200000000000000001')
  expect(came(readBankCell(6.2e18))).toBe('lost_digits')
  expect(came(readBankCell('12345'))).toBe('bank')
  expect(came(readCreditCodeCell('91500229ma5dem001b'))).toBe('91500229MA5DEM001B')
  expect(came(readCreditCodeCell('91500229MA5DEM0011'))).toBe('credit_code')
})

test('what a cell says, without what a spreadsheet put around it', () => {
  expect(['　张　', "'0012", '="0034"', '１２３', '—', '/', 'N/A', '\u200b5'].map(plainCell)).toEqual([
    '张',
    '0012',
    '0034',
    '123',
    '',
    '',
    '',
    '5',
  ])
  expect(keptText('Ａ１２（演示）\n有限公司')).toBe('A12（演示） 有限公司')
  expect(['#N/A', '#REF!', '#1'].map(isErrorCell)).toEqual([true, true, false])
})
