import { isDay } from '#domain/base/date.ts'
import type { Input } from '#domain/base/route.ts'
import { isLawfulAt } from '#domain/jobs/offers/plain-order.ts'
import type { referralApi, Step } from '#domain/jobs/referral/referral.api.ts'
import { stateOn } from '#domain/jobs/vacancy/vacancy.ts'
import type { CodeList } from '#domain/people/fact.ts'
import { employerDecline, personDecline, referralEnd } from '#domain/people/referral-codes.ts'
import type { Tx } from '../../db.ts'
import type { FoundPerson } from '../../people/list/find-person.ts'
import { ageOn } from '../offers/market-lines.ts'
import { findVacancy } from '../vacancy/vacancy.sql.ts'
import { absent as noVacancy } from '../vacancy/vacancy-refusals.ts'
import { standingOf } from '../vacancy/vacancy-view.ts'
import { type Change, insertReferral, isReferred, type Referral } from './referral.sql.ts'
import { type Acting, saidBy } from './referral-command.ts'
import { checkDay } from './referral-days.ts'
import * as refuse from './referral-refusals.ts'

type Body = Input<typeof referralApi.makeReferral>['body']

/** Refers a living person to a vacancy that is open on the day, unless such a referral runs already. */
export async function makeReferral(tx: Tx, person: FoundPerson, body: Body, { ctx, given }: Acting): Promise<Referral> {
  const on = body.on ?? (await given.defaults()).on
  checkDay('on', on, '1990-01-01', ctx.now)
  if (person.death_date !== null && person.death_date <= on) refuse.dead()
  const vacancy = (await findVacancy(tx, body.vacancy, { on, knownAt: null })) ?? noVacancy()
  if (stateOn(standingOf(vacancy), on) !== 'open') refuse.notOpen()
  // Whoever takes somebody on whose birth date is not known looks at their papers.
  const age = person.birth_date === null ? undefined : ageOn(person.birth_date, on)
  if (!isLawfulAt(age, vacancy)) refuse.wrongAge(vacancy)
  if (await isReferred(tx, person.county, person.id, vacancy.id, on)) refuse.already()
  return insertReferral(tx, {
    ...{ county: person.county, area: person.area, person_id: person.id },
    ...{ vacancy_county: vacancy.county, vacancy_id: vacancy.id, title: vacancy.title, employer: vacancy.employer },
    ...{ origin: body.from, run_id: body.run ?? null, valid_from: on },
    ...{ known_from: ctx.now.toISOString(), source: 'officer', ...saidBy(ctx, on) },
  })
}

/** What a step changes, and why the version before it is over. */
export function changeOf(row: Referral, step: Step, now: Date): { change: Change; on: string; why: string } {
  if (step.act === 'person' || step.act === 'employer') return answered(row, step, now)
  if (step.act === 'interview') {
    if (!isDay(step.on) || step.on < row.valid_from) refuse.wrongSpan(row.valid_from)
    return { change: { interview_on: step.on, interview_result: null }, on: step.on, why: 'correction' }
  }
  if (step.act === 'interviewed') {
    checkDay('on', step.on, row.interview_on ?? row.valid_from, now)
    const reason = { passed: null, failed: 'interview_failed', absent: 'absent' }[step.result]
    return { change: { interview_result: step.result, ...endOf(reason, step.on) }, on: step.on, why: 'correction' }
  }
  if (step.act === 'trial') {
    const { from, to } = step
    if (!isDay(from) || !isDay(to) || from < row.valid_from || to <= from) refuse.wrongSpan(row.valid_from)
    return { change: { trial_from: from, trial_to: to }, on: from, why: 'correction' }
  }
  checkDay('on', step.on, row.valid_from, now)
  checkReason(referralEnd, step.reason)
  return { change: endOf(step.reason, step.on), on: step.on, why: 'ended' }
}

type Answer = Extract<Step, { act: 'person' | 'employer' }>
/** A side that declines ends the referral, with its reason. */
function answered(row: Referral, { act, answer, reason, on }: Answer, now: Date) {
  checkDay('on', on, (act === 'employer' ? row.person_answered_on : null) ?? row.valid_from, now)
  const declines = answer === 'declined'
  if (declines) checkReason(act === 'person' ? personDecline : employerDecline, reason)
  const said = declines ? (reason ?? null) : null
  const change: Change =
    act === 'person'
      ? { person_answer: answer, person_reason: said, person_answered_on: on }
      : { employer_answer: answer, employer_reason: said, employer_answered_on: on }
  return {
    change: { ...change, ...endOf(declines ? `${act}_declined` : null, on) },
    on,
    why: declines ? 'ended' : 'correction',
  }
}

const endOf = (reason: string | null, on: string): Change =>
  reason === null ? {} : { end_reason: reason, valid_to: on }

export function checkReason(codes: CodeList, reason: string | undefined): void {
  if (reason === undefined || !Object.hasOwn(codes, reason)) refuse.wrongReason(codes)
}
