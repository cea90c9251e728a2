import type { Day } from '#domain/base/date.ts'
import type { AreaLevel, Interval } from '#domain/places/area.ts'
import type { Tx } from '../../db.ts'

export type Counted = { open: number; waived: number; unknown: number; found: number; mended: number }
export type Counting = {
  interval: Interval
  /** Keys of the findings counted. */
  keys: readonly string[]
  today: Day
  /** First day of the month, of which what came and went is told. */
  since: Day
}

/** In force on a day, of files that have the finding still: `w` the waiver, the day the third parameter. */
const WAIVED = `FROM finding_waiver AS w JOIN determination AS d
      ON d.county = w.county AND d.predicate = w.predicate AND d.person_id = w.person_id AND d.outcome = 'yes'
   WHERE w.area >= $1 AND w.area < $2 AND w.granted AND w.revoked_at IS NULL AND w.ends_on > $3`

/** How many files of an area have a waived finding, by its key; `yes` counts them too. */
export const waivedByRule = (
  tx: Tx,
  { lo, hi }: Interval,
  today: Day,
): Promise<{ predicate: string; waived: number }[]> =>
  tx.query(`SELECT w.predicate, count(*)::int AS waived ${WAIVED} GROUP BY w.predicate`, [lo, hi, today])

/** What came and went since a day, by rule. */
export const flowByRule = (
  tx: Tx,
  { lo, hi }: Interval,
  since: Day,
): Promise<{ predicate: string; found: number; mended: number }[]> =>
  tx.query(
    `SELECT predicate, sum(found)::int AS found, sum(mended)::int AS mended FROM finding_flow
      WHERE area >= $1 AND area < $2 AND day >= $3 GROUP BY predicate`,
    [lo, hi, since],
  )

/** What an area's children span, and the level at which they are counted already. */
const CHILDREN: Record<AreaLevel, { step: number; level: 2 | 3 | null } | null> = {
  1: { step: 1_000_000, level: 2 },
  2: { step: 1_000, level: 3 },
  3: { step: 1, level: null },
  4: null,
}

/** The same for every area directly below, all keys together; areas of which nothing is to be said are left out. */
export async function countsByArea(
  tx: Tx,
  level: AreaLevel,
  { interval: { lo, hi }, keys, today, since }: Counting,
): Promise<({ area: number } & Counted)[]> {
  const children = CHILDREN[level]
  if (!children) return []
  const { step } = children
  const place = (column: string) => `${column} / ${step} * ${step}`
  const held =
    children.level === null
      ? `SELECT p.area, count(*) FILTER (WHERE d.outcome = 'yes') AS yes, count(*) FILTER (WHERE d.outcome = 'unknown') AS unknown
           FROM person p JOIN determination d ON d.county = p.county AND d.person_id = p.id
          WHERE p.area >= $1 AND p.area < $2 AND d.predicate = ANY ($5) GROUP BY p.area`
      : `SELECT ${place('area')} AS area, sum(yes) AS yes, sum(unknown) AS unknown FROM determination_count
          WHERE level IN (0, ${children.level}) AND area >= $1 AND area < $2 AND predicate = ANY ($5) GROUP BY 1`
  return tx.query(
    `WITH held AS (${held}),
     waived AS (SELECT ${place('w.area')} AS area, count(*) AS waived ${WAIVED} AND w.predicate = ANY ($5) GROUP BY 1),
     flow AS (
       SELECT ${place('area')} AS area, sum(found) AS found, sum(mended) AS mended FROM finding_flow
        WHERE area >= $1 AND area < $2 AND day >= $4 AND predicate = ANY ($5) GROUP BY 1),
     every AS (
       SELECT area, coalesce(yes, 0) - coalesce(waived, 0) AS open, coalesce(waived, 0) AS waived, coalesce(unknown, 0) AS unknown,
              coalesce(found, 0) AS found, coalesce(mended, 0) AS mended
         FROM held FULL JOIN waived USING (area) FULL JOIN flow USING (area))
     SELECT area, open::int, waived::int, unknown::int, found::int, mended::int FROM every
      WHERE open <> 0 OR waived > 0 OR unknown <> 0 OR found > 0 OR mended > 0 ORDER BY open DESC, area`,
    [lo, hi, today, since, keys],
  )
}

export type FlowPoint = { on: Day; found: number; mended: number; redrawn: number; waived: number }

/**
 * What came and went in each period, with the waivers in force at its end. Periods run from `from`, the first of them, or from
 * the first day of which anything is known; `by` is a day or a month.
 */
export const flowByPeriod = (
  tx: Tx,
  { interval: { lo, hi }, keys, today }: Omit<Counting, 'since'>,
  { from, by }: { from: Day; by: 'day' | 'month' },
): Promise<FlowPoint[]> =>
  tx.query(
    `WITH flow AS MATERIALIZED (
       SELECT date_trunc('${by}', day)::date AS starts, sum(found)::int AS found, sum(mended)::int AS mended,
              sum(redrawn)::int AS redrawn
         FROM finding_flow WHERE area >= $1 AND area < $2 AND predicate = ANY ($5) GROUP BY 1),
     waiver AS MATERIALIZED (
       SELECT (w.decided_at AT TIME ZONE 'Asia/Shanghai')::date AS since,
              least(w.ends_on, (w.revoked_at AT TIME ZONE 'Asia/Shanghai')::date) AS until
         FROM finding_waiver AS w JOIN determination AS d
           ON d.county = w.county AND d.predicate = w.predicate AND d.person_id = w.person_id AND d.outcome = 'yes'
        WHERE w.area >= $1 AND w.area < $2 AND w.granted AND w.predicate = ANY ($5)),
     period AS (
       SELECT p::date AS starts, (p + interval '1 ${by}')::date AS next
         FROM generate_series(greatest($4::date, (SELECT min(starts) FROM flow)), $3::date, interval '1 ${by}') AS p)
     SELECT starts AS "on", coalesce(found, 0) AS found, coalesce(mended, 0) AS mended, coalesce(redrawn, 0) AS redrawn,
            (SELECT count(*)::int FROM waiver WHERE since < next AND until >= least(next, $3::date + 1)) AS waived
       FROM period LEFT JOIN flow USING (starts) ORDER BY starts`,
    [lo, hi, today, from, keys],
  )
