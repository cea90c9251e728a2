import { lastDue, nextDue } from '#domain/needs/nightly.ts'
import { CITY } from '#domain/places/area.ts'
import type { Door } from '../../../db.ts'
import { pruneRuns } from '../keep/prune-runs.ts'
import { insertRun, matchingTime, scheduledSince } from './match-run.sql.ts'
import { BY_SCHEDULE, newRun } from './new-run.ts'

/** When nothing else is set: the night's determination is over. */
const DEFAULT_TIME = '03:30'
const LOOK_EVERY_MS = 60_000
const FIRST_LOOK_MS = 2_000

type Given = {
  door: Pick<Door, 'asJob'>
  defaults(): Promise<{ plan: string; on: string }>
  /** Days for which what a run proposed stands; null = for ever. */
  keptDays(on: string): number | null
  nudge(): void
  report(error: unknown): void
  now?: () => Date
}

/**
 * Every night a run of the whole city as usual. Due is what the time of day has passed since the last one was asked for; a server that was
 * off, or never made one, asks when it starts. A city that was not determined yet has nobody of whom it is known that they look for work.
 * With it goes what runs of long before proposed.
 */
export function startMatchingSchedule({ door, defaults, keptDays, nudge, report, now = () => new Date() }: Given) {
  const look = async (): Promise<boolean> => {
    const { plan, on } = await defaults()
    const id = await door.asJob(async (tx) => {
      const [determined] = await tx.query(`SELECT FROM setting WHERE key = 'determination'`)
      if (!determined || (await scheduledSince(tx, lastDue(await timeOfDay(tx), now())))) return undefined
      const asked = { plan, area: CITY, on, cause: 'schedule', by: BY_SCHEDULE, now: now() } as const
      return insertRun(tx, newRun({}, asked))
    })
    if (id === undefined) return false
    nudge()
    await pruneRuns(door, keptDays(on), now())
    return true
  }
  const looked = () => void look().catch(report)
  const first = setTimeout(looked, FIRST_LOOK_MS)
  const timer = setInterval(looked, LOOK_EVERY_MS)
  first.unref()
  timer.unref()
  return {
    look,
    stop: () => {
      clearTimeout(first)
      clearInterval(timer)
    },
  }
}

type Reader = Parameters<Parameters<Door['asJob']>[0]>[0]
const timeOfDay = async (tx: Pick<Reader, 'query'>): Promise<string> => (await matchingTime(tx)) ?? DEFAULT_TIME

/** The time of day that runs are made at, and when the next is due. */
export async function nextMatching(
  tx: Pick<Reader, 'query'>,
  now: Date,
): Promise<{ timeOfDay: string; dueAt: string }> {
  const at = await timeOfDay(tx)
  return { timeOfDay: at, dueAt: nextDue(at, now).toISOString() }
}
