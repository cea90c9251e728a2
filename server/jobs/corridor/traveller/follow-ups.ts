import { isDay } from '#domain/base/date.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import { followUpDays } from '#domain/jobs/corridor/batch-state.ts'
import { owedNeeded } from '#domain/jobs/corridor/corridor-codes.ts'
import type { travellerApi } from '#domain/jobs/corridor/traveller.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { parametersOn } from '#domain/plan/parameters-on.ts'
import { countsUntil } from '#domain/plan/round.ts'
import { recordRead } from '../../../access/audit.ts'
import { dayInChina } from '../../../access/session.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { findEmployment, supersedeEmployment } from '../../../people/employment/employment.sql.ts'
import type { PeopleGiven } from '../../../people/list/people-given.ts'
import { areaNames } from '../../../places/area-names.ts'
import * as refuseReferral from '../../referral/referral-refusals.ts'
import { insertOwed } from '../../referral/wage-claims.ts'
import { type AskedArea, readArea } from '../agreement/asked-area.ts'
import { recorded } from '../agreement/command.ts'
import { insertRow } from '../agreement/corridor.sql.ts'
import { countDueFollowUps, dueFollowUps, employerOf } from './follow-up.sql.ts'
import { type Acted, changed, type Done } from './on-traveller.ts'
import { travellerLine } from './traveller-line.ts'
import * as refuse from './traveller-refusals.ts'

const MOST = 100

/** Days after arrival on which the plan has travellers followed up; none where it sets none. */
export const daysOf = (plan: Plan, on: string): number[] =>
  followUpDays(parametersOn(plan, on).dispatch_follow_up_days?.value)

export const countDue = (tx: Tx, plan: Plan, { intervals, clocks }: AskedArea): Promise<number> =>
  countDueFollowUps(tx, { intervals, days: daysOf(plan, clocks.on), on: clocks.on })

/** Whom to call, the longest due first. */
export async function listFollowUps(
  tx: Tx,
  query: Input<typeof travellerApi.listFollowUps>['query'],
  ctx: Ctx,
  given: PeopleGiven,
): Promise<Reply<typeof travellerApi.listFollowUps>> {
  const asked = await readArea(tx, query, ctx, (await given.defaults()).on)
  const { on } = asked.clocks
  const days = daysOf(given.plan(), on)
  const rows = await dueFollowUps(tx, { intervals: asked.intervals, days, on }, query.limit ?? MOST)
  const names = await areaNames(tx)
  await recordRead(tx, ctx.actor, {
    ...{ action: 'people.list', object: { kind: 'person', area: asked.area, ids: rows.map((row) => row.person_id) } },
    ...{ detail: `follow-ups due, on ${on}`, rows: rows.length },
  })
  const lines = rows.map((row) => ({
    ...travellerLine(row, on, names),
    ...{ batch: row.batch_id, placeName: names.pathOf(row.place), employer: row.employer },
    ...{ afterDays: row.after_days, dueOn: row.due_on, tries: row.tries, complaint: row.complaint },
  }))
  return { asOf: { on }, days, lines, total: await countDue(tx, given.plan(), asked) }
}

type Body = Input<typeof travellerApi.recordFollowUp>['body']

/**
 * What was heard is kept; that somebody is still there confirms the work that the journey brought, and wages that were not paid are a claim,
 * and so a finding, in the same transaction: an order of supervision can be sent from it as from any other.
 */
export async function recordFollowUp(
  tx: Tx,
  acted: Acted,
  body: Body,
  { ctx, given }: { ctx: Ctx; given: PeopleGiven },
): Promise<Done> {
  const { traveller, person } = acted
  const today = dayInChina(ctx.now)
  if (!isDay(body.on) || body.on < traveller.arrived_on! || body.on > today)
    refuse.wrongDay('on', traveller.arrived_on!, today)
  if (!daysOf(given.plan(), body.on).includes(body.afterDays)) refuse.noSuchDay()
  await insertRow(tx, 'follow_up', {
    ...{ county: person.county, area: person.area, person_id: person.id, traveller_id: traveller.id },
    ...{ after_days: body.afterDays, done_on: body.on, outcome: body.outcome, wages: body.wages ?? null },
    ...{ note: body.note?.trim() || null, ...recorded(ctx) },
  })
  const owed = await keepOwed(tx, acted, body, ctx)
  const verified = body.outcome === 'there' && (await verifyWork(tx, acted, body.on, { ctx, given }))
  // The version moves on, so that two calls about one person do not both stand.
  return {
    kept: await changed(tx, traveller, body, {}, { ctx }),
    fields: ['follow_up', ...(verified ? ['employment'] : []), ...(owed ? ['wage_claim'] : [])],
    file: verified || owed,
  }
}

/** The claim of somebody who is owed wages; whoever reached nobody, or heard that all was paid, has none to tell. */
async function keepOwed(tx: Tx, { traveller, person }: Acted, body: Body, ctx: Ctx): Promise<boolean> {
  const needed = owedNeeded(body.wages ?? null)
  if (body.owed !== undefined && body.outcome === 'unreached') refuseReferral.owedUnheard()
  if (body.owed === undefined ? needed === 'must' && body.outcome !== 'unreached' : needed === 'not')
    refuseReferral.owedUnsaid()
  if (body.owed === undefined) return false
  const employer = (await employerOf(tx, traveller)) ?? refuse.noEmployer()
  const work = traveller.employment_id === null ? {} : { employment: traveller.employment_id }
  const told = { employer, on: body.on, toldBy: 'person' as const, method: 'phone' as const, ...work }
  await insertOwed(tx, person, body.owed, told, ctx)
  return true
}

async function verifyWork(
  tx: Tx,
  { traveller, person }: Acted,
  on: string,
  { ctx, given }: { ctx: Ctx; given: PeopleGiven },
): Promise<boolean> {
  if (traveller.employment_id === null) return false
  const work = { county: person.county, person: person.id, employment: traveller.employment_id }
  const spell = await findEmployment(tx, work)
  if (!spell || spell.valid_to !== null || on < spell.valid_from) return false
  const change = {
    ...{ verified_on: on, verified_method: 'phone', verified_by: ctx.post.title },
    verified_until: countsUntil(given.plan(), 'phone', on),
  }
  const seen = { ...work, knownFrom: spell.known_from }
  await supersedeEmployment(tx, seen, change, { now: ctx.now, why: 'verified' })
  return true
}
