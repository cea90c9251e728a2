import { creditRule } from '#domain/jobs/corridor/credit.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { quoteString } from '#domain/rules/sql/text.ts'
import { relationAt } from '../../../people/as-of.ts'
import type { CountyCount } from '../../../people/count/county-count.sql.ts'
import { compiledRule, ruleSql } from '../../../people/why/compiled.ts'

/** An agreement's key, and the day up to which those credited in its year are counted. */
export type Credit = { corridor: string; on: string }
export const creditKey = ({ corridor, on }: Credit, who: 'all' | 'lifted'): string => `${corridor} ${on} ${who}`

/**
 * People whom agreements are credited with, all and lifted, by area. The same compiled rule over the same relation lists them
 * (`listPeople` with the rule as its filter), so a number is the length of its list.
 */
export function creditCount(
  credits: readonly Credit[],
  { plan, knownAt }: { plan: Plan; knownAt: string | null },
): CountyCount {
  const person = relationAt(knownAt)('person')
  const counted = credits.flatMap((credit) =>
    (['all', 'lifted'] as const).map((who) => {
      const rule = compiledRule(plan, 'person', creditRule(credit.corridor, who), credit.on)
      return `SELECT p.area, ${quoteString(creditKey(credit, who))} AS key, count(*)::int AS n FROM ${person} AS p
        WHERE p.county = ANY ($1::int[]) AND ${ruleSql(rule, { knownAt }, { alias: 'p' })} GROUP BY p.area`
    }),
  )
  return { topic: 'credited', reach: 'area', rows: counted.join('\n UNION ALL\n ') }
}
