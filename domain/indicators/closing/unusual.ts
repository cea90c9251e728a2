import type { Day } from '../../base/date.ts'
import type { Plan } from '../../plan/indicator.ts'

/** A move smaller than this is nobody's news, whatever its share. */
const LEAST = 10

/** Share of the month before beyond which a change is looked at first; null where the plan names none. */
export function unusualPercent(plan: Pick<Plan, 'parameters'>, on: Day): number | null {
  const found = plan.parameters.find(
    ({ key, from, to }) => key === 'unusual_percent' && from <= on && (to === undefined || on < to),
  )
  return typeof found?.value === 'number' ? found.value : null
}

/** 异动: more than the plan's share, and at least ten; from nothing to something of ten is unusual too. */
export function isUnusual(now: number | null, before: number | null, percent: number | null): boolean {
  if (now === null || before === null || percent === null) return false
  const moved = Math.abs(now - before)
  return moved >= LEAST && moved * 100 > Math.abs(before) * percent
}
