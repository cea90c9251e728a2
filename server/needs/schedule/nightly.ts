import { DEFAULT_TIME, lastDue } from '#domain/needs/nightly.ts'
import type { Door } from '../../db.ts'
import { findSetting } from '../determination.sql.ts'
import { recordedRun } from './recorded-run.ts'
import { type Done, nightlyTime } from './run.sql.ts'

const LOOK_EVERY_MS = 60_000

export type Nightly = {
  /** Runs if a run is due and none goes on; says whether it did. */
  look(): Promise<boolean>
  /** How far the run is that goes on here, from 0 to 1; null if none does. */
  share(): number | null
  stop(): Promise<void>
}
type Given = {
  door: Pick<Door, 'asJob'>
  /** Determines every file; in a process of its own. */
  determine(onProgress: (share: number) => void): Promise<Done>
  /** Whether a run is due whatever the time of day, because the rules are others than last time. */
  isStale?(): Promise<boolean>
  report(error: unknown): void
  now?: () => Date
}

/**
 * Every night a full determination, at the time of day that is set. Due is what the time of day has passed since the last one
 * ended well: a server that was off, or killed in the middle, catches up when it starts; two servers do it once. A city too large to be
 * determined before its console opens is determined here when its rules have changed.
 */
export function startNightly({
  door,
  determine,
  isStale = async () => false,
  report,
  now = () => new Date(),
}: Given): Nightly {
  let running: Promise<boolean> | undefined
  let share: number | null = null
  const look = (): Promise<boolean> => {
    running ??= runIfDue().finally(() => {
      running = undefined
    })
    return running
  }
  const runIfDue = async () => {
    const stale = await isStale()
    if (!stale && !(await isDue(door, now()))) return false
    const work = () => {
      share = 0
      return determine((told) => {
        share = told
      })
    }
    try {
      return (await recordedRun(door, stale ? 'start' : 'schedule', work, now)) !== undefined
    } finally {
      share = null
    }
  }
  const timer = setInterval(() => void look().catch(report), LOOK_EVERY_MS)
  timer.unref()
  return {
    look,
    share: () => share,
    stop: async () => {
      clearInterval(timer)
      // A process of its own ends with this one; what it had not written is written next time.
      await Promise.race([running?.catch(() => {}), new Promise((resolve) => setTimeout(resolve, 100))])
    },
  }
}

/** The first determination of all is made by the start, or because it is stale. */
async function isDue(door: Pick<Door, 'asJob'>, now: Date): Promise<boolean> {
  const [last, time] = await door.asJob(async (tx) => [await findSetting(tx), await nightlyTime(tx)] as const)
  return last !== undefined && Date.parse(last.knownAt) < lastDue(time ?? DEFAULT_TIME, now).getTime()
}
