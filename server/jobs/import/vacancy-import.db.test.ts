import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { creditCodeCheck } from '#domain/places/credit-code.ts'
import { fieldCrypto } from '#server/access/field-crypto.ts'
import type { Ctx } from '#server/context.ts'
import { rowViews } from '#server/lists/wizard/row-view.ts'
import { outcomePage } from '#server/lists/wizard/rows.sql.ts'
import { bringFile } from '#server/lists/work/bring.ts'
import { changeImport, countOutcomes, rowsWithFaults } from '#server/lists/work/import.sql.ts'
import { errorsOf } from '#server/lists/work/import-errors.ts'
import { doWork, listOf, type Worker } from '#server/lists/work/import-work.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { type SmallCity, smallCity } from '../../../test/small-city.ts'
import { vacancyImportHandlers } from './vacancy-import.handlers.ts'
import { vacancyTaker } from './vacancy-taker.ts'

const plan = getPlans().get('chongqing-2021')!
const list = listOf(plan, 'vacancies')
let city: SmallCity
let county: Awaited<ReturnType<SmallCity['officer']>>
let folder: string
let worker: Worker
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ricebowl-vacancies-'))
  city = await smallCity()
  county = await city.officer('county', 500_235_000_000, 500_236_000_000)
  const crypto = fieldCrypto(city.database.keys)
  worker = { door: city.door, dataDir: folder, on: '2021-09-17', plan, crypto, takers: { vacancy: vacancyTaker } }
})
afterAll(async () => {
  await city?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const code17 = '91500235MA0000000'
const CODE = `${code17}${creditCodeCheck(code17)}`
const HEADINGS =
  '单位名称,统一社会信用代码,招聘岗位,招聘人数,薪资待遇,工作地点,性别要求,年龄要求,包吃住,联系人,联系电话'
/** The file of a job fair as an employer's clerk writes it. */
const fair = (...rows: string[]) =>
  ['2021年秋季招聘会岗位汇总表', HEADINGS, ...rows.map((row) => `某服装厂,${CODE},${row}`), ''].join('\n')
const sewer = (people: number, wage = '4000-6000元/月') =>
  `缝纫工,${people}人,${wage},云阳县,不限,18岁以上,包吃住,李经理,13900000000`

async function bring(text: string, asOf: string) {
  const bringer = { acting: county, officerName: '测试员', postTitle: county.title, requestId: null }
  const key = await bringFile(worker, bringer, { name: 'a.csv', source: Readable.from([text]), asOf }, new Date())
  await city.door.asPost(county, (tx) => changeImport(tx, key, { list: list.key, rank: list.rank }))
  await doWork(worker, county, key.id, 'read')
  return key
}
const report = (key: { county: number; id: number }) =>
  city.door.asPost(county, async (tx) => {
    const rows = await rowsWithFaults(tx, key, { after: 0, limit: 100 })
    return { outcomes: await countOutcomes(tx, key), errors: rows.flatMap((row) => errorsOf(row, list, plan)) }
  })
async function take(text: string, asOf: string) {
  const key = await bring(text, asOf)
  await doWork(worker, county, key.id, 'apply')
  return { key, ...(await report(key)) }
}
const sewers = () =>
  city.query<Record<string, unknown>>(
    `SELECT id, title, openings, wage_low_fen, board, phone_mask, refreshed_on, valid_from, close_reason, source FROM vacancy WHERE employer = '某服装厂'
      ORDER BY id`,
  )

test('a fair’s table becomes vacancies, refused row by row with the clause, refreshed by the next, and taken back', async () => {
  const text = fair(
    sewer(10),
    '电焊工,3,高薪,云阳县,不限,,,,',
    '收银员,2,3000元,云阳县,限女性,,,,',
    '仓库管理员,2,3000-3500,云阳县江口镇,不限,18-35岁,包吃,,',
    '搬运工,若干,200元/天,云阳县,不限,,,,',
    '快递员,20,计件,广东省东莞市,不限,,包吃住,,',
    '普工,20,计件,云阳县,不限,,,,',
  )
  const staged = await bring(text, '2021-09-10')
  await doWork(worker, county, staged.id, 'match')
  expect((await report(staged)).outcomes).toEqual({ new: 2, refused: 5 })
  expect(await sewers()).toEqual([])

  await doWork(worker, county, staged.id, 'apply')
  const { outcomes, errors } = await report(staged)
  expect(outcomes).toEqual({ new: 2, refused: 5 })
  expect(errors.map(({ row, code }) => [row, code])).toEqual([
    [4, 'jobs.row.wage'],
    [5, 'jobs.row.sex'],
    [6, 'jobs.row.age-upper'],
    [7, 'lists.cell.integer'],
    [9, 'jobs.row.occupation'],
  ])
  expect(errors[1]!.words.zh).toContain('《就业促进法》第三条、第二十七条')
  const [first] = await sewers()
  expect(first).toMatchObject({
    ...{ title: '缝纫工', openings: 10, wage_low_fen: 400_000, board: true, phone_mask: '139****0000' },
    ...{ valid_from: '2021-09-10', refreshed_on: '2021-09-10', source: 'list:vacancies' },
  })

  const again = await take(fair(sewer(10)), '2021-09-10')
  expect(again.outcomes).toEqual({ same: 1 })
  const next = await take(fair(sewer(12, '4500-6500元/月')), '2021-09-17')
  expect(next.outcomes).toEqual({ changed: 1 })
  expect((await compared(next.key)).map(({ fact, stood, says, wins }) => [fact?.zh, stood, says, wins])).toEqual([
    ['工资', { zh: '月薪 4000–6000 元', en: '4000–6000 yuan by the month' }, wage('4500–6500'), true],
    ['最近确认', '2021-09-10', '2021-09-17', true],
    ['有效期至', '2021-10-10', '2021-10-17', true],
    ['招聘人数', '10', '12', true],
  ])
  // An older list is believed in nothing, and that is shown too.
  const older = await bring(fair(sewer(11)), '2021-09-12')
  await doWork(worker, county, older.id, 'match')
  expect((await report(older)).outcomes).toEqual({ same: 1 })
  expect((await compared(older)).map(({ fact, wins }) => [fact?.zh, wins])).toEqual([
    ['工资', false],
    ['招聘人数', false],
  ])
  expect((await sewers())[0]).toMatchObject({
    id: first!.id,
    openings: 12,
    wage_low_fen: 450_000,
    refreshed_on: '2021-09-17',
  })
  expect(await sewers()).toHaveLength(2)

  await expect(doWork(worker, county, staged.id, 'undo')).rejects.toMatchObject({ code: 'lists.import.builtOn' })
  await doWork(worker, county, next.key.id, 'undo')
  expect((await sewers())[0]).toMatchObject({ openings: 10, wage_low_fen: 400_000, refreshed_on: '2021-09-10' })
})

const wage = (band: string) => ({ zh: `月薪 ${band} 元`, en: `${band} yuan by the month` })
const compared = (key: { county: number; id: number }) =>
  city.door.asPost(county, async (tx) => {
    const page = await outcomePage(tx, key, {}, { after: 0, limit: 10 })
    return (await rowViews(tx, page, plan, [])).flatMap(({ differences }) => differences)
  })

test('words that tell no occupation are chosen once: their rows are compared again, the next list is read so', async () => {
  const handlers = vacancyImportHandlers({ plan, nudge() {} })
  const ctx = {
    now: new Date('2021-09-17T02:00:00Z'),
    actor: { officerId: county.officer, postId: county.post, requestId: 'test' },
    post: { id: county.post, role: 'county', title: county.title, area: county.scope.lo, scope: county.scope },
    asPost: (work: Parameters<SmallCity['door']['asPost']>[1]) => city.door.asPost(county, work),
  } as unknown as Ctx
  const mixer = (title: string, wages = '5000') => `${title},2,${wages},云阳县,不限,,,,`
  const staged = await bring(fair(mixer('拌浆的'), mixer('拌浆的', '5000-5500'), mixer('不知道什么')), '2021-09-17')
  await doWork(worker, county, staged.id, 'match')
  expect((await report(staged)).outcomes).toEqual({ refused: 3 })
  const { untold } = await handlers.listUntoldOccupations({ params: { id: staged.id } }, ctx)
  expect(untold.map(({ words, rows, first }) => [words, rows, first])).toEqual([
    ['拌浆的', 2, 3],
    ['不知道什么', 1, 5],
  ])
  const choose = (occupation: string) =>
    handlers.chooseOccupations(
      { params: { id: staged.id }, body: { clientId: randomUUID(), chosen: [{ words: '拌浆的', occupation }] } },
      ctx,
    )
  await expect(choose('1-99-99')).rejects.toMatchObject({ code: 'jobs.vacancy.wrongOccupation' })
  expect(await choose('6-05-01-03')).toEqual({ rows: 2 })
  await doWork(worker, county, staged.id, 'match')
  expect((await report(staged)).outcomes).toEqual({ new: 1, refused: 1, waiting: 1 })
  await doWork(worker, county, staged.id, 'apply')
  expect((await report(staged)).outcomes).toEqual({ new: 1, refused: 1, changed: 1 })
  const next = await take(fair(mixer('拌浆的')).replaceAll('某服装厂', '另一个厂'), '2021-09-17')
  expect(next.outcomes).toEqual({ new: 1 })
})

test('what an import entered is closed as a mistake when it is taken back, by nobody but its unit', async () => {
  const { key } = await take(fair('水电工,1,5000,云阳县,不限,,,,'), '2021-09-17')
  const elsewhere = await city.officer('county', 500_236_000_000, 500_237_000_000)
  await expect(doWork(worker, elsewhere, key.id, 'undo')).rejects.toMatchObject({ code: 'lists.import.absent' })
  await doWork(worker, county, key.id, 'undo')
  expect((await sewers()).find(({ title }) => title === '水电工')).toMatchObject({ close_reason: 'mistake' })
})
test('a row overwrites what it says and no more: bands as a whole, nothing from a blank, nothing that would be unlawful together', async () => {
  const mason = (wage: string, ages: string) => fair(`泥水工,5,${wage},云阳县,不限,${ages},,,`)
  await take(mason('200-300元/天', '18岁以上'), '2021-09-10')
  const said = async () => {
    const [row] = await city.query<Record<string, unknown>>(
      "SELECT wage_form, wage_low_fen, wage_high_fen, age_from FROM vacancy WHERE title = '泥水工'",
    )
    return Object.values(row!)
  }
  await take(mason('', ''), '2021-09-11')
  expect(await said()).toEqual(['day', 20_000, 30_000, 18])
  await take(mason('350元/天以上', ''), '2021-09-12')
  expect(await said()).toEqual(['day', 35_000, null, 18])
  await city.query("UPDATE vacancy SET hazards = '{toxic}' WHERE title = '泥水工'")
  const { outcomes, errors } = await take(mason('', '16岁以上'), '2021-09-13')
  expect([outcomes, errors.map(({ code }) => code)]).toEqual([{ refused: 1 }, ['jobs.row.age-hazard']])
})

test('a credit code that fails its check is not said to be blank', async () => {
  const { errors, key } = await take(fair('保安员,2,3000元,云阳县,不限,,,,').replace(CODE, `${code17}?`), '2021-09-17')
  expect(errors.map(({ code }) => code)).toContain('jobs.row.licence-code')
  expect(errors.find(({ code }) => code === 'jobs.row.licence-code')!.words.zh).toContain('没有通过校验')
  expect((await report(key)).outcomes).toEqual({ refused: 1 })
})
