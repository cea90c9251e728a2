import type { Tx } from '../../db.ts'
import type { LedgerRow } from '../file/file-rows.sql.ts'
import type { Merged } from '../list/people-given.ts'

/** A table of rows that hang on a person and keep a history, and what of it must not stand twice of one person. */
export type PersonTable = { table: string; apart: { same: string[]; days: boolean }[] }

const TABLES = `
  SELECT c.relname AS "table",
    (SELECT coalesce(json_agg(json_build_object('days', keys.text LIKE '%daterange(%', 'same',
        (SELECT coalesce(json_agg(a.attname), '[]') FROM unnest(i.indkey::int2[]) AS n JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = n
          WHERE a.attname NOT IN ('county', 'person_id')))), '[]')
       -- A key may be an expression: what keeps spells apart names the person as (person_id + 0).
       FROM pg_index i CROSS JOIN LATERAL (SELECT string_agg(pg_get_indexdef(i.indexrelid, n, false), ' ') AS text FROM generate_series(1, i.indnkeyatts) AS n) AS keys
      WHERE i.indrelid = c.oid AND (i.indisunique OR i.indisexclusion) AND keys.text ~ '\\mperson_id\\M') AS apart
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
   WHERE k.contype = 'f' AND k.confrelid = 'person'::regclass AND to_regclass(c.relname || '_history') IS NOT NULL
   ORDER BY c.relname`

let kept: PersonTable[] | undefined

/**
 * Found in the catalog, with the unique and exclusion constraints that name the person: a table added tomorrow moves like the rest.
 * Tables change at a start only, so they are read once.
 */
export async function personTables(tx: Tx): Promise<PersonTable[]> {
  kept ??= await tx.query<PersonTable>(TABLES)
  return kept
}

export type OverlapRow = { table: string; one: LedgerRow; other: LedgerRow }

/** Rows of two files that constraints would not let stand in one. */
export async function overlapsOf(tx: Tx, county: number, one: number, other: number): Promise<OverlapRow[]> {
  const each = (await personTables(tx)).flatMap(({ table, apart }) =>
    apart.map(({ same, days }) => {
      const equal = same.map((column) => ` AND b.${column} = a.${column}`).join('')
      const meet = days ? ' AND daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)' : ''
      return `SELECT '${table}' AS "table", to_jsonb(a) AS one, to_jsonb(b) AS other FROM ${table} a
         JOIN ${table} b ON b.county = a.county AND b.person_id = $3${equal}${meet}
        WHERE a.county = $1 AND a.person_id = $2`
    }),
  )
  return tx.query<OverlapRow>(each.join('\nUNION ALL\n'), [county, one, other])
}

export async function rowCounts(tx: Tx, county: number, person: number): Promise<{ table: string; rows: number }[]> {
  const each = (await personTables(tx)).map(
    ({ table }) =>
      `SELECT '${table}' AS "table", count(*)::int AS rows FROM ${table} WHERE county = $1 AND person_id = $2`,
  )
  return tx.query(each.join(' UNION ALL '), [county, person])
}

export type Marked = { at: string; why: string }

/** Rows leave the ledger for its history. `table` is one of `personTables`. */
export async function leaveOut(tx: Tx, county: number, table: string, ids: readonly number[], { at, why }: Marked) {
  await tx.query(
    `WITH gone AS (DELETE FROM ${table} WHERE county = $1 AND id = ANY ($2::bigint[]) RETURNING *)
     INSERT INTO ${table}_history SELECT gone.*, $3::timestamptz, $4 FROM gone`,
    [county, ids, at, why],
  )
}

/** Everything said of a person is said of another from now on, or in another village of the county; what was said before is kept. */
export async function moveRows(
  tx: Tx,
  { county, from, to, area }: { county: number; from: number; to: number; area: number },
  { at, why }: Marked,
): Promise<void> {
  for (const { table } of await personTables(tx))
    await tx.query(
      `WITH said AS (SELECT * FROM ${table} WHERE county = $1 AND person_id = $2 FOR UPDATE),
            kept AS (INSERT INTO ${table}_history SELECT said.*, $5::timestamptz, $6 FROM said)
       UPDATE ${table} AS t SET person_id = $3, area = $4, known_from = $5::timestamptz
         FROM said WHERE t.county = said.county AND t.id = said.id`,
      [county, from, to, area, at, why],
    )
}

/** Every row that the merge moved stands again as it stood, with its own person and village. */
export async function moveBack(tx: Tx, { county, closed, mergedAt }: Merged, { at, why }: Marked): Promise<void> {
  for (const { table } of await personTables(tx))
    await tx.query(
      `WITH was AS (
         SELECT h.county, h.id, h.person_id, h.area FROM ${table}_history h
           JOIN ${table} t ON t.county = h.county AND t.id = h.id AND t.known_from = $3::timestamptz
          WHERE h.county = $1 AND h.person_id = $2 AND h.known_to = $3::timestamptz AND h.superseded_by = 'merged'),
            kept AS (INSERT INTO ${table}_history SELECT t.*, $4::timestamptz, $5 FROM ${table} t
                       JOIN was ON t.county = was.county AND t.id = was.id)
       UPDATE ${table} AS t SET person_id = was.person_id, area = was.area, known_from = $4::timestamptz
         FROM was WHERE t.county = was.county AND t.id = was.id`,
      [county, closed, mergedAt, at, why],
    )
}

/** Rows that the merge left out stand again: those of which nothing was said from the merge on. */
export async function takeBackIn(tx: Tx, { county, closed, survivor, mergedAt }: Merged, at: string): Promise<void> {
  for (const { table } of await personTables(tx))
    await tx.query(
      `INSERT INTO ${table}
       SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(h) || jsonb_build_object('known_from', $5::timestamptz))).*
         FROM ${table}_history h
         LEFT JOIN ${table} t ON t.county = h.county AND t.id = h.id
         LEFT JOIN ${table}_history l ON l.county = h.county AND l.id = h.id AND l.known_from = $4::timestamptz
        WHERE h.county = $1 AND h.person_id IN ($2, $3) AND h.known_to = $4::timestamptz AND h.superseded_by = 'merged'
          AND t.id IS NULL AND l.id IS NULL`,
      [county, closed, survivor, mergedAt, at],
    )
}

export type LaterRow = { table: string; row: LedgerRow }

/** Rows that the merge moved and that were changed, ended, verified or withdrawn since: later work that builds on the merge. */
export async function changedSince(tx: Tx, { county, closed, mergedAt }: Merged): Promise<LaterRow[]> {
  const each = (await personTables(tx)).map(
    ({ table }) =>
      `SELECT '${table}' AS "table", to_jsonb(l) AS row FROM ${table}_history h
         JOIN ${table}_history l ON l.county = h.county AND l.id = h.id AND l.known_from = h.known_to
        WHERE h.county = $1 AND h.person_id = $2 AND h.known_to = $3::timestamptz AND h.superseded_by = 'merged'`,
  )
  return tx.query<LaterRow>(each.join(' UNION ALL '), [county, closed, mergedAt])
}

/** Rows recorded on the surviving file since: whose they are no ledger knows, so they stay where they were recorded. */
export async function recordedSince(tx: Tx, { county, survivor, mergedAt }: Merged): Promise<LaterRow[]> {
  const each = (await personTables(tx)).map(
    ({ table }) =>
      `SELECT '${table}' AS "table", to_jsonb(t) AS row FROM ${table} t
         LEFT JOIN ${table}_history h ON h.county = t.county AND h.id = t.id AND h.known_to >= $3::timestamptz
        WHERE t.county = $1 AND t.person_id = $2 AND t.known_from > $3::timestamptz AND h.id IS NULL`,
  )
  return tx.query<LaterRow>(each.join(' UNION ALL '), [county, survivor, mergedAt])
}
