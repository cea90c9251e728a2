import { parentPort, workerData } from 'node:worker_threads'
import { generateBatch } from '../generate/batch.ts'
import { type KeyTable, sealerOf } from '../generate/seal.ts'
import type { Batch } from '../schedule.ts'

/** A second thread of generation: gets batches, gives back their rows without copying them. */
const sealer = sealerOf((workerData as { keys: KeyTable }).keys)

parentPort?.on('message', (batch: Batch) => {
  const made = generateBatch(batch, sealer)
  const buffers = made.tables.flatMap(({ chunks }) => chunks.map((chunk) => chunk.buffer as ArrayBuffer))
  parentPort?.postMessage(made, buffers)
})
