import type { Tx } from '../../db.ts'

type Key = { county: number; id: number }

/** Rows of an import that were compared and refused for a reason, as they were read. */
export const rowsRefusedFor = (
  tx: Tx,
  { county, id }: Key,
  code: string,
): Promise<{ row: number; values: (string | null)[] }[]> =>
  tx.query(
    `SELECT r.row, r.values FROM import_outcome o JOIN import_row r ON r.county = o.county AND r.import_id = o.import_id AND r.row = o.row
      WHERE o.county = $1 AND o.import_id = $2 AND o.outcome = 'refused' AND NOT r.refused AND o.faults @> jsonb_build_array(jsonb_build_object('code', $3::text))
      ORDER BY o.row`,
    [county, id, code],
  )

/** Rows that are to be compared or taken once more, behind all others and among themselves in the order they were in. */
export const reviseRows = (tx: Tx, { county, id }: Key, rows: readonly number[]) =>
  tx.query(
    `WITH moved AS MATERIALIZED (
       SELECT row, dense_rank() OVER (ORDER BY round) AS step FROM import_row WHERE county = $1 AND import_id = $2 AND row = ANY ($3::int[])),
     last AS MATERIALIZED (SELECT COALESCE(max(round), 1) AS round FROM import_row WHERE county = $1 AND import_id = $2 AND round > 1)
     UPDATE import_row r SET round = LEAST(last.round + moved.step, 32767) FROM last, moved
      WHERE r.county = $1 AND r.import_id = $2 AND r.row = moved.row`,
    [county, id, rows],
  )
