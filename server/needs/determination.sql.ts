import type { Tx } from '../db.ts'

/** What is true of a county's files, as columns: the place of a predicate in `keys`, the file, its village, unknown or not. */
export type Determined = { predicates: number[]; ids: number[]; areas: number[]; unknown: boolean[] }
export type Changed = { gained: number; lost: number; changed: number }

/** When the ledger of each county last changed; a county that never did has none. */
export async function ledgerHeads(tx: Tx): Promise<Map<number, string>> {
  const rows = await tx.query<{ county: number; changed_at: string }>('SELECT county, changed_at FROM ledger_head')
  return new Map(rows.map(({ county, changed_at }) => [county, changed_at]))
}

/** The same of one county, which then cannot change before the transaction ends. */
export async function holdLedgerHead(tx: Tx, county: number): Promise<string | undefined> {
  const [row] = await tx.query<{ changed_at: string }>(
    'SELECT changed_at FROM ledger_head WHERE county = $1 FOR UPDATE',
    [county],
  )
  return row?.changed_at
}

/** How many files each county has, in the order of their codes. */
export const countFiles = (tx: Tx): Promise<{ county: number; files: number }[]> =>
  tx.query('SELECT county, count(*) AS files FROM person GROUP BY county ORDER BY county')

/** How many files there are, as the planner reckons: nobody waits for a count. */
export async function estimatedFiles(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ files: number }>(
    "SELECT reltuples::bigint AS files FROM pg_class WHERE oid = 'person'::regclass",
  )
  return row!.files
}

/** Counties that have determinations, whether or not they have files still. */
export async function determinedCounties(tx: Tx): Promise<number[]> {
  const rows = await tx.query<{ county: number }>('SELECT DISTINCT county FROM determination_count')
  return rows.map(({ county }) => county)
}

const FRESH = `fresh AS MATERIALIZED (
    SELECT k.predicate, f.person_id, f.area, CASE WHEN f.is_unknown THEN 'unknown' ELSE 'yes' END AS outcome
      FROM unnest($2::int[], $3::bigint[], $4::bigint[], $5::boolean[]) AS f(place, person_id, area, is_unknown)
      JOIN unnest($6::text[]) WITH ORDINALITY AS k(predicate, place) ON k.place = f.place + 1)`

const DIFFERENCE = `WITH ${FRESH},
  old AS MATERIALIZED (SELECT predicate, person_id, area, outcome FROM determination WHERE county = $1),
  lost AS (
    DELETE FROM determination d USING (
      SELECT o.predicate, o.person_id FROM old o LEFT JOIN fresh f ON f.predicate = o.predicate AND f.person_id = o.person_id
       WHERE f.person_id IS NULL) AS gone
     WHERE d.county = $1 AND d.predicate = gone.predicate AND d.person_id = gone.person_id RETURNING 1),
  changed AS (
    UPDATE determination d SET outcome = f.outcome, area = f.area,
           since = CASE WHEN o.outcome = f.outcome THEN d.since ELSE $7 END
      FROM old o JOIN fresh f ON f.predicate = o.predicate AND f.person_id = o.person_id
     WHERE d.county = $1 AND d.predicate = o.predicate AND d.person_id = o.person_id
       AND (o.outcome <> f.outcome OR o.area <> f.area) RETURNING 1),
  gained AS (
    INSERT INTO determination (county, area, predicate, person_id, outcome, since)
    SELECT $1, f.area, f.predicate, f.person_id, f.outcome, $7
      FROM fresh f LEFT JOIN old o ON o.predicate = f.predicate AND o.person_id = f.person_id
     WHERE o.person_id IS NULL RETURNING 1),
  turned AS (
    SELECT f.area, f.predicate, 1 AS found, 0 AS mended
      FROM fresh f LEFT JOIN old o ON o.predicate = f.predicate AND o.person_id = f.person_id
     WHERE f.outcome = 'yes' AND (o.person_id IS NULL OR o.outcome <> 'yes' OR o.area <> f.area)
     UNION ALL
    SELECT o.area, o.predicate, 0, 1
      FROM old o LEFT JOIN fresh f ON f.predicate = o.predicate AND f.person_id = o.person_id
     WHERE o.outcome = 'yes' AND (f.person_id IS NULL OR f.outcome <> 'yes' OR f.area <> o.area)),
  flowed AS (
    INSERT INTO finding_flow AS w (county, area, predicate, day, found, mended, redrawn)
    SELECT $1, area, predicate, $8::date, CASE WHEN $9 THEN 0 ELSE sum(found) END, CASE WHEN $9 THEN 0 ELSE sum(mended) END,
           CASE WHEN $9 THEN sum(found - mended) ELSE 0 END
      FROM turned WHERE predicate = ANY ($10) GROUP BY area, predicate
    ON CONFLICT (county, area, predicate, day) DO UPDATE
      SET found = w.found + excluded.found, mended = w.mended + excluded.mended, redrawn = w.redrawn + excluded.redrawn)
  SELECT (SELECT count(*) FROM gained) AS gained, (SELECT count(*) FROM lost) AS lost, (SELECT count(*) FROM changed) AS changed`

export type Writing = {
  keys: readonly string[]
  now: string
  /** What appears and goes away is kept by the day, of these. */
  findings: { keys: readonly string[]; day: string; redrawn: boolean }
}

/** Makes a county's determinations what they are found to be; what was so before keeps its `since`. */
export async function writeCounty(
  tx: Tx,
  county: number,
  { predicates, ids, areas, unknown }: Determined,
  { keys, now, findings }: Writing,
): Promise<Changed> {
  const kept = [findings.day, findings.redrawn, findings.keys]
  const values = [county, predicates, ids, areas, unknown, keys, now, ...kept]
  // Two lists of a county side by side: where the table was never analysed the planner takes one for a single row and walks the other once for each.
  await tx.query('SET LOCAL enable_nestloop = off')
  const [row] = await tx.query<Changed>(DIFFERENCE, values)
  await tx.query('DELETE FROM determination_count WHERE county = $1', [county])
  for (const [level, step] of [
    [2, 1_000_000],
    [3, 1_000],
  ])
    await tx.query(
      `INSERT INTO determination_count (county, area, level, predicate, yes, unknown)
       SELECT county, area / ${step} * ${step}, ${level}, predicate,
              count(*) FILTER (WHERE outcome = 'yes'), count(*) FILTER (WHERE outcome = 'unknown')
         FROM determination WHERE county = $1 GROUP BY county, area / ${step}, predicate`,
      [county],
    )
  return row!
}

/** Which files of some counties have, or may have, what a condition says: for rules that columns cannot answer. */
export const askFiles = (
  tx: Tx,
  outcome: string,
  { from, to }: { from: number; to: number },
): Promise<{ county: number; id: number; area: number; outcome: boolean | null }[]> =>
  tx.query(
    `SELECT p.county, p.id, p.area, q.outcome FROM person AS p LEFT JOIN LATERAL (SELECT ${outcome} AS outcome) AS q ON true
      WHERE p.county >= $1 AND p.county < $2 AND q.outcome IS NOT FALSE`,
    [from, to],
  )

/** What the determinations in the table were made with. */
export type DeterminationSetting = { plan: string; on: string; knownAt: string; definition: string; files: number }

export const keepSetting = (tx: Tx, setting: DeterminationSetting): Promise<object[]> =>
  tx.query(
    `INSERT INTO setting (key, value) VALUES ('determination', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify(setting)],
  )

export async function findSetting(tx: Tx): Promise<DeterminationSetting | undefined> {
  const [row] = await tx.query<{ value: DeterminationSetting }>(`SELECT value FROM setting WHERE key = 'determination'`)
  return row?.value
}

/** The plan and the day that are shown by default. */
export async function defaultsOf(tx: Tx): Promise<{ plan: string; on: string } | undefined> {
  const [row] = await tx.query<{ value: { plan: string; on: string } }>(
    `SELECT value FROM setting WHERE key = 'defaults'`,
  )
  return row?.value
}
