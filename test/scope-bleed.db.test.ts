import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDoor } from '#server/db.ts'
import { openPool, withConnection } from '#server/postgres/wire/connection.ts'
import { AccessMatrix, AREAS, POSTS } from './access-matrix.ts'
import { type TestDatabase, testDatabase } from './database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await withConnection(database.adminUrl, (admin) => new AccessMatrix().seed(admin))
})
afterAll(() => database.drop())

type Ending = 'commit' | 'rollback' | 'error' | 'timeout'
const ENDINGS: Ending[] = ['commit', 'rollback', 'error', 'timeout']
const SCOPED = Object.entries(POSTS).filter(([, { settings }]) => settings.length === 2)

/** Many posts take turns on few connections, and their transactions end in every way; what each read that was not its own. */
async function bleeding(local: 'SET LOCAL' | 'SET', requests: number): Promise<{ read: number; foreign: string[] }> {
  const pool = openPool(database.roleUrl('ricebowl_officer'), { max: 4 })
  const foreign: string[] = []
  let read = 0
  const request = async (at: number) => {
    // Every fourth comes without a scope: what it reads is what the one before it left behind.
    const [post, { settings, sees }] = at % 4 === 0 ? ['noSettings', POSTS.noSettings!] : SCOPED[at % SCOPED.length]!
    const ending = ENDINGS[(at >> 2) % 4]!
    const client = await pool.connect()
    const look = async () => {
      const { rows } = await client.query<{ area: number }>('SELECT area FROM person')
      read += rows.length
      for (const { area } of rows) if (!sees.test(String(area))) foreign.push(`${post} ${area}`)
    }
    try {
      const [lo, hi] = settings
      await client.query(
        lo === undefined ? 'BEGIN' : `BEGIN; ${local} ricebowl.lo = '${lo}'; ${local} ricebowl.hi = '${hi}'`,
      )
      await look()
      if (at % 3 === 0) await pause(1)
      if (ending === 'error') await client.query('SELECT 1 / 0')
      if (ending === 'timeout') await client.query("SET LOCAL statement_timeout = '1ms'; SELECT pg_sleep(1)")
      await client.query(ending === 'commit' ? 'COMMIT' : 'ROLLBACK')
      // After its end a transaction's scope is over, on this connection too.
      if (settings.length === 2) {
        const { rows } = await client.query('SELECT area FROM person')
        if (rows.length > 0) foreign.push(`${post} after the end`)
      }
    } catch {
      await client.query('ROLLBACK')
    } finally {
      client.release()
    }
  }
  for (let at = 0; at < requests; at += 20) await Promise.all(Array.from({ length: 20 }, (_, one) => request(at + one)))
  await pool.end()
  return { read, foreign }
}

it('one post’s scope never reaches another’s transaction on the same connection', async () => {
  const { read, foreign } = await bleeding('SET LOCAL', 3000)
  expect(foreign).toEqual([])
  expect(read).toBeGreaterThan(1000)
})
it('is seen where it happens: settings of the session instead of the transaction', async () => {
  const { foreign } = await bleeding('SET', 200)
  expect(foreign.some((line) => line.startsWith('noSettings'))).toBe(true)
  expect(Object.values(AREAS).some((area) => foreign.includes(`noSettings ${area}`))).toBe(true)
})

it('nor through the door, whose transactions fail in the middle, time out or are given up', async () => {
  const door = openDoor(database)
  const foreign: string[] = []
  let read = 0
  const request = async (at: number) => {
    const [post, { settings, sees }] = SCOPED.filter(([, one]) => one.settings[0] !== '')[at % 6]!
    const [lo, hi] = settings.map(Number) as [number, number]
    const ending = ENDINGS[(at >> 2) % 4]!
    await door
      .asPost({ officer: 1, post: at, scope: { lo, hi } }, async (tx) => {
        const rows = await tx.query<{ area: number; post: string }>(
          "SELECT area, current_setting('ricebowl.post') AS post FROM person",
        )
        read += rows.length
        for (const row of rows)
          if (!sees.test(String(row.area)) || Number(row.post) !== at) foreign.push(`${post} ${row.area}`)
        if (ending === 'rollback') throw new Error('given up')
        if (ending === 'error') await tx.query('SELECT 1 / 0')
        if (ending === 'timeout') {
          await tx.query("SET LOCAL statement_timeout = '1ms'")
          await tx.query('SELECT pg_sleep(1)')
        }
      })
      .catch(() => {})
  }
  for (let at = 0; at < 3000; at += 24) await Promise.all(Array.from({ length: 24 }, (_, one) => request(at + one)))
  await door.close()
  expect(foreign).toEqual([])
  expect(read).toBeGreaterThan(5000)
})
