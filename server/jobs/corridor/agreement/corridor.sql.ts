import type { CorridorOrderRow, CorridorRow, VacancyRow } from '#db/types.ts'
import type { Tx } from '../../../db.ts'

export type Corridor = CorridorRow

export const listCorridorRows = (tx: Tx) => tx.query<Corridor>('SELECT * FROM corridor ORDER BY known_from, id')

export async function findCorridor(tx: Tx, id: number): Promise<Corridor | undefined> {
  const [row] = await tx.query<Corridor>('SELECT * FROM corridor WHERE id = $1', [id])
  return row
}

/** A new row of a table whose columns are the keys; answers with its id. */
export async function insertRow(
  tx: Tx,
  table: 'corridor' | 'corridor_order' | 'dispatch_batch' | 'traveller' | 'follow_up' | 'dispatch',
  row: object,
): Promise<number> {
  const columns = Object.keys(row)
  const [kept] = await tx.query<{ id: number }>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING id`,
    Object.values(row),
  )
  return kept!.id
}

export type Order = CorridorOrderRow &
  Pick<
    VacancyRow,
    'title' | 'employer' | 'openings' | 'taken' | 'wage_form' | 'wage_low_fen' | 'industry' | 'source' | 'place'
  >
const ORDER = `SELECT o.county, o.area, o.id, o.vacancy_id, o.corridor, o.wanted_by, o.receiver, o.known_from, o.recorded_by,
    v.title, v.employer, v.openings, v.taken, v.wage_form, v.wage_low_fen, v.industry, v.source, v.place
  FROM corridor_order o JOIN vacancy v ON v.county = o.county AND v.id = o.vacancy_id`

export const ordersOf = (tx: Tx, corridor: string, areas: { lo: number; hi: number; above: readonly number[] }) =>
  tx.query<Order>(
    `${ORDER} WHERE o.corridor = $1 AND (o.area >= $2 AND o.area < $3 OR o.area = ANY ($4::bigint[])) ORDER BY o.wanted_by, o.id LIMIT 100`,
    [corridor, areas.lo, areas.hi, areas.above],
  )

export async function findOrder(tx: Tx, id: number): Promise<Order | undefined> {
  const [row] = await tx.query<Order>(`${ORDER} WHERE o.id = $1`, [id])
  return row
}

export type Untied = Pick<VacancyRow, 'county' | 'area' | 'id' | 'title' | 'employer'>
/** Vacancies of kind corridor, open on the day and held within an interval, that no order ties yet. */
export const untiedVacancies = (tx: Tx, { lo, hi }: { lo: number; hi: number }, on: string) =>
  tx.query<Untied>(
    `SELECT v.county, v.area, v.id, v.title, v.employer FROM vacancy v
       LEFT JOIN corridor_order o ON o.county = v.county AND o.vacancy_id = v.id
      WHERE v.kind = 'corridor' AND v.area >= $1 AND v.area < $2 AND o.id IS NULL
        AND v.valid_from <= $3 AND (v.valid_to IS NULL OR v.valid_to > $3)
      ORDER BY v.valid_from DESC, v.id DESC LIMIT 50`,
    [lo, hi, on],
  )

export async function vacancyToTie(tx: Tx, id: number) {
  const [row] = await tx.query<Pick<VacancyRow, 'county' | 'area' | 'kind'> & { tied: boolean }>(
    `SELECT v.county, v.area, v.kind, o.id IS NOT NULL AS tied FROM vacancy v
       LEFT JOIN corridor_order o ON o.county = v.county AND o.vacancy_id = v.id WHERE v.id = $1`,
    [id],
  )
  return row
}
