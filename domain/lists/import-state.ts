import type { Static } from 'typebox'
import type { ImportState } from './lists.api.ts'

/** The dates of an import, from which its state follows. */
export type ImportDates = {
  asked: 'read' | 'match' | 'apply' | 'undo' | null
  read_at: string | null
  matched_at: string | null
  applied_at: string | null
  undone_at: string | null
  stopped_at: string | null
  problem: unknown
}

const AT_WORK = { read: 'reading', match: 'matching', apply: 'applying', undo: 'undoing' } as const

export function importState(dates: ImportDates): Static<typeof ImportState> {
  if (dates.undone_at) return 'undone'
  if (dates.asked) return AT_WORK[dates.asked]
  if (dates.problem) return 'failed'
  if (dates.applied_at) return 'applied'
  if (dates.stopped_at) return 'stopped'
  if (dates.matched_at) return 'matched'
  return dates.read_at ? 'staged' : 'received'
}

type Asked = 'read' | 'decide' | 'apply' | 'stop' | 'undo'
const STATES: Record<Asked, readonly Static<typeof ImportState>[]> = {
  read: ['received', 'staged', 'matched', 'failed', 'stopped'],
  decide: ['matched', 'stopped'],
  apply: ['staged', 'matched', 'stopped', 'failed'],
  stop: ['reading', 'matching', 'applying'],
  // What was stopped half way can be taken back as well.
  undo: ['applied', 'stopped', 'failed'],
}

/** Whether something may be asked of an import in its state: one table for server and screen. */
export const mayAskIn = (asked: Asked, state: Static<typeof ImportState>): boolean => STATES[asked].includes(state)
export const mayAsk = (asked: Asked, dates: ImportDates): boolean => mayAskIn(asked, importState(dates))
