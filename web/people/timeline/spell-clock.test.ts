import { describe, expect, test } from 'vitest'
import type { Spell } from '../file/file-view.ts'
import { lastDayOf, scaleOf, stacked, standingOf } from './spell-clock.ts'

const spell = (from: string, to: string | null, knownFrom = '2021-01-01T00:00:00Z', knownTo: string | null = null) =>
  ({ from, to, knownFrom, knownTo }) as Spell

describe('a spell on both clocks', () => {
  test('what was not yet known then is told from what was given up', () => {
    const one = spell('2020-01-01', null, '2021-02-01T00:00:00Z', '2021-05-01T00:00:00Z')
    expect(standingOf(one, '2021-01-31T23:59:59Z')).toBe('later')
    expect(standingOf(one, '2021-02-01T00:00:00Z')).toBe('held')
    expect(standingOf(one, '2021-05-01T00:00:00Z')).toBe('superseded')
    expect(standingOf(one, undefined)).toBe('superseded')
    expect(standingOf(spell('2020-01-01', null), undefined)).toBe('held')
  })

  test('the last day is the day before the first day no longer true', () => {
    expect(lastDayOf(spell('2020-01-01', '2020-03-01'))).toBe('2020-02-29')
    expect(lastDayOf(spell('2020-01-01', null))).toBeNull()
  })

  test('spells that touch share a row, spells that overlap do not', () => {
    const [a, b, c] = [spell('2020-01-01', '2020-03-01'), spell('2020-03-01', null), spell('2020-02-01', '2020-04-01')]
    expect(stacked([c!, b!, a!])).toEqual([[a, b], [c]])
  })

  test('a scale covers every day from new year to new year', () => {
    const { first, last, at } = scaleOf([spell('2019-07-01', null)], '2021-09-17')
    expect([first, last]).toEqual([2019, 2022])
    expect(at('2019-01-01')).toBe(0)
    expect(at('2022-01-01')).toBe(1)
  })
})
