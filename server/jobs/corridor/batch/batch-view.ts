import type { Reply } from '#domain/base/route.ts'
import type { batchApi } from '#domain/jobs/corridor/batch.api.ts'
import { contains } from '#domain/places/area.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { personLines } from '../../../people/list/person-line.ts'
import { areaNames } from '../../../places/area-names.ts'
import { agreementsOf } from '../agreement/agreements.ts'
import { findOrder } from '../agreement/corridor.sql.ts'
import { acceptedFor } from '../traveller/referred.sql.ts'
import { travellersOf } from '../traveller/traveller.sql.ts'
import { travellerLine } from '../traveller/traveller-line.ts'
import type { CountedBatch } from './batch.sql.ts'
import { batchLine } from './batch-lines.ts'

type View = Reply<typeof batchApi.getBatch>
type Asked = { on: string; plan: Plan; post: Ctx['post'] }

/** A batch with those of its travellers whom the post sees, by village and name. */
export async function batchView(tx: Tx, batch: CountedBatch, { on, plan, post }: Asked): Promise<View> {
  const names = await areaNames(tx)
  const order = batch.order_id === null ? undefined : await findOrder(tx, batch.order_id)
  const travellers = await travellersOf(tx, batch.id)
  const open = order !== undefined && batch.left_on === null ? await acceptedFor(tx, order.vacancy_id, batch.id) : []
  return {
    ...batchLine(batch, await agreementsOf(tx, plan), names),
    order: order
      ? {
          ...{ id: order.id, vacancy: order.vacancy_id, title: order.title, employer: order.employer },
          ...{ wageForm: order.wage_form, wageLowFen: order.wage_low_fen },
        }
      : null,
    ...{ transportNo: batch.transport_no, payer: batch.payer as View['payer'], costFen: batch.cost_fen },
    ...{ leader: batch.leader, receiver: batch.receiver, knownFrom: batch.known_from, sheet: batch.sheet ?? '' },
    travellers: travellers.map((row) => travellerLine(row, on, names)),
    accepted: await personLines(tx, open, { on, knownAt: null }),
    holds: post.area !== null && contains(post.area, batch.area),
  }
}
