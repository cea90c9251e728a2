import type { Day } from '../base/date.ts'
import type { Words } from '../base/fail.ts'
import type { Parameters, ScalarType } from '../people/fact.ts'
import type { Plan } from './indicator.ts'

/** Days every rule may name, whatever the plan. */
export const DAYS: Record<string, { label: Words; of: (plan: Dated, day: Day) => Day }> = {
  on: { label: { zh: '当日', en: 'on the day' }, of: (_, day) => day },
  plan_start: { label: { zh: '方案起始日', en: 'start of the plan' }, of: (plan) => plan.startsOn },
  plan_end: { label: { zh: '方案终止日', en: 'end of the plan' }, of: (plan) => plan.endsOn },
  month_start: { label: { zh: '当月首日', en: 'first day of the month' }, of: (_, day) => `${day.slice(0, 7)}-01` },
  year_start: { label: { zh: '当年首日', en: 'first day of the year' }, of: (_, day) => `${day.slice(0, 4)}-01-01` },
}
type Dated = Pick<Plan, 'startsOn' | 'endsOn' | 'parameters'>

/**
 * What rules of a plan may name on a day: the days above and the plan's own parameters. One that is not valid that day
 * is null, so that a rule that reads it comes out unknown.
 */
export function parametersOn(plan: Dated, day: Day): Parameters {
  const days = Object.entries(DAYS).map(([key, { label, of }]) => {
    return [key, { type: 'date' as ScalarType, value: of(plan, day), label }] as const
  })
  const keys = new Set(plan.parameters.map(({ key }) => key))
  const own = [...keys].map((key) => {
    const versions = plan.parameters.filter((parameter) => parameter.key === key)
    const valid = versions.find(({ from, to }) => from <= day && (to === undefined || day < to))
    const { type, label } = valid ?? versions[0]!
    return [key, { type: type as ScalarType, value: valid?.value ?? null, label }] as const
  })
  return Object.fromEntries([...days, ...own])
}
