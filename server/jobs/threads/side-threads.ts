import { Worker } from 'node:worker_threads'
import type { ListWork } from '#domain/jobs/engine/list-work.ts'
import type { SideThreads } from '#domain/jobs/run/city-run.ts'

/** Each side thread’s own heap; what it works on lies in shared memory outside it. */
const HEAP_MB = 64

/** `threads` − 1 threads beside the calling thread, which blocks while it runs: call from a process or thread of its own. */
export async function startThreads(threads: number): Promise<SideThreads & { stop(): Promise<void> }> {
  const workers = Array.from({ length: Math.max(0, threads - 1) }, startThread)
  await Promise.all(workers.map(({ ready }) => ready))
  return {
    join: (work: ListWork) => {
      for (const { worker } of workers) worker.postMessage(work)
    },
    stop: async () => {
      await Promise.all(workers.map(({ worker }) => worker.terminate()))
    },
  }
}

function startThread() {
  const worker = new Worker(new URL('./side-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
  })
  return { worker, ready }
}
