import { CITY } from '../../places/area.ts'
import { provinces } from '../../places/provinces.ts'

/** Places of matching, six digits: county-level units inside the city, provinces outside it. */
const OWN = Math.floor(CITY / 1e10)
/** Wished for, stands for every county of the city. */
export const CITY_WIDE = OWN * 10_000

const byName = new Map(
  [...provinces].flatMap(([code, { zh, en }]) => [zh, en.toLowerCase()].map((name) => [name, Math.floor(code / 1e10)])),
)
const known = new Set(byName.values())

/** The place of a twelve-digit area, or of what somebody wrote: 2, 6, 9 or 12 digits, or a province's name; 0 if it is none. */
export function placeOf(area: number | string): number {
  const text = String(area)
  const province = /^\d+$/.test(text)
    ? Number(text.slice(0, 2))
    : (byName.get(text.toLowerCase().replace(/[省市]$/, '')) ?? 0)
  if (!known.has(province) || (/^\d+$/.test(text) && ![2, 6, 9, 12].includes(text.length))) return 0
  if (province !== OWN || text.length < 6) return province * 10_000
  return Number(text.slice(0, 6))
}

/** Town and village of an area in the city; 0 where a place is as fine as it gets. */
export const villageOf = (area: number): number => (Math.floor(area / 1e10) === OWN ? area % 1_000_000 : 0)
