import { addMonths, type Day } from '../../base/date.ts'

/** What was heard of a placed person, and when; `there` and `left` answer a month, `unreached` does not. */
export type Heard = { month: number; outcome: 'there' | 'left' | 'unreached'; on: Day; retryOn: Day | null }
/** Days of insurance through the employer of the placement; `to` the first day after. */
export type Cover = { from: Day; to: Day | null }
export type Placement = {
  placedOn: Day
  /** First day no longer at work; null = still there, as far as is known. */
  leftOn: Day | null
  heard: readonly Heard[]
  covers: readonly Cover[]
}

/** Answered by somebody, shown by a list of insured people, due, to be tried again later, still to come, left before, or passed over for a later one. */
export type CheckState = 'there' | 'left' | 'insured' | 'due' | 'again' | 'coming' | 'gone' | 'passed'
export type Check = { month: number; on: Day; state: CheckState; tries: number; retryOn: Day | null }

/** After the last check a placement is asked for so many months more, and then no longer. */
export const GRACE_MONTHS = 3

/**
 * The checks of a placement as they stand on a day: one for each month of the plan. Only the last month that was reached is asked
 * for, while the work lasts and until some months after the last check; one before it that nobody answered stays unanswered, for nobody was
 * asked then. The board's SQL and the rule of the need say the same; `retention-due.db.test.ts` holds the three together.
 */
export function checksOn(placement: Placement, months: readonly number[], today: Day): Check[] {
  const { placedOn, leftOn } = placement
  const reached = months.filter((month) => addMonths(placedOn, month) <= today)
  const last = addMonths(placedOn, Math.max(0, ...months) + GRACE_MONTHS)
  const isAsked = today < last && (leftOn === null || leftOn > today)
  return months.map((month) => {
    const heard = placement.heard.filter((each) => each.month === month && each.on <= today)
    const tries = heard.filter(({ outcome }) => outcome === 'unreached')
    const retryOn = tries.at(-1)?.retryOn ?? null
    const state = stateOf(placement, month, { heard, retryOn, today, isAsked: isAsked && month === reached.at(-1) })
    return { month, on: addMonths(placedOn, month), state, tries: tries.length, retryOn }
  })
}

type Asked = { heard: readonly Heard[]; retryOn: Day | null; today: Day; isAsked: boolean }
function stateOf({ placedOn, leftOn, covers }: Placement, month: number, asked: Asked): CheckState {
  const on = addMonths(placedOn, month)
  const heard = (outcome: Heard['outcome']) => asked.heard.some((each) => each.outcome === outcome)
  // Whoever is found to have left by the day was not there on it, whatever was said.
  if (leftOn !== null && leftOn <= on) return heard('left') ? 'left' : 'gone'
  // Who was there and left later in the same span was there.
  if (heard('there')) return 'there'
  if (heard('left')) return 'left'
  if (on > asked.today) return 'coming'
  if (covers.some(({ from, to }) => from <= on && (to === null || to > on))) return 'insured'
  if (!asked.isAsked) return 'passed'
  return asked.retryOn !== null && asked.retryOn > asked.today ? 'again' : 'due'
}

/** The month that an answer given on a day is for; undefined before the first. */
export const monthHeardOf = (placedOn: Day, months: readonly number[], on: Day): number | undefined =>
  months.findLast((month) => addMonths(placedOn, month) <= on)

/** Counted as retained: an answer or an insurance for that very month, and nothing known to the contrary. */
export const isRetained = (checks: readonly Check[], month: number): boolean =>
  checks.some((check) => check.month === month && (check.state === 'there' || check.state === 'insured'))

/** Months in the order of the plan: `1,3,6,12`. */
export const readMonths = (text: string): number[] => text.split(',').map(Number)
