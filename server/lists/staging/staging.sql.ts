import type { JobTx, Tx } from '../../db.ts'
import { STAGED_COLUMNS, type StagedPart } from './stage-rows.ts'

export type ImportKey = { county: number; area: number; id: number }

const SCRATCH = `CREATE TEMP TABLE IF NOT EXISTS staged_row (
    row int, subject bytea, id_index bytea, indexes bytea[], sealed bytea, values text[], to_area bigint, faults jsonb, refused boolean
  ) ON COMMIT DELETE ROWS`

/** Keeps rows as they were read, and how far reading has come, together. */
export async function keepStaged(
  tx: JobTx,
  { county, area, id }: ImportKey,
  staged: StagedPart & { share: number },
  now: Date,
): Promise<void> {
  await tx.query('SET LOCAL client_min_messages = warning')
  await tx.query(SCRATCH)
  const columns = STAGED_COLUMNS.join(', ')
  await tx.copyIn(`COPY staged_row (${columns}) FROM STDIN WITH (FORMAT binary)`, staged.chunks)
  await tx.query(
    `INSERT INTO import_row (county, area, import_id, ${columns}) SELECT $1, $2, $3, ${columns} FROM staged_row`,
    [county, area, id],
  )
  await tx.query(
    `INSERT INTO import_chunk (county, area, import_id, work, round, from_row, to_row, rows, done_at) VALUES ($1, $2, $3, 'read', 1, $4, $5, $6, $7)`,
    [county, area, id, staged.from, staged.to, staged.rows, now.toISOString()],
  )
  await tx.query('UPDATE import SET read_rows = read_rows + $3, share = $4 WHERE county = $1 AND id = $2', [
    county,
    id,
    staged.rows,
    staged.share,
  ])
}

/** The last row that was kept; 0 = none. */
export async function lastStaged(tx: Tx, { county, id }: ImportKey): Promise<number> {
  const [row] = await tx.query<{ last: number | null }>(
    `SELECT max(to_row) AS last FROM import_chunk WHERE county = $1 AND import_id = $2 AND work = 'read'`,
    [county, id],
  )
  return row?.last ?? 0
}

/**
 * Which rows speak of the same: the second waits for the first, a copy is told. Those of a subject with several are found by one
 * sort and then by their key: nothing is known of how many there are, and a nested loop over two scans would never end.
 */
export const findRounds = (tx: Tx, { county, id }: ImportKey) =>
  tx.query(
    `WITH many AS MATERIALIZED (
       SELECT row FROM (
         SELECT row, count(*) OVER (PARTITION BY subject) AS rows FROM import_row
          WHERE county = $1 AND import_id = $2 AND subject IS NOT NULL AND NOT refused) AS s WHERE rows > 1),
     n AS MATERIALIZED (
       SELECT r.row, row_number() OVER s AS round, first_value(r.row) OVER s AS first_row,
              row_number() OVER (PARTITION BY r.subject, r.values, r.indexes ORDER BY r.row) AS copy
         FROM many JOIN import_row r ON r.county = $1 AND r.import_id = $2 AND r.row = many.row
       WINDOW s AS (PARTITION BY r.subject ORDER BY r.row))
     UPDATE import_row r SET round = LEAST(n.round, 32000), first_row = n.first_row, twin = n.copy > 1
       FROM n WHERE r.county = $1 AND r.import_id = $2 AND r.row = n.row AND n.round > 1`,
    [county, id],
  )

/** The parts in which rows are matched and taken, in order: of first rows about a subject those that were read together, of later rounds some thousands each. */
export const planParts = (
  tx: Tx,
  { county, id }: ImportKey,
  size: number,
): Promise<{ round: number; from: number; to: number; waits: boolean; rows: number }[]> =>
  tx.query(
    `SELECT 1 AS round, from_row AS "from", to_row AS "to", false AS waits, rows FROM import_chunk
      WHERE county = $1 AND import_id = $2 AND work = 'read'
     UNION ALL
     SELECT round, min(row), max(row), bool_or(first_row IS NOT NULL), count(*)::int FROM (
       SELECT round, row, first_row, (row_number() OVER (PARTITION BY round ORDER BY row) - 1) / $3 AS part
         FROM import_row WHERE county = $1 AND import_id = $2 AND round > 1) AS p GROUP BY round, part ORDER BY 1, 2`,
    [county, id, size],
  )
