import { addDays, addMonths, isDay } from '#domain/base/date.ts'
import type { Input } from '#domain/base/route.ts'
import type { OwedWages } from '#domain/jobs/referral/owed-wages.ts'
import type { referralApi } from '#domain/jobs/referral/referral.api.ts'
import { monthHeardOf } from '#domain/jobs/referral/retention.ts'
import * as codes from '#domain/people/codes.ts'
import { countsUntil } from '#domain/plan/round.ts'
import type { Tx } from '../../db.ts'
import {
  type Change,
  type EmploymentSpan,
  findEmployment,
  supersedeEmployment,
} from '../../people/employment/employment.sql.ts'
import { checkSpan } from '../../people/employment/employment-days.ts'
import type { FoundPerson } from '../../people/list/find-person.ts'
import { checkReason } from './make-referral.ts'
import { endPost, postOfPlacement } from './placement/public-post.sql.ts'
import { type Referral, supersedeReferral } from './referral.sql.ts'
import { type Acting, saidBy } from './referral-command.ts'
import { checkDay, monthsOn, retryDaysOn } from './referral-days.ts'
import * as refuse from './referral-refusals.ts'
import { insertAnswer } from './retention.sql.ts'
import { insertOwed } from './wage-claims.ts'

type Body = Input<typeof referralApi.answerRetention>['body']

/**
 * What was heard of a placed person, kept for the last month that was reached. “Still there” verifies the work, “left” ends it that
 * very day, “not reached” says when to try again. Who left before the first check is taken down under its month.
 */
export async function answerRetention(
  tx: Tx,
  row: Referral,
  person: FoundPerson,
  body: Body,
  acting: Acting,
): Promise<Referral> {
  const { ctx, given } = acting
  const placedOn = row.placed_on ?? refuse.impossible('agreed')
  checkDay('on', body.on, placedOn, ctx.now)
  const plan = given.plan()
  const months = monthsOn(plan, body.on)
  const reached = monthHeardOf(placedOn, months, body.on)
  const month =
    reached ??
    (body.outcome === 'left' ? months[0] : undefined) ??
    refuse.notReached(addMonths(placedOn, months[0] ?? 1))
  if (body.outcome === 'left') checkReason(codes.workEnd, body.reason)
  const change = workChange(body, acting)
  if (body.owed !== undefined) await keepOwed(tx, row, person, { body, owed: body.owed, acting })
  if (change !== undefined) await changeWork(tx, row, person, { change, body, acting })
  await insertAnswer(tx, {
    ...{ county: row.county, area: row.area, person_id: row.person_id, referral_id: row.id, month },
    ...{ outcome: body.outcome, reason: body.outcome === 'left' ? (body.reason ?? null) : null },
    retry_on: body.outcome === 'unreached' ? retryOn(body, retryDaysOn(plan, body.on)) : null,
    ...{ valid_from: body.on, valid_to: null, known_from: ctx.now.toISOString(), source: 'officer' },
    evidence: body.method === 'visit' ? 'visit' : 'call',
    ...{ ...saidBy(ctx, body.on, body.method), verified_until: countsUntil(plan, body.method, body.on) },
  })
  const at = ctx.now.toISOString()
  return supersedeReferral(tx, row, saidBy(ctx, body.on, body.method), { at, why: 'verified' })
}

/** Wages that were not paid, told in the same call: a finding at once, not a note. */
async function keepOwed(tx: Tx, row: Referral, person: FoundPerson, { body, owed, acting }: Owing): Promise<void> {
  if (body.outcome === 'unreached') refuse.owedUnheard()
  const told = { employer: row.employer, on: body.on, toldBy: 'person' as const, method: body.method }
  await insertOwed(tx, person, owed, { ...told, employment: row.employment_id! }, acting.ctx)
}

function retryOn({ on, retryOn: asked }: Body, days: number): string {
  if (asked === undefined) return addDays(on, days)
  if (!isDay(asked) || asked <= on) refuse.wrongSpan(on)
  return asked
}

/** What the answer says of the work; undefined where nobody was reached. */
function workChange({ outcome, on, method, leftOn }: Body, { ctx, given }: Acting): Change | undefined {
  if (outcome === 'left') return { valid_to: leftOn ?? on, recorded_by: ctx.post.id }
  if (outcome === 'unreached') return undefined
  const until = countsUntil(given.plan(), method, on)
  return { verified_on: on, verified_method: method, verified_by: ctx.post.title, verified_until: until }
}

type Owing = { body: Body; owed: OwedWages; acting: Acting }
type Changing = { change: Change; body: Body; acting: Acting }
async function changeWork(tx: Tx, row: Referral, person: FoundPerson, { change, body, acting }: Changing) {
  const { ctx, given } = acting
  const key = { county: row.county, person: row.person_id, employment: row.employment_id! }
  const spell: EmploymentSpan = (await findEmployment(tx, key)) ?? refuse.absent()
  if (body.outcome === 'there' && spell.valid_to !== null && spell.valid_to <= body.on) refuse.ended(spell.valid_to)
  if (body.outcome === 'left')
    checkSpan({ from: spell.valid_from, to: change.valid_to ?? null }, { ...person, death_date: null }, ctx.now)
  const id = row.employment_id!
  const leftOn = body.outcome === 'left' ? change.valid_to! : undefined
  const post = leftOn === undefined ? undefined : await postOfPlacement(tx, row, leftOn)
  const ended = post === undefined ? [] : [{ record: 'public_post', id: post, row: { valid_to: leftOn } }]
  await given.saving?.check(tx, person, [{ record: 'employment', id, row: change }, ...ended], body.confirmed ?? [])
  const why = body.outcome === 'left' ? 'ended' : 'verified'
  await supersedeEmployment(tx, { ...key, knownFrom: spell.known_from }, change, { now: ctx.now, why })
  // Whoever leaves the work of a public post holds it no longer, whatever the agreement says.
  if (post !== undefined)
    await endPost(tx, { county: row.county, id: post }, { on: leftOn!, post: ctx.post.id, at: ctx.now.toISOString() })
}
