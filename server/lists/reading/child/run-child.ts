import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Refusal } from '#domain/base/fail.ts'
import { fileRefusal } from '../file-limits.ts'
import type { ChildAnswer, ChildTask } from './child-message.ts'

const MODULE = new URL('./read-child.ts', import.meta.url)

/**
 * What the reading process answers, as it comes; refuses when it dies or takes too long. Leaving the loop ends the process.
 * Batches are asked for as they are taken, so a slow taker holds the reader back.
 */
export async function* runChild(
  task: ChildTask,
): AsyncGenerator<Exclude<ChildAnswer, { refused: unknown } | { done: true }>> {
  const { limits } = task
  const child = fork(MODULE, {
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const inbox = mailbox<ChildAnswer | Refusal>()
  const timer = setTimeout(() => {
    inbox.put(fileRefusal.slow(limits.seconds))
    child.kill('SIGKILL')
  }, limits.seconds * 1000)
  child.on('message', (answer) => inbox.put(answer as ChildAnswer))
  child.on('error', () => inbox.put(fileRefusal.damaged()))
  // An answer may arrive after the end of the process is known: what it left is taken first.
  void Promise.all([once(child, 'exit'), once(child, 'disconnect')]).then(([[code, signal]]) =>
    inbox.put(code === 134 || signal === 'SIGABRT' ? fileRefusal.memory() : fileRefusal.damaged()),
  )
  try {
    child.send(task, () => {})
    for (;;) {
      const answer = await inbox.take()
      if (answer instanceof Refusal) throw answer
      if ('done' in answer) return
      if ('refused' in answer) throw refusalOf(answer.refused)
      yield answer
      if (child.connected) child.send('more', () => {})
    }
  } finally {
    clearTimeout(timer)
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  }
}

function refusalOf({ code, words, status }: Extract<ChildAnswer, { refused: unknown }>['refused']): Refusal {
  return code && words ? new Refusal(code, words, { status }) : fileRefusal.damaged()
}

/** What is put is taken once, in order; taking waits. */
function mailbox<T>(): { put: (item: T) => void; take: () => Promise<T> } {
  const items: T[] = []
  let waiting: ((item: T) => void) | undefined
  return {
    put: (item) => {
      const to = waiting
      waiting = undefined
      if (to) to(item)
      else items.push(item)
    },
    take: () => (items.length ? Promise.resolve(items.shift()!) : new Promise<T>((resolve) => (waiting = resolve))),
  }
}
