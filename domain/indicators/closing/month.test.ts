import { expect, it } from 'vitest'
import { dueDays, lastDay, monthsOf } from './month.ts'
import { isUnusual } from './unusual.ts'

it('months that can be closed reach from the first published figure to the last month that has ended', () => {
  const plan = { startsOn: '2021-09-17', endsOn: '2022-01-31', published: [] }
  expect(monthsOf(plan, '2021-11-30')).toEqual(['2021-10', '2021-09'])
  expect(monthsOf(plan, '2030-01-01')[0]).toBe('2022-01')
  const told = { indicator: 'x', on: '2021-07-31', value: 1, text: { zh: '', en: '' }, source: '' }
  expect(monthsOf({ ...plan, published: [told] }, '2021-09-01')).toEqual(['2021-08', '2021-07'])
  expect(lastDay('2024-02')).toBe('2024-02-29')
  expect(() => lastDay('2021-13')).toThrow('is no month')
})
it('units confirm by a day of the month after; without a parameter nobody is late', () => {
  const label = { zh: '', en: '' }
  const parameters = [{ key: 'confirm_town_day', label, type: 'number' as const, value: 5, from: '2021-01-01' }]
  expect(dueDays({ parameters }, '2021-12')).toEqual({ village: null, town: '2022-01-05', county: null, city: null })
})
it('a change is unusual beyond the share and at least ten', () => {
  expect([isUnusual(121, 100, 20), isUnusual(120, 100, 20), isUnusual(9, 0, 20), isUnusual(10, 0, 20)]).toEqual([
    true,
    false,
    false,
    true,
  ])
  expect([isUnusual(null, 5, 20), isUnusual(50, 5, null)]).toEqual([false, false])
})
