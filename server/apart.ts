import { fork } from 'node:child_process'

type Sent<T> = { done: T } | { share: number }

/**
 * The heap is bounded. What columns take lies outside of it, and is counted as if within: V8 collects at every 64 MB of it
 * otherwise, which costs more than reading the columns.
 */
const LIMITS = ['--max-old-space-size=768', '--external-memory-accounted-in-global-limit']

/**
 * Work that needs much memory, in a process of its own, which takes that memory with it when it ends. What it is sent travels by a
 * channel nobody else can read: a login may be among it. `onProgress` is told how far it is, from 0 to 1; `signal` ends it early.
 */
export function runApart<T>(
  module: URL,
  message: object,
  onProgress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = fork(module, { execArgv: LIMITS, ...(signal && { signal }) })
    let answer: { done: T } | undefined
    child.on('message', (sent) => {
      const told = sent as Sent<T>
      if ('share' in told) onProgress(told.share)
      else answer = told
    })
    child.on('error', reject)
    child.on('exit', (code) =>
      answer ? resolve(answer.done) : reject(new Error(`Work apart ended with code ${code}`)),
    )
    child.send(message)
  })
}

/** The other end: does what it is sent, answers, ends. Without its parent it is of no use to anybody. */
export function answerParent<M, T>(work: (message: M, onProgress: (share: number) => void) => Promise<T>): void {
  const orphaned = () => process.exit(1)
  process.once('disconnect', orphaned)
  process.once('message', async (message) => {
    const done = await work(message as M, (share) => process.send?.({ share }))
    process.removeListener('disconnect', orphaned)
    process.send?.({ done }, () => process.disconnect())
  })
}
