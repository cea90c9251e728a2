import type { Tx } from '../../../db.ts'

type Table = 'corridor' | 'corridor_order' | 'dispatch_batch'
/** A version of a row as it was on the screen. */
export type Seen = { county: number; id: number; knownFrom: string }

/** Takes a row back that was seen; the history keeps that it was said. False where the version seen no longer stands. */
export async function withdrawRow(tx: Tx, table: Table, { county, id, knownFrom }: Seen, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `WITH gone AS (DELETE FROM ${table} WHERE county = $1 AND id = $2
          AND date_trunc('milliseconds', known_from) = date_trunc('milliseconds', $3::timestamptz) RETURNING *),
      kept AS (INSERT INTO ${table}_history SELECT gone.*, $4::timestamptz, 'withdrawn' FROM gone)
     SELECT FROM gone`,
    [county, id, knownFrom, now.toISOString()],
  )
  return rows.length > 0
}

/** Orders and batches that hang on an agreement, of whichever unit. */
export async function hangOn(tx: Tx, corridor: string): Promise<{ orders: number; batches: number }> {
  const [row] = await tx.query<{ orders: number; batches: number }>(
    `SELECT (SELECT count(*)::int FROM corridor_order WHERE corridor = $1) AS orders,
            (SELECT count(*)::int FROM dispatch_batch WHERE corridor = $1) AS batches`,
    [corridor],
  )
  return row!
}

/** How many batches go under an order. */
export async function batchesUnder(tx: Tx, order: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>('SELECT count(*)::int AS n FROM dispatch_batch WHERE order_id = $1', [
    order,
  ])
  return row!.n
}

/** Whoever stands on the list of a batch stands on none: the people whom the acting post sees, in history as withdrawn. */
export async function withdrawList(tx: Tx, batch: number, now: Date): Promise<number[]> {
  const rows = await tx.query<{ person_id: number }>(
    `WITH gone AS (DELETE FROM traveller WHERE batch_id = $1 RETURNING *),
      kept AS (INSERT INTO traveller_history SELECT gone.*, $2::timestamptz, 'withdrawn' FROM gone)
     SELECT person_id FROM gone ORDER BY id`,
    [batch, now.toISOString()],
  )
  return rows.map((row) => row.person_id)
}
