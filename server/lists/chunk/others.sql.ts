import type { Tx } from '../../db.ts'
import type { ImportKey } from '../staging/staging.sql.ts'
import { addTallies, type Tally } from './outcome.sql.ts'
import type { Bounds } from './scratch.sql.ts'
import type { OtherOutcome } from './take-others.ts'

/** A row as it was read; its sealed values in one cipher, bound to the import and the row. */
export type OtherRow = { row: number; first_row: number | null; values: (string | null)[]; sealed: Buffer | null }

/** The rows of a part that may be taken, and those that were refused when they were read. */
export async function readOthers(
  tx: Tx,
  { county, id }: ImportKey,
  { round, from, to }: Bounds,
): Promise<{ open: OtherRow[]; refused: OtherOutcome[] }> {
  const rows = await tx.query<OtherRow & { refused: boolean; twin: boolean }>(
    `SELECT row, values, sealed, refused OR twin OR decision = -1 IS TRUE AS refused, twin, first_row FROM import_row
      WHERE county = $1 AND import_id = $2 AND round = $3 AND row BETWEEN $4 AND $5 ORDER BY row`,
    [county, id, round, from, to],
  )
  return {
    open: rows.filter(({ refused }) => !refused),
    refused: rows
      .filter(({ refused }) => refused)
      .map(({ row, twin, first_row }) => ({
        ...{ row, outcome: 'refused', to: null },
        faults: twin ? [{ code: 'lists.row.twice', ...(first_row !== null && { row: first_row }) }] : [],
      })),
  }
}

/** What became of every row of a part, or would become of it. */
export async function keepOtherOutcomes(
  tx: Tx,
  { county, area, id }: ImportKey,
  { from, to }: Bounds,
  outcomes: readonly OtherOutcome[],
  waits: ReadonlySet<number>,
): Promise<void> {
  const rows = outcomes.map(({ row }) => row)
  const gone = await tx.query<Tally>(
    `WITH gone AS (DELETE FROM import_outcome WHERE county = $1 AND import_id = $2 AND row BETWEEN $3 AND $4 AND row = ANY ($5::int[])
       RETURNING outcome)
     SELECT outcome, -count(*)::int AS n FROM gone GROUP BY outcome`,
    [county, id, from, to, rows],
  )
  const told = outcomes.map(({ row, outcome, faults, to: file, differences = [] }) => ({
    row,
    outcome: waits.has(row) && outcome !== 'refused' ? 'waiting' : outcome,
    ...{ to_county: file?.county ?? null, to_id: file?.id ?? null, faults: faults.length > 0 ? faults : null },
    differences: differences.length > 0 ? differences : null,
  }))
  const kept = await tx.query<Tally>(
    `WITH told AS (INSERT INTO import_outcome (county, area, import_id, row, outcome, to_county, to_id, faults, differences)
       SELECT $1, $2, $3, x.row, x.outcome, x.to_county, x.to_id, NULLIF(x.faults, 'null'::jsonb), NULLIF(x.differences, 'null'::jsonb)
         FROM jsonb_to_recordset($4::jsonb) AS x(row int, outcome text, to_county int, to_id bigint, faults jsonb, differences jsonb) RETURNING outcome)
     SELECT outcome, count(*)::int AS n FROM told GROUP BY outcome`,
    [county, area, id, JSON.stringify(told)],
  )
  await addTallies(tx, { county, id }, [...gone, ...kept])
}
