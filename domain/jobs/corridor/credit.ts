import type { AreaCode } from '../../places/area.ts'

/** Key of an agreement: a plan's own, or `c` and the ledger id of one that an officer entered. Nothing else reaches a rule. */
export const CORRIDOR_KEY = '^[a-z0-9]+(-[a-z0-9]+)*$'

/** Counted among people: who a corridor brought to work this year, by an arrival that was confirmed. A person fits once, however often they travelled. */
export const creditRule = (corridor: string, who: 'all' | 'lifted' = 'all'): string => {
  if (!new RegExp(CORRIDOR_KEY).test(corridor)) throw new Error('no key of a corridor')
  const credited = `some d in dispatches satisfies d.corridor = "${corridor}" and d.arrived_on != null and d.arrived_on >= year_start and d.arrived_on <= on`
  return who === 'all' ? credited : `lifted and (${credited})`
}

/** Where people at work are: in their own county, elsewhere in the city, or in a province by its code. */
export type Destination = 'county' | 'city' | AreaCode
const PROVINCE = 10_000_000_000

/** Who works there on the day; somebody with work in two places is in both lists. */
export function flowRule(to: Destination): string {
  const where =
    to === 'county'
      ? 'e.in_county'
      : to === 'city'
        ? 'e.in_city and not(e.in_county)'
        : `e.place >= ${to} and e.place < ${to + PROVINCE}`
  return `some e in employments satisfies e.current and ${where}`
}

/** Everybody at work, each once. */
export const AT_WORK = 'some e in employments satisfies e.current'
