import type { Interval } from '#domain/places/area.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Clocks } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { relationAt } from '../../../people/as-of.ts'
import { areaCondition } from '../../../people/list/scope-intervals.ts'
import { compiledRule, ruleSql } from '../../../people/why/compiled.ts'

export type Counting = { plan: Plan; clocks: Clocks; intervals: readonly Interval[]; step: number }

/**
 * People for whom a rule holds, by the areas that `step` cuts the codes into (1,000,000: counties). The same compiled rule
 * over the same relation lists them (`listPeople` with the rule as its filter), so a number is the length of its list.
 */
export async function countPeople(
  tx: Tx,
  rule: string,
  { plan, clocks, intervals, step }: Counting,
): Promise<ReadonlyMap<number, number>> {
  const compiled = compiledRule(plan, 'person', rule, clocks.on)
  const rows = await tx.query<{ area: number; people: number }>(
    `SELECT p.area - p.area % $1 AS area, count(*)::int AS people FROM ${relationAt(clocks.knownAt)('person')} AS p
      WHERE ${areaCondition(intervals, 'p')} AND ${ruleSql(compiled, clocks, { alias: 'p' })} GROUP BY 1`,
    [step],
  )
  return new Map(rows.map(({ area, people }) => [area, people]))
}

export const sumOf = (counts: ReadonlyMap<number, number>): number => [...counts.values()].reduce((a, b) => a + b, 0)
