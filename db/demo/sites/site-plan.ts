import { apportion, apportionWithin } from '../apportion.ts'
import * as aims from '../calibration.ts'
import type { Portion } from '../territory.ts'

/** What a portion's sites are drawn from; every part of the portion draws the same ones. */
export type SitePlan = {
  portion: number
  county: number
  countyThen: number
  towns: { code: number; villages: number[] }[]
  workshops: number[]
  others: Record<string, number[]>
}

/** Sites are whole at every scale. A count that grows is taken apart by its growth, so that no county loses what it had. */
export function sitePlans(portions: readonly Portion[], weights: number[]): SitePlan[] {
  const workshops = growing(
    aims.moments.map((m) => m.workshops),
    weights,
  )
  const even = weights.map((weight) => Math.sqrt(weight) + 1)
  const others = Object.entries(aims.siteCounts).map(
    ([kind, counts]) =>
      [kind, kind === 'return_home_park' ? parks(counts, portions, even) : growing(counts, even)] as const,
  )
  return portions.map(({ index, county, countyThen, towns }, i) => ({
    portion: index,
    county,
    countyThen,
    towns,
    workshops: workshops.map((counts) => counts[i] as number),
    others: Object.fromEntries(others.map(([kind, years]) => [kind, years.map((counts) => counts[i] as number)])),
  }))
}

function growing(counts: readonly number[], weights: readonly number[]): number[][] {
  const steps = counts.map((count, i) => count - (i === 0 ? 0 : (counts[i - 1] as number)))
  const parts: number[][] = []
  for (const step of steps) {
    const last = parts.at(-1) ?? weights.map(() => 0)
    const change = step >= 0 ? apportion(step, weights) : apportionWithin(-step, last, last).map((n) => -n)
    parts.push(last.map((n, i) => n + (change[i] as number)))
  }
  return parts
}

/** The four key counties get theirs in the plan's first months. */
function parks(counts: readonly number[], portions: readonly Portion[], weights: readonly number[]): number[][] {
  const isKey = portions.map(({ countyThen }) => aims.KEY_COUNTIES.includes(countyThen))
  const atStart = apportion(
    counts[0] as number,
    weights.map((weight, i) => (isKey[i] ? 0 : weight)),
  )
  const firstMonths = atStart.map((n, i) => n + (isKey[i] ? 1 : 0))
  const later = growing([0, ...counts.slice(2).map((n) => n - (counts[1] as number))], weights)
  return [atStart, ...later.map((more) => more.map((n, i) => n + (firstMonths[i] as number)))]
}
