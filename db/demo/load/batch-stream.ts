import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { BatchRows } from '../generate/batch.ts'
import type { KeyTable } from '../generate/seal.ts'
import type { Batch } from '../schedule.ts'
import type { WorkerOrder } from './batch-worker.ts'

/** Each thread's own heap; with it a command stays within 512 MB of heap. */
const HEAP_MB = 192

/** Batches in their order, made ahead by a few threads; never more of them in memory than threads and one. */
export async function* madeAhead(batches: readonly Batch[], keys: KeyTable): AsyncGenerator<BatchRows> {
  const count = Math.min(batches.length, Math.max(1, Math.min(2, availableParallelism())))
  const workers = Array.from({ length: count }, () => startWorker(keys))
  try {
    const made: Promise<BatchRows>[] = []
    const ask = () => {
      const batch = batches[made.length]
      if (!batch) return
      const promise = (workers[made.length % count] as Asker)(batch)
      promise.catch(() => {})
      made.push(promise)
    }
    for (let n = 0; n <= count; n++) ask()
    for (let n = 0; n < batches.length; n++) {
      const rows = await (made[n] as Promise<BatchRows>)
      ;(made as unknown[])[n] = undefined
      yield rows
      workers[n % count]?.reuse(rows)
      ask()
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()))
  }
}

type Asker = ((batch: Batch) => Promise<BatchRows>) & { reuse(rows: BatchRows): void; stop(): Promise<unknown> }

/** A thread answers in the order it was asked. */
function startWorker(keys: KeyTable): Asker {
  const worker = new Worker(new URL('./batch-worker.ts', import.meta.url), {
    workerData: { keys },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const waiting: { resolve(rows: BatchRows): void; reject(error: Error): void }[] = []
  worker.on('message', (rows: BatchRows) => waiting.shift()?.resolve(rows))
  worker.on('error', (error: Error) => {
    for (const one of waiting.splice(0)) one.reject(error)
  })
  const order = (what: WorkerOrder, moved: ArrayBuffer[] = []) => worker.postMessage(what, moved)
  const ask = (batch: Batch) =>
    new Promise<BatchRows>((resolve, reject) => {
      waiting.push({ resolve, reject })
      order({ batch })
    })
  const reuse = ({ tables }: BatchRows) => {
    const buffers = tables.flatMap(({ chunks }) => chunks.map((chunk) => chunk.buffer as ArrayBuffer))
    order({ reuse: buffers }, buffers)
  }
  return Object.assign(ask, { reuse, stop: () => worker.terminate() })
}
