import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { type AccessDoor, openAccessDoor, type Tx } from '../../access/access-door.ts'
import { createDemoOfficers } from '../../access/demo-officers.ts'
import { withConnection } from '../../postgres/wire/connection.ts'
import { downloadExport, type ExportCtx, exportHandlers } from './export.handlers.ts'
import { exportStore } from './export.sql.ts'

type Post = { officer: number; name: string; post: number; title: string; lo: number; hi: number }

let database: TestDatabase
let door: AccessDoor
let folder: string
let posts: Post[]
const now = new Date('2026-11-23T02:00:00Z')

beforeAll(async () => {
  database = await testDatabase()
  door = openAccessDoor(database)
  folder = await mkdtemp(join(tmpdir(), 'exports-'))
  await createDemoOfficers(door, now)
  posts = await door.asAccess((tx) =>
    tx.query<Post>(
      `SELECT o.id AS officer, o.name, p.id AS post, p.title, p.lo, p.hi FROM officer o JOIN post p ON p.officer_id = o.id
       WHERE p.role IN ('county', 'town') ORDER BY p.id`,
    ),
  )
})
afterAll(async () => {
  await door.close()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

/** A transaction of a login with the settings that the scope policies read. */
function inTx<T>(
  role: 'ricebowl_officer' | 'ricebowl_job',
  settings: Record<string, number>,
  work: (tx: Tx) => Promise<T>,
) {
  return withConnection(database.roleUrl(role), async (client) => {
    await client.query('BEGIN')
    for (const [key, value] of Object.entries(settings))
      await client.query('SELECT set_config($1, $2, true)', [`ricebowl.${key}`, String(value)])
    const answer = await work({ query: async (text, values) => (await client.query(text, values)).rows })
    await client.query('COMMIT')
    return answer
  })
}
const store = exportStore((work) => inTx('ricebowl_job', {}, work))

function ctxOf(who: Post, at = now): ExportCtx {
  const { officer, post, lo, hi } = who
  return {
    actor: { officerId: officer, postId: post, requestId: 'r' },
    officer: { id: officer, name: who.name },
    post: { id: post, title: who.title, scope: { lo, hi } },
    now: at,
    asPost: (work) => inTx('ricebowl_officer', { officer, post, lo, hi }, work),
  }
}
let nudged = 0
const handlers = () =>
  exportHandlers({
    once: (_tx, _command, run) => run(),
    today: async () => '2021-09-17',
    nudge: () => {
      nudged += 1
    },
    folder,
  })
const clientId = '6f6a2107-19a5-4c3e-9d5d-0b2f6b1f3a10'
const asked = (who: Post, list = {}) =>
  handlers().requestExport({ body: { clientId, reason: '月度核查', list } }, ctxOf(who))
const lines = () =>
  door.asAudit((tx) =>
    tx.query<{ detail: string; id: number; rows: number | null; reason: string }>(
      `SELECT detail, object_id AS id, rows, reason FROM audit_line WHERE action = 'people.export' ORDER BY id`,
    ),
  )

describe('exports in the database', () => {
  test('are written down when asked for, without the words of a filter', async () => {
    const { id } = await asked(posts[0]!, { filter: 'name = "张三"', indicator: 'workshop-workers' })
    const line = (await lines()).at(-1)
    expect(line).toEqual({
      id,
      detail: 'indicator workshop-workers, filter, on 2021-09-17',
      rows: null,
      reason: '月度核查',
    })
    expect(nudged).toBeGreaterThan(0)
  })

  test('fix the day and the moment of knowledge when asked for', async () => {
    const { id } = await asked(posts[0]!)
    const job = await takeUntil(id)
    expect(job.list).toEqual({ on: '2021-09-17', knownAt: now.toISOString() })
    expect(job).toMatchObject({ lo: posts[0]!.lo, hi: posts[0]!.hi, reason: '月度核查', state: 'running' })
  })

  test('are nobody else’s: neither their state nor their file', async () => {
    const [mine, other] = posts as [Post, Post]
    const { id } = await asked(mine)
    await store.finish(id, 3, new Date(now.getTime() + 1000))
    expect(await handlers().getExport({ params: { id } }, ctxOf(mine))).toMatchObject({ state: 'done', rows: 3 })
    await expect(handlers().getExport({ params: { id } }, ctxOf(other))).rejects.toMatchObject({ status: 404 })
    await expect(downloadExport({ folder }, id, ctxOf(other))).rejects.toMatchObject({ status: 404 })
  })

  test('cannot be asked for with a wider scope than the post has', async () => {
    const narrow = posts.at(-1)!
    const ctx = ctxOf(narrow)
    const wide = { ...ctx, post: { ...ctx.post, scope: { lo: 500000000000, hi: 510000000000 } } }
    const ask = handlers().requestExport({ body: { clientId, reason: '月度核查', list: {} } }, wide)
    await expect(ask).rejects.toThrow(/row-level security/)
  })

  test('are fetched once done and until their time is over, and each fetching is written down', async () => {
    const mine = posts[0]!
    const { id } = await asked(mine)
    await expect(downloadExport({ folder }, id, ctxOf(mine))).rejects.toMatchObject({ status: 409 })
    await store.finish(id, 12, new Date(now.getTime() + 3_600_000))
    expect(await downloadExport({ folder }, id, ctxOf(mine))).toBe(join(folder, `${id}.xlsx`))
    expect((await lines()).at(-1)).toMatchObject({ id, detail: 'download', rows: 12 })
    const late = ctxOf(mine, new Date(now.getTime() + 3_600_000))
    await expect(downloadExport({ folder }, id, late)).rejects.toMatchObject({ status: 410 })
    expect(await store.expire(late.now)).toContain(id)
    expect(await handlers().getExport({ params: { id } }, ctxOf(mine))).toMatchObject({ state: 'expired' })
  })

  test('that were running wait again after a restart', async () => {
    const { id } = await asked(posts[0]!)
    await takeUntil(id)
    await store.progress(id, 400)
    await store.requeue()
    expect(await handlers().getExport({ params: { id } }, ctxOf(posts[0]!))).toMatchObject({
      state: 'waiting',
      rows: 0,
    })
  })
})

/** Takes from the queue until the wanted one comes; those before it fail. */
async function takeUntil(id: number) {
  for (let job = await store.take(); job; job = await store.take()) {
    if (job.id === id) return job
    await store.fail(job.id, { zh: '换下一个', en: 'next' })
  }
  throw new Error('the export never came')
}
