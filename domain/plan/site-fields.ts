import type { Words } from '../base/fail.ts'
import type { Plan } from './indicator.ts'

/** The words of a further field of a kind of site; undefined for one the plan does not have. */
export function siteFieldLabel(plan: Plan): (kind: string, field: string) => Words | undefined {
  const labels = new Map(
    plan.siteKinds.flatMap(({ key, fields }) => fields.map((field) => [`${key}.${field.key}`, field.label] as const)),
  )
  return (kind, field) => labels.get(`${kind}.${field}`)
}
