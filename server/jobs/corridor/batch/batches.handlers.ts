import { isDay } from '#domain/base/date.ts'
import type { Handlers, Input } from '#domain/base/route.ts'
import type { batchApi } from '#domain/jobs/corridor/batch.api.ts'
import { checkTraveller } from '#domain/jobs/corridor/check-traveller.ts'
import { countyOf } from '#domain/places/area.ts'
import { recordRead, recordWrite } from '../../../access/audit.ts'
import { dayInChina } from '../../../access/session.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { type FoundPerson, getPerson } from '../../../people/list/find-person.ts'
import type { PeopleGiven } from '../../../people/list/people-given.ts'
import { lockPerson } from '../../wish/work-wish.sql.ts'
import { getAgreement } from '../agreement/agreements.ts'
import { audited, command, recorded } from '../agreement/command.ts'
import { findOrder, insertRow, type Order } from '../agreement/corridor.sql.ts'
import * as refuse from '../agreement/corridor-refusals.ts'
import { candidateOf, ticksOf } from '../traveller/traveller.sql.ts'
import { refuseTraveller } from '../traveller/traveller-refusals.ts'
import { type Batch, findBatch, leave } from './batch.sql.ts'
import { batchView } from './batch-view.ts'
import { aboutPerson, heldBatch, unleftBatch } from './held-batch.ts'
import { sheetCode } from './sheet-code.ts'

/** 输送批次: planned, filled with travellers, and let go. No figure, need or finding reads any of it before arrival, so the ledger's head stays. */
export function batchHandlers(given: PeopleGiven): Handlers<typeof batchApi, Ctx> {
  return {
    recordBatch: ({ params, body }, ctx) =>
      command(ctx, 'recordBatch', { params, body }, async (tx) => {
        const area = ctx.post.area ?? refuse.noArea()
        const agreement = await getAgreement(tx, given.plan(), params.key)
        const order = await orderOf(tx, body.order, agreement.key)
        if (!isDay(body.departsOn)) refuse.wrongDay('departsOn')
        const id = await insertRow(tx, 'dispatch_batch', {
          ...{ county: countyOf(area), area, corridor: agreement.key, order_id: order?.id ?? null },
          ...{ place: order?.place ?? agreement.receiving, ...journeyOf(body), ...recorded(ctx) },
        })
        await audited(tx, ctx, { kind: 'dispatch_batch', area, id }, 'recordBatch')
        return { id }
      }),
    getBatch: ({ params, query }, ctx) =>
      ctx.asPost(async (tx) => {
        const batch = (await findBatch(tx, params.id)) ?? refuse.noBatch()
        const on = query.on ?? (await given.defaults()).on
        const view = await batchView(tx, batch, { on, plan: given.plan(), post: ctx.post })
        const shown = [...view.travellers.map(({ person }) => person), ...view.accepted.map(({ id }) => id)]
        await recordRead(tx, ctx.actor, {
          ...{ action: 'people.list', object: { kind: 'person', ids: shown }, rows: shown.length },
          detail: `dispatch batch ${batch.id}`,
        })
        return view
      }),
    checkTraveller: ({ params, body }, ctx) =>
      ctx.asPost(async (tx) => {
        const batch = await heldBatch(tx, params.id, ctx)
        const person = await getPerson(tx, body.person)
        await recordRead(tx, ctx.actor, {
          ...aboutPerson(person),
          action: 'people.list',
          detail: 'checkTraveller',
          rows: 1,
        })
        return { checks: await checksOf(tx, person, batch) }
      }),
    addTraveller: ({ params, body }, ctx) =>
      command(ctx, 'addTraveller', { params, body }, async (tx) => {
        const batch = await unleftBatch(tx, params.id, ctx)
        const person = await getPerson(tx, body.person)
        await lockPerson(tx, person)
        const checks = await checksOf(tx, person, batch)
        refuseTraveller(checks)
        const id = await insertRow(tx, 'traveller', {
          ...{ county: person.county, area: person.area, person_id: person.id, batch_id: batch.id, ...recorded(ctx) },
        })
        await recordWrite(tx, ctx.actor, {
          ...{
            ...aboutPerson(person),
            action: 'people.record',
            fields: ['traveller'],
            detail: 'addTraveller',
            rows: 1,
          },
        })
        return { id, checks }
      }),
    leaveBatch: ({ params, body }, ctx) =>
      command(ctx, 'leaveBatch', { params, body }, async (tx) => {
        const batch = await unleftBatch(tx, params.id, ctx)
        const today = dayInChina(ctx.now)
        if (!isDay(body.on) || body.on > today) refuse.wrongLeavingDay(today)
        const ticks = await ticksOf(tx, batch.id)
        const aboard = ticks.filter(({ boarded }) => boarded)
        const open = ticks.filter(({ boarded }) => boarded === null).length
        if (open > 0 || aboard.length === 0) refuse.notTicked(open)
        await checkAboard(tx, batch.id, aboard, body.on)
        const seen = { county: batch.county, id: batch.id, knownFrom: body.knownFrom }
        const left = {
          on: body.on,
          sheet: sheetCode(
            batch.id,
            aboard.map(({ id }) => id),
          ),
          post: ctx.post.id,
          now: ctx.now,
        }
        if (!(await leave(tx, seen, left))) refuse.stale()
        await audited(tx, ctx, { kind: 'dispatch_batch', area: batch.area, id: batch.id }, 'leaveBatch')
        return { id: batch.id }
      }),
  }
}

/** What an officer says of a journey, as the ledger keeps it. */
export const journeyOf = (body: Input<typeof batchApi.recordBatch>['body']) => ({
  ...{ departs_on: body.departsOn, transport: body.transport, transport_no: body.transportNo?.trim() || null },
  ...{ payer: body.payer ?? null, cost_fen: body.costFen ?? null },
  ...{ leader: body.leader.trim(), receiver: body.receiver.trim() },
})

/** The order a batch goes under; refused where the agreement has no such order. */
export async function orderOf(tx: Tx, id: number | undefined, corridor: string): Promise<Order | undefined> {
  if (id === undefined) return undefined
  const order = await findOrder(tx, id)
  return order?.corridor === corridor ? order : refuse.noOrder()
}

const checksOf = async (tx: Tx, person: FoundPerson, batch: Batch) =>
  checkTraveller(await candidateOf(tx, person, batch), batch.departs_on)

type Aboard = Awaited<ReturnType<typeof ticksOf>>
/** Days move and files change between the list and the door: who may not travel on the very day does not leave. */
async function checkAboard(tx: Tx, batch: number, aboard: Aboard, on: string): Promise<void> {
  const barred = []
  for (const { county, person_id } of aboard) {
    const candidate = await candidateOf(tx, { county, id: person_id }, { id: batch, departs_on: on })
    // Of course they are on the list.
    const [first] = checkTraveller({ ...candidate, listed: null }, on).filter(({ outcome }) => outcome === 'refused')
    if (first) barred.push(first)
  }
  if (barred[0]) refuse.barredAboard(barred.length, barred[0].words)
}
