import { type AreaCode, CITY, type Interval, subtree } from './area.ts'

/** Where one of today's codes lay in a division: a row of `division_place`. */
export type DivisionPlace = { area: AreaCode; village: AreaCode | null; town: AreaCode | null; county: AreaCode }
/** For each code of a division, the intervals of today's codes that make it up: ascending, apart from each other. */
export type DivisionMap = ReadonlyMap<AreaCode, readonly Interval[]>

const SPAN = { village: 1, town: 1_000, county: 1_000_000 } as const

/**
 * Reads the places of one division, given by today's code ascending, the other way round.
 * The intervals of a level never overlap, and those of a village lie in those of its town, and these in its county's.
 */
export function mapDivision(places: readonly DivisionPlace[]): DivisionMap {
  const map = new Map<AreaCode, Interval[]>([[CITY, [subtree(CITY)]]])
  places.forEach((place, at) => {
    const next = places[at + 1]?.area ?? Number.POSITIVE_INFINITY
    for (const level of ['village', 'town', 'county'] as const) {
      const there = place[level]
      if (there !== null) append(map, there, { lo: place.area, hi: Math.min(next, endOf(place.area, SPAN[level])) })
    }
  })
  return map
}

/** A run reaches to the next listed code, but no further than the end of today's unit of its level. */
const endOf = (area: AreaCode, span: number) => area - (area % span) + span

function append(map: Map<AreaCode, Interval[]>, there: AreaCode, run: Interval): void {
  const runs = map.get(there)
  const last = runs?.at(-1)
  if (last?.hi === run.lo) last.hi = run.hi
  else if (runs) runs.push(run)
  else map.set(there, [run])
}
