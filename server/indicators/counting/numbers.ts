import type { Day } from '#domain/base/date.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Catalogue, ScalarType } from '#domain/people/fact.ts'
import type { Indicator, Plan } from '#domain/plan/indicator.ts'
import { indicatorRule } from '#domain/plan/indicator-rule.ts'
import type { Predicate } from '#domain/rules/predicate.ts'
import { compiledRule } from '../../people/why/compiled.ts'

/** One number to be counted: an indicator's value on a day, or what that is a share of, by the rule its list is made of. */
export type AskedNumber = { indicator: Indicator; part: 'value' | 'of'; on: Day; predicate: Predicate }

const facts: Catalogue = catalogue

/** Every number of some indicators on some days, by the record type they count. */
export function askedNumbers(
  plan: Plan,
  indicators: readonly Indicator[],
  days: readonly Day[],
): Map<string, AskedNumber[]> {
  const all = days.flatMap((on) =>
    indicators.flatMap((indicator) => {
      const parts = indicator.of && !indicator.median ? (['value', 'of'] as const) : (['value'] as const)
      return parts.map((part) => ({
        ...{ indicator, part, on },
        predicate: compiledRule(plan, indicator.counts, indicatorRule(indicator, part), on),
      }))
    }),
  )
  return Map.groupBy(all, ({ indicator }) => indicator.counts)
}

/** The facts that figures need beside those their rules read, as `record.key`: breakdowns, sums, medians. */
export const factsBeside = (indicators: readonly Indicator[]): string[] =>
  indicators.flatMap(({ counts, by, sum, median }) =>
    [by, sum, median].filter((key) => key !== undefined).map((key) => `${counts}.${key}`),
  )

/** Whether columns can break down, add up and take medians as this indicator asks: by texts, of numbers. */
export function fitsColumns({ counts, by, sum, median }: Indicator): boolean {
  const is = (key: string | undefined, type: ScalarType) => {
    const fact = key === undefined ? undefined : facts[counts]!.facts[key]
    return key === undefined || (fact?.kind === 'scalar' && fact.type === type)
  }
  return is(by, 'string') && is(sum, 'number') && is(median, 'number')
}
