import { fail } from '#domain/base/fail.ts'
import type { Plan } from '#domain/plan/indicator.ts'

/** The plan of a key; refuses (404) one there is not, and says which there are. */
export function getPlan<T = Plan>(plans: ReadonlyMap<string, T>, key: string): T {
  const known = [...plans.keys()]
  return (
    plans.get(key) ??
    fail(
      'plan.plan.unknown',
      {
        zh: `没有方案“${key}”；现有：${known.join('、')}。`,
        en: `There is no plan “${key}”; there are: ${known.join(', ')}.`,
      },
      { status: 404 },
    )
  )
}
