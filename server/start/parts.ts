import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyServerFactory } from 'fastify'
import type { Database, Log } from '../postgres.ts'
import { builtConsole } from './console-build.ts'

/** What `server/http.ts` exports: the application, answering through the server it is given. */
export type CreateApp = (given: {
  serverFactory: FastifyServerFactory
  database: Database
  dataDir: string
  log: Log
}) => Promise<FastifyInstance>

/** What `db/demo/first-start.ts` exports: fills a ledger that is empty, and does nothing to one that is not. */
export type FirstStart = (database: Database, log: Log) => Promise<void>

export type Parts = { createApp?: CreateApp; firstStart?: FirstStart; console?: typeof builtConsole }

const ROOT = join(import.meta.dirname, '..', '..')

/** The parts that are there. */
export async function findParts(): Promise<Parts> {
  return {
    console: builtConsole,
    ...((await load('server/http.ts')) as Pick<Parts, 'createApp'>),
    ...((await load('db/demo/first-start.ts')) as Pick<Parts, 'firstStart'>),
  }
}

async function load(file: string): Promise<object> {
  const path = join(ROOT, file)
  return existsSync(path) ? ((await import(path)) as object) : {}
}
