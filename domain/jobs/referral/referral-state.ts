import { addDays, type Day } from '../../base/date.ts'

/** 推荐进度, computed from days and answers: nobody types it. */
export type ReferralState = 'offered' | 'wanted' | 'agreed' | 'interview' | 'passed' | 'trial' | 'placed' | 'ended'
export type ReferralAct = 'person' | 'employer' | 'interview' | 'interviewed' | 'trial' | 'place' | 'end' | 'undo'
/** Who is heard, or does it, in the step that comes next. */
export type ReferralSide = 'person' | 'employer' | 'officer'

/** What a state follows from: the columns of a referral. Days; `end_reason` and results are codes. */
export type ReferralDays = {
  valid_from: Day
  person_answered_on: Day | null
  employer_answered_on: Day | null
  interview_on: Day | null
  interview_result: string | null
  trial_from: Day | null
  trial_to: Day | null
  placed_on: Day | null
  end_reason: string | null
}
type Column = keyof ReferralDays

/** Parameters of the plan that hold the days allowed for a step. */
export const LIMITS = ['referral_person_days', 'referral_employer_days', 'referral_arrange_days'] as const
export type Limit = (typeof LIMITS)[number]
export type Limits = Record<Limit, number>

type Standing = {
  state: ReferralState
  /** Holds where these columns say something, and `is` says what. The first state that holds stands. */
  set: readonly Column[]
  is?: { column: Column; value: string }
  /** Who is waited for. */
  by: ReferralSide | null
  /** Until when: this day, and so many days after it. */
  due: { from: Column; plus?: Limit } | null
  /** What can be done; the first is what comes next. */
  acts: readonly ReferralAct[]
}

/**
 * Where a referral stands, who is waited for, until when, and what can be done: the one table that server, database and screen read.
 * The last line holds of every referral.
 */
export const standings: readonly Standing[] = [
  { state: 'placed', set: ['placed_on'], by: null, due: null, acts: ['undo'] },
  { state: 'ended', set: ['end_reason'], by: null, due: null, acts: [] },
  {
    ...{ state: 'trial', set: ['trial_from'], by: 'officer', due: { from: 'trial_to' } },
    acts: ['place', 'trial', 'end'],
  },
  {
    ...{ state: 'passed', set: ['interview_on'], is: { column: 'interview_result', value: 'passed' }, by: 'officer' },
    ...{ due: { from: 'interview_on', plus: 'referral_arrange_days' }, acts: ['place', 'trial', 'end'] },
  },
  {
    ...{ state: 'interview', set: ['interview_on'], by: 'employer', due: { from: 'interview_on' } },
    acts: ['interviewed', 'interview', 'end'],
  },
  {
    ...{ state: 'agreed', set: ['employer_answered_on'], by: 'officer' },
    due: { from: 'employer_answered_on', plus: 'referral_arrange_days' },
    acts: ['interview', 'trial', 'place', 'end'],
  },
  {
    ...{ state: 'wanted', set: ['person_answered_on'], by: 'employer' },
    due: { from: 'person_answered_on', plus: 'referral_employer_days' },
    acts: ['employer', 'end'],
  },
  {
    ...{ state: 'offered', set: [], by: 'person', due: { from: 'valid_from', plus: 'referral_person_days' } },
    acts: ['person', 'end'],
  },
] as const

const holds = ({ set, is }: Standing, days: ReferralDays): boolean =>
  set.every((column) => days[column] !== null) && (is === undefined || days[is.column] === is.value)

const standingOf = (days: ReferralDays): Standing => standings.find((standing) => holds(standing, days))!

export const stateOf = (days: ReferralDays): ReferralState => standingOf(days).state
const byState = (state: ReferralState): Standing => standings.find((each) => each.state === state)!

export const actsOf = (state: ReferralState): readonly ReferralAct[] => byState(state).acts
export const waitsFor = (state: ReferralState): ReferralSide | null => byState(state).by
export const isRunning = (state: ReferralState): boolean => byState(state).due !== null

/** The last day for the step that comes next; null where none does. */
export function dueOn(days: ReferralDays, limits: Limits): Day | null {
  const { due } = standingOf(days)
  const from = due && days[due.from]
  return from ? addDays(from, due.plus ? limits[due.plus] : 0) : null
}

/** What is to be done with it today: the last day has gone by, is today, or lies ahead. */
export type Urgency = 'overdue' | 'today' | 'ahead'
export const urgencyOf = (due: Day, today: Day): Urgency => {
  if (due < today) return 'overdue'
  return due === today ? 'today' : 'ahead'
}
