import type { Tx } from '../../db.ts'
import type { Check } from '../shape/list-checks.ts'
import { type ListShape, literal } from '../shape/list-shape.ts'
import type { ImportKey } from '../staging/staging.sql.ts'
import type { Telling } from './open.sql.ts'
import type { Bounds, Part } from './scratch.sql.ts'

/** What was said of every record, by which row, how strongly, and whether it was believed. */
export async function keepClaims(tx: Tx, shape: ListShape, { importId, now }: Telling): Promise<void> {
  // A row speaks of a record once, unless the list says two things of one kind; asking that of every claim costs as much again as the claim.
  const twice = (at: number) => shape.records.filter(({ record }) => record === shape.records[at]!.record).length > 1
  for (const { at, record } of shape.records)
    await tx.query(
      `INSERT INTO list_claim (county, area, record, record_id, import_id, row, rank, as_of, effect, facts, firm, won, said_at)
       SELECT county, area, '${record}', record_id, $1, row, ${shape.list.rank}, '${shape.asOf}', effect, facts, firm, won, $2::timestamptz
         FROM chunk_said WHERE at = ${at} AND facts <> 0 ${twice(at) ? 'ON CONFLICT DO NOTHING' : ''}`,
      [importId, now],
    )
}

/** What became of every row, or would become of it. A further row about a subject that is not settled yet waits, unless rows are taken now. */
export async function keepOutcomes(
  tx: Tx,
  shape: ListShape,
  { county, area, id }: ImportKey,
  part: Part,
  taking: boolean,
): Promise<void> {
  const { subject } = shape.list
  const files = { person: ['r.p_new', 'r.p_id'], household: ['r.h_new', 'r.h_id'], site: ['r.s_new', 'r.s_id'] }
  const [fresh, to] = files[subject as keyof typeof files]
  const gone = await tx.query<Tally>(
    `WITH gone AS (DELETE FROM import_outcome o USING chunk_row r
       WHERE o.county = $1 AND o.import_id = $2 AND o.row BETWEEN $3 AND $4 AND o.row = r.row RETURNING o.outcome)
     SELECT outcome, -count(*)::int AS n FROM gone GROUP BY outcome`,
    [county, id, part.from, part.to],
  )
  const waits = taking || part.round === 1 ? 'false' : `r.outcome IS NULL AND f.outcome IN ('new', 'review', 'waiting')`
  const told = await tx.query<Tally>(
    `WITH told AS (INSERT INTO import_outcome (county, area, import_id, row, outcome, to_county, to_id, differences, faults, candidates)
     SELECT $1, $2, $3, r.row,
            CASE WHEN ${waits} THEN 'waiting' ELSE COALESCE(r.outcome, CASE WHEN ${fresh} THEN 'new' WHEN s.told THEN 'changed' ELSE 'same' END) END,
            r.county, CASE WHEN r.outcome IS NULL THEN ${to} END, s.differences,
            ${subject === 'person' ? ELSEWHERE : 'r.faults'}, CASE WHEN r.outcome = 'review' THEN r.candidates END
       FROM chunk_row r LEFT JOIN import_outcome f ON f.county = $1 AND f.import_id = $3 AND f.row = r.first_row
       LEFT JOIN (
         SELECT row, bool_or(effect IN ('opened', 'changed')) AS told,
                jsonb_path_query_array(jsonb_agg(CASE WHEN effect = 'opened' THEN ($4::jsonb[])[at + 1] ELSE differences END), '$[*][*]') AS differences
           FROM chunk_said WHERE effect <> 'same' GROUP BY row) s ON s.row = r.row RETURNING outcome)
     SELECT outcome, count(*)::int AS n FROM told GROUP BY outcome`,
    [county, area, id, shape.records.map(({ record }) => JSON.stringify([{ record, opens: true }]))],
  )
  await addTallies(tx, { county, id }, [...gone, ...told])
}

export type Tally = { outcome: string; n: number }
/** How many rows came to what is told while it lasts. */
export const addTallies = (tx: Tx, { county, id }: Pick<ImportKey, 'county' | 'id'>, more: readonly Tally[]) =>
  tx.query(
    `UPDATE import SET tallies = (
       SELECT COALESCE(jsonb_object_agg(outcome, n), '{}') FROM (
         SELECT outcome, sum(n) AS n FROM (
           SELECT key AS outcome, value::int AS n FROM jsonb_each_text(tallies) UNION ALL SELECT * FROM unnest($3::text[], $4::int[])) AS each
          GROUP BY outcome HAVING sum(n) > 0) AS whole)
      WHERE county = $1 AND id = $2`,
    [county, id, more.map(({ outcome }) => outcome), more.map(({ n }) => n)],
  )

/** That a person lives elsewhere than the row says is told; moving is not a list's to do. */
const ELSEWHERE = `CASE WHEN r.outcome IS NULL AND NOT r.p_new AND r.to_area % 1000 <> 0 AND r.p_area <> r.to_area
  THEN COALESCE(r.faults, '[]') || '[{"code":"lists.person.livesElsewhere"}]'::jsonb ELSE r.faults END`

export const keepChunk = (
  tx: Tx,
  { county, area, id }: ImportKey,
  work: 'match' | 'apply',
  part: Part,
  rows: number,
  now: string,
) =>
  tx.query(
    `INSERT INTO import_chunk (county, area, import_id, work, round, from_row, to_row, rows, done_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [county, area, id, work, part.round, part.from, part.to, rows, now],
  )

/** Of some rows of a round the first that are not done yet; undefined when all are. */
export async function nextUndone(
  tx: Tx,
  { county, id }: ImportKey,
  work: 'match' | 'apply',
  { round, from, to }: Bounds,
): Promise<Bounds | undefined> {
  const done = await tx.query<{ from: number; to: number }>(
    `SELECT from_row AS "from", to_row AS "to" FROM import_chunk
      WHERE county = $1 AND import_id = $2 AND work = $3 AND round = $4 AND to_row >= $5 AND from_row <= $6 ORDER BY from_row`,
    [county, id, work, round, from, to],
  )
  let first = from
  for (const part of done) {
    if (part.from > first) return { round, from: first, to: part.from - 1 }
    first = Math.max(first, part.to + 1)
  }
  return first > to ? undefined : { round, from: first, to }
}

/** Whether any row opens or changes anything: of most lists most rows say what stands. */
export async function saysAnything(tx: Tx): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM chunk_said WHERE effect IN ('opened', 'changed') LIMIT 1`)
  return rows.length > 0
}

/** How many people's files the part opened or changed. */
export async function countTouched(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `SELECT count(DISTINCT r.p_id)::int AS n FROM chunk_row r JOIN chunk_said s ON s.row = r.row
      WHERE r.outcome IS NULL AND s.effect IN ('opened', 'changed')`,
  )
  return row!.n
}

/** People whose files the part opened or changed. */
export const touchedPeople = (
  tx: Tx,
  shape: ListShape,
): Promise<{ row: number; county: number; id: number; area: number }[]> =>
  shape.records.some(({ record }) => !['site', 'household', 'activity'].includes(record))
    ? tx.query(
        `SELECT DISTINCT ON (r.county, r.p_id) r.row, r.county, r.p_id AS id, COALESCE(r.p_area, r.to_area) AS area FROM chunk_row r JOIN chunk_said s ON s.row = r.row
          WHERE r.outcome IS NULL AND r.p_id IS NOT NULL AND s.effect IN ('opened', 'changed') ORDER BY r.county, r.p_id`,
      )
    : Promise.resolve([])

export type Found = { row: number; key: string }
/** Of the files the part touched, those that rules find and did not find before: each file is looked at once, for all of them. */
export function newlyFound(tx: Tx, checks: readonly Check[]): Promise<Found[]> {
  if (checks.length === 0) return Promise.resolve([])
  const found = checks.map(({ key, sql }) => `CASE WHEN (${sql}) THEN ${literal(key)} END`)
  return tx.query(
    `SELECT t.row, k.key FROM (
       SELECT r.row, r.county, r.p_id AS id FROM chunk_row r WHERE r.outcome IS NULL AND r.p_id IS NOT NULL
          AND r.row IN (SELECT s.row FROM chunk_said s WHERE s.effect IN ('opened', 'changed')) OFFSET 0) AS t
       CROSS JOIN LATERAL (SELECT array_remove(ARRAY[${found.join(', ')}]::text[], NULL) AS found
         FROM person AS p WHERE p.county = t.county AND p.id = t.id OFFSET 0) AS f
       CROSS JOIN unnest(f.found) AS k(key)
       LEFT JOIN determination d ON d.county = t.county AND d.person_id = t.id AND d.predicate = k.key AND d.outcome = 'yes'
      WHERE d.person_id IS NULL`,
  )
}

/** What the preview tells of rows that are taken all the same. */
export const keepWarnings = (tx: Tx, { county, area, id }: ImportKey, warned: readonly Found[]) =>
  tx.query(
    `INSERT INTO import_warning (county, area, import_id, row, predicate)
     SELECT $1, $2, $3, w.row, w.predicate FROM unnest($4::int[], $5::text[]) AS w(row, predicate) ON CONFLICT DO NOTHING`,
    [county, area, id, warned.map(({ row }) => row), warned.map(({ key }) => key)],
  )
