/**
 * Civil calendar on day numbers (days since 1970-01-01), proleptic Gregorian, without `Date`: columns call these in
 * their inner loop. Dates that arithmetic would push out of the years 1 to 9999 are null, here and in SQL.
 */
export type Civil = { year: number; month: number; day: number }

export const FIRST_DAY = -719162
export const LAST_DAY = 2932896

export function civil(n: number): Civil {
  const z = n + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 }
}

function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yoe = y - era * 400
  const doy = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468
}

const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
const monthLength = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

const inRange = (n: number): number | null => (n >= FIRST_DAY && n <= LAST_DAY ? n : null)

export const addDays = (n: number, days: number): number | null => inRange(n + days)

/** Clamps to the month's end: 31 January + 1 month = 28 (29) February. */
export function addMonths(n: number, months: number): number | null {
  const { year, month, day } = civil(n)
  const index = year * 12 + month - 1 + months
  const y = Math.floor(index / 12)
  const m = index - y * 12 + 1
  return y < 1 || y > 9999 ? null : dayOf(y, m, Math.min(day, monthLength(y, m)))
}

/** Whole months from a to b, towards zero; negative when b lies before a. */
export function monthsBetween(a: number, b: number): number {
  if (a > b) return 0 - monthsBetween(b, a)
  const x = civil(a)
  const y = civil(b)
  return (y.year - x.year) * 12 + y.month - x.month - (y.day < x.day ? 1 : 0)
}

export const ageOn = (birth: number, day: number): number => Math.trunc(monthsBetween(birth, day) / 12) + 0

/** The first day on which `ageOn(birth, day) >= years`: who was born on 29 February turns 18 on 1 March. */
export function dayOfReaching(birth: number, years: number): number | null {
  const clamped = addMonths(birth, years * 12)
  if (clamped === null) return null
  return civil(clamped).day < civil(birth).day ? addDays(clamped, 1) : clamped
}

/** Monday is 1, Sunday 7. */
export const weekday = (n: number): number => ((((n + 3) % 7) + 7) % 7) + 1

export const makeDay = (year: number, month: number, day: number): number | null =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)
    ? dayOf(year, month, day)
    : null

export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  return match ? makeDay(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

export function dayText(n: number): string {
  const { year, month, day } = civil(n)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
