import type { ImportOutcomeRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'
import type { ErrorRow } from '../work/import.sql.ts'

export type StagedOutcome = Pick<ErrorRow, 'row' | 'values' | 'read' | 'found'> &
  Pick<ImportOutcomeRow, 'outcome' | 'to_id' | 'differences' | 'candidates'>
type Key = { county: number; id: number }

/** A page of rows that were matched, in the order of the file, of one outcome or of all. */
export const outcomePage = (
  tx: Tx,
  { county, id }: Key,
  asked: { outcome: string | undefined; after: number; limit: number },
): Promise<StagedOutcome[]> =>
  tx.query<StagedOutcome>(
    `SELECT o.row, o.outcome, r.values, r.faults AS read, o.faults AS found, o.to_id, o.differences, o.candidates
       FROM import_outcome o JOIN import_row r ON r.county = o.county AND r.import_id = o.import_id AND r.row = o.row
      WHERE o.county = $1 AND o.import_id = $2 AND o.row > $3 ${asked.outcome === undefined ? '' : 'AND o.outcome = $5'} ORDER BY o.row LIMIT $4`,
    [county, id, asked.after, asked.limit, ...(asked.outcome === undefined ? [] : [asked.outcome])],
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
/** An officer's word on rows in review. They are taken after the others, in a round of their own, also when those were taken before. */
export async function decideRows(
  tx: Tx,
  { county, id }: Key,
  decisions: readonly Decision[],
  post: number,
): Promise<number> {
  const rows = await tx.query(
    `UPDATE import_row r SET decision = d.decision, decision_county = d.to_county, decided_by = $6,
            round = (SELECT max(round) + 1 FROM import_row WHERE county = $1 AND import_id = $2)
       FROM unnest($3::int[], $4::bigint[], $5::int[]) AS d(row, decision, to_county)
       JOIN import_outcome o ON o.county = $1 AND o.import_id = $2 AND o.row = d.row AND o.outcome = 'review'
      WHERE r.county = $1 AND r.import_id = $2 AND r.row = d.row RETURNING r.row`,
    [
      county,
      id,
      decisions.map(({ row }) => row),
      decisions.map(({ decision }) => decision),
      decisions.map((each) => each.county),
      post,
    ],
  )
  return rows.length
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
  officer: number
  post: number
  lo: number
  hi: number
}
export const askedImports = (tx: Tx): Promise<Asked[]> =>
  tx.query<Asked>(
    `SELECT id, asked, officer_id AS officer, post_id AS post, lo, hi FROM import WHERE asked IS NOT NULL ORDER BY asked_at, id LIMIT 20`,
  )
