/** A run that was silent for so long was killed. */
export const SILENT_MS = 180_000

export type RunState = 'waiting' | 'running' | 'stopping' | 'done' | 'stopped' | 'failed' | 'broken'
export type RunDates = {
  begunAt: string | null
  aliveAt: string | null
  stopAskedAt: string | null
  endedAt: string | null
  hasResult: boolean
  hasProblem: boolean
}

/** The state follows from the dates: whoever was killed says nothing more, and is seen by it. */
export function runState(dates: RunDates, now: Date): RunState {
  const { begunAt, aliveAt, stopAskedAt, endedAt, hasResult, hasProblem } = dates
  if (hasResult) return 'done'
  if (endedAt !== null) return stopAskedAt !== null ? 'stopped' : hasProblem ? 'failed' : 'broken'
  if (begunAt === null) return 'waiting'
  if (Date.parse(aliveAt ?? begunAt) < now.getTime() - SILENT_MS) return 'broken'
  return stopAskedAt !== null ? 'stopping' : 'running'
}

/** What a run does one after the other, and the share of the whole at which each begins. */
export const PHASES = [
  { key: 'reading', from: 0 },
  { key: 'packing', from: 0.45 },
  { key: 'placing', from: 0.5 },
  { key: 'checking', from: 0.6 },
  { key: 'certificate', from: 0.7 },
  { key: 'writing', from: 0.85 },
] as const
export type Phase = (typeof PHASES)[number]['key']

export const phaseAt = (share: number): Phase => PHASES.findLast(({ from }) => share >= from)?.key ?? 'reading'
export const shareOf = (phase: Phase): number => PHASES.find(({ key }) => key === phase)!.from
