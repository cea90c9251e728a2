import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAlive } from '#server/postgres/embedded/orphan.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { openDatabase } from '#server/postgres.ts'
import { childrenOf, discard, postmasterOf, type Supervisor, startSupervisor, untilAcknowledged } from './processes.ts'
import { testFolder } from './server.ts'

let dataDir: string
let supervisor: Supervisor | undefined
beforeEach(() => {
  dataDir = testFolder()
})
afterEach(async () => {
  supervisor?.child.kill('SIGKILL')
  await supervisor?.ended
  await discard(dataDir)
})

async function start(): Promise<Supervisor> {
  supervisor = startSupervisor(dataDir, 8)
  expect(await supervisor.opened).toMatchObject({ ready: expect.any(String) })
  return supervisor
}

/** Of what was acknowledged, what the folder's database does not hold. */
async function missing(acknowledged: number[]): Promise<{ adopted: boolean; missing: number[] }> {
  const database = await openDatabase({ dataDir })
  try {
    return await withConnection(database.adminUrl, async (admin) => {
      await admin.query('CREATE TABLE IF NOT EXISTS entry (n bigint PRIMARY KEY)')
      const { rows } = await admin.query<{ n: number }>('SELECT n FROM entry')
      const held = new Set(rows.map(({ n }) => n))
      return { adopted: database.adopted, missing: acknowledged.filter((n) => !held.has(n)) }
    })
  } finally {
    await database.stop()
  }
}

test('the supervisor killed: PostgreSQL lives on alone, the next start takes care of it, nothing acknowledged is missing', async () => {
  const { child, acknowledged, ended } = await start()
  await untilAcknowledged(supervisor!, 200)
  const orphan = postmasterOf(dataDir)
  child.kill('SIGKILL')
  await ended
  // Without this the test would pass on a PostgreSQL that had died with its supervisor.
  expect(isAlive(orphan)).toBe(true)
  expect(await missing(acknowledged)).toEqual({ adopted: true, missing: [] })
  expect(isAlive(orphan)).toBe(false)
})

test.each([
  ['every process of PostgreSQL', (first: number) => [first, ...childrenOf(first)]],
  ['the first process of PostgreSQL', (first: number) => [first]],
  ['one process that serves a connection', (first: number) => childrenOf(first).slice(-1)],
])('%s killed while writing: writing goes on, nothing acknowledged is missing', async (_, victims) => {
  const { child, acknowledged, ended } = await start()
  await untilAcknowledged(supervisor!, 200)
  for (const pid of victims(postmasterOf(dataDir))) process.kill(pid, 'SIGKILL')
  await untilAcknowledged(supervisor!, 200)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(await missing(acknowledged)).toEqual({ adopted: false, missing: [] })
})

test('the test of loss sees loss: with commits that are acknowledged before they are stored, some are missing', async () => {
  await (await openDatabase({ dataDir })).stop()
  const careless = "synchronous_commit = 'off'\nwal_writer_delay = '10s'\nwal_writer_flush_after = '1GB'\n"
  appendFileSync(join(dataDir, 'postgres', 'local.conf'), careless)
  const { acknowledged, child, ended } = await start()
  await untilAcknowledged(supervisor!, 500)
  const first = postmasterOf(dataDir)
  // The supervisor first, or it would bring PostgreSQL back.
  for (const pid of [child.pid!, first, ...childrenOf(first)]) process.kill(pid, 'SIGKILL')
  await ended
  await pause(50)
  expect((await missing(acknowledged)).missing.length).toBeGreaterThan(0)
})
