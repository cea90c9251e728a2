import { expect, test } from 'vitest'
import { Refusal } from '../base/fail.ts'
import {
  ancestorsOf,
  CITY,
  contains,
  countyOf,
  levelOf,
  mergeIntervals,
  nextCode,
  parentOf,
  shortName,
  subtree,
  twelveDigits,
} from './area.ts'
import { divisionOn } from './division.ts'
import { findProvince, provinces } from './provinces.ts'

test.each([
  [500000000000, 1, 510000000000, null],
  [500243000000, 2, 500244000000, 500000000000],
  [500112133000, 3, 500112134000, 500112000000],
  [500112133201, 4, 500112133202, 500112133000],
])('%i: level %i, next %i, parent %s', (code, level, next, parent) => {
  expect([levelOf(code), nextCode(code), parentOf(code)]).toEqual([level, next, parent])
})
test('an area holds what lies in it and nothing beside it', () => {
  expect(contains(500112000000, 500112133201)).toBe(true)
  expect(contains(CITY, 500243105999)).toBe(true)
  expect(contains(500112000000, 500113000000)).toBe(false)
  expect(contains(500112133000, 500112000000)).toBe(false)
  expect(ancestorsOf(500112133201)).toEqual([500000000000, 500112000000, 500112133000])
  expect([countyOf(500112133201), countyOf(CITY), twelveDigits('500112')]).toEqual([500112, 500000, 500112000000])
})
test.each([50, 500112, 5001120000001, 500112133201.5, Number.NaN])('%d is no code', (code) => {
  expect(() => levelOf(code)).toThrow(Refusal)
})
test('runs that touch are one run', () => {
  const [a, b, c] = [subtree(500101000000), subtree(500102000000), subtree(500104000000)]
  expect(mergeIntervals([c, b, a])).toEqual([{ lo: 500101000000, hi: 500103000000 }, c])
  expect(mergeIntervals([])).toEqual([])
})
test.each([
  ['石柱土家族自治县', '石柱'],
  ['彭水苗族土家族自治县', '彭水'],
  ['两江新区', '两江'],
  ['万州区', '万州'],
  ['忠县', '忠县'],
  ['重庆市', '重庆'],
  ['双龙湖街道', '双龙湖街道'],
])('%s is called %s for short', (name, short) => expect(shortName(name)).toBe(short))

test('a day has the division in force', () => {
  expect(divisionOn('2021-09-17')).toBe('2014-01-01')
  expect(divisionOn('2025-11-05')).toBe('2014-01-01')
  expect(divisionOn('2025-11-06')).toBe('2025-11-06')
  expect(() => divisionOn('2013-12-31')).toThrow(/first begins on 2014-01-01/)
})
test('a place of work outside the city has a name', () => {
  expect(provinces.size).toBe(34)
  expect(findProvince(370000000000)?.zh).toBe('山东')
  expect(findProvince(440106000000)?.en).toBe('Guangdong')
  expect(findProvince(990000000000)).toBeUndefined()
})
