import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import type { employerApi, OwnAnswer } from '#domain/jobs/employer/employer.api.ts'
import { actsOf, dueOn, type Limits, stateOf, waitsFor } from '#domain/jobs/referral/referral-state.ts'
import { employerDecline } from '#domain/people/referral-codes.ts'
import { noteAuditWritten } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { once } from '../../people/once.ts'
import { checkReason } from '../referral/make-referral.ts'
import { checkDay } from '../referral/referral-days.ts'
import { impossible, stale } from '../referral/referral-refusals.ts'
import * as sql from './employer.sql.ts'

type Referred = Reply<typeof employerApi.getEmployer>['referred'][number]

/** What an employer can say of a referral by itself; a trial, the placement and its end are taken down by an officer. */
const OWN_ACTS = ['employer', 'interview', 'interviewed'] as const

/** A referral as its employer sees it: where it stands, and what it can say now. */
export function referredView(row: sql.OwnReferral, limits: Limits): Referred {
  const state = stateOf(row)
  return {
    ...{ id: row.id, vacancy: row.vacancy_id, title: row.title, name: row.name, phone: row.phone_mask },
    ...{ agreedOn: row.person_answered_on, knownFrom: row.known_from, state },
    dueOn: waitsFor(state) === 'employer' ? dueOn(row, limits) : null,
    ...{ interviewOn: row.interview_on, trialTo: row.trial_to, placedOn: row.placed_on },
    ...{ endReason: row.end_reason, endedOn: row.end_reason === null ? null : row.valid_to },
    can: actsOf(state).flatMap((act) => OWN_ACTS.filter((own) => own === act)),
  }
}

type Body = Input<typeof employerApi.answerOwnReferral>['body']

/**
 * Once for its client id, in the version that was seen, where its state allows it. The file is not determined again: no rule reads
 * what an employer answers (a test holds this), and the county's new head tells whoever keeps figures.
 */
export function answerOwn(tx: Tx, ctx: Ctx, id: number, body: Body, today: string): Promise<{ id: number }> {
  const { clientId, knownFrom, answer } = body
  const sent = { clientId, post: ctx.post.id, name: 'answerOwnReferral', body: { id, body }, now: ctx.now }
  return once(tx, sent, async () => {
    const row = (await sql.ownReferrals(tx, today)).find((each) => each.id === id) ?? refuseAbsent()
    if (Date.parse(row.known_from) !== Date.parse(knownFrom)) stale()
    const state = stateOf(row)
    if (!actsOf(state).includes(answer.act)) impossible(state)
    const version = { id, knownFrom, at: ctx.now.toISOString(), requestId: ctx.actor.requestId }
    const answering = await sql.answerReferral(tx, version, saidIn(answer, row, { today, now: ctx.now }))
    // Somebody came between the reading and the lock, or took the person's own yes back.
    if (answering === 'absent') refuseAbsent()
    if (answering !== 'done') stale()
    noteAuditWritten()
    return { id }
  })
}

/** The answer with the day it is given on: the day of the screens, unless what it is about only came after it. */
function saidIn(answer: OwnAnswer, row: sql.OwnReferral, { today, now }: { today: string; now: Date }) {
  if (answer.act === 'interview') {
    if (!isDay(answer.on) || answer.on < row.valid_from) refuseDay(row.valid_from)
    return { act: answer.act, said: null, why: null, on: answer.on }
  }
  const least = (answer.act === 'employer' ? row.person_answered_on : row.interview_on) ?? row.valid_from
  const on = today > least ? today : least
  checkDay('on', on, least, now)
  if (answer.act === 'interviewed') return { act: answer.act, said: answer.result, why: null, on }
  const declines = answer.answer === 'declined'
  if (declines) checkReason(employerDecline, answer.reason)
  return { act: answer.act, said: answer.answer, why: declines ? (answer.reason ?? null) : null, on }
}

const refuseAbsent = (): never =>
  fail(
    'jobs.employer.noReferral',
    {
      zh: '这条推荐已经结束，或不是推荐到本单位岗位的，本次没有保存。请刷新页面查看最新进展。',
      en: 'This referral is over, or is none to a vacancy of yours; nothing was saved. Reload the page to see where it stands.',
    },
    { status: 404 },
  )

const refuseDay = (least: string): never =>
  fail(
    'jobs.employer.interviewDay',
    {
      zh: `面试日期不对：应是一个真实的日子，不早于推荐日期 ${least}。请重新选择。`,
      en: `The day of the interview is wrong: a real day, not before the referral (${least}). Choose another.`,
    },
    { status: 422, where: { field: 'on' } },
  )
