import { hash } from 'node:crypto'
import { rollUp } from '#domain/indicators/rollup.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { runApart } from '../apart.ts'
import type { Door, Tx } from '../db.ts'
import { listDivisions } from '../places/area.sql.ts'
import { countAll } from './count-all.ts'
import {
  dropOldRuns,
  estimatedFiles,
  findRun,
  insertAreas,
  insertRun,
  instantOf,
  ledgerHead,
  placesOfDivision,
  type RunKey,
} from './figure-run.sql.ts'

/** One computation of all figures of a plan: `isNow` while nothing was recorded since, so that the hot tables say the same. */
export type Run = { id: number; on: string; knownAt: string; isNow: boolean }
export type FigureRuns = { get(plan: Plan, on: string, knownAt?: string): Promise<Run> }

/** Counts and keeps a run; its id. */
type CountRun = (plan: Plan, key: RunKey, isNow: boolean) => Promise<number>

/** Counts in a process of its own where the city is large: what counting holds in memory would stay with the server. */
export const countApart =
  (door: Door, jobUrl: string): CountRun =>
  async (plan, key, isNow) => {
    const files = await door.asJob(estimatedFiles)
    if (files < LARGE_CITY) return computeRun(door, plan, key, isNow)
    return runApart<number>(new URL('figure-child.ts', import.meta.url), { jobUrl, key, isNow })
  }

const LARGE_CITY = 200_000
const KEPT_RUNS = 3

/**
 * 数字: figures are counted once for a day and a moment of knowledge, for every area at once, and kept.
 * "Now" is the moment the ledger last changed: a figure and the list it opens speak from the same moment.
 */
export function figureRuns(door: Door, count: CountRun = (...asked) => computeRun(door, ...asked)): FigureRuns {
  const underWay = new Map<string, Promise<number>>()
  const definitions = new WeakMap<Plan, string>()
  const definitionOf = (plan: Plan): string => {
    const known =
      definitions.get(plan) ?? hash('sm3', JSON.stringify([plan.indicators, plan.parameters, catalogue]), 'hex')
    definitions.set(plan, known)
    return known
  }
  return {
    async get(plan, on, knownAt) {
      const { head, at, found } = await door.asJob(async (tx) => {
        const head = await ledgerHead(tx)
        const asked = knownAt === undefined ? head : await instantOf(tx, knownAt)
        const at = knownAt === undefined || asked > head ? head : asked
        return {
          head,
          at,
          found: await findRun(tx, { plan: plan.key, on, knownAt: at, definition: definitionOf(plan) }),
        }
      })
      const key: RunKey = { plan: plan.key, on, knownAt: at, definition: definitionOf(plan) }
      if (found !== undefined) return { id: found, on, knownAt: at, isNow: at === head }
      const name = JSON.stringify(key)
      const computing = underWay.get(name) ?? count(plan, key, at === head)
      underWay.set(name, computing)
      try {
        return { id: await computing, on, knownAt: at, isNow: at === head }
      } finally {
        underWay.delete(name)
      }
    },
  }
}

/** Counted from one snapshot of the database: a record written meanwhile is in none of the figures. */
export const computeRun = (door: Door, plan: Plan, key: RunKey, isNow: boolean): Promise<number> =>
  door.asJob(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    const found = await findRun(tx, key)
    if (found !== undefined) return found
    const hot = isNow && (await ledgerHead(tx)) === key.knownAt
    const counted = await countAll(tx, plan, plan.indicators, { on: key.on, knownAt: hot ? null : key.knownAt })
    const run = await insertRun(tx, key, new Date())
    for (const { division } of await listDivisions(tx)) await keep(tx, run, division, plan, counted)
    await dropOldRuns(tx, plan.key, key.on, KEPT_RUNS)
    return run
  })

async function keep(
  tx: Tx,
  run: number,
  division: string,
  plan: Plan,
  counted: Awaited<ReturnType<typeof countAll>>,
): Promise<void> {
  await insertAreas(tx, run, division, rollUp(plan.indicators, await placesOfDivision(tx, division), counted))
}
