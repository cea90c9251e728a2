import type { DivisionPlace } from '../places/division-map.ts'
import type { Indicator } from '../plan/indicator.ts'
import { addTally, median, type Tallies, type Tally } from './tally.ts'

/** What was counted, by today's code of the records; medians bring their values, since they do not add up. */
export type Counted = Map<number, { tallies: Tallies; values: Record<string, number[]> }>
export type AreaTallies = Map<number, Tallies>

const CITY = 500_000_000_000

/** Areas of every level a place lies in, in the division of `place`. */
const levelsOf = (place: DivisionPlace): number[] =>
  [CITY, place.county, place.town, place.village].filter((code): code is number => code !== null)

/**
 * 汇总: from villages up to the city, in one division. Counts add up because every record lies in one place;
 * distinct areas and medians are taken anew at each level.
 */
export function rollUp(
  indicators: readonly Indicator[],
  places: readonly DivisionPlace[],
  counted: Counted,
): AreaTallies {
  const areas: AreaTallies = new Map()
  const tallyOf = (area: number, key: string): Tally => {
    let tallies = areas.get(area)
    if (!tallies) areas.set(area, (tallies = {}))
    return (tallies[key] ??= {})
  }
  for (const indicator of indicators) {
    if (indicator.distinct) rollDistinct(indicator, places, counted, tallyOf)
    else if (indicator.median) rollMedian(indicator.key, places, counted, tallyOf)
    else rollCount(indicator.key, places, counted, tallyOf)
  }
  return areas
}

type TallyOf = (area: number, key: string) => Tally

function rollCount(key: string, places: readonly DivisionPlace[], counted: Counted, tallyOf: TallyOf): void {
  for (const place of places) {
    const tally = counted.get(place.area)?.tallies[key]
    if (tally) for (const area of levelsOf(place)) addTally(tallyOf(area, key), tally)
  }
  const above = counted.get(CITY)?.tallies[key]
  if (above) addTally(tallyOf(CITY, key), above)
}

function rollMedian(key: string, places: readonly DivisionPlace[], counted: Counted, tallyOf: TallyOf): void {
  const values = new Map<number, number[]>()
  for (const place of places) {
    const own = counted.get(place.area)?.values[key]
    if (!own) continue
    for (const area of levelsOf(place)) {
      const kept = values.get(area)
      if (kept) for (const value of own) kept.push(value)
      else values.set(area, [...own])
    }
  }
  for (const [area, all] of values) {
    const middle = median(all)
    if (middle !== undefined) tallyOf(area, key).median = middle
  }
}

/** Areas that hold a record, out of those the indicator asks of. */
function rollDistinct(
  indicator: Indicator,
  places: readonly DivisionPlace[],
  counted: Counted,
  tallyOf: TallyOf,
): void {
  const holding = new Map<number, Set<number>>()
  const asked = new Map<number, Set<number>>()
  for (const place of places) {
    const unit = distinctUnit(indicator, place)
    if (unit === undefined) continue
    const held = (counted.get(place.area)?.tallies[indicator.key]?.value ?? 0) > 0
    for (const area of levelsOf(place)) {
      add(asked, area, unit)
      if (held) add(holding, area, unit)
    }
  }
  for (const [area, units] of holding) tallyOf(area, indicator.key).value = units.size
  if (indicator.ofAreas) for (const [area, units] of asked) tallyOf(area, indicator.key).of = units.size
}

/** The area of the level that is counted which a place lies in; undefined where the indicator does not ask of it. */
export function distinctUnit(indicator: Indicator, place: DivisionPlace): number | undefined {
  const unit = indicator.distinct === 'town' ? place.town : place.county
  if (unit === null) return undefined
  const { ofAreas } = indicator
  return ofAreas && 'codes' in ofAreas && !ofAreas.codes.includes(unit) ? undefined : unit
}

function add(sets: Map<number, Set<number>>, area: number, unit: number): void {
  const set = sets.get(area)
  if (set) set.add(unit)
  else sets.set(area, new Set([unit]))
}
