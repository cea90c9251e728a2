import type { Static } from 'typebox'
import type { ImportAct, ImportState } from './lists.api.ts'

/** The dates of an import, from which its state follows. */
export type ImportDates = {
  list: string | null
  asked: 'read' | 'match' | 'apply' | 'undo' | null
  read_at: string | null
  matched_at: string | null
  begun_at: string | null
  applied_at: string | null
  undone_at: string | null
  discarded_at: string | null
  stopped_at: string | null
  problem: unknown
}
type State = Static<typeof ImportState>
type Act = Static<typeof ImportAct>

const AT_WORK = { read: 'reading', match: 'matching', apply: 'applying', undo: 'undoing' } as const

export function importState(dates: ImportDates): State {
  if (dates.discarded_at) return 'discarded'
  if (dates.undone_at) return 'undone'
  if (dates.asked) return AT_WORK[dates.asked]
  if (dates.problem) return 'failed'
  if (dates.applied_at) return 'applied'
  if (dates.stopped_at) return 'stopped'
  if (dates.matched_at) return 'matched'
  return dates.read_at ? 'staged' : 'received'
}

/** The ledger holds some of it, or may. */
const isBegun = ({ begun_at, applied_at }: ImportDates): boolean => begun_at !== null || applied_at !== null

/** What is left to do before the next word of an officer, where an earlier attempt was stopped or failed; null: nothing. */
export function workLeft(dates: ImportDates): 'read' | 'match' | 'apply' | null {
  if (dates.discarded_at || dates.undone_at || dates.applied_at || dates.list === null) return null
  if (!dates.read_at) return 'read'
  if (isBegun(dates)) return 'apply'
  return dates.matched_at ? null : 'match'
}

type Rule = (state: State, dates: ImportDates) => boolean
const within =
  (...states: State[]): Rule =>
  (state) =>
    states.includes(state)

const RULES: Record<Act, Rule> = {
  // Under another list or other columns only while the ledger holds nothing of it.
  read: (state, dates) => within('received', 'staged', 'matched', 'failed', 'stopped')(state, dates) && !isBegun(dates),
  // With its file, as if it had not been brought.
  discard: (state, dates) =>
    within('received', 'staged', 'matched', 'failed', 'stopped')(state, dates) && !isBegun(dates),
  resume: (state, dates) => within('staged', 'stopped', 'failed')(state, dates) && workLeft(dates) !== null,
  // Also after the others were taken: those rows are taken then.
  decide: (state, dates) =>
    within('matched', 'stopped', 'failed', 'applied')(state, dates) && (dates.matched_at !== null || isBegun(dates)),
  // Of a list that was read to its end, and whose rows somebody could look at.
  apply: (state, dates) =>
    within('matched', 'stopped', 'failed')(state, dates) && dates.matched_at !== null && dates.applied_at === null,
  stop: within('reading', 'matching', 'applying'),
  // What was stopped half way can be taken back as well.
  undo: (state, dates) => within('matched', 'stopped', 'failed', 'applied')(state, dates) && isBegun(dates),
}

/** Whether something may be asked of an import as its dates stand: one table for server and screen. */
export const mayAsk = (act: Act, dates: ImportDates): boolean => RULES[act](importState(dates), dates)
export const mayAskNow = (dates: ImportDates): Act[] =>
  (Object.keys(RULES) as Act[]).filter((act) => mayAsk(act, dates))
