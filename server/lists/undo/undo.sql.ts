import { catalogue, type RecordName } from '#domain/people/catalogue.ts'
import type { Tx } from '../../db.ts'

/** Something that builds on what is to be undone: whose work, on which kind of record, of how many. */
export type LaterWork = { record: RecordName; by: string; importId: number | null; n: number }

const tableOf = (record: RecordName) => catalogue[record].table
/** What an import wrote of a kind of record: since when its word stands, and whether it opened the record. */
const WRITTEN = `SELECT county, record_id, min(said_at) AS first, max(COALESCE(restored_at, said_at)) AS last, bool_or(effect = 'opened') AS opened
  FROM list_claim WHERE import_id = $1 AND record = $2 AND effect IN ('opened', 'changed') GROUP BY county, record_id`

/** Kinds of record that an import opened or changed. */
export async function writtenRecords(tx: Tx, importId: number): Promise<RecordName[]> {
  const rows = await tx.query<{ record: RecordName }>(
    `SELECT DISTINCT record FROM list_claim WHERE import_id = $1 AND effect IN ('opened', 'changed')`,
    [importId],
  )
  return rows.map(({ record }) => record)
}

export async function countWritten(tx: Tx, importId: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM list_claim WHERE import_id = $1 AND effect IN ('opened', 'changed')`,
    [importId],
  )
  return row!.n
}

/** Later lists that spoke of facts this one changed, whether they were believed or not: what they were held against is no more. */
export const laterLists = (tx: Tx, importId: number): Promise<LaterWork[]> =>
  tx.query(
    `SELECT k.record, COALESCE(max(i.post_title || ' · ' || i.officer_name), '') AS by, l.import_id AS "importId", count(DISTINCT k.record_id)::int AS n
       FROM list_claim k JOIN list_claim l ON l.county = k.county AND l.record_id = k.record_id AND l.import_id NOT IN (0, $1)
        AND l.said_at > k.said_at AND (k.effect = 'opened' OR (l.facts & k.won) <> 0)
       LEFT JOIN import i ON i.id = l.import_id
      WHERE k.import_id = $1 AND k.effect IN ('opened', 'changed') GROUP BY k.record, l.import_id ORDER BY l.import_id LIMIT 20`,
    [importId],
  )

/** Records that somebody changed, ended or moved since. */
export const laterChanges = (tx: Tx, importId: number, record: RecordName): Promise<LaterWork[]> =>
  tx.query(
    `SELECT $2::text AS record, COALESCE(p.title, '') AS by, NULL::bigint AS "importId", count(*)::int AS n
       FROM (${WRITTEN}) k LEFT JOIN ${tableOf(record)} t ON t.county = k.county AND t.id = k.record_id
       LEFT JOIN LATERAL (SELECT post_title AS title FROM import WHERE post_id = t.recorded_by LIMIT 1) p ON true
      WHERE t.id IS NULL OR t.known_from <> k.last GROUP BY p.title`,
    [importId, record],
  )

/** Spells that others recorded of people this import opened. */
export const laterSpells = (tx: Tx, importId: number, spell: RecordName): Promise<LaterWork[]> =>
  tx.query(
    `SELECT $2::text AS record, '' AS by, NULL::bigint AS "importId", count(*)::int AS n
       FROM list_claim k JOIN ${tableOf(spell)} t ON t.county = k.county AND t.person_id = k.record_id
      WHERE k.import_id = $1 AND k.record = 'person' AND k.effect = 'opened'
        AND NOT EXISTS (SELECT FROM list_claim o WHERE o.county = t.county AND o.record_id = t.id AND o.import_id = $1 AND o.effect = 'opened')
     HAVING count(*) > 0`,
    [importId, spell],
  )

/** Files merged into people this import opened: they would go with the one that has everything of theirs. */
export const laterMerges = (tx: Tx, importId: number): Promise<LaterWork[]> =>
  tx.query(
    `SELECT 'person' AS record, '并档 merge' AS by, NULL::bigint AS "importId", count(*)::int AS n
       FROM list_claim k JOIN merged_file m ON m.county = k.county AND m.survivor_id = k.record_id AND m.unmerged_at IS NULL
      WHERE k.import_id = $1 AND k.record = 'person' AND k.effect = 'opened' HAVING count(*) > 0`,
    [importId],
  )

export type Opened = { county: number; id: number; area: number }
export const openedPeople = (tx: Tx, importId: number): Promise<Opened[]> =>
  tx.query(
    `SELECT k.county, k.record_id AS id, p.area FROM list_claim k JOIN person p ON p.county = k.county AND p.id = k.record_id
      WHERE k.import_id = $1 AND k.record = 'person' AND k.effect = 'opened' ORDER BY 1, 2`,
    [importId],
  )

/** People whose own file, or a spell of whose, an import changed without opening the file. */
export async function changedPeople(tx: Tx, importId: number, records: readonly RecordName[]): Promise<Opened[]> {
  const spells = records.filter((record) => record !== 'person' && 'person' in catalogue[record].facts)
  const parts = spells.map(
    (record) =>
      `SELECT t.county, t.person_id AS id FROM list_claim k JOIN ${tableOf(record)} t ON t.county = k.county AND t.id = k.record_id
        WHERE k.import_id = $1 AND k.record = '${record}' AND k.effect IN ('opened', 'changed')`,
  )
  parts.push(
    `SELECT county, record_id FROM list_claim WHERE import_id = $1 AND record = 'person' AND effect = 'changed'`,
  )
  return tx.query(
    `SELECT DISTINCT p.county, p.id, p.area FROM (${parts.join(' UNION ')}) x(county, id) JOIN person p USING (county, id) ORDER BY 1, 2`,
    [importId],
  )
}

/** What was changed says again what it said before, known so from now on. */
export async function restoreRecord(tx: Tx, importId: number, record: RecordName, now: string): Promise<void> {
  const table = tableOf(record)
  await tx.query(
    `UPDATE list_claim c SET restored_at = $3::timestamptz FROM (${WRITTEN}) k
       JOIN ${table}_history h ON h.county = k.county AND h.id = k.record_id AND h.known_to = k.first
      WHERE NOT k.opened AND c.county = k.county AND c.record_id = k.record_id AND c.import_id <> $1
        AND c.effect IN ('opened', 'changed') AND COALESCE(c.restored_at, c.said_at) = h.known_from`,
    [importId, record, now],
  )
  if (record === 'person' || record === 'household') return restoreSealed(tx, importId, record, now)
  const columns = await columnsOf(tx, table)
  const kept = new Set(['county', 'area', 'id', 'known_from'])
  const back = columns.filter((column) => !kept.has(column)).map((column) => `${column} = h.${column}`)
  await tx.query(
    `WITH k AS MATERIALIZED (${WRITTEN}),
     said AS (SELECT t.* FROM ${table} t JOIN k ON t.county = k.county AND t.id = k.record_id WHERE NOT k.opened FOR UPDATE OF t),
     kept AS (INSERT INTO ${table}_history SELECT said.*, $3::timestamptz, 'undone' FROM said)
     UPDATE ${table} AS t SET ${back.join(', ')}, known_from = $3::timestamptz
       FROM k JOIN ${table}_history h ON h.county = k.county AND h.id = k.record_id AND h.known_to = k.first
      WHERE NOT k.opened AND t.county = k.county AND t.id = k.record_id`,
    [importId, record, now],
  )
}

async function restoreSealed(tx: Tx, importId: number, record: 'person' | 'household', now: string): Promise<void> {
  const many = record === 'person' ? 'people' : 'households'
  const changed = `SELECT array_agg(county) AS counties, array_agg(record_id) AS ids, array_agg(first) AS until FROM (${WRITTEN}) k WHERE NOT k.opened HAVING count(*) > 0`
  // Numbers that the import gave to files without one are free again.
  if (record === 'person')
    await tx.query(
      `SELECT release_identities(array_agg(p.county), array_agg(p.id)) FROM (${WRITTEN}) k JOIN person p ON p.county = k.county AND p.id = k.record_id
         JOIN person_history h ON h.county = k.county AND h.id = k.record_id AND h.known_to = k.first
        WHERE NOT k.opened AND h.id_index IS NULL AND p.id_index IS NOT NULL HAVING count(*) > 0`,
      [importId, record],
    )
  await tx.query(`SELECT supersede_${many}(c.counties, c.ids, $3, 'undone') FROM (${changed}) c`, [
    importId,
    record,
    now,
  ])
  await tx.query(`SELECT restore_${many}(c.counties, c.ids, c.until, $3) FROM (${changed}) c`, [importId, record, now])
}

/** What was opened is said no more; history keeps that it was. */
export async function withdrawRecord(tx: Tx, importId: number, record: RecordName, now: string): Promise<void> {
  const table = tableOf(record)
  const opened = `SELECT array_agg(county) AS counties, array_agg(record_id) AS ids FROM (${WRITTEN}) k WHERE k.opened HAVING count(*) > 0`
  if (record === 'person')
    await tx.query(`SELECT release_identities(c.counties, c.ids) FROM (${opened}) c`, [importId, record])
  if (record === 'person' || record === 'household') {
    const many = record === 'person' ? 'people' : 'households'
    await tx.query(`SELECT supersede_${many}(c.counties, c.ids, $3, 'undone') FROM (${opened}) c`, [
      importId,
      record,
      now,
    ])
    if (record === 'person')
      await tx.query(
        `DELETE FROM determination d USING (${WRITTEN}) k WHERE k.opened AND d.county = k.county AND d.person_id = k.record_id`,
        [importId, record],
      )
    await tx.query(
      `DELETE FROM ${table} t USING (${WRITTEN}) k WHERE k.opened AND t.county = k.county AND t.id = k.record_id`,
      [importId, record],
    )
    return
  }
  await tx.query(
    `WITH gone AS (DELETE FROM ${table} t USING (${WRITTEN}) k WHERE k.opened AND t.county = k.county AND t.id = k.record_id RETURNING t.*)
     INSERT INTO ${table}_history SELECT gone.*, $3::timestamptz, 'undone' FROM gone`,
    [importId, record, now],
  )
}

export const forgetClaims = (tx: Tx, importId: number) =>
  tx.query('DELETE FROM list_claim WHERE import_id = $1', [importId])

async function columnsOf(tx: Tx, table: string): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `SELECT attname::text AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  )
  return rows.map(({ name }) => name)
}
