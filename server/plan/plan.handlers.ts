import type { Handlers } from '#domain/base/route.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { planApi } from '#domain/plan/plan.api.ts'
import { getPlan } from './get-plan.ts'
import { viewPlan } from './plan-view.ts'

/** Plans are read once, when the server starts; the newest stands first. */
export function planHandlers<Ctx>(plans: ReadonlyMap<string, Plan>): Handlers<typeof planApi, Ctx> {
  const views = new Map([...plans].map(([key, plan]) => [key, viewPlan(plan)]))
  const newestFirst = [...views.values()].sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))
  return {
    listPlans: async () => ({
      plans: newestFirst.map(({ key, name, startsOn, endsOn }) => ({ key, name, startsOn, endsOn })),
    }),
    getPlan: async ({ params }) => getPlan(views, params.plan),
  }
}
