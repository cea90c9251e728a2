import type { Day } from '../../base/date.ts'
import { type AreaCode, CITY, contains, countyOf } from '../../places/area.ts'

/** How a list is ordered that does not follow the profile. */
export type PlainOrder = 'newest' | 'nearest'
type Placed = { id: number; place: AreaCode; valid_from: Day; age_from: number; age_to: number | null }

/**
 * What the law alone keeps from somebody: the ages of a vacancy. A birth date that is not known keeps nothing away; whoever takes somebody
 * on looks at it.
 */
export const isLawfulAt = (
  age: number | undefined,
  { age_from, age_to }: Pick<Placed, 'age_from' | 'age_to'>,
): boolean => age === undefined || (age >= age_from && (age_to === null || age <= age_to))

/** The first `most`, newest first, or by how much of the home's division code they share: village, town, county, city, elsewhere. */
export function inPlainOrder<V extends Placed>(
  vacancies: Iterable<V>,
  order: PlainOrder,
  home: AreaCode,
  most: number,
): V[] {
  const newest = (a: V, b: V) => (a.valid_from === b.valid_from ? b.id - a.id : a.valid_from < b.valid_from ? 1 : -1)
  const step = new Map<V, number>()
  const all = [...vacancies]
  if (order === 'nearest') for (const each of all) step.set(each, stepsFrom(home, each.place))
  return all.sort((a, b) => (step.get(a) ?? 0) - (step.get(b) ?? 0) || newest(a, b)).slice(0, most)
}

/** 0 in the village … 4 outside the city; a place that is only named as a town or county counts as that far. */
export function stepsFrom(home: AreaCode, place: AreaCode): 0 | 1 | 2 | 3 | 4 {
  if (place === home) return 0
  if (Math.floor(place / 1000) === Math.floor(home / 1000) && place % 1_000_000 >= 1000) return 1
  if (countyOf(place) === countyOf(home)) return 2
  return contains(CITY, place) ? 3 : 4
}
