import type { Words } from '#domain/base/fail.ts'
import type { Door } from '../../../db.ts'
import { endAbandoned, endRun, finishReplay, sayAlive, type Task, takeTask } from './match-run.sql.ts'

export type MatchingJobs = {
  /** Something was asked for. */
  nudge(): void
  /** Somebody stopped a run: seen at once, if it goes on here. */
  stopped(): Promise<void>
  /** What the server before left under way is broken off; what waits is begun. */
  start(): Promise<void>
  /** Resolves when nothing runs; what was under way is broken off. */
  stop(): Promise<void>
}
export type MatchingWork = (
  task: Task,
  onProgress: (share: number) => void,
  signal: AbortSignal,
) => Promise<{ problem: Words | null }>
type Given = {
  door: Pick<Door, 'asJob'>
  /** Does one; answers why it could not be done, in a refusal's words. Ends early where the signal says so. */
  work: MatchingWork
  report(id: number, error: unknown): void
  now?: () => Date
}
type Running = { id: number; replay: boolean; share: number; stop: AbortController; tick(): Promise<void> }

const TELL_EVERY_MS = 1000

/** Runs are made one after another, each in a process of its own, whose end by force leaves nothing but that it was broken off. */
export function matchingJobs({ door, work, report, now = () => new Date() }: Given): MatchingJobs {
  const closing = new AbortController()
  let underWay: Running | undefined
  let running: Promise<void> = Promise.resolve()

  const doOne = async (task: Task) => {
    const stop = new AbortController()
    const tick = async () => {
      if (task.replay) return
      const isStopped = await door.asJob((tx) => sayAlive(tx, task.id, here.share, now()))
      if (isStopped) stop.abort()
    }
    const here: Running = { ...task, share: 0, stop, tick }
    underWay = here
    const timer = setInterval(() => void tick().catch(() => {}), TELL_EVERY_MS)
    const onProgress = (share: number) => {
      here.share = share
    }
    try {
      const { problem } = await work(task, onProgress, AbortSignal.any([stop.signal, closing.signal]))
      if (problem) await ended(task, problem)
    } catch (error) {
      if (closing.signal.aborted) return
      if (!stop.signal.aborted) report(task.id, error)
      await ended(task, null)
    } finally {
      clearInterval(timer)
      underWay = undefined
    }
  }
  const ended = ({ id, replay }: Task, problem: Words | null) =>
    door.asJob((tx) => (replay ? finishReplay(tx, id, null, now()) : endRun(tx, id, problem, now())))
  const drain = async () => {
    while (!closing.signal.aborted) {
      const task = await door.asJob(async (tx) => {
        await endAbandoned(tx, now(), false)
        return takeTask(tx, now())
      })
      if (!task) return
      await doOne(task)
    }
  }
  const nudge = () => {
    running = running.then(drain).catch((error) => report(0, error))
  }
  return {
    nudge,
    stopped: async () => {
      if (underWay) await underWay.tick()
      else nudge()
    },
    async start() {
      await door.asJob((tx) => endAbandoned(tx, now(), true))
      nudge()
    },
    async stop() {
      closing.abort()
      await running
    },
  }
}
