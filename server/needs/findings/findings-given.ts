import type { Day } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { type FindingRule, findingRules } from '../finding-rules.ts'

/** What the wiring gives to what answers for findings, waivers and orders. */
export type FindingsGiven = {
  /** The plan a question names, or the one in force; refuses a plan there is not. */
  planOf(key: string | undefined): Plan
  /** For names of what an old order speaks of: a plan may be gone. */
  findPlan(key: string): Plan | undefined
  /** The day that is shown where none is named. */
  on(): Day
}

/** A finding of a plan by its key; refuses (404) one there is not. */
export function getFinding(given: FindingsGiven, plan: string | undefined, key: string): FindingRule {
  const rule = findingRules(given.planOf(plan), given.on()).find((each) => each.key === key)
  return (
    rule ??
    fail(
      'needs.finding.unknown',
      {
        zh: `方案中没有疑点规则“${key}”。请从疑点清单中选择。`,
        en: `The plan has no finding “${key}”. Choose one from the list of findings.`,
      },
      { status: 404, where: { finding: key } },
    )
  )
}

export const CITY = 500_000_000_000
