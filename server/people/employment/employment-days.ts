import { addDays, isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { FoundPerson } from '../list/find-person.ts'
import { refuseDay } from '../list/question.ts'

/** The day it is in China, where the ledger is kept. */
export const todayOf = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

type Span = { from: string; to: string | null }

/** Refuses a spell of work that cannot be: days that are none, an end before the start, outside a life, in the future. */
export function checkSpan({ from, to }: Span, person: Pick<FoundPerson, 'birth_date' | 'death_date'>, now: Date): void {
  for (const day of [from, to]) if (day !== null && !isDay(day)) refuseDay(day)
  const today = todayOf(now)
  if (to !== null && to <= from) {
    wrongDay('to', '终止日期应晚于起始日期。', 'The end must lie after the start.')
  }
  if (from > today) {
    wrongDay('from', `起始日期不能晚于今天（${today}）。`, `Work cannot start after today (${today}).`)
  }
  if (to !== null && to > addDays(today, 1)) {
    wrongDay('to', `最后一天不能晚于今天（${today}）。`, `The last day cannot lie after today (${today}).`)
  }
  if (person.birth_date !== null && from <= person.birth_date) {
    wrongDay('from', '起始日期早于出生日期，请核对。', 'The start lies before the day of birth; check it.')
  }
  if (person.death_date !== null && from >= person.death_date) {
    wrongDay('from', '起始日期在死亡日期之后，请核对。', 'The start lies after the day of death; check it.')
  }
}

/** Refuses a confirmation of a day before the work began or after today. */
export function checkVerifiedOn(on: string, { from }: Pick<Span, 'from'>, now: Date): void {
  if (!isDay(on)) refuseDay(on)
  const today = todayOf(now)
  if (on < from) wrongDay('on', '核实日期早于务工起始日期。', 'The day of the confirmation lies before the work began.')
  if (on > today)
    wrongDay('on', `核实日期不能晚于今天（${today}）。`, `A confirmation cannot lie after today (${today}).`)
}

function wrongDay(field: string, zh: string, en: string): never {
  return fail('people.employment.wrongDay', { zh, en }, { status: 422, where: { field } })
}
