import { parentPort, workerData } from 'node:worker_threads'
import { reuse } from '../copy/row-writer.ts'
import { generateBatch } from '../generate/batch.ts'
import { type KeyTable, sealerOf } from '../generate/seal.ts'
import type { Batch } from '../schedule.ts'

/** A second thread of generation: gets batches, gives back their rows without copying them. */
const sealer = sealerOf((workerData as { keys: KeyTable }).keys)

export type WorkerOrder = { batch: Batch } | { reuse: ArrayBuffer[] }

parentPort?.on('message', (order: WorkerOrder) => {
  if ('reuse' in order) return reuse(order.reuse)
  const made = generateBatch(order.batch, sealer)
  const buffers = made.tables.flatMap(({ chunks }) => chunks.map((chunk) => chunk.buffer as ArrayBuffer))
  parentPort?.postMessage(made, buffers)
})
