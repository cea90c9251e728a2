import type { Day } from '#domain/base/date.ts'
import { type AreaCode, type Interval, levelOf } from '#domain/places/area.ts'
import { type DivisionMap, mapDivision } from '#domain/places/division-map.ts'
import { placesOf, type Reader } from './area.sql.ts'
import { refuseArea } from './unknown-area.ts'

/** Divisions change at a start only, so a map that was read is kept; an empty table is read again. */
const maps = new Map<Day, DivisionMap>()

/** For every code of a division, the intervals of today's codes that make it up. */
export async function divisionMap(tx: Reader, division: Day): Promise<DivisionMap> {
  const kept = maps.get(division)
  if (kept) return kept
  const places = await placesOf(tx, division)
  const map = mapDivision(places)
  if (places.length > 0) maps.set(division, map)
  return map
}

/**
 * The intervals [lo, hi) of today's codes that make up an area of a division, which is named by its first day
 * (`divisionOn(day)`): ascending, apart, at least one. Refuses a code that is not one of that division (404).
 */
export async function resolveArea(tx: Reader, code: AreaCode, division: Day): Promise<readonly Interval[]> {
  levelOf(code)
  const runs = (await divisionMap(tx, division)).get(code)
  return runs ?? refuseArea(tx, code, division)
}
