import type { Day } from '../base/date.ts'
import { fail } from '../base/fail.ts'

/**
 * 区划版本: all areas of the city between two changes, named by its first day.
 * The list of 2023 is taken to hold back to 2014, the year the poverty registers begin: an assumption, see docs/adr/0004.
 */
export type Division = { from: Day; to: Day | null }

export const DIVISIONS: readonly Division[] = [
  { from: '2014-01-01', to: '2025-11-06' },
  { from: '2025-11-06', to: null },
]
/** The division whose codes the ledger keeps. */
export const TODAY: Day = DIVISIONS.at(-1)!.from
/** From this day on areas are known. */
export const FIRST_DAY: Day = DIVISIONS[0]!.from

/** First day of the division in force on a day; refuses days before the first. */
export function divisionOn(day: Day, divisions: readonly Division[] = DIVISIONS): Day {
  const division = divisions.findLast(({ from }) => from <= day)
  if (division) return division.from
  const first = divisions[0]!.from
  return fail(
    'places.division.unknown',
    {
      zh: `没有 ${day} 的区划资料：最早从 ${first} 起。请选择 ${first} 或之后的日期。`,
      en: `No division is known for ${day}: the first begins on ${first}. Choose ${first} or a later day.`,
    },
    { status: 404, where: { day } },
  )
}
