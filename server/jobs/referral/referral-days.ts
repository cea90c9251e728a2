import { isDay } from '#domain/base/date.ts'
import { LIMITS, type Limits } from '#domain/jobs/referral/referral-state.ts'
import { readMonths } from '#domain/jobs/referral/retention.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { parametersOn } from '#domain/plan/parameters-on.ts'
import { todayOf } from '../../people/employment/employment-days.ts'
import { numberOn } from '../vacancy/vacancy-rows.ts'
import * as refuse from './referral-refusals.ts'

/** A plan that says nothing of it gives a week. */
const DAYS = 7

export const limitsOn = (plan: Plan, on: string): Limits =>
  Object.fromEntries(LIMITS.map((limit) => [limit, numberOn(plan, limit, on) ?? DAYS])) as Limits

/** Months after a placement at which the person is asked; none where the plan names none. */
export function monthsOn(plan: Plan, on: string): number[] {
  const text = parametersOn(plan, on).retention_months?.value
  return typeof text === 'string' ? readMonths(text) : []
}

export const retryDaysOn = (plan: Plan, on: string): number => numberOn(plan, 'retention_retry_days', on) ?? DAYS

/** Refuses a day that is none, lies before another, or has not come yet. */
export function checkDay(field: string, on: string, least: string, now: Date): void {
  const today = todayOf(now)
  if (!isDay(on) || on < least || on > today) refuse.wrongDay(field, least, today)
}
