import type { Words } from '#domain/base/fail.ts'
import type { Tx } from '../../../db.ts'
import { jobQueue } from './closing-job.sql.ts'

export type ClosingJobs = {
  /** Something was asked for. */
  nudge(): void
  /** Takes up what a stop left waiting or under way. */
  start(): Promise<void>
  /** Resolves when nothing runs; what was under way is done again at the next start. */
  stop(): Promise<void>
}
type Given = {
  asJob: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Does one; answers why it could not be done, in a refusal's words. Ends early where the signal says so. */
  work(id: number, onProgress: (share: number) => void, signal: AbortSignal): Promise<{ problem: Words | null }>
  report(id: number, error: unknown): void
}

const TOLD_EVERY_MS = 1000
const FAILED: Words = {
  zh: '没有完成，系统已记录，什么都没有改动；请重试，仍不成功请联系系统管理员。',
  en: 'It did not finish; it was noted, and nothing was changed. Try again; if it stays, tell the system administrator.',
}

/** Months are frozen and closed one after another, each in a process of its own: requests do not wait, and browsers may close. */
export function closingJobs({ asJob, work, report }: Given): ClosingJobs {
  const queue = jobQueue(asJob)
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  const teller = (id: number) => {
    let toldAt = 0
    return (share: number) => {
      const now = Date.now()
      if (now - toldAt < TOLD_EVERY_MS) return
      toldAt = now
      void queue.tell(id, share).catch(() => {})
    }
  }
  const doOne = async (id: number) => {
    try {
      const { problem } = await work(id, teller(id), stopping.signal)
      if (problem) await queue.fail(id, problem, new Date())
    } catch (error) {
      if (stopping.signal.aborted) return
      report(id, error)
      await queue.fail(id, FAILED, new Date())
    }
  }
  const drain = async () => {
    while (!stopping.signal.aborted) {
      const id = await queue.take(new Date())
      if (id === undefined) return
      await doOne(id)
    }
  }
  const nudge = () => {
    running = running.then(drain).catch((error) => report(0, error))
  }
  return {
    nudge,
    async start() {
      await queue.requeue()
      nudge()
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
