import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { discard, ricebowl } from '../test/processes.ts'
import { testFolder } from '../test/server.ts'

const folder = testFolder()
const RICEBOWL_DATA = join(folder, 'data')
afterAll(async () => {
  await discard(RICEBOWL_DATA)
  rmSync(folder, { recursive: true })
})
const run = (...args: string[]) => ricebowl(args, { RICEBOWL_DATA })

test('help lists the commands and makes no folder; without a command it is wrong usage', async () => {
  const [asked, unasked] = await Promise.all([run('--help'), run()])
  expect(asked).toMatchObject({ code: 0, out: expect.stringMatching(/\n {2}db +数据库/) })
  expect(asked.out).toMatch(/\n {2}start +启动/)
  expect(unasked).toMatchObject({ code: 2, out: asked.out })
  expect(await run('db', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('ricebowl db migrate') })
})

test('a slip of the finger is met with the nearest command', async () => {
  expect(await run('satrt')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('ricebowl start?') })
  expect((await run('frobnicate')).err).not.toContain('?')
})

test('a refusal is Chinese first on stderr, or one object on stdout, and never a stack', async () => {
  const told = await run('db', 'psql-url')
  expect(told).toMatchObject({ code: 1, out: '' })
  expect(told.err.trim().split('\n')).toEqual([expect.stringMatching(/^没有/), expect.stringMatching(/^No server/)])
  const json = await run('db', 'psql-url', '--json')
  expect(json).toMatchObject({ code: 1, err: '' })
  expect(JSON.parse(json.out)).toEqual({
    error: { code: 'database.server.notRunning', zh: expect.any(String), en: expect.any(String) },
  })
})

test.each([
  ['an unknown option', ['db', 'status', '--deep']],
  ['an unknown form', ['db', 'frobnicate']],
  ['too much', ['db', 'status', 'now']],
  ['nothing', ['db']],
])('%s is wrong usage: 2, with the forms', async (_, args) =>
  expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringContaining('ricebowl db migrate') }),
)

test('a setting that is no port is named', async () => {
  const refused = await ricebowl(['db', 'status'], { RICEBOWL_DATA, RICEBOWL_PORT: 'eighty' })
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('RICEBOWL_PORT') })
})

test('without a server a command starts PostgreSQL for itself, and leaves none behind', async () => {
  const migrated = JSON.parse((await run('db', 'migrate', '--json')).out)
  expect(migrated.applied.length).toBeGreaterThan(20)
  expect(JSON.parse((await run('db', 'migrate', '--json')).out)).toEqual({ applied: [] })
  expect((await run('db', 'psql-url')).code).toBe(1)
})

test('the heap is bounded', async () => {
  const bounded = await ricebowl(['db', 'status', '--json'], { RICEBOWL_DATA, RICEBOWL_HEAP_MB: '1' })
  expect(bounded.code).not.toBe(0)
})
