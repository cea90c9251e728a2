import type { NamedPredicate, Plan } from '#domain/plan/indicator.ts'
import type { Clocks } from '../../../context.ts'
import { findingRules } from '../../../needs/finding-rules.ts'
import { compiledRule, ruleSql } from '../../../people/why/compiled.ts'

/** A finding about sites as SQL: the rule over the site `s`, and which lines `r` of its roster are behind it. */
export type SiteRule = { finding: NamedPredicate; exact: string; holds: string; behind: string }

/** The findings of a plan over sites, on both clocks. */
export const siteRules = (plan: Plan, clocks: Clocks): SiteRule[] =>
  plan.predicates
    .filter(({ kind, record }) => kind === 'finding' && record === 'site')
    .map((finding) => {
      const rule = compiledRule(plan, 'site', finding.where, clocks.on)
      const people = compiledRule(plan, 'roster', finding.people!, clocks.on)
      return {
        finding,
        exact: ruleSql(rule, clocks, { alias: 's', truthy: false }),
        holds: ruleSql(rule, clocks, { alias: 's' }),
        behind: ruleSql(people, clocks, { alias: 'r' }),
      }
    })

export type RosterRule = { key: string; exact: string }

/** The findings over people that read a roster or a site's attendance: these are told at the site. SQL over the person `p`. */
export const rosterRules = (plan: Plan, clocks: Clocks): RosterRule[] =>
  findingRules(plan, clocks.on)
    .filter(({ predicate, far }) => !far && predicate.facts.some(isAboutSites))
    .map(({ key, predicate }) => ({ key, exact: ruleSql(predicate, clocks, { alias: 'p', truthy: false }) }))

const isAboutSites = (fact: string) => fact.startsWith('roster.') || fact.startsWith('attendance.')
