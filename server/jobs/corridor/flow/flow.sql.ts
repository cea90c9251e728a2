import type { Plan } from '#domain/plan/indicator.ts'
import type { Clocks } from '../../../context.ts'
import { relationAt } from '../../../people/as-of.ts'
import type { CountyCount } from '../../../people/count/county-count.sql.ts'
import { compiledRule, ruleSql } from '../../../people/why/compiled.ts'

/** Keys of the numbers: 0 own county, 1 elsewhere in the city, else the twelve digits of a province; everybody once. */
export const OWN_COUNTY = 0
export const IN_CITY = 1
export const EVERYBODY = 'all'

/**
 * People at work on the day by area and by where they work, in one pass over the spells that the rule language calls current.
 * The rules of `flowRule` list the same people; a test holds each number to its list.
 */
export function flowCount(plan: Plan, clocks: Clocks): CountyCount {
  const current = ruleSql(compiledRule(plan, 'employment', 'current', clocks.on), clocks, { alias: 'e' })
  return {
    topic: 'flows',
    reach: 'area',
    rows: `SELECT w.area, CASE WHEN grouping(w.place) = 1 THEN '${EVERYBODY}' ELSE w.place::text END AS key,
          count(DISTINCT w.person_id)::int AS n
     FROM (SELECT e.area, e.person_id,
          CASE WHEN e.place >= e.county * 1000000::bigint AND e.place < (e.county + 1) * 1000000::bigint THEN ${OWN_COUNTY}
               WHEN e.place >= 500000000000 AND e.place < 510000000000 THEN ${IN_CITY}
               ELSE e.place - e.place % 10000000000 END AS place
         FROM ${relationAt(clocks.knownAt)('employment')} AS e WHERE e.county = ANY ($1::int[]) AND ${current}) AS w
    GROUP BY GROUPING SETS ((w.area, w.place), (w.area))`,
  }
}
