import { type Day, monthEnd } from '../base/date.ts'
import type { DivisionPlace } from '../places/division-map.ts'
import type { Indicator } from '../plan/indicator.ts'
import { type Counted, rollUp } from './rollup.ts'
import type { Tally } from './tally.ts'

/** The values of one indicator in one area, one for each day; null where there is none. */
export type TrendValues = (number | null)[]

/** Month ends up to a day, the day itself last: a trend ends where the overview stands. */
export function monthEnds(on: Day, months: number): Day[] {
  const ends = [on]
  let day = `${on.slice(0, 7)}-01`
  while (ends.length < months) {
    const before = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
    ends.unshift(monthEnd(before))
    day = `${before.slice(0, 7)}-01`
  }
  return ends
}

/** A share's trend is told in percent, as its target is; a share of nothing, and a median of nothing, have no value. */
export function trendValue({ unit, median }: Indicator, tally: Tally = {}): number | null {
  if (median) return tally.median ?? null
  if (unit !== 'percent') return tally.value ?? 0
  return tally.of ? Math.round(((tally.value ?? 0) / tally.of) * 1000) / 10 : null
}

/** The trend of every area of a division in which anything was counted on any of the days. */
export function trendsOf(
  indicator: Indicator,
  places: readonly DivisionPlace[],
  days: readonly Day[],
  counted: ReadonlyMap<Day, Counted>,
): Map<number, TrendValues> {
  const trends = new Map<number, TrendValues>()
  for (const [at, on] of days.entries()) {
    for (const [area, tallies] of rollUp([indicator], places, counted.get(on)!)) {
      let trend = trends.get(area)
      if (!trend) trends.set(area, (trend = emptyTrend(indicator, days.length)))
      trend[at] = trendValue(indicator, tallies[indicator.key])
    }
  }
  return trends
}

/** What the trend says of an area in which nothing was counted. */
export const emptyTrend = (indicator: Indicator, days: number): TrendValues =>
  Array.from({ length: days }, () => trendValue(indicator))
