import { expect, test } from 'vitest'
import { mayDo, openUntil, type Standing, stateOn } from './vacancy.ts'

const standing: Standing = { from: '2021-09-01', to: null, openUntil: '2021-10-01', openings: 2, taken: 0 }

test.each([
  [{}, '2021-08-31', 'coming'],
  [{}, '2021-09-01', 'open'],
  [{}, '2021-09-30', 'open'],
  [{}, '2021-10-01', 'lapsed'],
  [{ taken: 2 }, '2021-09-17', 'filled'],
  [{ taken: 2 }, '2021-10-01', 'filled'],
  [{ to: '2021-09-17' }, '2021-09-16', 'open'],
  [{ to: '2021-09-17' }, '2021-09-17', 'closed'],
] as const)('%o on %s is %s', (change, on, state) => expect(stateOn({ ...standing, ...change }, on)).toBe(state))

test('a term ends with the work, if that ends first', () => {
  expect(openUntil('2021-09-17', 30, null)).toBe('2021-10-17')
  expect(openUntil('2021-09-17', 30, '2021-10-01')).toBe('2021-10-01')
})
test('what is closed is not touched; what lapsed is refreshed; what is filled is not', () => {
  expect(mayDo('close', 'closed')).toBe(false)
  expect(mayDo('refresh', 'lapsed')).toBe(true)
  expect(mayDo('refresh', 'filled')).toBe(false)
})
