import type { Static } from 'typebox'
import type { ReferralLine, ReferralView } from '#domain/jobs/referral/referral.api.ts'
import { actsOf, type ReferralState, urgencyOf, waitsFor } from '#domain/jobs/referral/referral-state.ts'
import { type Check, checksOn, type Heard, isRetained, type Placement } from '#domain/jobs/referral/retention.ts'
import type { Tx } from '../../../db.ts'
import type { AreaNames } from '../../../places/area-names.ts'
import type { Referral } from '../referral.sql.ts'
import { answersOf, coversOf } from '../retention.sql.ts'
import type { Asked, Line } from './referral-list.sql.ts'

type Shown = Static<typeof ReferralLine>
type Answers = Awaited<ReturnType<typeof answersOf>>
export type Judged = { line: Line; checks: Check[]; answers: Answers }

/** Lines with the retention checks of those that are placements: two queries, however many. */
export async function judged(tx: Tx, lines: readonly Line[], { on, months }: Asked): Promise<Judged[]> {
  const placed = lines.filter(({ placed_on }) => placed_on !== null)
  const answers = placed.length > 0 ? await answersOf(tx, placed) : []
  const covers = placed.length > 0 ? await coversOf(tx, placed) : []
  return lines.map((line) => {
    const own = answers.filter(({ referral_id }) => referral_id === line.id)
    if (line.placed_on === null) return { line, checks: [], answers: own }
    const placement: Placement = {
      ...{ placedOn: line.placed_on, leftOn: line.left_on, heard: own.map(heardOf) },
      covers: covers.flatMap(({ referral, valid_from, valid_to }) =>
        referral === line.id ? [{ from: valid_from, to: valid_to }] : [],
      ),
    }
    return { line, checks: checksOn(placement, months, on), answers: own }
  })
}

const heardOf = ({ month, outcome, valid_from, retry_on }: Answers[number]): Heard => ({
  ...{ month, outcome: outcome as Heard['outcome'], on: valid_from, retryOn: retry_on },
})

/** A referral as lists show it on a day. */
export function referralLine({ line, checks }: Judged, on: string, names: AreaNames): Shown {
  const state = line.state as ReferralState
  return {
    ...{ id: line.id, person: line.person_id, name: line.name, areaName: names.pathOf(line.area) },
    ...{ vacancy: line.vacancy_id, title: line.title, employer: line.employer },
    ...{ origin: line.origin as Shown['origin'], madeOn: line.valid_from, state, by: waitsFor(state) },
    ...{ dueOn: line.due, urgency: line.due === null ? null : urgencyOf(line.due, on) },
    next: state === 'placed' ? null : (actsOf(state)[0] ?? null),
    ...{ interviewOn: line.interview_on, trialTo: line.trial_to, placedOn: line.placed_on, leftOn: line.left_on },
    check: checks.find((check) => check.state === 'due' || check.state === 'again') ?? null,
    ...{ endReason: line.end_reason, endedOn: line.end_reason === null ? null : line.valid_to },
    byEmployer: line.evidence === 'employer' && line.placed_on === null,
  }
}

/** Kept or not at three months, once that day has come; null before, and of whom no work came. */
export const retainedOf = (checks: readonly Check[], on: string): boolean | null => {
  const check = checks.find(({ month }) => month === 3)
  return check === undefined || check.on > on ? null : isRetained(checks, 3)
}

type Entry = Static<typeof ReferralView>['history'][number]
type Version = Referral & { why: string | null }

/** What each version added to the one before, and what was heard of the placement, the newest first. */
export function historyOf(versions: readonly Version[], answers: Answers): Entry[] {
  const steps = versions.flatMap((version, at) => entriesOf(versions[at - 1], version))
  const heard = answers.map(
    (answer): Entry => ({
      ...{ at: answer.known_from, by: answer.verified_by, step: answer.outcome as 'there', on: answer.valid_from },
      ...{ answer: null, reason: answer.reason, method: answer.verified_method, month: answer.month },
    }),
  )
  return [...steps, ...heard].toSorted((one, other) => (one.at < other.at ? -1 : 1)).toReversed()
}

/** Ends that follow from an answer are told with it. */
const TOLD = new Set(['person_declined', 'employer_declined', 'interview_failed', 'absent'])

function entriesOf(before: Version | undefined, now: Version): Entry[] {
  const fresh = (column: keyof Referral) => now[column] !== null && now[column] !== before?.[column]
  const steps: [Entry['step'], boolean, string | null, Partial<Entry>?][] = [
    ['made', before === undefined, now.valid_from],
    ['moved', before !== undefined && before.area !== now.area, null],
    ['undone', !!before?.placed_on && now.placed_on === null, before?.placed_on ?? null],
    ['reopened', !!before?.end_reason && now.end_reason === null, null],
    ['person', fresh('person_answer'), now.person_answered_on, said(now.person_answer, now.person_reason)],
    ['employer', fresh('employer_answer'), now.employer_answered_on, said(now.employer_answer, now.employer_reason)],
    ['interview', fresh('interview_on'), now.interview_on],
    ['interviewed', fresh('interview_result'), now.verified_on, said(now.interview_result, null)],
    ['trial', fresh('trial_from') || fresh('trial_to'), now.trial_from],
    ['placed', fresh('placed_on'), now.placed_on],
    ['ended', fresh('end_reason') && !TOLD.has(now.end_reason ?? ''), now.valid_to, { reason: now.end_reason }],
  ]
  return steps.flatMap(([step, happened, on, more]) => (happened ? [entryOf(now, step, on, more)] : []))
}

const entryOf = (now: Version, step: Entry['step'], on: string | null, more: Partial<Entry> = {}): Entry => ({
  ...{ at: now.known_from, by: now.verified_by, step, on, method: now.verified_method },
  ...{ answer: null, reason: null, month: null, ...more },
})

const said = (answer: string | null, reason: string | null) => ({ answer, reason })
