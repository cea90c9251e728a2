import { fail, type Words } from '#domain/base/fail.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { indicatorRule } from '#domain/plan/indicator-rule.ts'

/** A need, a finding, or an indicator that counts people: what can be asked of one file under a name. */
export type NamedRule = {
  key: string
  kind: 'need' | 'finding' | 'indicator'
  name: Words
  where: string
  clause: string | null
  severity: string | null
  source: string | null
  mend: Words | null
}

const kept = new WeakMap<Plan, NamedRule[]>()

/** Every rule of a plan over a person, in the order of the plan: needs and findings, then indicators. */
export function personRules(plan: Plan): readonly NamedRule[] {
  const known = kept.get(plan)
  if (known) return known
  const predicates = plan.predicates
    .filter(({ record }) => record === 'person')
    .map(
      ({ key, kind, name, where, clause = null, severity = null, source = null, mend }): NamedRule => ({
        ...{ key, kind, name, where, clause, severity, source, mend },
      }),
    )
  const indicators = plan.indicators
    .filter(({ counts, distinct, median }) => counts === 'person' && distinct === undefined && median === undefined)
    .map((indicator): NamedRule => {
      const { key, name, source } = indicator
      const where = indicatorRule(indicator)
      return { key, kind: 'indicator', name, where, clause: null, severity: null, source, mend: null }
    })
  const rules = [...predicates, ...indicators]
  kept.set(plan, rules)
  return rules
}

/** Refuses (404) a key that names no rule over a person of this plan; lists of people take needs and findings only. */
export function getRule(plan: Plan, key: string, kinds: readonly NamedRule['kind'][]): NamedRule {
  const rule = personRules(plan).find((each) => each.key === key && kinds.includes(each.kind))
  return (
    rule ??
    fail(
      'people.predicate.unknown',
      {
        zh: `方案“${plan.name.zh}”中没有针对人员的条件“${key}”。请从方案页的需求、疑点或指标中选择。`,
        en: `The plan “${plan.name.en}” has no rule over people named “${key}”. Choose one of its needs, findings or indicators.`,
      },
      { status: 404, where: { predicate: key } },
    )
  )
}
