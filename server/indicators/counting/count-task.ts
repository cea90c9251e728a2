import { rollUp } from '#domain/indicators/rollup.ts'
import { monthEnds, trendsOf } from '#domain/indicators/trend.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { runApart } from '../../apart.ts'
import type { Door, JobTx } from '../../db.ts'
import { estimatedFiles } from '../../needs/determination.sql.ts'
import { listDivisions } from '../../places/area.sql.ts'
import {
  dropOldRuns,
  findRun,
  insertAreas,
  insertRun,
  ledgerHead,
  placesOfDivision,
  type RunKey,
} from '../figure-run.sql.ts'
import { type CountAsked, countDays } from './count-days.ts'
import { exportSnapshot, importSnapshot } from './moment.sql.ts'
import { dropOldTrends, findTrend, holdCount, insertTrend, insertTrendAreas, type TrendKey } from './trend.sql.ts'

/** What is to be counted and kept: all figures of a day, or one indicator at month ends. */
export type CountTask = { kind: 'run'; key: RunKey } | { kind: 'trend'; key: TrendKey }
type OnProgress = (share: number) => void
/** Counts and keeps what a task says, unless it is kept already; its id. */
export type CountIt = (plan: Plan, task: CountTask, onProgress?: OnProgress) => Promise<number>

const LARGE_CITY = 200_000
const KEPT_RUNS = 3

/** Counts in a process of its own where the city is large: what counting holds in memory would stay with the server. */
export const countApart =
  (door: Door, jobUrl: string): CountIt =>
  async (plan, task, onProgress) => {
    const files = await door.asJob(estimatedFiles)
    if (files < LARGE_CITY) return countHere(door)(plan, task, onProgress)
    return runApart<number>(new URL('count-child.ts', import.meta.url), { jobUrl, task }, onProgress)
  }

/**
 * Counts in this process, from one snapshot of the database: a record written meanwhile is in none of the numbers.
 * Two processes that are asked for the same count it once: the second finds what the first kept.
 */
export const countHere =
  (door: Door): CountIt =>
  (plan, task, onProgress) =>
    door.asJob(async (holder) => {
      await holdCount(holder, task.key)
      const found = await findKept(holder, task)
      if (found !== undefined) return found
      return door.asJob(async (tx) => {
        await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
        const knownAt = (await ledgerHead(tx)).at === task.key.knownAt ? null : task.key.knownAt
        const given = { plan, knownAt, onProgress, alongside: alongside(door, tx) }
        return task.kind === 'run' ? keepRun(tx, task.key, given) : keepTrend(tx, task.key, given)
      })
    })

/** The id of what was counted before. */
export const findKept = (tx: JobTx, task: CountTask): Promise<number | undefined> =>
  task.kind === 'run' ? findRun(tx, task.key) : findTrend(tx, task.key)

type Given = Pick<CountAsked, 'plan' | 'knownAt' | 'onProgress' | 'alongside'>

/** Another transaction that sees the database as this one does. */
const alongside =
  (door: Door, tx: JobTx): NonNullable<CountAsked['alongside']> =>
  async (work) => {
    const snapshot = await exportSnapshot(tx)
    await door.asJob(async (other) => {
      await importSnapshot(other, snapshot)
      await work(other)
    })
  }

async function keepRun(tx: JobTx, key: RunKey, given: Given) {
  const { plan } = given
  const { indicators } = plan
  const { byDay } = await countDays(tx, { ...given, indicators, days: [key.on] })
  const run = await insertRun(tx, key, new Date())
  for (const { division } of await listDivisions(tx))
    await insertAreas(tx, run, division, rollUp(indicators, await placesOfDivision(tx, division), byDay.get(key.on)!))
  await dropOldRuns(tx, plan.key, key.on, KEPT_RUNS)
  return run
}

async function keepTrend(tx: JobTx, key: TrendKey, given: Given) {
  const { plan } = given
  const indicator = plan.indicators.find((each) => each.key === key.indicator)!
  const days = monthEnds(key.on, key.months)
  const { byDay } = await countDays(tx, { ...given, indicators: [indicator], days })
  const trend = await insertTrend(tx, key, new Date())
  for (const { division } of await listDivisions(tx)) {
    const places = await placesOfDivision(tx, division)
    await insertTrendAreas(tx, trend, division, trendsOf(indicator, places, days, byDay))
  }
  await dropOldTrends(tx, key, KEPT_RUNS)
  return trend
}
