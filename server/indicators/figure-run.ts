import { hash } from 'node:crypto'
import { monthEnds } from '#domain/indicators/trend.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Indicator, Plan } from '#domain/plan/indicator.ts'
import type { Door } from '../db.ts'
import { type CountIt, type CountTask, countHere, findKept } from './counting/count-task.ts'
import { OneAtATime, type UnderWay } from './counting/one-at-a-time.ts'
import { instantOf, ledgerHead, type RunKey } from './figure-run.sql.ts'

/** One computation of all figures of a plan: `isNow` while nothing was recorded since, so that the hot tables say the same. */
export type Run = { id: number; on: string; knownAt: string; isNow: boolean }
/** One indicator at month ends, the last day being the one asked for. */
export type Trend = { id: number; days: string[] }
/** What is being counted: all figures of a day, or one indicator's trend up to it. */
export type Counting = { plan: string; on: string; indicator: string | null; months: number | null }

export type FigureRuns = {
  /** The figures of a day, as kept or counted now. */
  get(plan: Plan, on: string, knownAt?: string): Promise<Run>
  trend(plan: Plan, indicator: Indicator, asked: { on: string; months: number; knownAt?: string }): Promise<Trend>
  /** What is being counted at this moment, in the order in which it is done. */
  underWay(): UnderWay<Counting>[]
}

/**
 * 数字: figures are counted once for a day and a moment of knowledge, for every area at once, and kept.
 * "Now" is the moment the ledger last changed: a figure and the list it opens speak from the same moment. Figures of now are kept for
 * the state of all counties they were counted in, not for that moment alone; those of the past for the moment.
 */
export function figureRuns(door: Door, count: CountIt = countHere(door)): FigureRuns {
  const counts = new OneAtATime<Counting, number>()
  const definitions = new WeakMap<Plan, string>()
  const definitionOf = (plan: Plan): string => {
    const known =
      definitions.get(plan) ?? hash('sm3', JSON.stringify([plan.indicators, plan.parameters, catalogue]), 'hex')
    definitions.set(plan, known)
    return known
  }
  /** What a task made of the key at the moment asked for has kept, or counts now. */
  const kept = async (
    plan: Plan,
    { on, knownAt }: { on: string; knownAt: string | undefined },
    taskOf: (key: RunKey) => CountTask,
    counting: Counting,
  ) => {
    const { head, task, found } = await door.asJob(async (tx) => {
      const head = await ledgerHead(tx)
      const asked = knownAt === undefined ? head.at : await instantOf(tx, knownAt)
      const at = knownAt === undefined || asked > head.at ? head.at : asked
      const definition = at === head.at ? hash('sm3', definitionOf(plan) + head.counties, 'hex') : definitionOf(plan)
      const task = taskOf({ plan: plan.key, on, knownAt: at, definition })
      return { head: head.at, task, found: await findKept(tx, task) }
    })
    const work = (onProgress: (share: number) => void) => count(plan, task, onProgress)
    const id = found ?? (await counts.do(JSON.stringify(task), counting, work))
    return { id, knownAt: task.key.knownAt, isNow: task.key.knownAt === head }
  }
  return {
    async get(plan, on, knownAt) {
      const counting = { plan: plan.key, on, indicator: null, months: null }
      const { id, ...moment } = await kept(plan, { on, knownAt }, (key) => ({ kind: 'run', key }), counting)
      return { id, on, ...moment }
    },
    async trend(plan, { key: indicator }, { on, months, knownAt }) {
      const counting = { plan: plan.key, on, indicator, months }
      const taskOf = (key: RunKey): CountTask => ({ kind: 'trend', key: { ...key, indicator, months } })
      const { id } = await kept(plan, { on, knownAt }, taskOf, counting)
      return { id, days: monthEnds(on, months) }
    },
    underWay: () => counts.list(),
  }
}
