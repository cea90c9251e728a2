import type { Day } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import { runApart } from '../apart.ts'
import { type Door, openDoor } from '../db.ts'
import { searchDuplicates } from '../people/identity/duplicates/search-duplicates.ts'
import { getPlans } from '../plan/plan-folder.ts'
import type { Database, Log } from '../postgres.ts'
import { defaultsOf, estimatedFiles, findSetting } from './determination.sql.ts'
import { type Determination, type DetermineProgress, determineAll } from './determine.ts'
import { planPredicates } from './plan-predicates.ts'
import { recordedRun } from './schedule/recorded-run.ts'

/**
 * Determines every file unless that is done already: for the plan and the day shown by default, with the rules as they are.
 * In a process of its own, which takes the memory it needed with it when it ends.
 */
export async function firstDetermination(database: Pick<Database, 'roleUrl'>, log: Log): Promise<void> {
  const door = openDoor(database)
  let done: DeterminedNow | undefined
  try {
    if (!(await isDue(door))) return
    log({ zh: '判定需求和疑点…', en: 'Determining needs and findings…' })
    done = await recordedRun(door, 'start', () => determineApart(database.roleUrl('ricebowl_job')))
  } finally {
    await door.close()
  }
  if (!done) return
  const { files, predicates, seconds } = done
  log({
    zh: `已判定 ${files} 人、${predicates} 条需求和疑点，${seconds.whole.toFixed(1)} 秒。`,
    en: `Determined ${predicates} needs and findings of ${files} people, ${seconds.whole.toFixed(1)} s.`,
  })
}

/** A city of more files is determined while its console is open already: that takes a minute and more, not seconds. */
const LARGE_CITY = 200_000

/**
 * What a start does: a city of seconds is determined before its console opens, so that nothing on it is missing. Of a larger one
 * the screens show what was determined last, and say so, while `isStaleAndLarge` has it done again behind them.
 */
export async function determineBeforeOpening(database: Pick<Database, 'roleUrl'>, log: Log): Promise<void> {
  const door = openDoor(database)
  const isLarge = await isLargeCity(door).finally(() => door.close())
  if (!isLarge) await firstDetermination(database, log)
}

/** Whether a large city has never been determined with the rules as they are. */
export const isStaleAndLarge = async (door: Pick<Door, 'asJob'>): Promise<boolean> =>
  (await isDue(door)) && (await isLargeCity(door))

const isLargeCity = async (door: Pick<Door, 'asJob'>): Promise<boolean> =>
  (await door.asJob(estimatedFiles)) >= LARGE_CITY

async function isDue(door: Pick<Door, 'asJob'>): Promise<boolean> {
  const [defaults, setting] = await door.asJob(async (tx) => [await defaultsOf(tx), await findSetting(tx)] as const)
  const plan = defaults && getPlans().get(defaults.plan)
  if (!defaults || !plan) return false
  return (
    setting?.plan !== plan.key ||
    setting.on !== defaults.on ||
    setting.definition !== planPredicates(plan, defaults.on).definition
  )
}

/** The same in a process of its own; `jobUrl` is the login of jobs. */
export const determineApart = (jobUrl: string, onProgress?: (share: number) => void): Promise<DeterminedNow> =>
  runApart(new URL('determine-child.ts', import.meta.url), { jobUrl }, onProgress)

export type DeterminedNow = Determination & { plan: string; on: Day }
export type DetermineNow = {
  database: Pick<Database, 'roleUrl'>
  /** Left out: the day figures are shown for. */
  on?: Day | undefined
  now: Date
  onProgress?: (progress: DetermineProgress) => void
}

/** Determines every file for the plan that is shown by default, and looks for files that may be one person. */
export async function determineNow({ database, on, now, onProgress = () => {} }: DetermineNow): Promise<DeterminedNow> {
  const door = openDoor(database)
  try {
    const defaults = await door.asJob(defaultsOf)
    const plan = getPlans().get(defaults?.plan ?? 'chongqing-2021')
    if (!plan) return refusePlan(defaults?.plan ?? '')
    const day = on ?? defaults?.on ?? chinaDay(now)
    const done = await determineAll({ door, plan, on: day, now, onProgress })
    await searchDuplicates(door, now)
    return { plan: plan.key, on: day, ...done }
  } finally {
    await door.close()
  }
}

const chinaDay = (now: Date): Day => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

function refusePlan(key: string): never {
  return fail(
    'needs.plan.unknown',
    { zh: `没有方案“${key}”。`, en: `There is no plan "${key}".` },
    { status: 422, where: { plan: key } },
  )
}
