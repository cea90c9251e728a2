import { isDay } from '#domain/base/date.ts'
import type { Input } from '#domain/base/route.ts'
import type { travellerApi } from '#domain/jobs/corridor/traveller.api.ts'
import { actsOf, stateOf } from '#domain/jobs/referral/referral-state.ts'
import { contains } from '#domain/places/area.ts'
import { dayInChina } from '../../../access/session.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { record } from '../../../people/employment/employments.ts'
import type { PeopleGiven } from '../../../people/list/people-given.ts'
import { placeReferral } from '../../referral/place-referral.ts'
import { changeOpenings } from '../../referral/placement/take-opening.ts'
import { endLooking, endOthers, type Referral } from '../../referral/referral.sql.ts'
import { saidBy } from '../../referral/referral-command.ts'
import { recorded } from '../agreement/command.ts'
import { findOrder, insertRow, type Order } from '../agreement/corridor.sql.ts'
import { sameCode } from '../batch/sheet-code.ts'
import { type Acted, changed, type Done } from './on-traveller.ts'
import { runningReferral } from './referred.sql.ts'
import * as refuse from './traveller-refusals.ts'

type Body = Input<typeof travellerApi.confirmArrival>['body']
type Asker = { ctx: Ctx; given: PeopleGiven }

/** What the station's evidence is worth in the file: a stamped sheet names people like a roster does. */
const EVIDENCE = { sheet: 'roster', roster: 'roster', call: 'call' } as const

/** Who arrived is dispatched from the day of leaving, and at work from the first day there; who did not is told why. */
export async function confirmArrival(tx: Tx, acted: Acted, body: Body, { ctx, given }: Asker): Promise<Done> {
  const { traveller, batch } = acted
  if (batch.sheet === null || !sameCode(body.sheet, batch.sheet)) refuse.otherSheet()
  const { arrivedOn, startedOn, missing } = body
  const evidence = body.evidence
  if (missing !== undefined) {
    if (arrivedOn !== undefined || startedOn !== undefined) refuse.arrivedOrMissing()
    return {
      kept: await changed(tx, traveller, body, { missing, evidence }, { ctx }),
      fields: ['missing'],
      file: false,
    }
  }
  if (arrivedOn === undefined) return refuse.arrivedOrMissing()
  checkDays(batch.left_on!, { arrivedOn, startedOn }, ctx)
  const dispatch_id = await writeDispatch(tx, acted, body, arrivedOn, ctx)
  const order = startedOn === undefined || batch.order_id === null ? undefined : await findOrder(tx, batch.order_id)
  const employment_id =
    startedOn === undefined ? null : await writeWork(tx, acted, order, { ...body, startedOn }, { ctx, given })
  const change = { arrived_on: arrivedOn, started_on: startedOn ?? null, dispatch_id, employment_id, evidence }
  return {
    kept: await changed(tx, traveller, body, change, { ctx }),
    ...{ fields: startedOn === undefined ? ['dispatch'] : ['dispatch', 'employment'], file: true },
    ...(order && { vacancy: order.vacancy_id }),
  }
}

function checkDays(
  leftOn: string,
  { arrivedOn, startedOn }: { arrivedOn: string; startedOn: string | undefined },
  { now }: Ctx,
) {
  const today = dayInChina(now)
  if (!isDay(arrivedOn) || arrivedOn < leftOn || arrivedOn > today) refuse.wrongDay('arrivedOn', leftOn, today)
  if (startedOn !== undefined && (!isDay(startedOn) || startedOn < arrivedOn || startedOn > today))
    refuse.wrongDay('startedOn', arrivedOn, today)
}

const writeDispatch = (tx: Tx, { person, batch }: Acted, body: Body, arrivedOn: string, ctx: Ctx): Promise<number> =>
  insertRow(tx, 'dispatch', {
    ...{ county: person.county, area: person.area, person_id: person.id, corridor: batch.corridor },
    ...{ batch: String(batch.id), place: batch.place, arrived_on: arrivedOn, valid_from: batch.left_on },
    ...{
      evidence: EVIDENCE[body.evidence],
      verified_on: arrivedOn,
      verified_method: 'phone',
      verified_by: batch.receiver,
    },
    ...recorded(ctx),
  })

/** The work as every other is kept: asked what it would raise, and one opening of the order fewer. A referral to the same work is placed by it, others of the person end. */
async function writeWork(
  tx: Tx,
  acted: Acted,
  order: Order | undefined,
  body: Body & { startedOn: string },
  asker: Asker,
): Promise<number> {
  const { person, batch } = acted
  const referral = order && (await runningReferral(tx, person, order.vacancy_id))
  if (referral && actsOf(stateOf(referral)).includes('place')) return placedBy(tx, referral, acted, body, asker)
  if (order) {
    const holder = { of: 'traveller', county: acted.traveller.county, id: acted.traveller.id } as const
    await changeOpenings(tx, holder, 1, { on: body.startedOn, ctx: asker.ctx })
  }
  const work = {
    ...{ clientId: body.clientId, from: body.startedOn, place: batch.place, evidence: EVIDENCE[body.evidence] },
    channel: contains(person.county * 1_000_000, batch.place) ? 'local_firm' : 'migrant',
    pointToPoint: true,
    ...(order && { employer: order.employer, ...(order.industry !== null && { industry: order.industry }) }),
    ...(body.wageFen !== undefined && { monthlyWageFen: body.wageFen }),
    ...(body.confirmed && { confirmed: body.confirmed }),
  }
  const at = asker.ctx.now.toISOString()
  await endLooking(tx, person, body.startedOn, at)
  const { id } = await record(tx, person, work, asker)
  const none = { county: person.county, person_id: person.id, id: 0 }
  await endOthers(tx, none, body.startedOn, saidBy(asker.ctx, body.startedOn), at)
  return id
}

/** The journey and the referral are of one piece of work: it is written once, and one opening is taken. */
async function placedBy(
  tx: Tx,
  referral: Referral,
  { person }: Acted,
  { clientId, startedOn, wageFen, confirmed }: Body & { startedOn: string },
  asker: Asker,
): Promise<number> {
  const placing = { clientId, knownFrom: referral.known_from, on: startedOn, evidence: 'employer' as const }
  const said = { ...(wageFen !== undefined && { wageFen }), ...(confirmed && { confirmed }) }
  const placed = await placeReferral(tx, referral, person, { ...placing, ...said }, asker)
  return placed.employment_id!
}
