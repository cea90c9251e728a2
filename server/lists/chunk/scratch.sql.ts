import type { Tx } from '../../db.ts'
import { forMassWork } from '../staging/mass-work.sql.ts'

/** What one part of an import works in: tables of the connection, empty at the start of every transaction. */
const TABLES = `
  CREATE TEMP TABLE IF NOT EXISTS chunk_row (
    row int PRIMARY KEY, round smallint, first_row int, id_index bytea, indexes bytea[], values text[], to_area bigint, decision bigint,
    decision_county int, county int, p_area bigint, p_id bigint, p_new boolean not null default false, h_id bigint, h_area bigint,
    h_new boolean not null default false, h_skip boolean not null default false, s_id bigint, s_area bigint,
    s_new boolean not null default false, outcome text, faults jsonb, candidates bigint[]) ON COMMIT DELETE ROWS;
  CREATE TEMP TABLE IF NOT EXISTS chunk_said (
    at smallint, row int, county int, area bigint, record_id bigint, effect text, facts bigint, firm bigint, won bigint,
    known_from timestamptz, by_hand boolean, differences jsonb, fault text) ON COMMIT DELETE ROWS;
  CREATE INDEX IF NOT EXISTS chunk_said_row ON chunk_said (row);
  CREATE TEMP TABLE IF NOT EXISTS chunk_sealed (
    row int PRIMARY KEY, pinyin text, initials text, grams text[], id_kind text, birth_date date, sex text, id_cipher bytea, id_mask text,
    phone_cipher bytea, phone_mask text, bank_cipher bytea, bank_mask text, address_cipher bytea) ON COMMIT DELETE ROWS`

export async function openScratch(tx: Tx): Promise<void> {
  await tx.query('SET LOCAL client_min_messages = warning')
  await forMassWork(tx)
  for (const statement of TABLES.split(';')) await tx.query(statement)
}

/** Nobody else counts the rows of a temporary table; of one that nobody counted, PostgreSQL takes it that it is small. */
export const countScratch = (tx: Tx, table: 'chunk_row' | 'chunk_said' | 'chunk_sealed') => tx.query(`ANALYZE ${table}`)

/** Which rows of an import: of one round, from a row to another. */
export type Part = { county: number; importId: number; round: number; from: number; to: number }

/** The rows of a part; what cannot be taken as it was read is refused at once. */
export const fillRows = (tx: Tx, { county, importId, round, from, to }: Part) =>
  tx.query(
    `INSERT INTO chunk_row (row, round, first_row, id_index, indexes, values, to_area, decision, decision_county, county, outcome, faults)
     SELECT row, round, first_row, id_index, indexes, values, to_area, decision, decision_county, (to_area / 1000000)::int,
            CASE WHEN refused OR twin OR decision = -1 THEN 'refused' END,
            CASE WHEN twin THEN jsonb_build_array(jsonb_build_object('code', 'lists.row.twice', 'row', first_row))
                 WHEN decision = -1 THEN '[{"code":"lists.row.leftOut"}]'::jsonb END
       FROM import_row WHERE county = $1 AND import_id = $2 AND round = $3 AND row BETWEEN $4 AND $5`,
    [county, importId, round, from, to],
  )

/** Rows that turned out not to be taken, with the reason. */
export const refuseRows = (tx: Tx, refused: ReadonlyMap<number, string>) =>
  tx.query(
    `UPDATE chunk_row r SET outcome = 'refused', faults = COALESCE(r.faults, '[]') || jsonb_build_array(jsonb_build_object('code', x.code))
       FROM unnest($1::int[], $2::text[]) AS x(row, code) WHERE r.row = x.row`,
    [[...refused.keys()], [...refused.values()]],
  )

export const countRows = async (tx: Tx): Promise<number> =>
  Number((await tx.query<{ n: number }>('SELECT count(*) AS n FROM chunk_row'))[0]!.n)

/** Counties the part writes in, in the order in which they are locked. */
export async function countiesOf(tx: Tx): Promise<number[]> {
  const rows = await tx.query<{ county: number }>(
    'SELECT DISTINCT county FROM chunk_row WHERE outcome IS NULL AND county IS NOT NULL ORDER BY county',
  )
  return rows.map(({ county }) => county)
}

const LOCK_SPACE = 0x6c697374
/** Whoever works on an import, its parts are done one after the other. */
export const lockImport = (tx: Tx, id: number) =>
  tx.query('SELECT pg_advisory_xact_lock($1, ($2::bigint % 2147483647)::int)', [LOCK_SPACE + 1, id])

/** Two imports never write in one county at once. */
export const lockCounty = (tx: Tx, county: number) =>
  tx.query('SELECT pg_advisory_xact_lock($1, $2)', [LOCK_SPACE, county])
