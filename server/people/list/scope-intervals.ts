import type { Interval } from '#domain/places/area.ts'

/**
 * An area as a condition on a row's `area`: the intervals of today's codes that make it up (`resolveArea`). Numbers only.
 * The county is left unsaid: beside the interval it would count twice in the planner's estimate.
 */
export function areaCondition(intervals: readonly Interval[], alias: string): string {
  const each = intervals.map(({ lo, hi }) => `(${alias}.area >= ${whole(lo)} AND ${alias}.area < ${whole(hi)})`)
  if (each.length === 0) return 'FALSE'
  return each.length === 1 ? each[0]! : `(${each.join(' OR ')})`
}

function whole(code: number): string {
  if (!Number.isSafeInteger(code) || code < 0) throw new RangeError('Areas are whole numbers')
  return String(code)
}
