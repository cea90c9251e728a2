import { dayText, isDay } from '../../base/date.ts'
import { type CellReading, NOTHING, refused, type SheetCell, took, tookButTells } from './reading-of-cell.ts'

/** Days and months in every form officers write them. `1904`: the workbook counts its days from 1904. */
export type DayKind = 'day' | 'month'

/** Day number 0 of a workbook's calendar, in days since 1970: 1900 counts a 29 February that never was. */
const EPOCH = { 1900: -25_569, 1904: -24_107 } as const
const EARLIEST = 1900
const LATEST = 2100

const SEPARATED = /^(\d{4})\s*[-./年\\、,]\s*(\d{1,2})\s*(?:[-./月\\、,]\s*(\d{1,2})?\s*[日号]?)?\s*[.。]?$/
const TIME = /[T\s]+\d{1,2}:\d{1,2}(:\d{1,2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/
const LUNAR = /农历|阴历|旧历|腊月|正月|冬月|闰|初[一二三四五六七八九十\d]|廿|卅/
const STILL = new Set([
  '至今',
  '现在',
  '目前',
  '在岗',
  '在职',
  '长期',
  '今',
  '至今在岗',
  '未结束',
  '无',
  '未离岗',
  '未离职',
  '持续',
])
const OTHER_ORDER = /^\d{1,2}[-./]\d{1,2}[-./]\d{4}$/
const SHORT_YEAR = /^\d{2}\s*[-./年]\s*\d{1,2}/

/** Reads a day (or the first day of a month); blank-like words such as 至今 are nothing said. */
export function readDay(cell: SheetCell, kind: DayKind, calendar: 1900 | 1904): CellReading {
  if (typeof cell === 'number') return readNumber(cell, kind, calendar)
  if (typeof cell !== 'string') return cell === null ? NOTHING : refuseForm(kind)
  const exact = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell)
  if (exact) return ofParts(exact[1]!, exact[2]!, exact[3], kind)
  return readText(cell, kind, calendar)
}

function readText(cell: string, kind: DayKind, calendar: 1900 | 1904): CellReading {
  if (STILL.has(cell)) return NOTHING
  if (LUNAR.test(cell)) return LUNAR_REFUSED
  const text = arabic(cell.replace(TIME, '')).replace(/\s*(起|开始|入职|止|以来)$/, '')
  const parts = SEPARATED.exec(text)
  if (parts) return ofParts(parts[1]!, parts[2]!, parts[3], kind)
  if (/^\d{8}$/.test(text)) return ofParts(text.slice(0, 4), text.slice(4, 6), text.slice(6), kind)
  if (/^(19|20)\d{4}$/.test(text)) return ofParts(text.slice(0, 4), text.slice(4), undefined, kind)
  if (/^\d{5}(\.\d+)?$/.test(text)) return readNumber(Number(text), kind, calendar)
  if (/^(19|20)\d{2}年?$/.test(text)) return YEAR_ONLY
  if (OTHER_ORDER.test(text)) return OTHER_ORDER_REFUSED
  return SHORT_YEAR.test(text) ? SHORT_YEAR_REFUSED : refuseForm(kind)
}

function readNumber(number: number, kind: DayKind, calendar: 1900 | 1904): CellReading {
  if (Number.isInteger(number)) {
    if (number >= 19000101 && number <= 21001231) return readText(String(number), kind, calendar)
    if (number >= 190001 && number <= 210012) return readText(String(number), kind, calendar)
    if (number >= EARLIEST && number <= LATEST) return YEAR_ONLY
  } else if (number >= EARLIEST && number < LATEST + 1) return readYearAndMonth(number, kind)
  // Before 1 March 1900 the calendars disagree; nobody's facts lie there.
  if (number >= 61 && number < 80_000) {
    const day = dayText(EPOCH[calendar] + Math.floor(number))
    return ofParts(day.slice(0, 4), day.slice(5, 7), day.slice(8), kind)
  }
  return refuseForm(kind)
}

/** 2021.9 kept as a number is September; 2021.1 may have been January or October. */
function readYearAndMonth(number: number, kind: DayKind): CellReading {
  const [year = '', month = ''] = String(number).split('.')
  if (month === '1') return TEN_OR_ONE
  return month.length <= 2 ? ofParts(year, month, undefined, kind) : refuseForm(kind)
}

function ofParts(year: string, month: string, day: string | undefined, kind: DayKind): CellReading {
  const first = `${year}-${month.padStart(2, '0')}-01`
  const whole = day === undefined ? first : `${first.slice(0, 8)}${day.padStart(2, '0')}`
  if (!isDay(whole)) return NO_SUCH_DAY
  if (Number(year) < EARLIEST || Number(year) > LATEST) return YEAR_REFUSED
  if (kind === 'month') return took(first)
  return day === undefined ? tookButTells(first, ...FIRST_OF_MONTH) : took(whole)
}

const DIGITS = '〇一二三四五六七八九'
/** 二〇二一年十月二十一日 → 2021年10月21日; text without such numerals is left alone. */
function arabic(text: string): string {
  if (!/[〇○零一二三四五六七八九十]/.test(text)) return text
  const plain = text.replace(/[○零O０]/g, '〇')
  return plain.replace(/[〇一二三四五六七八九十]+/g, (run) => {
    if (!run.includes('十')) return [...run].map((sign) => DIGITS.indexOf(sign)).join('')
    const [tens = '', ones = ''] = run.split('十')
    return String((tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0))
  })
}

const LUNAR_REFUSED = refused(
  'lunar',
  '这是农历日期，系统只记公历；请查万年历换成公历后填写，如 2021-09-01。',
  'This is a day of the lunar calendar; look it up and write the day of the common calendar, as in 2021-09-01.',
)
const YEAR_ONLY = refused(
  'year_only',
  '只写了年份；请补上月份，如 2021年9月。',
  'Only the year is given; add the month, as in 2021-09.',
)
const YEAR_REFUSED = refused(
  'year',
  '年份不在1900至2100之间；请核对。',
  'The year is not between 1900 and 2100; check it.',
)
const NO_SUCH_DAY = refused(
  'no_day',
  '没有这一天；请核对月和日。',
  'There is no such day; check the month and the day.',
)
const OTHER_ORDER_REFUSED = refused(
  'day_order',
  '看不出哪个是月、哪个是日；请按年月日填写，如 2021-09-01。',
  'It cannot be told which is the month and which the day; write year, month, day, as in 2021-09-01.',
)
const SHORT_YEAR_REFUSED = refused(
  'short_year',
  '年份要写四位，如 2021年9月。',
  'Write the year with four digits, as in 2021-09.',
)
const TEN_OR_ONE = refused(
  'ten_or_one',
  '单元格是数字，2021.1 可能是1月，也可能是去掉了0的10月；请写成 2021-01 或 2021-10。',
  'The cell is a number: 2021.1 may be January, or October without its zero; write 2021-01 or 2021-10.',
)
const FIRST_OF_MONTH: [string, string, string] = [
  'first_of_month',
  '只写了年月，按当月1日登记；知道具体日期的请补上。',
  'Only the month is given; its first day is taken. Add the day where it is known.',
]
const refuseForm = (kind: DayKind): CellReading =>
  kind === 'day'
    ? refused(
        'day',
        '看不出是哪一天；请写成 2021-09-01。',
        'It cannot be told which day this is; write it as 2021-09-01.',
      )
    : refused(
        'month',
        '看不出是哪个月；请写成 2021年9月。',
        'It cannot be told which month this is; write it as 2021-09.',
      )
