import type { Interval } from '#domain/places/area.ts'
import type { Tx } from '../../db.ts'
import { areaCondition } from '../list/scope-intervals.ts'

/**
 * 区县计数: what is counted by county. `rows` is a statement that answers with `area`, `key` and `n` of the counties in $1; a number
 * of a county must be the sum of those of its parts. `reach`: which rows an area's numbers rest on: its own, or any of the county;
 * of the latter a post that sees less than the county is told what it sees.
 */
export type CountyCount = { topic: string; reach: 'area' | 'county'; rows: string }
/** The same with the hash of its statement. */
export type KnownCount = CountyCount & { definition: string }
export type CountedArea = { area: number; numbers: Record<string, number> }

/** Counts of a county that are kept at least, and for how long all are: who looks at day after day must not fill the disk. */
const KEPT = 8
const KEPT_ANYWAY = '10 minutes'
/** Nobody else counts in this transaction, and sorting a city beside the disk doubles its time. */
const SORTED_IN_MEMORY = '128MB'

/** Those of the counties whose ledger changed since they were counted, or that never were. */
export async function staleCounties(tx: Tx, count: KnownCount, counties: readonly number[]): Promise<number[]> {
  const rows = await tx.query<{ county: number }>(
    `SELECT c.county FROM unnest($1::int[]) AS c(county) LEFT JOIN ledger_head h ON h.county = c.county
       LEFT JOIN county_count k ON k.county = c.county AND k.topic = $2 AND k.definition = $3 AND k.whole
      WHERE k.head IS DISTINCT FROM coalesce(h.changed_at, '-infinity')`,
    [counties, count.topic, count.definition],
    'stale-counties',
  )
  return rows.map(({ county }) => county)
}

/** One process at a time counts the same; whoever comes second finds what the first kept. Until the transaction ends. */
export async function holdCountyCount(tx: Tx, { definition }: KnownCount): Promise<void> {
  await tx.query('SET LOCAL lock_timeout = 0')
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('county_count ' || $1, 0))", [definition])
  await tx.query(`SET LOCAL work_mem = '${SORTED_IN_MEMORY}'`)
}

/** Counts some counties and puts that in the place of what was kept of them. */
export async function countCounties(
  tx: Tx,
  { topic, definition, rows }: KnownCount,
  counties: readonly number[],
  now: Date,
): Promise<void> {
  // Read before anything is counted: a change that comes in between is counted already, and counted again at the next question.
  const heads = await tx.query<{ county: number; head: string }>(
    `SELECT c.county, coalesce(h.changed_at, '-infinity')::text AS head
       FROM unnest($1::int[]) AS c(county) LEFT JOIN ledger_head h ON h.county = c.county`,
    [counties],
  )
  await tx.query('DELETE FROM county_count WHERE topic = $1 AND definition = $2 AND county = ANY ($3::int[])', [
    ...[topic, definition, counties],
  ])
  await tx.query(
    `WITH counted AS MATERIALIZED (${rows}),
       heads AS (SELECT * FROM unnest($1::int[], $2::timestamptz[]) AS h(county, head)),
       areas AS (
         SELECT area, false AS whole, jsonb_object_agg(key, n) AS numbers FROM counted GROUP BY area
          UNION ALL
         SELECT h.county * 1000000::bigint, true, coalesce(jsonb_object_agg(s.key, s.n) FILTER (WHERE s.key IS NOT NULL), '{}')
           FROM heads h LEFT JOIN (
             SELECT area / 1000000 AS county, key, sum(n) AS n FROM counted GROUP BY 1, 2) AS s ON s.county = h.county
          GROUP BY h.county)
     INSERT INTO county_count (county, area, topic, definition, whole, head, counted_at, numbers)
     SELECT h.county, a.area, $3, $4, a.whole, h.head, $5, a.numbers
       FROM areas a JOIN heads h ON h.county = a.area / 1000000`,
    [heads.map(({ county }) => county), heads.map(({ head }) => head), topic, definition, now.toISOString()],
  )
  await dropOld(tx, topic, counties, now)
}

const dropOld = (tx: Tx, topic: string, counties: readonly number[], now: Date) =>
  tx.query(
    `DELETE FROM county_count AS k USING (
       SELECT county, definition, counted_at, row_number() OVER (PARTITION BY county ORDER BY counted_at DESC) AS place
         FROM county_count WHERE topic = $1 AND county = ANY ($2::int[]) AND whole) AS old
      WHERE k.county = old.county AND k.topic = $1 AND k.definition = old.definition
        AND old.place > $3 AND old.counted_at < $4::timestamptz - interval '${KEPT_ANYWAY}'`,
    [topic, counties, KEPT, now.toISOString()],
  )

type Asked = { counties: readonly number[]; intervals: readonly Interval[]; whole: boolean }

/** The same counted now, for a post that sees a part of a county. */
export const countSeen = (tx: Tx, { rows }: CountyCount, { counties, intervals }: Omit<Asked, 'whole'>) =>
  tx.query<CountedArea>(
    `SELECT k.area, jsonb_object_agg(k.key, k.n) AS numbers FROM (${rows}) AS k WHERE ${areaCondition(intervals, 'k')} GROUP BY k.area`,
    [counties],
  )

/** What was counted in an area: of its counties as wholes, or of every code in it. */
export const readCountyCount = (tx: Tx, { topic, definition }: KnownCount, { counties, intervals, whole }: Asked) =>
  tx.query<CountedArea>(
    `SELECT k.area, k.numbers FROM county_count k
      WHERE k.county = ANY ($1::int[]) AND k.topic = $2 AND k.definition = $3 AND k.whole = $4 AND ${areaCondition(intervals, 'k')}`,
    [counties, topic, definition, whole],
  )
