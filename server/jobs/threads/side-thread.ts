import { parentPort } from 'node:worker_threads'
import { type ListWork, workAlong } from '#domain/jobs/engine/list-work.ts'

/** A thread that makes lists until the work it was given is over. */
parentPort?.on('message', (work: ListWork) => workAlong(work))
parentPort?.postMessage('ready')
