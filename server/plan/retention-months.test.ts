import { expect, test } from 'vitest'
import { readMonths } from '#domain/jobs/referral/retention.ts'
import { parametersOn } from '#domain/plan/parameters-on.ts'
import { getPlans } from './plan-folder.ts'

test('the need for a retention check asks at the months of the parameter, and at no other', () => {
  const plan = getPlans().get('chongqing-2021')!
  const months = readMonths(parametersOn(plan, '2021-09-17').retention_months!.value as string)
  const { where } = plan.predicates.find(({ key }) => key === 'retention-check-due')!
  const asked = [...where.matchAll(/a\.month = (\d+)/g)].map(([, month]) => Number(month))
  expect(asked).toEqual(months)
  for (const month of months) expect(where).toContain(`r.placed_on + duration("P${month}M") <= on`)
})
