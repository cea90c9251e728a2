import { addMonths, type Day, monthEnd } from '../../base/date.ts'
import { fail } from '../../base/fail.ts'
import type { Plan } from '../../plan/indicator.ts'

/** `2021-09`. */
export type Month = string

export const monthOf = (day: Day): Month => day.slice(0, 7)

/** The last day of a month, the day its figures speak of; refuses what is no month. */
export function lastDay(month: Month): Day {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return monthEnd(`${month}-01`)
  return fail('closing.month.malformed', {
    zh: `“${month}”不是月份。请按 2021-09 的写法。`,
    en: `“${month}” is no month; write it like 2021-09.`,
  })
}
export const monthBefore = (month: Month): Month => monthOf(addMonths(`${month}-01`, -1))

/** The months of a plan that can be closed on a day, the newest first: from its start, or the first figure published of it, to the last month that has ended. */
export function monthsOf(plan: Pick<Plan, 'startsOn' | 'endsOn' | 'published'>, today: Day): Month[] {
  const first = [plan.startsOn, ...plan.published.map(({ on }) => on)].toSorted()[0]!
  const ended = monthBefore(monthOf(today))
  const [last] = [ended, monthOf(plan.endsOn)].toSorted() as [Month, Month]
  const months: Month[] = []
  for (let month = last; month >= monthOf(first); month = monthBefore(month)) months.push(month)
  return months
}

export type UnitLevel = 'village' | 'town' | 'county' | 'city'
export type DueDays = Record<UnitLevel, Day | null>

/** By when a unit of each level confirms: a day of the month after. Null where the plan names none: nobody is then late. */
export function dueDays(plan: Pick<Plan, 'parameters'>, month: Month): DueDays {
  const next = addMonths(`${month}-01`, 1)
  const of = (level: UnitLevel): Day | null => {
    const found = plan.parameters.find(
      ({ key, from, to }) => key === `confirm_${level}_day` && from <= next && (to === undefined || next < to),
    )
    return typeof found?.value === 'number' ? `${next.slice(0, 8)}${String(found.value).padStart(2, '0')}` : null
  }
  return { village: of('village'), town: of('town'), county: of('county'), city: of('city') }
}
