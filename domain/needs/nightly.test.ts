import { expect, test } from 'vitest'
import { isTimeOfDay, lastDue, nextDue } from './nightly.ts'

test('the time of day is the bureau’s, before and after it, across midnight', () => {
  const at = (now: string) => lastDue('02:30', new Date(now)).toISOString()
  expect(at('2026-03-10T18:30:00Z')).toBe('2026-03-10T18:30:00.000Z')
  expect(at('2026-03-10T18:29:59Z')).toBe('2026-03-09T18:30:00.000Z')
  expect(at('2026-03-11T15:59:00Z')).toBe('2026-03-10T18:30:00.000Z')
  expect(nextDue('02:30', new Date('2026-03-10T18:30:00Z')).toISOString()).toBe('2026-03-11T18:30:00.000Z')
})

test('a time of day is one', () => {
  expect(['00:00', '23:59', '24:00', '2:30', 'noon'].map(isTimeOfDay)).toEqual([true, true, false, false, false])
})
