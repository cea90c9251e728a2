import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { REASONS } from '#domain/lists/file/refused-workbook.ts'
import { DEMO_PASSWORD } from '#server/access/demo-officers.ts'
import { FILE_LIMITS } from '#server/lists/reading/file-limits.ts'
import { openFile } from '#server/lists/reading/open-file.ts'
import { importPath } from '#server/lists/work/keep-file.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { findParts } from '#server/start/parts.ts'
import { dataFolderOf, type TestDatabase } from './database.ts'
import { makeWorkbook } from './lists/make-workbook.ts'
import { FIRM, monthlyBook, monthlyLine } from './lists/monthly-book.ts'
import { asExternal, startedDatabase } from './started-city.ts'

/** The way of a list through the wizard, as a browser asks for it: by HTTP alone, polled now and then. */
type Import = Reply<Api['getImport']>['import']
type Rows = Reply<Api['listImportRows']>['rows']

let database: TestDatabase
let app: FastifyInstance
const folder = mkdtempSync(join(tmpdir(), 'ricebowl-journey-'))
const cookies: Record<string, string> = {}
const log = () => {}

async function start(): Promise<void> {
  const { createApp } = await findParts()
  const serverFactory: Parameters<NonNullable<typeof createApp>>[0]['serverFactory'] = (handler) =>
    createServer(handler)
  app = await createApp!({ serverFactory, database: asExternal(database), dataDir: dataFolderOf(), log })
  await app.ready()
}
beforeAll(async () => {
  database = await startedDatabase()
  await start()
  for (const name of ['town', 'county']) {
    const payload = { signIn: name, password: DEMO_PASSWORD }
    const reply = await app.inject({ method: 'POST', url: '/api/session', payload })
    cookies[name] = String(reply.headers['set-cookie']).split(';')[0]!
  }
}, 300_000)
afterAll(async () => {
  await app?.close()
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

type Who = 'town' | 'county'
async function ask<T>(
  who: Who,
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
): Promise<{ status: number } & T> {
  const reply = await app.inject({ method, url, headers: { cookie: cookies[who]! }, ...(payload && { payload }) })
  return { status: reply.statusCode, ...(reply.json() as T) }
}
const say = (who: Who, id: number, act: string, body: object = {}) =>
  ask<{ code?: string; decided?: number }>(who, 'POST', `/api/imports/${id}/${act}`, {
    clientId: crypto.randomUUID(),
    ...body,
  })
const rows = async <Row>(text: string, values: unknown[] = []) =>
  withConnection(database.adminUrl, async (client) => (await client.query(text, values)).rows as Row[])

async function upload(who: Who, name: string, payload: Buffer) {
  const reply = await app.inject({
    ...{ method: 'PUT', url: '/api/imports/file', payload },
    headers: {
      ...{ cookie: cookies[who]!, 'content-type': 'application/octet-stream' },
      'x-file-name': encodeURIComponent(name),
    },
  })
  return reply.json() as { id: number; sameFile: { by: string; state: string }[] }
}
const look = (who: Who, id: number) => ask<Reply<Api['getImport']>>(who, 'GET', `/api/imports/${id}`)
const inspect = (who: Who, id: number) => ask<Reply<Api['inspectImport']>>(who, 'GET', `/api/imports/${id}/inspection`)
const rowsOf = async (who: Who, id: number, query = ''): Promise<Rows> =>
  (await ask<Reply<Api['listImportRows']>>(who, 'GET', `/api/imports/${id}/rows?limit=100&${query}`)).rows
const findingsOf = (who: Who, id: number) =>
  ask<Reply<Api['listImportFindings']>>(who, 'GET', `/api/imports/${id}/findings`)

/** As a page that was left and is opened again: the work has gone on without it. */
async function until(who: Who, id: number, state: Import['state']): Promise<Import> {
  for (let tries = 0; tries < 600; tries++) {
    const { import: one } = await look(who, id)
    if (one.state === state) return one
    if (one.state === 'failed') throw new Error(JSON.stringify(one.problem))
    await pause(100)
  }
  throw new Error(`the import did not become ${state}`)
}

/** Reads as the screen does: the sheet that is found, its columns, and what the officer says of those nobody knows. */
async function read(who: Who, id: number, hand: Record<string, string> = {}) {
  const { sheets, mends } = await inspect(who, id)
  const sheet = sheets.find(({ hidden }) => !hidden)!
  const mapping = sheet.columns.flatMap(({ heading, column, reasons }, place) =>
    reasons ? [] : [{ place, heading, column: hand[heading] ?? (column || null) }],
  )
  const list = sheet.candidates[0]!.list
  const body = { list, on: mends?.on ?? '2021-09-30', sheet: sheet.name, mapping }
  expect((await say(who, id, 'read', body)).status).toBe(200)
  return { sheet, mends, list }
}
const atFirm = async () =>
  Number((await rows<{ n: string }>('SELECT count(*) AS n FROM employment WHERE employer = $1', [FIRM]))[0]!.n)

const HEADING = '打工的厂'
const book = () =>
  monthlyBook(HEADING, [
    // Nobody's for certain, and paid hardly anything.
    monthlyLine(1, { household: null }),
    monthlyLine(5, { wage: '90元' }),
  ])
/** As the spreadsheet numbers them. */
const ROW = { wage: 5, first: 6, nobody: 7, number: 8, hidden: 9, working: 11, second: 12, poor: 13 }
let first: number

test('a file is recognised, a column told by hand, every row compared; what reading did is told, what is wrong stands at its cell', async () => {
  const { id } = await upload('town', '江口镇9月.xlsx', book())
  first = id
  const { sheet, list } = await read('town', id, { [HEADING]: 'employer' })
  expect([list, sheet.name, sheet.headRows]).toEqual(['work-monitoring', '9月', [3, 3]])
  expect(sheet.columns.find(({ heading }) => heading === HEADING)).toMatchObject({ column: null, remembered: false })
  const one = await until('town', id, 'matched')
  expect(one.tallies).toEqual({ changed: 3, refused: 4, review: 2 })
  expect(one.reading).toEqual([
    { what: 'titles', n: 2, rows: [1, 2] },
    { what: 'hidden', n: 1, rows: [ROW.hidden] },
    { what: 'total', n: 1, rows: [14] },
  ])
  const refused = await rowsOf('town', id, 'outcome=refused')
  expect(refused.map(({ row, told }) => [row, told[0]!.column, told[0]!.code])).toEqual([
    [ROW.wage, 'wage', 'lists.cell.money'],
    [ROW.nobody, null, 'lists.person.absent'],
    [ROW.number, 'identity', 'lists.cell.lost_digits'],
    [ROW.working, 'working', 'lists.cell.word'],
  ])
  for (const { told } of refused) expect(told[0]!.words.zh.length).toBeGreaterThan(5)
  expect(await atFirm()).toBe(0)
}, 120_000)

test('a row that is taken all the same and brings a finding says so before, and the finding opens to its rows', async () => {
  const { asked, findings } = await findingsOf('town', first)
  expect(asked).toBe(true)
  expect(findings.map(({ key, rows: n }) => [key, n])).toContainEqual(['wage-too-low', 1])
  const [poor] = await rowsOf('town', first, 'finding=wage-too-low')
  expect([poor!.row, poor!.outcome]).toEqual([ROW.poor, 'changed'])
  expect(poor!.told).toContainEqual(expect.objectContaining({ code: 'check:wage-too-low', refuses: false }))
})

test('the same headings again: what was told by hand is remembered', async () => {
  const { id } = await upload('town', '江口镇10月.xlsx', monthlyBook(HEADING))
  const { sheets } = await inspect('town', id)
  const column = sheets.find(({ name }) => name === '9月')!.columns.find(({ heading }) => heading === HEADING)
  expect(column).toMatchObject({ column: 'employer', remembered: true })
})

test('a list that was not read to its end is not taken: it is refused in words, and reading goes on where it was', async () => {
  const { id } = await upload('town', '江口镇11月.xlsx', book())
  await read('town', id, { [HEADING]: 'employer' })
  await until('town', id, 'matched')
  await rows('UPDATE import SET read_at = NULL, matched_at = NULL, stopped_at = received_at WHERE id = $1', [id])
  await rows(`DELETE FROM import_chunk WHERE import_id = $1 AND work = 'match'`, [id])
  const { import: half } = await look('town', id)
  expect([half.state, half.left, half.may]).toEqual(['stopped', 'read', ['read', 'discard', 'resume']])
  expect(await say('town', id, 'apply')).toMatchObject({ status: 409, code: 'lists.import.unread' })
  expect((await say('town', id, 'resume')).status).toBe(200)
  expect((await until('town', id, 'matched')).tallies).toEqual({ changed: 3, refused: 4, review: 2 })
  expect((await rowsOf('town', id)).map(({ row }) => row)).toEqual([4, 5, 6, 7, 8, 10, 11, 12, 13])
}, 120_000)

test('stopped and at once asked to go on, it goes on: the end of the first attempt ends nothing of the second', async () => {
  const { id } = await upload('town', '江口镇12月.xlsx', book())
  await read('town', id, { [HEADING]: 'employer' })
  expect((await say('town', id, 'stop')).status).toBe(200)
  expect((await say('town', id, 'resume')).status).toBe(200)
  expect((await until('town', id, 'matched')).tallies).toEqual({ changed: 3, refused: 4, review: 2 })
}, 120_000)

test('a row in review is decided before the others are taken; a new file is refused where the list opens none', async () => {
  const review = await rowsOf('town', first, 'outcome=review')
  expect(review.map(({ row }) => row)).toEqual([ROW.first, ROW.second])
  const [one] = review
  const opening = { decisions: [{ row: ROW.first, decision: 'open' }] }
  expect(await say('town', first, 'decisions', opening)).toMatchObject({ status: 422, code: 'lists.person.notOpened' })
  const decision = one!.candidates[0]!.id
  const said = await say('town', first, 'decisions', { decisions: [{ row: ROW.first, decision }] })
  expect(said).toMatchObject({ status: 200, decided: 1 })
  expect((await until('town', first, 'matched')).tallies).toEqual({ changed: 4, refused: 4, review: 1 })
}, 120_000)

test('while rows are taken it is told how many are done, how fast, how long still; a killed server takes the work up again', async () => {
  // What a server leaves that was killed when it had taken three of the rows, ten seconds after it was asked.
  await rows(
    `UPDATE import SET asked = 'apply', asked_at = now() - interval '10 s', begun_at = now() - interval '10 s' WHERE id = $1`,
    [first],
  )
  await rows(
    `INSERT INTO import_chunk (county, area, import_id, work, round, from_row, to_row, rows, done_at)
     SELECT county, area, id, 'apply', 9, 1, 1, 3, now() FROM import WHERE id = $1`,
    [first],
  )
  const { import: half } = await look('town', first)
  expect([half.state, half.may]).toEqual(['applying', ['stop']])
  expect(half.progress).toMatchObject({ work: 'apply', done: 3, of: 9 })
  expect(half.progress!.secondsLeft).toBeGreaterThan(5)
  expect(half.progress!.secondsLeft).toBeLessThan(60)
  await rows('DELETE FROM import_chunk WHERE import_id = $1 AND round = 9', [first])
  await app.close()
  await start()
  const one = await until('town', first, 'applied')
  expect(one.tallies).toEqual({ changed: 4, refused: 4, review: 1 })
  expect(await atFirm()).toBe(4)
}, 120_000)

test('a row decided after the others were taken is taken; the report counts the findings that came with the rows', async () => {
  const [late] = await rowsOf('town', first, 'outcome=review')
  const decisions = [{ row: late!.row, decision: late!.candidates[0]!.id }]
  expect(await say('town', first, 'decisions', { decisions })).toMatchObject({ status: 200, decided: 1 })
  const one = await until('town', first, 'applied')
  expect(one.tallies).toEqual({ changed: 5, refused: 4 })
  expect(await atFirm()).toBe(5)
  // A second word comes too late: the row is taken.
  expect(await say('town', first, 'decisions', { decisions })).toMatchObject({ decided: 0 })
  await until('town', first, 'applied')
  const { findings } = await findingsOf('town', first)
  expect(findings.map(({ key, rows: n }) => [key, n])).toContainEqual(['wage-too-low', 1])
  expect((await rowsOf('town', first, 'finding=wage-too-low')).map(({ row }) => row)).toEqual([ROW.poor])
}, 120_000)

test('a second officer who brings the same file is told whose it was, and doubles nothing', async () => {
  const { id, sameFile } = await upload('county', '转来的.xlsx', book())
  expect(sameFile.map(({ state }) => state)).toContain('applied')
  await read('county', id, { [HEADING]: 'employer' })
  const one = await until('county', id, 'matched')
  expect(one.tallies).toEqual({ same: 3, refused: 4, review: 2 })
  expect((await look('county', id)).sameFile.some(({ by, state }) => by !== '' && state === 'applied')).toBe(true)
}, 120_000)

let mended: number
test('refused rows go out as a workbook and come back mended: known, asked nothing again, only they are taken', async () => {
  const reply = await app.inject({
    ...{ method: 'GET', url: `/api/imports/${first}/errors` },
    headers: { cookie: cookies.town! },
  })
  expect(reply.statusCode).toBe(200)
  const path = join(folder, 'refused.xlsx')
  writeFileSync(path, reply.rawPayload)
  const file = await openFile(path, FILE_LIMITS)
  const cells: (string | null)[][] = []
  for await (const batch of (await file.open(0)).rows)
    for (const row of batch) cells.push(row.cells.map((cell) => (cell === null ? null : String(cell))))
  await file.close()
  const [head = [], ...lines] = cells
  expect([head.at(-1), lines.length]).toEqual([REASONS, 4])
  expect(lines.map((line) => line.at(-1)!.split('\n')[0])).toEqual(['原第5行', '原第7行', '原第8行', '原第11行'])
  const at = (heading: string) => head.indexOf(heading)
  for (const line of lines) {
    if (line.at(-1)!.includes('金额')) line[at('务工月收入(元)')] = '4000'
    if (line.at(-1)!.includes('数字')) line[at('身份证号')] = null
  }
  const sheet = { name: file.sheets[0]!.name, rows: [head, ...lines] }
  mended = (await upload('town', '改好.xlsx', makeWorkbook({ sheets: [sheet] }))).id
  const { mends, list } = await read('town', mended)
  expect([mends?.id, mends?.list, list]).toEqual([first, 'work-monitoring', 'work-monitoring'])
  const one = await until('town', mended, 'matched')
  expect([one.rows, one.tallies]).toEqual([4, { changed: 2, refused: 2 }])
  const before = await look('town', mended)
  expect([before.mends?.id, before.mends?.fileName]).toEqual([first, '江口镇9月.xlsx'])
  await say('town', mended, 'apply')
  await until('town', mended, 'applied')
  expect(await atFirm()).toBe(7)
  expect((await look('town', first)).mendedBy.map(({ id }) => id)).toEqual([mended])
}, 120_000)

test('what reasons and provenance rest on: without the column’s name it is asked about, without the sheet’s name nothing is mended', async () => {
  const rowsOfBook = [
    ['姓名', '是否已务工', '务工企业', '说明原因'],
    ['查无此人', '是', FIRM, '错'],
  ]
  const { id } = await upload('town', '别的.xlsx', makeWorkbook({ sheets: [{ name: '错误行', rows: rowsOfBook }] }))
  const { mends, sheets } = await inspect('town', id)
  expect([mends, sheets[0]!.columns.at(-1)]).toMatchObject([null, { column: null, reasons: false }])
})

test('a file that is not wanted is discarded: it and its rows are gone, and it is not told to who brings the same again', async () => {
  const { id } = await upload('town', '弄错了.xlsx', monthlyBook('另一个厂'))
  await read('town', id)
  await until('town', id, 'matched')
  expect(existsSync(importPath(dataFolderOf(), id))).toBe(true)
  expect(await say('town', id, 'discard')).toMatchObject({ status: 200 })
  const { import: one } = await look('town', id)
  expect([one.state, one.may, one.rows]).toEqual(['discarded', [], 0])
  expect(existsSync(importPath(dataFolderOf(), id))).toBe(false)
  expect(await rows('SELECT FROM import_row WHERE import_id = $1', [id])).toEqual([])
  expect((await inspect('town', id)).status).toBe(410)
  expect((await upload('town', '再来.xlsx', monthlyBook('另一个厂'))).sameFile).toEqual([])
  // What the ledger holds some of is undone, not discarded.
  expect(await say('town', first, 'discard')).toMatchObject({ status: 409, code: 'lists.import.notNow' })
}, 120_000)

test('undone in turn, both leave the ledger as it was', async () => {
  await say('town', mended, 'undo')
  await until('town', mended, 'undone')
  expect(await atFirm()).toBe(5)
  await say('town', first, 'undo')
  const one = await until('town', first, 'undone')
  expect(one.may).toEqual([])
  expect(await atFirm()).toBe(0)
  expect((await findingsOf('town', first)).asked).toBe(false)
}, 120_000)
