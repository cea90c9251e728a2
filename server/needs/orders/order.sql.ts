import type { SupervisionOrderRow, SupervisionStepRow } from '#db/types.ts'
import type { Interval } from '#domain/places/area.ts'
import type { Tx } from '../../db.ts'

export type Step = Pick<SupervisionStepRow, 'step' | 'act' | 'words' | 'taken_at' | 'taken_by'>
/** An order with its steps, in their order. */
export type OrderRow = SupervisionOrderRow & { steps: Step[] }

const ORDER = `SELECT o.*, coalesce((
    SELECT json_agg(json_build_object('step', s.step, 'act', s.act, 'words', s.words, 'taken_at', s.taken_at, 'taken_by', s.taken_by)
                    ORDER BY s.step)
      FROM supervision_step s WHERE s.county = o.county AND s.order_id = o.id), '[]') AS steps
  FROM supervision_order o`

export async function insertOrder(tx: Tx, order: Omit<SupervisionOrderRow, 'id'>): Promise<number> {
  const columns = Object.keys(order)
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO supervision_order (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')}) RETURNING id`,
    Object.values(order),
  )
  return row!.id
}

export async function findOrder(tx: Tx, id: number): Promise<OrderRow | undefined> {
  const [row] = await tx.query<OrderRow>(`${ORDER} WHERE o.id = $1`, [id])
  return row
}

/** Orders to an area, from an area, or to anywhere in a scope; newest first. */
export function listOrderRows(
  tx: Tx,
  wanted: { to: number } | { from: number } | { within: Interval },
  limit: number,
): Promise<OrderRow[]> {
  const [where, values] =
    'to' in wanted
      ? ['o.area = $2', [wanted.to]]
      : 'from' in wanted
        ? ['o.sender_area = $2', [wanted.from]]
        : ['o.area >= $2 AND o.area < $3', [wanted.within.lo, wanted.within.hi]]
  return tx.query(`${ORDER} WHERE ${where} ORDER BY o.sent_at DESC, o.id DESC LIMIT $1`, [limit, ...values])
}

/** False where somebody took that step meanwhile. */
export async function insertStep(tx: Tx, step: Omit<SupervisionStepRow, never>): Promise<boolean> {
  const columns = Object.keys(step)
  const rows = await tx.query(
    `INSERT INTO supervision_step (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})
     ON CONFLICT DO NOTHING RETURNING step`,
    Object.values(step),
  )
  return rows.length > 0
}
