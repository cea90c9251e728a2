import type { Role } from './role.ts'

/** Half-open interval of area codes, [lo, hi): what a post reads, and what row-level security compares with. */
export type Scope = { lo: number; hi: number }

/** What administrators read: no code lies in it. */
export const NO_SCOPE: Scope = { lo: 0, hi: 0 }

/** How many codes a subtree spans, by the level of its top. */
const SPAN = { city: 10_000_000_000, county: 1_000_000, town: 1000, village: 1 } as const
type Level = keyof typeof SPAN
const LEVELS: Level[] = ['city', 'county', 'town', 'village']

/** The level a 12-digit code's closing zeros say it has. */
export const levelOf = (area: number): Level => LEVELS.find((level) => area % SPAN[level] === 0) ?? 'village'

/** The subtree of an area: 500235000000 is [500235000000, 500236000000). */
export const areaScope = (area: number): Scope => ({ lo: area, hi: area + SPAN[levelOf(area)] })

/** The scope of a role in an area; a role above or below the area's level has none. */
export function postScope(post: { role: Role; area: number | null }): Scope {
  if (post.area === null || post.role !== levelOf(post.area)) return NO_SCOPE
  return areaScope(post.area)
}

export const inScope = (scope: Scope, area: number): boolean => area >= scope.lo && area < scope.hi

/** Whether all of `inner` lies in `outer`; the empty scope lies everywhere. */
export const withinScope = (outer: Scope, inner: Scope): boolean =>
  inner.lo >= inner.hi || (inner.lo >= outer.lo && inner.hi <= outer.hi)
