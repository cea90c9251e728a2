import { spawnSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { openDatabase, useDatabase } from '#server/postgres.ts'
import { discard, type Supervisor, startSupervisor } from './processes.ts'
import { testFolder } from './server.ts'

const MB = 2 ** 20
let mounted: string | undefined
let supervisor: Supervisor | undefined

/** A small disk of its own; undefined where the machine does not allow one. */
function smallDisk(megabytes: number): string | undefined {
  const folder = testFolder()
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', folder])
  if (done.status !== 0) {
    rmSync(folder, { recursive: true })
    return undefined
  }
  mounted = folder
  return folder
}
const WHY_NOT = 'mounting a small disk needs root and the right to mount'

afterEach(async () => {
  supervisor?.child.kill('SIGKILL')
  await supervisor?.ended
  supervisor = undefined
  if (!mounted) return
  await discard(mounted).catch(() => {})
  spawnSync('umount', ['-l', mounted])
  rmSync(mounted, { recursive: true, force: true })
  mounted = undefined
})

/** Leaves `left` bytes; answers how to free the rest again. */
function fill(folder: string, left: number): () => void {
  const { bavail, bsize } = statfsSync(folder)
  const ballast = join(folder, 'ballast')
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)))
  return () => rmSync(ballast)
}

test('a disk too small for a new database is refused before anything is made', async ({ skip }) => {
  const dataDir = smallDisk(100)
  skip(!dataDir, WHY_NOT)
  await expect(openDatabase({ dataDir: dataDir! })).rejects.toMatchObject({ code: 'database.disk.full' })
})

test('a disk that has become full: a start says so and harms nothing; with space it starts', async ({ skip }) => {
  const dataDir = smallDisk(420)
  skip(!dataDir, WHY_NOT)
  const count = () =>
    useDatabase({ dataDir: dataDir! }, ({ adminUrl }) =>
      withConnection(adminUrl, async (admin) => {
        await admin.query('CREATE TABLE IF NOT EXISTS entry AS SELECT generate_series(1, 1000) AS n')
        return (await admin.query<{ n: number }>('SELECT count(*) AS n FROM entry')).rows[0]!.n
      }),
    )
  expect(await count()).toBe(1000)
  const free = fill(dataDir!, MB)
  await expect(count()).rejects.toMatchObject({ code: 'database.disk.full' })
  free()
  expect(await count()).toBe(1000)
})

/** Runs `statement` until the disk refuses, at most `rounds` times; how many were acknowledged. */
async function write(url: string, statement: string, rounds: number): Promise<number> {
  return withConnection(url, async (admin) => {
    for (let stored = 0; stored < rounds; stored++)
      try {
        await admin.query(statement)
      } catch (error) {
        expect(error).toMatchObject({ code: '53100' })
        return stored
      }
    return rounds
  })
}
const execute = (url: string, statement: string) => withConnection(url, (admin) => admin.query(statement))
const rowsIn = (url: string) =>
  withConnection(
    url,
    async (admin) => (await admin.query<{ n: number }>('SELECT count(*) AS n FROM filler')).rows[0]!.n,
  )

test('a disk that fills with data: writes are refused, nothing acknowledged is missing, with space it goes on', async ({
  skip,
}) => {
  const dataDir = smallDisk(420)
  skip(!dataDir, WHY_NOT)
  supervisor = startSupervisor(dataDir!)
  const url = (await supervisor.opened).ready!
  const thousand = 'INSERT INTO filler SELECT repeat(md5(n::text), 30) FROM generate_series(1, 1000) AS n'
  // Unlogged, rows take space in the table alone.
  await execute(url, 'CREATE UNLOGGED TABLE filler (text text)')
  const free = fill(dataDir!, 20 * MB)
  const stored = await write(url, thousand, 500)
  expect(stored).toBeLessThan(500)
  free()
  expect(await write(url, thousand, 10)).toBe(10)
  expect(await rowsIn(url)).toBe((stored + 10) * 1000)
  supervisor.child.kill('SIGTERM')
  expect(await supervisor.ended).toBe(0)
})

test('a disk that fills with log: PostgreSQL cannot go on, that is said, and with space nothing acknowledged is missing', async ({
  skip,
}) => {
  const dataDir = smallDisk(420)
  skip(!dataDir, WHY_NOT)
  supervisor = startSupervisor(dataDir!)
  const url = (await supervisor.opened).ready!
  const megabyte = `WITH log AS MATERIALIZED (SELECT pg_logical_emit_message(true, 'filler', repeat('x', 1000000)))
    INSERT INTO filler SELECT 'x' FROM log`
  await execute(url, 'CREATE TABLE filler (text text)')
  const free = fill(dataDir!, 3 * MB)
  const stored = await write(url, megabyte, 500)
  expect(stored).toBeLessThan(500)
  await expect.poll(() => supervisor?.lost, { timeout: 20_000 }).toEqual(['database.disk.full'])
  free()
  supervisor.child.kill('SIGTERM')
  await supervisor.ended
  expect(await useDatabase({ dataDir: dataDir! }, ({ adminUrl }) => rowsIn(adminUrl))).toBe(stored)
})
