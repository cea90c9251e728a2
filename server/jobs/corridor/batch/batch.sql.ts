import type { DispatchBatchRow } from '#db/types.ts'
import type { Interval } from '#domain/places/area.ts'
import type { Tx } from '../../../db.ts'

export type Batch = DispatchBatchRow
export type CountedBatch = Batch & { listed: number; boarded: number; arrived: number; unconfirmed: number }

export type BatchesWanted = {
  units: Interval & { above: readonly number[] }
  state?: 'planned' | 'left'
  corridor?: string
}

const COUNTS = `SELECT batch_id, count(*)::int AS listed, count(*) FILTER (WHERE boarded)::int AS boarded,
    count(*) FILTER (WHERE arrived_on IS NOT NULL)::int AS arrived,
    count(*) FILTER (WHERE boarded AND arrived_on IS NULL AND missing IS NULL)::int AS unconfirmed FROM traveller`
const COUNTED = `b.*, coalesce(t.listed, 0) AS listed, coalesce(t.boarded, 0) AS boarded, coalesce(t.arrived, 0) AS arrived,
    coalesce(t.unconfirmed, 0) AS unconfirmed`

/** Batches of some units with how many of their travellers the post sees, and where these are: what is to leave first, else the newest. */
export function listBatches(tx: Tx, { units, state, corridor }: BatchesWanted): Promise<CountedBatch[]> {
  const values: unknown[] = [units.lo, units.hi, units.above]
  const where = ['(b.area >= $1 AND b.area < $2 OR b.area = ANY ($3::bigint[]))']
  if (corridor !== undefined) where.push(`b.corridor = $${values.push(corridor)}`)
  if (state === 'planned') where.push('b.left_on IS NULL')
  if (state === 'left') where.push('b.left_on IS NOT NULL AND t.unconfirmed > 0')
  return tx.query<CountedBatch>(
    `SELECT ${COUNTED} FROM dispatch_batch b LEFT JOIN (${COUNTS} GROUP BY batch_id) t ON t.batch_id = b.id
      WHERE ${where.join(' AND ')} ORDER BY b.departs_on ${state === undefined ? 'DESC' : 'ASC'}, b.id LIMIT 50`,
    values,
  )
}

export async function findBatch(tx: Tx, id: number): Promise<CountedBatch | undefined> {
  const [row] = await tx.query<CountedBatch>(
    `SELECT ${COUNTED} FROM dispatch_batch b LEFT JOIN (${COUNTS} WHERE batch_id = $1 GROUP BY batch_id) t ON t.batch_id = b.id
      WHERE b.id = $1`,
    [id],
  )
  return row
}

/** The batch, locked: its list does not change under whoever lets it leave. Undefined where the post does not hold it. */
export async function lockBatch(tx: Tx, { county, id }: Pick<Batch, 'county' | 'id'>): Promise<Batch | undefined> {
  const [row] = await tx.query<Batch>('SELECT * FROM dispatch_batch WHERE county = $1 AND id = $2 FOR UPDATE', [
    ...[county, id],
  ])
  return row
}

/** The batch as it left; what was said before moves into history in the same statement. Undefined where the version seen no longer stands. */
export async function leave(
  tx: Tx,
  { county, id, knownFrom }: { county: number; id: number; knownFrom: string },
  { on, sheet, post, now }: { on: string; sheet: string; post: number; now: Date },
): Promise<Batch | undefined> {
  const [row] = await tx.query<Batch>(
    `WITH said AS (SELECT * FROM dispatch_batch WHERE county = $1 AND id = $2 AND left_on IS NULL
          AND date_trunc('milliseconds', known_from) = date_trunc('milliseconds', $3::timestamptz) FOR UPDATE),
      kept AS (INSERT INTO dispatch_batch_history SELECT said.*, $4::timestamptz, 'travelled' FROM said)
     UPDATE dispatch_batch AS b SET known_from = $4::timestamptz, left_on = $5, sheet = $6, recorded_by = $7
       FROM said WHERE b.county = said.county AND b.id = said.id RETURNING b.*`,
    [county, id, knownFrom, now.toISOString(), on, sheet, post],
  )
  return row
}
