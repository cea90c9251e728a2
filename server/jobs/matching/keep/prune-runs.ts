import type { Plan } from '#domain/plan/indicator.ts'
import type { Door } from '../../../db.ts'
import { numberOn } from '../../vacancy/vacancy-rows.ts'
import * as sql from './prune-runs.sql.ts'

const DAY_MS = 86_400_000

/** Days for which what a run proposed stands; null where the plan does not say: then for ever. */
export const keptDaysOn = (plan: Plan, on: string): number | null => numberOn(plan, 'match_proposal_days', on)

/** Takes away what old runs proposed, each run in a transaction of its own; answers which runs. */
export async function pruneRuns(door: Pick<Door, 'asJob'>, days: number | null, now: Date): Promise<number[]> {
  if (days === null) return []
  const before = new Date(now.getTime() - days * DAY_MS)
  const runs = await door.asJob((tx) => sql.runsToPrune(tx, before))
  for (const run of runs) await door.asJob(async (tx) => sql.pruneRun(tx, run, await sql.referredBy(tx, run), now))
  return runs
}
