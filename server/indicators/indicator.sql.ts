import { catalogue } from '#domain/people/catalogue.ts'
import type { Catalogue } from '#domain/people/fact.ts'
import type { Interval } from '#domain/places/area.ts'
import type { Indicator, Plan } from '#domain/plan/indicator.ts'
import { indicatorRule, type Part } from '#domain/plan/indicator-rule.ts'
import type { Clocks } from '../context.ts'
import type { Tx } from '../db.ts'
import { relationAt } from '../people/as-of.ts'
import { areaCondition } from '../people/list/scope-intervals.ts'
import { compiledRule, ruleSql } from '../people/why/compiled.ts'

const facts: Catalogue = catalogue

/** `FROM … WHERE …` of the records a number counts, aliased `r`: the count and the list are both made of it. */
export function countedFrom(plan: Plan, indicator: Indicator, part: Part, clocks: Clocks): string {
  const rule = compiledRule(plan, indicator.counts, indicatorRule(indicator, part), clocks.on)
  const table = facts[indicator.counts]!.table
  return `FROM ${relationAt(clocks.knownAt)(table)} r WHERE ${ruleSql(rule, clocks, { alias: 'r', truthy: true })}`
}

/** Column of a scalar fact of the counted record. */
export function columnOf(indicator: Indicator, key: string): string {
  const fact = facts[indicator.counts]!.facts[key]
  if (fact?.kind !== 'scalar') throw new Error(`${indicator.key}: ${key} is no stored fact of ${indicator.counts}`)
  return `r."${fact.column}"`
}

type AreaCount = { area: number; value: number; sum: number | null; code: string | null }

/** Records by village code, with the sum and the breakdown the indicator asks for, in one scan. */
export function countByArea(
  tx: Tx,
  plan: Plan,
  indicator: Indicator,
  part: Part,
  clocks: Clocks,
): Promise<AreaCount[]> {
  const by = part === 'value' && indicator.by ? columnOf(indicator, indicator.by) : 'NULL::text'
  const sum = part === 'value' && indicator.sum ? `sum(${columnOf(indicator, indicator.sum)})::bigint` : 'NULL::bigint'
  return tx.query<AreaCount>(
    `SELECT r.area, count(*) AS value, ${sum} AS sum, ${by} AS code ${countedFrom(plan, indicator, part, clocks)} GROUP BY r.area, 4`,
  )
}

/** The values a median is taken of, by village code: those that are known. */
export const valuesByArea = (tx: Tx, plan: Plan, indicator: Indicator, clocks: Clocks) =>
  tx.query<{ area: number; value: number }>(
    `SELECT r.area, ${columnOf(indicator, indicator.median!)} AS value ${countedFrom(plan, indicator, 'value', clocks)}
       AND ${columnOf(indicator, indicator.median!)} IS NOT NULL`,
  )

export type CountedKey = { county: number; area: number; id: number; person_id: number | null }
export type PageAsked = {
  intervals: readonly Interval[]
  /** Those areas within the intervals that are known to hold what was counted, where that is known. */
  areas?: readonly number[] | undefined
  filter: string
  after: { area: number; id: number }
  limit: number | null
}

/** A page of what a number counted, by area and id. */
export function countedPage(
  tx: Tx,
  plan: Plan,
  indicator: Indicator,
  part: Part,
  clocks: Clocks,
  { intervals, areas, filter, after, limit }: PageAsked,
): Promise<CountedKey[]> {
  const values: unknown[] = [after.area, after.id, limit]
  const place = areas ? areasCondition(areas, values) : areaCondition(intervals, 'r')
  const person = 'person' in facts[indicator.counts]!.facts ? 'r.person_id' : 'NULL::bigint AS person_id'
  return tx.query<CountedKey>(
    `SELECT r.county, r.area, r.id, ${person} ${countedFrom(plan, indicator, part, clocks)}
       AND ${place} AND (${filter}) AND (r.area, r.id) > ($1, $2)
     ORDER BY r.area, r.id LIMIT $3`,
    values,
  )
}

/** Of one county its number is said, too: what is joined to its records is then looked for there alone. */
function areasCondition(areas: readonly number[], values: unknown[]): string {
  const counties = new Set(areas.map((area) => Math.floor(area / 1_000_000)))
  const county = counties.size === 1 ? `r.county = ${[...counties][0]} AND ` : ''
  return `${county}r.area = ANY($${values.push(areas)})`
}

/** Village codes that hold a counted record. */
export const countedAreas = (
  tx: Tx,
  plan: Plan,
  indicator: Indicator,
  clocks: Clocks,
  intervals: readonly Interval[],
) =>
  tx.query<{ area: number }>(
    `SELECT DISTINCT r.area ${countedFrom(plan, indicator, 'value', clocks)} AND ${areaCondition(intervals, 'r')}`,
  )
