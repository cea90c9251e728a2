import { addDays, isDay } from '#domain/base/date.ts'
import type { Input } from '#domain/base/route.ts'
import type { travellerApi } from '#domain/jobs/corridor/traveller.api.ts'
import { dayInChina } from '../../../access/session.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { findEmployment, supersedeEmployment } from '../../../people/employment/employment.sql.ts'
import type { PeopleGiven } from '../../../people/list/people-given.ts'
import { type Acted, changed, type Done } from './on-traveller.ts'
import { endDispatch } from './traveller.sql.ts'
import * as refuse from './traveller-refusals.ts'

type Body = Input<typeof travellerApi.recordReturn>['body']

/** Back: the journey and the work that came of it end, so that what the person needs now is known the same moment. */
export async function recordReturn(
  tx: Tx,
  { traveller, person }: Acted,
  body: Body,
  { ctx, given }: { ctx: Ctx; given: PeopleGiven },
): Promise<Done> {
  const today = dayInChina(ctx.now)
  if (!isDay(body.on) || body.on < traveller.arrived_on! || body.on > today)
    refuse.wrongDay('on', traveller.arrived_on!, today)
  const { county } = person
  const as = { on: body.on, post: ctx.post.id, now: ctx.now }
  if (traveller.dispatch_id !== null) await endDispatch(tx, { county, id: traveller.dispatch_id }, as)
  const work = { county, person: person.id, employment: traveller.employment_id ?? 0 }
  const spell = traveller.employment_id === null ? undefined : await findEmployment(tx, work)
  if (spell && spell.valid_to === null) {
    const end = { valid_to: body.on > spell.valid_from ? body.on : addDays(spell.valid_from, 1) }
    const row = { record: 'employment', id: work.employment, row: end }
    await given.saving?.check(tx, person, [row], body.confirmed ?? [])
    const seen = { ...work, knownFrom: spell.known_from }
    await supersedeEmployment(tx, seen, { ...end, recorded_by: ctx.post.id }, { now: ctx.now, why: 'ended' })
  }
  const change = { returned_on: body.on, return_reason: body.reason }
  return {
    kept: await changed(tx, traveller, body, change, { ctx, why: 'ended' }),
    ...{ fields: ['dispatch', 'employment'], file: true },
  }
}
