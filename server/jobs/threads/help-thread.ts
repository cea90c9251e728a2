import { parentPort } from 'node:worker_threads'
import { helpWith, type ListWork } from '#domain/jobs/engine/list-work.ts'

/** A thread that makes lists until the work it was given is over. */
parentPort?.on('message', (work: ListWork) => helpWith(work))
parentPort?.postMessage('ready')
