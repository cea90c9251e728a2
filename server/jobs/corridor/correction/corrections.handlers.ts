import { isDay } from '#domain/base/date.ts'
import type { Handlers, Input } from '#domain/base/route.ts'
import { batchState, openFields } from '#domain/jobs/corridor/batch-state.ts'
import type { correctionApi } from '#domain/jobs/corridor/correction.api.ts'
import { contains } from '#domain/places/area.ts'
import { recordWrite } from '../../../access/audit.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { supersedeSpell } from '../../../people/file/spell-row.sql.ts'
import type { PeopleGiven } from '../../../people/list/people-given.ts'
import { areaNames } from '../../../places/area-names.ts'
import { agreementOf, checkAgreement } from '../agreement/agreements.handlers.ts'
import { getAgreement } from '../agreement/agreements.ts'
import { audited, command } from '../agreement/command.ts'
import { findOrder } from '../agreement/corridor.sql.ts'
import { stale, wrongDay } from '../agreement/corridor-refusals.ts'
import { type CountedBatch, findBatch } from '../batch/batch.sql.ts'
import { journeyOf, orderOf } from '../batch/batches.handlers.ts'
import { heldBatch, unleftBatch } from '../batch/held-batch.ts'
import { batchesUnder, hangOn, withdrawList, withdrawRow } from './correction.sql.ts'
import * as refuse from './correction-refusals.ts'

type Table = 'corridor' | 'corridor_order' | 'dispatch_batch'
type Unit = { county: number; area: number; id: number }
type Body = { knownFrom: string; reason: string }

/** Corrections of agreements, orders and batches: each once for its client id, logged with its reason, and what was said before in history. */
export function correctionHandlers(given: PeopleGiven): Handlers<typeof correctionApi, Ctx> {
  return {
    correctCorridor: ({ params, body }, ctx) =>
      command(ctx, 'correctCorridor', { params, body }, async (tx) => {
        const { row, key } = await enteredAgreement(tx, params.key, { ctx, given })
        await checkAgreement(tx, body, row.area)
        const { orders, batches } = await hangOn(tx, key)
        if (body.receiving !== row.receiving && orders + batches > 0) refuse.receivingInUse(orders, batches)
        return correct(tx, 'corridor', row, body, { change: agreementOf(body), ctx })
      }),
    withdrawCorridor: ({ params, body }, ctx) =>
      command(ctx, 'withdrawCorridor', { params, body }, async (tx) => {
        const { row, key } = await enteredAgreement(tx, params.key, { ctx, given })
        const { orders, batches } = await hangOn(tx, key)
        if (orders + batches > 0) refuse.corridorInUse(orders, batches)
        return withdraw(tx, 'corridor', row, body, ctx)
      }),
    correctOrder: ({ params, body }, ctx) =>
      command(ctx, 'correctOrder', { params, body }, async (tx) => {
        const order = await heldOrder(tx, params.id, ctx)
        if (!isDay(body.wantedBy)) wrongDay('wantedBy')
        const change = { wanted_by: body.wantedBy, receiver: body.receiver.trim() }
        return correct(tx, 'corridor_order', order, body, { change, ctx })
      }),
    withdrawOrder: ({ params, body }, ctx) =>
      command(ctx, 'withdrawOrder', { params, body }, async (tx) => {
        const order = await heldOrder(tx, params.id, ctx)
        const batches = await batchesUnder(tx, order.id)
        if (batches > 0) refuse.orderInUse(batches)
        return withdraw(tx, 'corridor_order', order, body, ctx)
      }),
    correctBatch: ({ params, body }, ctx) =>
      command(ctx, 'correctBatch', { params, body }, async (tx) => {
        await heldBatch(tx, params.id, ctx)
        const batch = (await findBatch(tx, params.id))!
        const change = await journeyChange(tx, batch, body, given)
        return correct(tx, 'dispatch_batch', batch, body, { change, ctx })
      }),
    withdrawBatch: ({ params, body }, ctx) =>
      command(ctx, 'withdrawBatch', { params, body }, async (tx) => {
        const held = await heldBatch(tx, params.id, ctx)
        if (held.left_on !== null) refuse.batchLeft()
        const batch = await unleftBatch(tx, params.id, ctx)
        const people = await withdrawList(tx, batch.id, ctx.now)
        const said = { action: 'people.record' as const, fields: ['traveller'], detail: `withdrawBatch ${batch.id}` }
        if (people.length > 0)
          await recordWrite(tx, ctx.actor, { ...said, object: { kind: 'person', ids: people }, rows: people.length })
        return withdraw(tx, 'dispatch_batch', batch, body, ctx)
      }),
  }
}

type Asker = { ctx: Ctx; given: PeopleGiven }
/** An agreement that an officer of the acting post's area entered; the plan's own are corrected in the plan. */
async function enteredAgreement(tx: Tx, key: string, { ctx, given }: Asker) {
  const { row, key: found } = await getAgreement(tx, given.plan(), key)
  if (!row) return refuse.byPlan()
  await checkHeld(tx, row.area, ctx)
  return { row, key: found }
}

async function heldOrder(tx: Tx, id: number, ctx: Ctx) {
  const order = (await findOrder(tx, id)) ?? refuse.noOrder()
  await checkHeld(tx, order.area, ctx)
  return order
}

async function checkHeld(tx: Tx, area: number, { post }: Ctx): Promise<void> {
  if (post.area === null || !contains(post.area, area)) refuse.notHeld((await areaNames(tx)).pathOf(area))
}

/** What is said anew of a batch; refuses a change of what its state no longer leaves open. */
async function journeyChange(
  tx: Tx,
  batch: CountedBatch,
  body: Input<typeof correctionApi.correctBatch>['body'],
  given: PeopleGiven,
): Promise<object> {
  if (!isDay(body.departsOn)) wrongDay('departsOn')
  const order = await orderOf(tx, body.order, batch.corridor)
  const said = { order_id: order?.id ?? null, ...journeyOf(body) }
  const columns = { order: 'order_id', departsOn: 'departs_on', transportNo: 'transport_no', costFen: 'cost_fen' }
  const open = openFields(batchState({ leftOn: batch.left_on, unconfirmed: batch.unconfirmed }))
  const mayChange = new Set<string>(open.map((field) => columns[field as keyof typeof columns] ?? field))
  const changed = Object.entries(said).filter(([column, value]) => value !== batch[column as keyof typeof said])
  if (changed.some(([column]) => !mayChange.has(column))) refuse.noLongerOpen()
  const goesTo = order?.place ?? (await getAgreement(tx, given.plan(), batch.corridor)).receiving
  return batch.left_on === null ? { ...said, place: goesTo } : Object.fromEntries(changed)
}

type Saying = { change: object; ctx: Ctx }
async function correct(tx: Tx, table: Table, row: Unit, { knownFrom, reason }: Body, { change, ctx }: Saying) {
  const seen = { county: row.county, id: row.id, knownFrom, owner: { column: 'area', id: row.area } }
  const said = { ...change, recorded_by: ctx.post.id }
  if (!(await supersedeSpell(tx, table, seen, said, { now: ctx.now, why: 'correction' }))) stale()
  await audited(tx, ctx, { kind: table, area: row.area, id: row.id }, `correct ${table}`, reason)
  return { id: row.id }
}

async function withdraw(tx: Tx, table: Table, row: Unit, { knownFrom, reason }: Body, ctx: Ctx) {
  if (!(await withdrawRow(tx, table, { county: row.county, id: row.id, knownFrom }, ctx.now))) stale()
  await audited(tx, ctx, { kind: table, area: row.area, id: row.id }, `withdraw ${table}`, reason)
  return { id: row.id }
}
