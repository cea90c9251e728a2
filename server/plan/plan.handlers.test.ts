import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { PlanView } from '#domain/plan/plan.api.ts'
import { planHandlers } from './plan.handlers.ts'
import { getPlans } from './plan-folder.ts'

const { listPlans, getPlan } = planHandlers<null>(getPlans())

test('plans are listed newest first', async () => {
  const { plans } = await listPlans({}, null)
  expect(plans.map(({ key, startsOn, endsOn }) => [key, startsOn, endsOn])).toEqual([
    ['chongqing-2026', '2026-02-06', '2027-12-31'],
    ['chongqing-2024', '2024-01-01', '2024-12-31'],
    ['chongqing-2021', '2021-09-17', '2025-12-31'],
  ])
})
test.each(['chongqing-2021', 'chongqing-2024'])('%s is shown as its contract says', async (plan) => {
  const view = await getPlan({ params: { plan } }, null)
  expect([...Value.Errors(PlanView, view)]).toEqual([])
  expect(view.indicators.find(({ key }) => key === 'corridors.shandong')).toMatchObject({
    partOf: 'corridors',
    of: null,
  })
})
test('an unknown plan is not found, and the known ones are named', async () => {
  await expect(getPlan({ params: { plan: 'chongqing-2031' } }, null)).rejects.toMatchObject({
    code: 'plan.plan.unknown',
    status: 404,
    words: { en: expect.stringContaining('chongqing-2021') },
  })
})
