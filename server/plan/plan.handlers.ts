import { fail } from '#domain/base/fail.ts'
import type { Handlers } from '#domain/base/route.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { planApi } from '#domain/plan/plan.api.ts'
import { viewPlan } from './plan-view.ts'

/** Plans are read once, when the server starts; the newest stands first. */
export function planHandlers<Ctx>(plans: ReadonlyMap<string, Plan>): Handlers<typeof planApi, Ctx> {
  const views = new Map([...plans].map(([key, plan]) => [key, viewPlan(plan)]))
  const newestFirst = [...views.values()].sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))
  return {
    listPlans: async () => ({
      plans: newestFirst.map(({ key, name, startsOn, endsOn }) => ({ key, name, startsOn, endsOn })),
    }),
    getPlan: async ({ params }) => views.get(params.plan) ?? unknownPlan(params.plan, [...views.keys()]),
  }
}

function unknownPlan(key: string, known: readonly string[]): never {
  return fail(
    'plan.plan.unknown',
    {
      zh: `没有方案“${key}”；现有：${known.join('、')}。`,
      en: `There is no plan “${key}”; there are: ${known.join(', ')}.`,
    },
    { status: 404 },
  )
}
