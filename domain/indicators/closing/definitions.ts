import type { Day } from '../../base/date.ts'
import type { Plan } from '../../plan/indicator.ts'
import { canonical } from './canonical.ts'

/** What decides what an indicator counts; kept with a snapshot so that its lists can be read again by it. */
export type Definitions = Pick<Plan, 'startsOn' | 'endsOn' | 'indicators' | 'parameters'> & {
  /** Hash of the fact catalogue, which is code: told, and not kept. */
  catalogue: string
}

/** Days by which units confirm, and what counts as unusual, decide nothing of a figure. */
const ASIDE = /^(confirm_\w+_day|unusual_percent)$/

export function definitionsOf(plan: Plan, catalogue: string): Definitions {
  const { startsOn, endsOn, indicators } = plan
  return { startsOn, endsOn, indicators, parameters: countingParameters(plan), catalogue }
}
const countingParameters = ({ parameters }: Pick<Plan, 'parameters'>) =>
  parameters.filter(({ key }) => !ASIDE.test(key))

/** The plan as its indicators were defined then; targets, published figures and days for confirming stay today's. */
export const planAsDefined = (plan: Plan, { catalogue: _, ...then }: Definitions): Plan => ({
  ...plan,
  ...then,
  parameters: [...then.parameters, ...plan.parameters.filter(({ key }) => ASIDE.test(key))],
})

/** The text that tells one definition of an indicator from another on a day. */
export function definitionText(from: Omit<Definitions, 'catalogue'>, indicator: string, on: Day): string {
  const { startsOn, endsOn } = from
  const inForce = countingParameters(from)
    .filter((one) => one.from <= on && (one.to === undefined || on < one.to))
    .map(({ key, value }) => ({ key, value }))
  return canonical({
    startsOn,
    endsOn,
    parameters: inForce,
    indicator: from.indicators.find(({ key }) => key === indicator),
  })
}
