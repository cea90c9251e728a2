import type { Static } from 'typebox'
import type { Day } from '#domain/base/date.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Fact } from '#domain/people/fact.ts'
import type { RaisedFinding } from '#domain/people/people.api.ts'
import type { NamedPredicate, Plan } from '#domain/plan/indicator.ts'
import type { Predicate } from '#domain/rules/predicate.ts'
import { compiledRule } from '../people/why/compiled.ts'
import { isShared } from './snapshot/layout.ts'

export type FindingRule = Static<typeof RaisedFinding> & {
  predicate: Predicate
  /** Asks who else of the county has the same number, phone or account. */
  far: boolean
}

const kept = new WeakMap<Plan, { on: Day; rules: readonly FindingRule[] }>()

/** The findings of a plan over people on a day, gravest first. */
export function findingRules(plan: Plan, on: Day): readonly FindingRule[] {
  const known = kept.get(plan)
  if (known?.on === on) return known.rules
  const rules = plan.predicates
    .filter(isFinding)
    .map((finding): FindingRule => {
      const { key, name, clause = null, severity = 'review', mend, where } = finding
      const predicate = compiledRule(plan, 'person', where, on)
      return { key, name, clause, severity, mend, predicate, far: reachesFar(predicate) }
    })
    .toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity])
  kept.set(plan, { on, rules })
  return rules
}

export const isFinding = ({ kind, record }: NamedPredicate): boolean => kind === 'finding' && record === 'person'

/** What is mended first. */
export const GRAVITY = { block: 0, hold: 1, review: 2 } as const

const facts = catalogue.person.facts as Readonly<Record<string, Fact>>

/** Whether a rule asks of people tied by what both have, anywhere in the county. */
export function reachesFar(predicate: Predicate): boolean {
  return predicate.facts.some((name) => {
    const [record, key] = name.split('.') as [string, string]
    const fact = record === 'person' ? facts[key] : undefined
    return fact?.kind === 'list' && isShared(fact)
  })
}
