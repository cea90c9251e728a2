import { addMonths, type Day } from '#domain/base/date.ts'
import type { Plan, Programme, SiteKind } from '#domain/plan/indicator.ts'
import { parametersOn } from '#domain/plan/parameters-on.ts'

/** What is given to whoever answers for sites: the plan in use, and the others, whose kinds of site may stand in the ledger too. */
export type Plans = { plan(): Plan; plans: ReadonlyMap<string, Plan> }

/** What some plan says of a kind of site, the plan in use first. */
export function findKind({ plan, plans }: Plans, key: string): SiteKind | undefined {
  return kindsOf({ plan, plans }).find((kind) => kind.key === key)
}

/** Every kind of site that a plan names, each once. */
export function kindsOf({ plan, plans }: Plans): SiteKind[] {
  const all = [plan(), ...plans.values()].flatMap(({ siteKinds }) => siteKinds)
  return [...new Map(all.toReversed().map((kind) => [kind.key, kind])).values()].toReversed()
}

export const findProgramme = ({ plan, plans }: Plans, key: string | undefined): Programme | undefined =>
  [plan(), ...plans.values()].flatMap(({ programmes }) => programmes).find((programme) => programme.key === key)

/** A month as written in an address: its first day, and the first day of the next. */
export const monthSpan = (month: string): { first: Day; next: Day } => {
  const first = `${month}-01`
  return { first, next: addMonths(first, 1) }
}

/** The number a plan's parameter has on a day; `otherwise` where the plan has none. */
export function numberOn(plan: Plan, key: string, on: Day, otherwise: number): number {
  const value = parametersOn(plan, on)[key]?.value
  return typeof value === 'number' ? value : otherwise
}
