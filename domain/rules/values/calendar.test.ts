import { expect, test } from 'vitest'
import * as calendar from './calendar.ts'

const day = (text: string) => calendar.parseDay(text)!

test('day numbers are those of Date, over four centuries and at the ends', () => {
  for (let n = day('1799-12-31'); n < day('2201-01-01'); n += 1) {
    const date = new Date(n * 86_400_000)
    expect(calendar.civil(n)).toEqual({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    })
    expect(calendar.weekday(n)).toBe(date.getUTCDay() || 7)
  }
  expect([calendar.dayText(calendar.FIRST_DAY), calendar.dayText(calendar.LAST_DAY)]).toEqual([
    '0001-01-01',
    '9999-12-31',
  ])
  expect(calendar.parseDay('2023-02-29')).toBeNull()
})

test('an age is reached on the first day on which it is had', () => {
  for (const birth of ['2004-02-29', '2003-12-31', '2000-03-01', '1999-01-31'].map(day)) {
    for (const years of [1, 3, 4, 18, 60, 100]) {
      const reached = calendar.dayOfReaching(birth, years)!
      expect([calendar.ageOn(birth, reached), calendar.ageOn(birth, reached - 1)]).toEqual([years, years - 1])
    }
  }
})

test('ages never rise with the date of birth', () => {
  for (const on of ['2024-02-29', '2023-02-28', '2024-03-31'].map(day)) {
    let before = Number.POSITIVE_INFINITY
    for (let birth = on - 4000; birth < on + 1500; birth += 1) {
      const months = calendar.monthsBetween(birth, on)
      expect(months).toBeLessThanOrEqual(before)
      before = months
    }
  }
})

test('arithmetic that leaves the calendar is null', () => {
  expect([
    calendar.addDays(calendar.LAST_DAY, 1),
    calendar.addMonths(calendar.FIRST_DAY, -1),
    calendar.makeDay(2023, 2, 29),
  ]).toEqual([null, null, null])
})
