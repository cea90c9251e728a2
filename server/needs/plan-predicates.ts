import { createHash } from 'node:crypto'
import type { Day } from '#domain/base/date.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { parametersOn } from '#domain/plan/parameters-on.ts'
import { roundPredicates } from '#domain/plan/round.ts'
import type { Predicate } from '#domain/rules/predicate.ts'
import { compiledRule } from '../people/why/compiled.ts'

/** The needs and findings of a plan and the parts of its rounds on a day, read and checked, in the plan's order. */
export type PlanPredicates = {
  keys: readonly string[]
  predicates: readonly Predicate[]
  /** Those of the keys that are findings. */
  findings: readonly string[]
  /** Changes when a rule, or a parameter that a rule may read, does. */
  definition: string
}

const compiled = new WeakMap<Plan, Map<Day, PlanPredicates>>()

/** Every need and finding of a plan over people; compiled once a day that is asked for. */
export function planPredicates(plan: Plan, on: Day): PlanPredicates {
  const days = compiled.get(plan) ?? new Map<Day, PlanPredicates>()
  compiled.set(plan, days)
  const known = days.get(on)
  if (known) return known
  const parameters = parametersOn(plan, on)
  const own = [...plan.predicates, ...roundPredicates(plan)].filter(({ record }) => record === 'person')
  const values = Object.entries(parameters).map(([key, { value }]) => [key, value])
  const made: PlanPredicates = {
    keys: own.map(({ key }) => key),
    findings: own.filter(({ kind }) => kind === 'finding').map(({ key }) => key),
    predicates: own.map(({ where }) => compiledRule(plan, 'person', where, on)),
    definition: createHash('sha256')
      .update(JSON.stringify([own.map(({ key, where }) => [key, where]), values]))
      .digest('hex'),
  }
  if (days.size > 8) days.clear()
  days.set(on, made)
  return made
}
