import { expect, test } from 'vitest'
import { waiverState } from './waiver.ts'

const dates = { endsOn: '2026-06-01', granted: true, revokedAt: null }

test('a waiver expires by itself on its last day, whoever looks', () => {
  expect(waiverState(dates, '2026-05-31')).toBe('granted')
  expect(waiverState(dates, '2026-06-01')).toBe('expired')
})

test('asked, refused, revoked are told apart; what was never granted is never in force', () => {
  expect(waiverState({ ...dates, granted: null }, '2026-05-01')).toBe('asked')
  expect(waiverState({ ...dates, granted: null }, '2026-07-01')).toBe('expired')
  expect(waiverState({ ...dates, granted: false }, '2026-05-01')).toBe('refused')
  expect(waiverState({ ...dates, revokedAt: '2026-05-01T00:00:00Z' }, '2026-05-02')).toBe('revoked')
})
