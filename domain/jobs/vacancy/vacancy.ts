import { addDays, type Day } from '../../base/date.ts'

/** 岗位状态, computed from days and numbers: nobody types it. */
export type VacancyState = 'coming' | 'open' | 'filled' | 'lapsed' | 'closed'
export type VacancyAct = 'refresh' | 'take' | 'change' | 'close'

/** What a state follows from: days are first days, `to` and `openUntil` the first days after. */
export type Standing = { from: Day; to: Day | null; openUntil: Day; openings: number; taken: number }

export const openingsLeft = ({ openings, taken }: Pick<Standing, 'openings' | 'taken'>): number => openings - taken

/** Closed by hand, not begun, all taken, not refreshed within its term, or open. A vacancy nobody refreshes closes by itself. */
export function stateOn(vacancy: Standing, on: Day): VacancyState {
  if (vacancy.to !== null && vacancy.to <= on) return 'closed'
  if (vacancy.from > on) return 'coming'
  if (openingsLeft(vacancy) <= 0) return 'filled'
  return vacancy.openUntil <= on ? 'lapsed' : 'open'
}

/** Which acts a state allows: the one table that server and screen read. */
const ACTS: Record<VacancyState, readonly VacancyAct[]> = {
  coming: ['change', 'close'],
  open: ['refresh', 'take', 'change', 'close'],
  filled: ['take', 'change', 'close'],
  lapsed: ['refresh', 'take', 'change', 'close'],
  closed: [],
}
export const mayDo = (act: VacancyAct, state: VacancyState): boolean => ACTS[state].includes(act)

/** The first day on which it no longer counts as open: the term after it was said to stand, and never beyond the work itself. */
export function openUntil(refreshedOn: Day, termDays: number, workTo: Day | null): Day {
  const end = addDays(refreshedOn, termDays)
  return workTo !== null && workTo < end ? workTo : end
}
