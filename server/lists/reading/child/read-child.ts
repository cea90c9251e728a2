// A process that reads one file; who asked ends it, and with it all that the file made it use.
import { Refusal } from '#domain/base/fail.ts'
import { placeFinder } from '#domain/lists/places/place-finder.ts'
import { inspect } from '../inspect.ts'
import { openFile } from '../open-file.ts'
import { readRows } from '../read-rows.ts'
import type { ChildAnswer, ChildTask } from './child-message.ts'

/** Batches sent and not yet asked for more: the reader waits for its listener. */
const AHEAD = 4

let credit = AHEAD
let wake: (() => void) | undefined
const send = (answer: ChildAnswer) =>
  new Promise<void>((resolve, reject) =>
    process.send!(answer, (error: Error | null) => (error ? reject(error) : resolve())),
  )

process.once('disconnect', () => process.exit(1))
process.on('message', (message: ChildTask | 'more') => {
  if (message === 'more') {
    credit++
    wake?.()
  } else void run(message)
})

async function run(task: ChildTask): Promise<void> {
  try {
    const file = await openFile(task.path, task.limits)
    if (task.kind === 'inspect') await send({ inspection: await inspect(file, task.lists) })
    else {
      for await (const batch of readRows(file, task.list, placeFinder(task.places, task.near), task.choice)) {
        while (credit <= 0) await new Promise<void>((resolve) => (wake = resolve))
        credit--
        // Few ask for the cells as they came, and the way here is long.
        if (!task.raw) for (const row of batch.rows) row.raw = []
        await send({ batch })
      }
    }
    await send({ done: true })
  } catch (error) {
    await send({ refused: refusalOf(error) })
  }
}

/** Whatever a file breaks in the reader is a damaged file to its owner; the words never hold what stood in it. */
function refusalOf(error: unknown) {
  const known = error instanceof Refusal ? error : undefined
  return { code: known?.code ?? null, words: known?.words ?? null, status: known?.status ?? 422 }
}
