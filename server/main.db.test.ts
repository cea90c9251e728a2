import { existsSync } from 'node:fs'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { discard, freePort, postmasterOf } from '../test/processes.ts'
import { testFolder } from '../test/server.ts'
import { serve } from './main.ts'
import { isAlive } from './postgres/embedded/orphan.ts'
import type { Parts } from './start/parts.ts'

let dataDir: string
beforeAll(() => {
  dataDir = testFolder()
})
afterAll(() => discard(dataDir))

/** A run whose parts are given, so that it stands without the application's own. */
async function start(parts: Parts) {
  const stop = new AbortController()
  const port = await freePort()
  let ready = (_: string) => {}
  const url = new Promise<string>((resolve) => {
    ready = resolve
  })
  const options = { dataDir, databaseUrl: undefined, port, log: () => {}, onReady: ready, signal: stop.signal }
  const ended = serve(options, { ...parts, console: async () => undefined })
  ended.catch(() => {})
  return { port, url, ended, stop: () => stop.abort() }
}

test('the parts are run in their order; the server answers, and stops with its PostgreSQL', async () => {
  const order: string[] = []
  const run = await start({
    firstStart: async () => void order.push('seed'),
    createApp: async ({ serverFactory, database }) => {
      order.push('app')
      return Fastify({ serverFactory }).get('/kind', async () => ({ kind: database.kind }))
    },
  })
  const url = await run.url
  expect(order).toEqual(['seed', 'app'])
  expect(await (await fetch(`${url}/kind`)).json()).toEqual({ kind: 'embedded' })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  const pid = postmasterOf(dataDir)
  run.stop()
  await run.ended
  expect(isAlive(pid)).toBe(false)
})

test('asked to stop in the middle of a start, it stops, and leaves no PostgreSQL', async () => {
  let pid = 0
  const run = await start({
    firstStart: () => {
      pid = postmasterOf(dataDir)
      run.stop()
      return new Promise(() => {})
    },
  })
  await run.ended
  expect([pid > 0, isAlive(pid)]).toEqual([true, false])
})

test('a part that fails ends the start with its own words, and leaves nothing running', async () => {
  const run = await start({ firstStart: () => Promise.reject(new Error('no seed')) })
  await expect(run.ended).rejects.toThrow('no seed')
  await expect(fetch(`http://127.0.0.1:${run.port}/healthz`)).rejects.toThrow()
  expect(existsSync(`${dataDir}/postgres/postmaster.pid`)).toBe(false)
})
