import type { Tx } from '../../db.ts'
import { forMassWork } from '../staging/mass-work.sql.ts'

/** What one part of an import works in: tables of the connection, empty at the start of every transaction. */
const TABLES = `
  CREATE TEMP TABLE IF NOT EXISTS chunk_row (
    row int, round smallint, first_row int, id_index bytea, indexes bytea[], values text[], to_area bigint, decision bigint,
    decision_county int, county int, p_area bigint, p_id bigint, p_new boolean not null default false, h_id bigint, h_area bigint,
    h_new boolean not null default false, h_skip boolean not null default false, s_id bigint, s_area bigint,
    s_new boolean not null default false, outcome text, faults jsonb, candidates bigint[]) ON COMMIT DELETE ROWS;
  CREATE TEMP TABLE IF NOT EXISTS chunk_said (
    at smallint, row int, county int, area bigint, record_id bigint, effect text, facts bigint, firm bigint, won bigint,
    known_from timestamptz, by_hand boolean, differences jsonb, fault text) ON COMMIT DELETE ROWS;
  CREATE TEMP TABLE IF NOT EXISTS chunk_sealed (
    row int, pinyin text, initials text, grams text[], id_kind text, birth_date date, sex text, id_cipher bytea, id_mask text,
    phone_cipher bytea, phone_mask text, bank_cipher bytea, bank_mask text, address_cipher bytea) ON COMMIT DELETE ROWS`

export async function openScratch(tx: Tx): Promise<void> {
  await tx.query('SET LOCAL client_min_messages = warning')
  await forMassWork(tx)
  for (const statement of TABLES.split(';')) await tx.query(statement)
}

/** What of the tables statements are planned by; counting the words of the cells would take longer than the statements. */
const COUNTED = {
  chunk_row: 'row, first_row, id_index, county, p_id, h_id, s_id, decision, outcome',
  chunk_said: 'at, row, county, record_id, effect',
  chunk_sealed: 'row',
}
/** Nobody else counts the rows of a temporary table; of one that nobody counted, PostgreSQL takes it that it is small. */
export const countScratch = (tx: Tx, table: keyof typeof COUNTED) => tx.query(`ANALYZE ${table} (${COUNTED[table]})`)

/** Which rows of an import: of one round, from a row to another. `waits`: some of them come behind an earlier row about the same. */
export type Bounds = { round: number; from: number; to: number; waits?: boolean }
export type Part = Bounds & { county: number; importId: number }

export type Filled = { rows: number; decided: boolean }

/**
 * The rows of a part, and whose they are by their identity numbers (`numbered`: where that may tell): found while they are put down, since
 * telling ten thousand rows afterwards would write each of them twice. What cannot be taken as it was read is refused at once. A number
 * that a file outside the scope holds refuses the row, and tells no more than that.
 */
export async function fillRows(
  tx: Tx,
  { county, importId, round, from, to }: Part,
  { numbered }: { numbered: boolean },
): Promise<Filled> {
  const within = (rows: string) =>
    `${rows}.county = $1 AND ${rows}.import_id = $2 AND ${rows}.round = $3 AND ${rows}.row BETWEEN $4 AND $5`
  const byNumber = (rows: string) =>
    `NOT ${rows}.refused AND NOT ${rows}.twin AND COALESCE(${rows}.decision, 0) = 0 AND ${numbered}`
  const [filled] = await tx.query<Filled>(
    `WITH filled AS (
       INSERT INTO chunk_row (row, round, first_row, id_index, indexes, values, to_area, decision, decision_county, county, p_area, p_id, outcome, faults)
       SELECT r.row, r.round, r.first_row, r.id_index, r.indexes, r.values, r.to_area, r.decision, r.decision_county,
              COALESCE(k.county, (r.to_area / 1000000)::int), k.area, k.id,
              CASE WHEN r.refused OR r.twin OR r.decision = -1 OR ${ELSEWHERE} THEN 'refused' END,
              CASE WHEN r.twin THEN jsonb_build_array(jsonb_build_object('code', 'lists.row.twice', 'row', r.first_row))
                   WHEN r.decision = -1 THEN '[{"code":"lists.row.leftOut"}]'::jsonb
                   WHEN ${ELSEWHERE} THEN '[{"code":"lists.identity.elsewhere"}]'::jsonb END
         FROM import_row r
         LEFT JOIN known_identities((SELECT array_agg(DISTINCT n.id_index) FROM import_row n WHERE ${within('n')} AND ${byNumber('n')})) k
           ON k.id_index = r.id_index AND ${byNumber('r')}
        WHERE ${within('r')} RETURNING decision)
     SELECT count(*)::int AS rows, COALESCE(bool_or(decision > 0), false) AS decided FROM filled`,
    [county, importId, round, from, to],
  )
  return filled!
}
/** Held by somebody, whom the post may not see. */
const ELSEWHERE = '(k.id_index IS NOT NULL AND k.id IS NULL)'

/** Rows that turned out not to be taken, with the reason; what they said is not said. */
export async function refuseRows(tx: Tx, refused: ReadonlyMap<number, string>): Promise<void> {
  const rows = [...refused.keys()]
  await tx.query(
    `UPDATE chunk_row r SET outcome = 'refused', faults = COALESCE(r.faults, '[]') || jsonb_build_array(jsonb_build_object('code', x.code))
       FROM unnest($1::int[], $2::text[]) AS x(row, code) WHERE r.row = x.row`,
    [rows, [...refused.values()]],
  )
  await tx.query('DELETE FROM chunk_said WHERE row = ANY ($1::int[])', [rows])
}

/** Counties the part wrote in. */
export async function countiesOf(tx: Tx): Promise<number[]> {
  const rows = await tx.query<{ county: number }>(
    'SELECT DISTINCT county FROM chunk_row WHERE outcome IS NULL AND county IS NOT NULL ORDER BY county',
  )
  return rows.map(({ county }) => county)
}
