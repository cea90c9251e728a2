import type { Interval } from '#domain/places/area.ts'
import { TODAY } from '#domain/places/division.ts'
import type { Indicator } from '#domain/plan/indicator.ts'
import type { Part } from '#domain/plan/indicator-rule.ts'
import type { Tx } from '../../db.ts'
import { areaCondition } from '../../people/list/scope-intervals.ts'

/** An area of any level and how many counted records lie in it and below it. */
export type AreaHeld = { area: number; value: number }
type Asked = { run: number; intervals: readonly Interval[]; from: number; most: number }

/**
 * The first areas, from one on, in which a run counted something of a number: a list need not look for it elsewhere.
 * Undefined when the run is no longer kept.
 */
export async function areasHolding(
  tx: Tx,
  indicator: Indicator,
  part: Part,
  { run, intervals, from, most }: Asked,
): Promise<AreaHeld[] | undefined> {
  const held = await tx.query<AreaHeld>(
    `SELECT f.area, (f.tallies #>> $3)::bigint AS value FROM figure_area f
      WHERE f.run = $1 AND f.division = $2 AND ${areaCondition(intervals, 'f')} AND f.area >= $4 AND f.tallies #>> $3 IS NOT NULL
      ORDER BY f.county, f.area LIMIT $5`,
    [run, TODAY, pathOf(indicator, part), from, most],
  )
  if (held.length > 0) return held
  const kept = await tx.query('SELECT FROM figure_run WHERE id = $1', [run])
  return kept.length > 0 ? [] : undefined
}

const pathOf = ({ key }: Indicator, part: Part): string[] =>
  typeof part === 'string' ? [key, part] : [key, 'parts', part.code]
