import type { Tx } from '../../../db.ts'
import { relationAt } from '../../../people/as-of.ts'
import { areaCondition } from '../../../people/list/scope-intervals.ts'
import { compiledRule, ruleSql } from '../../../people/why/compiled.ts'
import type { Counting } from '../agreement/credited.sql.ts'

/** `place`: 0 own county, 1 elsewhere in the city, else the twelve digits of a province. */
export type FlowRow = { area: number; place: number; people: number }
export const OWN_COUNTY = 0
export const IN_CITY = 1

/**
 * People at work on the day by the areas that `step` cuts the codes into and by where they work, in one pass over the spells
 * that the rule language calls current. The rules of `flowRule` list the same people; a test holds each number to its list.
 */
export function countFlows(tx: Tx, { plan, clocks, intervals, step }: Counting): Promise<FlowRow[]> {
  const current = ruleSql(compiledRule(plan, 'employment', 'current', clocks.on), clocks, { alias: 'e' })
  return tx.query<FlowRow>(
    `SELECT e.area - e.area % $1 AS area,
        CASE WHEN e.place >= e.county * 1000000::bigint AND e.place < (e.county + 1) * 1000000::bigint THEN ${OWN_COUNTY}
             WHEN e.place >= 500000000000 AND e.place < 510000000000 THEN ${IN_CITY}
             ELSE e.place - e.place % 10000000000 END AS place,
        count(DISTINCT e.person_id)::int AS people
       FROM ${relationAt(clocks.knownAt)('employment')} AS e
      WHERE ${areaCondition(intervals, 'e')} AND ${current} GROUP BY 1, 2`,
    [step],
  )
}
