import { checkDecompositions } from './check/decompositions.ts'
import { checkFigures } from './check/figures.ts'
import { checkKeys } from './check/keys.ts'
import { checkLists } from './check/lists.ts'
import { checkParameters } from './check/parameters.ts'
import { checkPredicates } from './check/predicates.ts'
import { checkRules } from './check/rules.ts'
import { checkSources } from './check/sources.ts'
import { checkTargets } from './check/targets.ts'
import { checkCases } from './check/worked-cases.ts'
import type { Plan } from './indicator.ts'
import { assemble } from './read/assemble.ts'
import { ALL_KINDS, type Parts, readFolder } from './read/folder.ts'
import type { PlanProblem } from './read/problem.ts'
import { sayIn } from './read/yaml-file.ts'

export type PlanCounts = {
  actions: number
  measures: number
  indicators: number
  needs: number
  findings: number
  programmes: number
  lists: number
}
/** `plan` is undefined only when plan.yaml cannot be read; with problems it is what could be read, not to be used. */
export type ReadPlan = {
  plan: Plan | undefined
  problems: PlanProblem[]
  counts: PlanCounts
  /** Worked cases of lists, which the slice of lists works out. */
  listCases: Parts['listCases']
}

const CHECKS = [
  checkKeys,
  checkSources,
  checkParameters,
  checkFigures,
  checkRules,
  checkPredicates,
  checkTargets,
  checkDecompositions,
  checkLists,
  checkCases,
]

/**
 * A plan from the texts of its folder (path with `/` → text), with everything that is wrong in it. `planOf` gives the
 * sound plan that `reuses` names, if there is one.
 */
export function readPlan(
  texts: ReadonlyMap<string, string>,
  planOf: (key: string) => Plan | undefined = () => undefined,
): ReadPlan {
  const problems: PlanProblem[] = []
  const parts = readFolder(texts, problems)
  const base = basePlan(parts, problems, planOf)
  const plan = assemble(parts, base)
  if (plan) for (const check of CHECKS) check({ parts, plan, base, problems })
  const sorted = problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)))
  return { plan, problems: sorted, counts: countsOf(plan), listCases: parts.listCases }
}

/** Key of the plan that a folder reuses, as far as its plan.yaml can be read. */
export function reusedKey(texts: ReadonlyMap<string, string>): string | undefined {
  const head = texts.get('plan.yaml')
  return readFolder(new Map([['plan.yaml', head ?? '']]), []).plan[0]?.value.reuses
}

function basePlan(parts: Parts, problems: PlanProblem[], planOf: (key: string) => Plan | undefined): Plan | undefined {
  const [head] = parts.plan
  const key = head?.value.reuses
  if (!head || key === undefined) return undefined
  const base = planOf(key)
  if (base) return base
  // What it would have brought is missing everywhere: one problem says so, not a hundred.
  for (const kind of ALL_KINDS) parts.unread.add(kind)
  sayIn(head.file, problems)(['reuses'], {
    zh: `找不到可用的方案“${key}”；它应是相邻的文件夹，且自身检查无误。`,
    en: `There is no sound plan “${key}”; it should be the folder beside this one, and pass its own check.`,
  })
  return undefined
}

const countsOf = (plan: Plan | undefined): PlanCounts => ({
  actions: plan?.actions.length ?? 0,
  measures: plan?.measures.length ?? 0,
  indicators: plan?.indicators.length ?? 0,
  needs: plan?.predicates.filter(({ kind }) => kind === 'need').length ?? 0,
  findings: plan?.predicates.filter(({ kind }) => kind === 'finding').length ?? 0,
  programmes: plan?.programmes.length ?? 0,
  lists: plan?.lists.length ?? 0,
})
