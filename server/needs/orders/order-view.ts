import type { Static } from 'typebox'
import type { Words } from '#domain/base/fail.ts'
import type { SupervisionOrder } from '#domain/needs/needs.api.ts'
import { isOverdue, type OrderAct, possibleActs, sideOf, stateAfter } from '#domain/needs/order.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { dayInChina } from '../../access/session.ts'
import type { Ctx } from '../../context.ts'
import type { AreaNames } from '../../places/area-names.ts'
import type { OrderRow } from './order.sql.ts'

export type OrderView = Static<typeof SupervisionOrder>

/** An order as screens show it: its state from its steps, overdue by the day, and what the asking post can do. */
export function orderView(
  row: OrderRow,
  { ctx, names, findPlan }: { ctx: Ctx; names: AreaNames; findPlan(key: string): Plan | undefined },
): OrderView {
  const state = stateAfter(row.steps.map(({ act }) => act as OrderAct))
  const side = sideOf(ctx.post.area, { area: row.area, senderArea: row.sender_area })
  const mayAct = ctx.post.area !== null
  return {
    id: row.id,
    area: row.area,
    areaName: names.pathOf(row.area),
    senderArea: row.sender_area,
    sentBy: row.sent_by,
    sentAt: row.sent_at,
    subject: row.subject as OrderView['subject'],
    plan: row.plan,
    key: row.subject_key,
    name: subjectName(findPlan(row.plan), row),
    words: row.words,
    dueOn: row.due_on,
    state,
    overdue: isOverdue(state, row.due_on, dayInChina(ctx.now)),
    openThen: row.open_then,
    can: mayAct ? possibleActs(side, state) : [],
    steps: row.steps.map(({ act, words, taken_at, taken_by }) => ({
      act: act as OrderAct,
      words,
      at: new Date(taken_at).toISOString(),
      by: taken_by,
    })),
  }
}

/** A rule that the plan has no more is named by its key. */
function subjectName(plan: Plan | undefined, { subject, subject_key: key }: OrderRow): Words {
  const named = (subject === 'finding' ? plan?.predicates : plan?.indicators)?.find((each) => each.key === key)
  return named?.name ?? { zh: key, en: key }
}
