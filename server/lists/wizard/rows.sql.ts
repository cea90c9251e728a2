import type { ImportOutcomeRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'
import type { ErrorRow } from '../work/import.sql.ts'

export type StagedOutcome = Pick<ErrorRow, 'row' | 'values' | 'read' | 'found'> &
  Pick<ImportOutcomeRow, 'outcome' | 'to_id' | 'differences' | 'candidates'>
type Key = { county: number; id: number }

/** Rows of one outcome, or that bring a finding: by what the preview found, or once they are taken by what is determined since. */
export type Wanted = { outcome?: string | undefined; finding?: { key: string; since: string | null } | undefined }

/** A page of rows that were matched, in the order of the file. */
export function outcomePage(
  tx: Tx,
  { county, id }: Key,
  { outcome, finding }: Wanted,
  { after, limit }: { after: number; limit: number },
): Promise<StagedOutcome[]> {
  const values: unknown[] = [county, id, after, limit]
  const given = (value: unknown) => `$${values.push(value)}`
  const of = outcome === undefined ? '' : `AND o.outcome = ${given(outcome)}`
  return tx.query<StagedOutcome>(
    `SELECT o.row, o.outcome, r.values, r.faults AS read, o.faults AS found, o.to_id, o.differences, o.candidates
       FROM import_outcome o JOIN import_row r ON r.county = o.county AND r.import_id = o.import_id AND r.row = o.row
       ${finding ? bringing(finding, given) : ''}
      WHERE o.county = $1 AND o.import_id = $2 AND o.row > $3 ${of} ORDER BY o.row LIMIT $4`,
    values,
  )
}

function bringing({ key, since }: NonNullable<Wanted['finding']>, given: (value: unknown) => string): string {
  if (since !== null) return `${RAISED_SINCE} AND d.since >= ${given(since)} AND d.predicate = ${given(key)}`
  return `JOIN import_warning w ON w.county = o.county AND w.import_id = o.import_id AND w.row = o.row AND w.predicate = ${given(key)}`
}
/** Findings of the files that rows were taken into. */
const RAISED_SINCE = `JOIN determination d ON d.county = o.to_county AND d.person_id = o.to_id AND d.outcome = 'yes' AND o.outcome IN ('new', 'changed')`

export type RowsOfFinding = { key: string; rows: number }
/** How many rows bring each finding, as the preview found them. */
export const warningCounts = (tx: Tx, { county, id }: Key): Promise<RowsOfFinding[]> =>
  tx.query(
    'SELECT predicate AS key, count(*)::int AS rows FROM import_warning WHERE county = $1 AND import_id = $2 GROUP BY predicate',
    [county, id],
  )
/** Of which findings, that stand now and came since the rows were taken, there are how many among them. */
export const raisedCounts = (
  tx: Tx,
  { county, id }: Key,
  since: string,
  findings: readonly string[],
): Promise<RowsOfFinding[]> =>
  tx.query(
    `SELECT d.predicate AS key, count(*)::int AS rows FROM import_outcome o ${RAISED_SINCE}
      WHERE o.county = $1 AND o.import_id = $2 AND d.since >= $3 AND d.predicate = ANY ($4) GROUP BY d.predicate`,
    [county, id, since, findings],
  )
/** What the preview told of some rows. */
export const warningsOf = (
  tx: Tx,
  { county, id }: Key,
  rows: readonly number[],
): Promise<{ row: number; predicate: string }[]> =>
  tx.query(
    'SELECT row, predicate FROM import_warning WHERE county = $1 AND import_id = $2 AND row = ANY ($3) ORDER BY row, predicate',
    [county, id, rows],
  )

export type Candidate = {
  id: number
  county: number
  area: number
  name: string
  id_mask: string | null
  birth_date: string | null
}
export const candidateRows = (tx: Tx, ids: readonly number[]): Promise<Candidate[]> =>
  tx.query<Candidate>('SELECT id, county, area, name, id_mask, birth_date FROM person WHERE id = ANY ($1::bigint[])', [
    ids,
  ])

export type Decision = { row: number; decision: number; county: number | null }
/**
 * An officer's word on rows in review. They are matched and taken in rounds of their own, behind all others, also when those
 * were taken before; further rows about the same, which waited for them, come behind them. Answers how many were in review.
 */
export async function decideRows(
  tx: Tx,
  { county, id }: Key,
  decisions: readonly Decision[],
  post: number,
): Promise<number> {
  const moved = await tx.query<{ decided: boolean }>(
    `WITH said AS MATERIALIZED (
       SELECT d.row, d.decision, d.to_county FROM unnest($3::int[], $4::bigint[], $5::int[]) AS d(row, decision, to_county)
         JOIN import_outcome o ON o.county = $1 AND o.import_id = $2 AND o.row = d.row AND o.outcome = 'review'),
     moved AS MATERIALIZED (
       SELECT m.row, dense_rank() OVER (ORDER BY m.round) AS step FROM (
         SELECT r.row, r.round FROM said JOIN import_row r ON r.county = $1 AND r.import_id = $2 AND r.row = said.row
         UNION
         SELECT r.row, r.round FROM import_row r JOIN said ON said.row = r.first_row
           JOIN import_outcome o ON o.county = r.county AND o.import_id = r.import_id AND o.row = r.row
          WHERE r.county = $1 AND r.import_id = $2 AND r.round > 1 AND o.outcome IN ('review', 'waiting')) m),
     last AS MATERIALIZED (SELECT COALESCE(max(round), 1) AS round FROM import_row WHERE county = $1 AND import_id = $2 AND round > 1)
     UPDATE import_row r SET round = LEAST(last.round + moved.step, 32767), decision = COALESCE(said.decision, r.decision),
            decision_county = COALESCE(said.to_county, r.decision_county), decided_by = CASE WHEN said.row IS NULL THEN r.decided_by ELSE $6 END
       FROM last, moved LEFT JOIN said ON said.row = moved.row
      WHERE r.county = $1 AND r.import_id = $2 AND r.row = moved.row RETURNING said.row IS NOT NULL AS decided`,
    [
      county,
      id,
      decisions.map(({ row }) => row),
      decisions.map(({ decision }) => decision),
      decisions.map((each) => each.county),
      post,
    ],
  )
  return moved.filter(({ decided }) => decided).length
}

/** What headings mean in an area, as it was told once. */
export async function rememberedMapping(
  tx: Tx,
  list: string,
  headings: Buffer,
): Promise<Record<string, string | null>> {
  const [row] = await tx.query<{ mapping: Record<string, string | null> }>(
    'SELECT mapping FROM list_mapping WHERE list = $1 AND headings = $2 ORDER BY told_at DESC LIMIT 1',
    [list, headings],
  )
  return row?.mapping ?? {}
}

export const rememberMapping = (
  tx: Tx,
  told: {
    county: number
    area: number
    list: string
    headings: Buffer
    mapping: Record<string, string | null>
    post: number
    now: Date
  },
) =>
  tx.query(
    `INSERT INTO list_mapping (county, area, list, headings, mapping, told_at, told_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (county, area, list, headings) DO UPDATE SET mapping = excluded.mapping, told_at = excluded.told_at, told_by = excluded.told_by`,
    [told.county, told.area, told.list, told.headings, JSON.stringify(told.mapping), told.now.toISOString(), told.post],
  )

/** What is asked of imports and not done yet, the oldest first: for whoever takes work up, whatever the area. */
export type Asked = {
  id: number
  asked: 'read' | 'match' | 'apply' | 'undo'
  askedAt: string | null
  officer: number
  post: number
  lo: number
  hi: number
}
export const askedImports = (tx: Tx): Promise<Asked[]> =>
  tx.query<Asked>(
    `SELECT id, asked, asked_at AS "askedAt", officer_id AS officer, post_id AS post, lo, hi FROM import WHERE asked IS NOT NULL ORDER BY asked_at, id LIMIT 20`,
  )
