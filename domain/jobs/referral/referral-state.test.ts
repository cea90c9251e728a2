import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths } from '../../base/date.ts'
import { actsOf, dueOn, isRunning, type ReferralDays, standings, stateOf, waitsFor } from './referral-state.ts'
import { checksOn, isRetained, monthHeardOf, readMonths } from './retention.ts'

const NOTHING: ReferralDays = {
  ...{ valid_from: '2021-09-01', person_answered_on: null, employer_answered_on: null, interview_on: null },
  ...{ interview_result: null, trial_from: null, trial_to: null, placed_on: null, end_reason: null },
}
const LIMITS = { referral_person_days: 3, referral_employer_days: 5, referral_arrange_days: 7 }
const after = (change: Partial<ReferralDays>) => ({ ...NOTHING, ...change })
const person = { person_answered_on: '2021-09-02' }
const both = { ...person, employer_answered_on: '2021-09-04' }

test.each([
  ['offered', {}, '2021-09-04'],
  ['wanted', person, '2021-09-07'],
  ['agreed', both, '2021-09-11'],
  ['interview', { ...both, interview_on: '2021-09-08' }, '2021-09-08'],
  ['passed', { ...both, interview_on: '2021-09-08', interview_result: 'passed' }, '2021-09-15'],
  ['trial', { ...both, trial_from: '2021-09-09', trial_to: '2021-09-16' }, '2021-09-16'],
  ['placed', { ...both, trial_from: '2021-09-09', trial_to: '2021-09-16', placed_on: '2021-09-16' }, null],
  ['ended', { ...both, end_reason: 'other' }, null],
] as const)('%s follows from the days, with its last day', (state, change, due) => {
  expect(stateOf(after(change))).toBe(state)
  expect(dueOn(after(change), LIMITS)).toBe(due)
})

test('whatever the days, one state stands; what runs waits for somebody until a day, what rests for nobody', () => {
  const day = fc.option(fc.integer({ min: 0, max: 60 }).map((days) => addDays('2021-09-01', days)))
  const days = fc.record({
    ...{ valid_from: fc.constant('2021-09-01'), person_answered_on: day, employer_answered_on: day, interview_on: day },
    ...{ trial_from: day, placed_on: day, trial_to: fc.constant('2021-12-01') },
    interview_result: fc.constantFrom(null, 'passed', 'failed', 'absent'),
    end_reason: fc.constantFrom(null, 'other'),
  })
  fc.assert(
    fc.property(days, (given) => {
      const state = stateOf(given)
      expect(dueOn(given, LIMITS) !== null).toBe(isRunning(state))
      expect(waitsFor(state) !== null).toBe(isRunning(state))
      expect(actsOf(state).includes('end')).toBe(isRunning(state))
    }),
  )
  expect(standings.at(-1)!.set).toEqual([])
})

test('only the last month reached is asked for, and counts with an answer or insurance for that very month', () => {
  const months = readMonths('1,3,6,12')
  const placed = { placedOn: '2021-01-31', leftOn: null, heard: [], covers: [] }
  const states = (change: object, today: string) =>
    checksOn({ ...placed, ...change }, months, today).map(({ state }) => state)
  expect(states({}, '2021-02-27')).toEqual(['coming', 'coming', 'coming', 'coming'])
  expect(states({}, '2021-02-28')).toEqual(['due', 'coming', 'coming', 'coming'])
  expect(states({}, '2021-05-01')).toEqual(['passed', 'due', 'coming', 'coming'])
  const heard = (month: number, outcome: string, on: string, retryOn: string | null = null) => ({
    month,
    outcome,
    on,
    retryOn,
  })
  expect(states({ heard: [heard(3, 'unreached', '2021-05-01', '2021-05-04')] }, '2021-05-02')[1]).toBe('again')
  expect(states({ heard: [heard(3, 'unreached', '2021-05-01', '2021-05-04')] }, '2021-05-04')[1]).toBe('due')
  expect(states({ covers: [{ from: '2021-03-01', to: '2021-04-30' }] }, '2021-05-01')[1]).toBe('due')
  expect(states({ covers: [{ from: '2021-03-01', to: '2021-05-01' }] }, '2021-05-01')[1]).toBe('insured')
  expect(states({ heard: [heard(3, 'there', '2021-05-01')], leftOn: '2021-04-20' }, '2021-06-01')[1]).toBe('gone')
  // The first day no longer at work is the day of the check itself: not there on it, however it was heard or insured.
  expect(states({ covers: [{ from: '2021-03-01', to: null }], leftOn: '2021-04-30' }, '2021-05-01')[1]).toBe('gone')
  expect(states({ heard: [heard(3, 'left', '2021-04-30')], leftOn: '2021-04-30' }, '2021-05-01')[1]).toBe('left')
  const only1 = checksOn({ ...placed, heard: [heard(1, 'there', '2021-03-01')] as never }, months, '2021-06-01')
  expect([isRetained(only1, 1), isRetained(only1, 3)]).toEqual([true, false])
  expect(monthHeardOf('2021-01-31', months, addMonths('2021-01-31', 3))).toBe(3)
  expect(monthHeardOf('2021-01-31', months, '2021-02-27')).toBeUndefined()
})
