import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identityNumber } from '#db/demo/invented-number.ts'
import type { Acting } from '#server/db.ts'
import { bringFile } from '#server/lists/work/bring.ts'
import { changeImport } from '#server/lists/work/import.sql.ts'
import type { ImportTask } from '#server/lists/work/import-child.ts'
import type { Work } from '#server/lists/work/import-work.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { dataFolderOf } from '../../test/database.ts'
import { wholenessOf, workUntil } from '../../test/killed-import.ts'
import { type SmallCity, smallCity } from '../../test/small-city.ts'

let city: SmallCity
let folder: string
let acting: Acting
let home: { county: string; town: string; village: string }
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ricebowl-killed-'))
  city = await smallCity()
  acting = await city.officer('county', 500235000000, 500236000000)
  const [found] = await city.query<typeof home>(
    `SELECT c.name AS county, t.name AS town, v.name AS village FROM area v JOIN area t ON t.code = v.code / 1000 * 1000 JOIN area c ON c.code = 500235000000
      WHERE v.code = 500235001001 AND v.valid_to IS NULL AND t.valid_to IS NULL AND c.valid_to IS NULL`,
  )
  home = found!
  // As after a first determination: from then on, counties are determined whenever lists touch them.
  const setting = { plan: 'chongqing-2021', on: '2024-12-31', knownAt: null, definition: 'another', files: 0 }
  await city.query(`INSERT INTO setting (key, value) VALUES ('determination', $1)`, [JSON.stringify(setting)])
})
afterAll(async () => {
  await city?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const plan = getPlans().get('chongqing-2021')!
const ROWS = 240
const HEADINGS = '区县,乡镇,行政村,户编号,姓名,证件号码,人员识别时间,户类型'

/** A file of people nobody has a file of; each list has its own. */
async function bring(list: string): Promise<{ id: number; task(work: Work): ImportTask }> {
  const path = join(folder, `${list}.csv`)
  const lines = Array.from({ length: ROWS }, (_, n) => {
    const number = identityNumber(3000 + 7 * list.charCodeAt(0), 500 + n)
    return `${home.county},${home.town},${home.village},${list}${n},张试${list},${number},201401,脱贫户`
  })
  writeFileSync(path, [HEADINGS, ...lines, ''].join('\n'))
  const bringer = { acting, officerName: '测试员', postTitle: 'county', requestId: null }
  const dataDir = dataFolderOf()
  const file = { name: `${list}.csv`, source: createReadStream(path), asOf: '2024-06-30' }
  const key = await bringFile({ door: city.door, dataDir }, bringer, file, new Date())
  await city.door.asPost(acting, (tx) => changeImport(tx, key, { list: 'lifted-population', rank: 90 }))
  const { database } = city
  const task = (work: Work): ImportTask => ({
    ...{ officerUrl: database.roleUrl('ricebowl_officer'), jobUrl: database.roleUrl('ricebowl_job'), dataDir, acting },
    ...{ plan, on: '2024-12-31', id: key.id, work, partRows: 60 },
  })
  return { id: key.id, task }
}

const ask = (id: number, work: Work) => city.query('UPDATE import SET asked = $2 WHERE id = $1', [id, work])
const partsDone = async (id: number, work: Work) =>
  (await city.query('SELECT FROM import_chunk WHERE import_id = $1 AND work = $2', [id, work])).length
const check = (id: number, households: string) => wholenessOf(city.query, { id, households, rows: ROWS })

/** Kills a process after each of the given numbers of parts of some work, then lets one do the rest. Answers how many were killed. */
async function killedAfter(id: number, task: ImportTask, parts: readonly number[]): Promise<number> {
  await ask(id, task.work)
  let killed = 0
  for (const done of parts) if (await workUntil(task, async () => (await partsDone(id, task.work)) >= done)) killed++
  expect(await workUntil(task, () => false)).toBe(false)
  return killed
}

test('killed in the middle of reading, matching and taking, and taken up: nothing is lost, nothing doubled; nor is it of an undo', async () => {
  const { id, task } = await bring('K')
  // A list of this size is read as one batch: it is killed before and after the part that keeps it.
  expect(await killedAfter(id, task('read'), [0, 1])).toBe(2)
  expect(await partsDone(id, 'match')).toBe(4)
  expect(await killedAfter(id, task('apply'), [1, 2, 3, 4])).toBeGreaterThanOrEqual(3)
  expect(await check(id, 'K')).toEqual({ lost: 0, doubled: 0, untold: 0 })
  // The county was determined although the last kill came before, or in the midst of it.
  const [determined] = await city.query<{ n: string }>(
    `SELECT count(DISTINCT d.person_id) AS n FROM determination d JOIN list_claim c ON c.county = d.county AND c.record_id = d.person_id
      WHERE c.import_id = $1 AND c.record = 'person'`,
    [id],
  )
  expect(Number(determined!.n)).toBeGreaterThan(0)

  await ask(id, 'undo')
  let looked = 0
  expect(await workUntil(task('undo'), () => ++looked > 150)).toBe(true)
  const [half] = await city.query<{ undone_at: string | null }>('SELECT undone_at FROM import WHERE id = $1', [id])
  if (half!.undone_at === null) expect(await workUntil(task('undo'), () => false)).toBe(false)
  const left = await city.query(`SELECT FROM household WHERE code LIKE 'K%'`)
  expect(left).toEqual([])
}, 240_000)

test('the check sees it: with the ledger of parts ignored a part is taken twice, with a part only said to be done it is lost', async () => {
  const { id, task } = await bring('N')
  await ask(id, 'read')
  await workUntil(task('read'), () => false)
  await ask(id, 'apply')
  await workUntil(task('apply'), async () => (await partsDone(id, 'apply')) >= 2)
  await city.query(`DELETE FROM import_chunk WHERE import_id = $1 AND work = 'apply'`, [id])
  await workUntil(task('apply'), () => false)
  expect((await check(id, 'N')).untold).toBeGreaterThanOrEqual(120)

  const other = await bring('O')
  await ask(other.id, 'read')
  await workUntil(other.task('read'), () => false)
  await city.query(
    `INSERT INTO import_chunk SELECT county, area, import_id, 'apply', round, from_row, to_row, rows, done_at FROM import_chunk
      WHERE import_id = $1 AND work = 'match' ORDER BY from_row LIMIT 1`,
    [other.id],
  )
  await ask(other.id, 'apply')
  await workUntil(other.task('apply'), () => false)
  expect((await check(other.id, 'O')).lost).toBeGreaterThanOrEqual(60)
}, 240_000)
