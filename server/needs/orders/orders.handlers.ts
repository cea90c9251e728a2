import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Handlers, Input } from '#domain/base/route.ts'
import type { needsApi } from '#domain/needs/needs.api.ts'
import { isOpen, isWaitedFor, maySend, type OrderAct, transitions } from '#domain/needs/order.ts'
import { countyOf, levelOf, subtree } from '#domain/places/area.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { recordWrite } from '../../access/audit.ts'
import { dayInChina } from '../../access/session.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { once } from '../../people/once.ts'
import { type AreaNames, areaNames } from '../../places/area-names.ts'
import { countFound } from '../count-found.sql.ts'
import { waivedByRule } from '../findings/finding-counts.sql.ts'
import { CITY, type FindingsGiven, getFinding } from '../findings/findings-given.ts'
import { findOrder, insertOrder, insertStep, listOrderRows, type OrderRow } from './order.sql.ts'
import * as refuse from './order-refusals.ts'
import { type OrderView, orderView } from './order-view.ts'

type Routes = Pick<typeof needsApi, 'listOrders' | 'getOrder' | 'sendOrder' | 'takeOrderStep'>
type Sending = Input<Routes['sendOrder']>['body']
const MOST = 500

/** Supervision orders go down and are answered up: who may do what when stands in the transition table of the domain. */
export function ordersHandlers(given: FindingsGiven): Handlers<Routes, Ctx> {
  const viewer = (ctx: Ctx, names: AreaNames) => (row: OrderRow) =>
    orderView(row, { ctx, names, findPlan: given.findPlan })
  return {
    listOrders: ({ query }, ctx) =>
      ctx.asPost(async (tx) => {
        const own = ctx.post.area ?? CITY
        const view = viewer(ctx, await areaNames(tx))
        const toMe = (await listOrderRows(tx, { to: own }, MOST)).map(view)
        const fromMe = (await listOrderRows(tx, { from: own }, MOST)).map(view)
        const side = query.side ?? 'to_me'
        const all = side === 'all' ? (await listOrderRows(tx, { within: subtree(own) }, MOST)).map(view) : []
        const orders = { to_me: toMe, from_me: fromMe, all }[side].filter(({ state }) => !query.open || isOpen(state))
        return {
          toMe: toMe.filter(({ state }) => isWaitedFor(state)).length,
          fromMe: fromMe.filter(({ state }) => state === 'answered').length,
          orders: orders.toSorted(byUrgency),
        }
      }),
    getOrder: ({ params }, ctx) =>
      ctx.asPost(async (tx) => {
        const row = await getOrder(tx, params.id)
        const openNow =
          row.subject === 'finding' ? await openIn(tx, row.area, row.subject_key, dayInChina(ctx.now)) : null
        return { ...viewer(ctx, await areaNames(tx))(row), openNow }
      }),
    sendOrder: ({ body }, ctx) =>
      command(ctx, 'sendOrder', { params: {}, body }, async (tx) => {
        const area = await checkReceiver(tx, body.area, ctx)
        const plan = given.planOf(body.plan)
        checkSubject(given, plan, body)
        checkDue(body.dueOn, ctx)
        const today = dayInChina(ctx.now)
        const id = await insertOrder(tx, {
          ...{ county: countyOf(area), area, sender_area: ctx.post.area!, subject: body.subject, plan: plan.key },
          ...{ subject_key: body.key, words: spoken(body.words), due_on: body.dueOn },
          open_then: body.subject === 'finding' ? await openIn(tx, area, body.key, today) : null,
          ...{ sent_at: ctx.now.toISOString(), sent_by: ctx.post.title, sent_officer: ctx.officer.id },
        })
        return { id, area, what: `send ${body.subject} ${body.key}` }
      }),
    takeOrderStep: ({ params, body }, ctx) =>
      command(ctx, 'takeOrderStep', { params, body }, async (tx) => {
        const row = await getOrder(tx, params.id)
        const { can } = viewer(ctx, await areaNames(tx))(row)
        if (body.seen !== row.steps.length) refuse.stale()
        if (!can.includes(body.act)) refuse.impossible(body.act)
        const words = saidWith(body.act, body.words)
        const taken = await insertStep(tx, {
          ...{ county: row.county, area: row.area, order_id: row.id, step: row.steps.length + 1, act: body.act, words },
          ...{ taken_at: ctx.now.toISOString(), taken_by: ctx.post.title, officer_id: ctx.officer.id },
        })
        if (!taken) refuse.stale()
        return { id: row.id, area: row.area, what: body.act }
      }),
  }
}

/** What waits longest beyond its day first, then what is due next; what is done last. */
const urgency = ({ overdue, state }: OrderView): number =>
  overdue ? 0 : isWaitedFor(state) ? 1 : isOpen(state) ? 2 : 3
const byUrgency = (a: OrderView, b: OrderView): number =>
  urgency(a) - urgency(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)

type Done = { id: number; area: number; what: string }
type Sent = { params: object; body: { clientId: string } }

function command(
  ctx: Ctx,
  name: string,
  { params, body }: Sent,
  work: (tx: Tx) => Promise<Done>,
): Promise<{ id: number }> {
  const sent = { clientId: body.clientId, post: ctx.post.id, name, body: { params, body }, now: ctx.now }
  return ctx.asPost((tx) =>
    once(tx, sent, async () => {
      const { id, area, what } = await work(tx)
      await recordWrite(tx, ctx.actor, {
        action: name === 'sendOrder' ? 'needs.supervise' : 'needs.answer',
        object: { kind: 'order', county: countyOf(area), area, id },
        detail: what,
        rows: 1,
      })
      return { id }
    }),
  )
}

const getOrder = async (tx: Tx, id: number): Promise<OrderRow> => (await findOrder(tx, id)) ?? refuse.absent()

async function openIn(tx: Tx, area: number, key: string, today: string): Promise<number> {
  const interval = subtree(area)
  const { counts } = await countFound(tx, interval, levelOf(area))
  const waived = (await waivedByRule(tx, interval, today)).find(({ predicate }) => predicate === key)?.waived ?? 0
  return (counts.get(key)?.yes ?? 0) - waived
}

async function checkReceiver(tx: Tx, area: number, { post }: Ctx): Promise<number> {
  if (!maySend(post.area, area)) refuse.notBelow()
  if ((await areaNames(tx)).find(area) === undefined) refuse.noArea(area)
  return area
}

function checkSubject(given: FindingsGiven, plan: Plan, { subject, key }: Sending): void {
  if (subject === 'finding') getFinding(given, plan.key, key)
  else if (!plan.indicators.some((each) => each.key === key)) refuse.noIndicator(key)
}

function checkDue(dueOn: string, { now }: Ctx): void {
  const today = dayInChina(now)
  if (isDay(dueOn) && dueOn >= today) return
  fail(
    'needs.order.wrongDay',
    { zh: `反馈期限应是 ${today} 或以后的一天。`, en: `The last day for an answer must be ${today} or later.` },
    { status: 422, where: { field: 'dueOn' } },
  )
}

const spoken = (words: string): string => (words.trim().length >= 4 ? words.trim() : refuse.noWords())
const saidWith = (act: OrderAct, words: string | undefined): string =>
  transitions[act].saysWhy ? spoken(words ?? '') : (words?.trim() ?? '')
