import type { AreaLevel, Interval } from '#domain/places/area.ts'
import type { Tx } from '../db.ts'

export type Found = { yes: number; unknown: number }

/** The level at which an area's files are counted already; villages have few enough to count. */
const COUNTED: Record<AreaLevel, 2 | 3 | null> = { 1: 2, 2: 2, 3: 3, 4: null }

/**
 * How many files of an area have each need or finding, and of how many it cannot be told. `determined` is false as long as
 * no determination was finished.
 */
export async function countFound(
  tx: Tx,
  { lo, hi }: Interval,
  level: AreaLevel,
): Promise<{ determined: boolean; counts: Map<string, Found> }> {
  const counted = COUNTED[level]
  const rows = await tx.query<Found & { predicate: string }>(counted === null ? BY_FILE : BY_AREA, [
    ...[lo, hi],
    ...(counted === null ? [] : [counted]),
  ])
  const [setting] = rows.length > 0 ? [true] : await tx.query(`SELECT FROM setting WHERE key = 'determination'`)
  const counts = new Map(rows.map(({ predicate, yes, unknown }) => [predicate, { yes, unknown }]))
  return { determined: setting !== undefined, counts }
}

/** What the last full determination left, and what has changed since. */
const BY_AREA = `SELECT predicate, sum(yes)::int AS yes, sum(unknown)::int AS unknown
  FROM determination_count WHERE level IN (0, $3) AND area >= $1 AND area < $2 GROUP BY predicate`

const BY_FILE = `SELECT d.predicate, count(*) FILTER (WHERE d.outcome = 'yes')::int AS yes,
         count(*) FILTER (WHERE d.outcome = 'unknown')::int AS unknown
    FROM person p JOIN determination d ON d.county = p.county AND d.person_id = p.id
   WHERE p.area >= $1 AND p.area < $2 GROUP BY d.predicate`
