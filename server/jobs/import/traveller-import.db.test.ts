import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldCrypto } from '#server/access/field-crypto.ts'
import { bringFile } from '#server/lists/work/bring.ts'
import { changeImport, countOutcomes, rowsWithFaults } from '#server/lists/work/import.sql.ts'
import { errorsOf } from '#server/lists/work/import-errors.ts'
import { doWork, listOf, type Worker } from '#server/lists/work/import-work.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { fewCounties, type SmallCity } from '../../../test/small-city.ts'
import { takers } from './takers.ts'

const plan = getPlans().get('chongqing-2021')!
const list = listOf(plan, 'travellers')
let city: SmallCity
let county: Awaited<ReturnType<SmallCity['officer']>>
let folder: string
let worker: Worker
type Person = { id: number; name: string; number: string }
let free: Person[]
let [child, beyond]: Person[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ricebowl-travellers-'))
  city = await fewCounties()
  county = await city.officer('county', 500_235_000_000, 500_236_000_000)
  const crypto = fieldCrypto(city.database.keys)
  worker = { door: city.door, dataDir: folder, on: '2021-09-17', plan, crypto, takers }
  const people = async (where: string, most: number): Promise<Person[]> => {
    const rows = await city.query<{ county: number; id: number; name: string; id_cipher: Buffer }>(
      `SELECT p.county, p.id, p.name, p.id_cipher FROM person p WHERE p.id_cipher IS NOT NULL AND p.death_date IS NULL AND ${where} ORDER BY p.id LIMIT ${most}`,
    )
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      number: crypto.open('person.id', row.county, row.id, row.id_cipher),
    }))
  }
  const idle = `p.capacity = 'ordinary' AND NOT p.in_school AND p.birth_date BETWEEN '1975-01-01' AND '1999-01-01'
    AND NOT EXISTS (SELECT FROM employment e WHERE e.county = p.county AND e.person_id = p.id)
    AND NOT EXISTS (SELECT FROM dispatch d WHERE d.county = p.county AND d.person_id = p.id)`
  free = await people(`p.county = 500235 AND ${idle}`, 2)
  ;[child] = await people("p.county = 500235 AND p.birth_date > '2010-01-01'", 1)
  ;[beyond] = await people(`p.county = 500236 AND ${idle}`, 1)
})
afterAll(async () => {
  await city?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const newBatch = async (area: number, departsOn: string) => {
  const [row] = await city.query<{ id: number }>(
    `INSERT INTO dispatch_batch (county, area, corridor, place, departs_on, transport, leader, receiver, known_from, source)
     VALUES ($1, $2, 'shandong', 370000000000, $3, 'bus', '某带队人', '某接收站', '2021-09-10', 'officer') RETURNING id`,
    [Math.floor(area / 1_000_000), area, departsOn],
  )
  return row!.id
}
async function take(text: string) {
  const bringer = { acting: county, officerName: '测试员', postTitle: county.title, requestId: null }
  const file = { name: 'a.csv', source: Readable.from([text]), asOf: '2021-09-17' }
  const key = await bringFile(worker, bringer, file, new Date())
  await city.door.asPost(county, (tx) => changeImport(tx, key, { list: list.key, rank: list.rank }))
  await doWork(worker, county, key.id, 'read')
  await doWork(worker, county, key.id, 'apply')
  const report = await city.door.asPost(county, async (tx) => {
    const rows = await rowsWithFaults(tx, key, { after: 0, limit: 100 })
    return { outcomes: await countOutcomes(tx, key), errors: rows.flatMap((row) => errorsOf(row, list, plan)) }
  })
  return { key, outcomes: report.outcomes, codes: report.errors.map(({ row, code }) => [row, code]) }
}
const listed = (batch: number) =>
  city.query<{ person_id: number; source: string }>(
    'SELECT person_id, source FROM traveller WHERE batch_id = $1 ORDER BY id',
    [batch],
  )

test('a town’s list becomes travellers, refused row by row with what stands against somebody, and is taken back until somebody is ticked', async () => {
  const batch = await newBatch(500_235_000_000, '2021-09-20')
  const theirs = await newBatch(500_236_000_000, '2021-09-21')
  const [one, two] = free as [Person, Person]
  const line = (of: number | string, { name, number }: Person) => `${of},${name},${number}`
  const text = [
    '批次编号,姓名,身份证号',
    line(batch, one),
    line(`第${batch}批`, { ...two, name: `${two.name[0]} ${two.name.slice(1)}` }),
    line(batch, { ...two, name: '别的名字' }),
    line(batch, child!),
    line(batch, beyond!),
    line(theirs, two),
    '',
  ].join('\n')
  const { key, outcomes, codes } = await take(text)
  expect(outcomes).toEqual({ new: 2, refused: 4 })
  expect(codes).toEqual([
    [4, 'jobs.row.name'],
    [5, 'jobs.row.under-age'],
    [5, 'jobs.row.no-capacity'],
    [6, 'jobs.row.nobody'],
    [7, 'jobs.row.batch'],
  ])
  expect(await listed(batch)).toEqual([one, two].map(({ id }) => ({ person_id: id, source: 'list:travellers' })))
  expect(await listed(theirs)).toEqual([])

  // The same list again changes nothing; without a number the day of leaving tells the batch.
  const again = await take(`出发日期,姓名,身份证号\n2021年9月20日,${one.name},${one.number}\n`)
  expect(again.outcomes).toEqual({ same: 1 })

  await city.query('UPDATE traveller SET boarded = true WHERE batch_id = $1 AND person_id = $2', [batch, one.id])
  await expect(doWork(worker, county, key.id, 'undo')).rejects.toMatchObject({ code: 'lists.import.builtOn' })
  await city.query('UPDATE traveller SET boarded = NULL WHERE batch_id = $1', [batch])
  await doWork(worker, county, key.id, 'undo')
  expect(await listed(batch)).toEqual([])
  expect(await city.query('SELECT DISTINCT superseded_by FROM traveller_history WHERE batch_id = $1', [batch])).toEqual(
    [{ superseded_by: 'undone' }],
  )
}, 30_000)
