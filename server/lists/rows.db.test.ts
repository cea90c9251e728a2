import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identityNumber } from '#db/demo/invented-number.ts'
import { decideRows } from '#server/lists/wizard/rows.sql.ts'
import { doWork } from '#server/lists/work/import-work.ts'
import { type Cells, type Given, Imports, shippedCheck, shippedList } from '../../test/imports.ts'
import { type SmallCity, smallCity } from '../../test/small-city.ts'

type Officer = Awaited<ReturnType<SmallCity['officer']>>
let city: SmallCity
let imports: Imports
let folder: string
let here: Officer
let colleague: Officer
let elsewhere: Officer
let bureau: Officer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ricebowl-rows-'))
  city = await smallCity()
  imports = new Imports(city, folder)
  here = await city.officer('county', 500235000000, 500236000000)
  colleague = await city.officer('town', 500235001000, 500235002000)
  elsewhere = await city.officer('county', 500236000000, 500237000000)
  bureau = await city.officer('city', 500000000000, 510000000000)
})
afterAll(async () => {
  await city?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const [VILLAGE, TOWN] = [500235001001, 500235001000]
const AWAY = 500236001001
let serial = 0
/** A number that is nobody's, of somebody born in 1971. */
const freshNumber = () => identityNumber(400, 700 + serial++)
const register = shippedList('lifted-population')
const monitoring = shippedList('work-monitoring')
const person = (cells: Cells): Cells => ({
  ...{ town: TOWN, village: VILLAGE, household_kind: 'lifted', identified_on: '2014-01-01' },
  ...cells,
})
const people = (...rows: Cells[]): Given => ({ list: register, rows: rows.map(person) })
const filesOf = (household: string) =>
  city.query<{ id: number; name: string }>(
    `SELECT p.id, p.name FROM person p JOIN household h ON h.county = p.county AND h.id = p.household_id WHERE h.code = $1 ORDER BY p.id`,
    [household],
  )

test('a number of fifteen digits is that of eighteen', async () => {
  const number = freshNumber()
  const short = number.slice(0, 6) + number.slice(8, 17)
  await imports.take(here, people({ household_no: 'R1', name: '甲一', identity: number }))
  const again = await imports.take(here, people({ household_no: 'R1', name: '甲一', identity: short }))
  expect(again.outcomes).toEqual({ same: 1 })
  expect(await filesOf('R1')).toHaveLength(1)
})

test('a list for the whole city is taken under the post of the city, each row into its county, and back out of all of them', async () => {
  const list = people(
    { household_no: 'C1', name: '城一', identity: freshNumber() },
    { household_no: 'C2', name: '城二', identity: freshNumber(), town: 500236001000, village: AWAY },
  )
  const taken = await imports.take(bureau, list)
  expect(taken.outcomes).toEqual({ new: 2 })
  const counties = () =>
    city.query<{ county: number }>(`SELECT county FROM person WHERE name IN ('城一', '城二') ORDER BY county`)
  expect(await counties()).toEqual([{ county: 500235 }, { county: 500236 }])
  await imports.undo(bureau, taken.id)
  expect(await counties()).toEqual([])
})

test('a blank number is nobody’s: two rows without one are two people, and neither is somebody who has none', async () => {
  const first = people({ household_no: 'R2', name: '乙一' }, { household_no: 'R2', name: '乙二' })
  expect((await imports.take(here, first)).outcomes).toEqual({ new: 2 })
  expect((await imports.take(here, people({ household_no: 'R3', name: '乙三' }))).outcomes).toEqual({ new: 1 })
  expect(await filesOf('R2')).toHaveLength(2)
})

test('somebody named once with a number and once without opens one file; two with numbers of their own open two', async () => {
  const twice = people(
    { household_no: 'R4', name: '乙四' },
    { household_no: 'R4', name: '乙四', identity: freshNumber() },
    { household_no: 'R5', name: '乙五', identity: freshNumber() },
    { household_no: 'R5', name: '乙五', identity: freshNumber() },
  )
  expect((await imports.take(here, twice)).outcomes).toEqual({ new: 3, refused: 1 })
  expect(await filesOf('R4')).toHaveLength(1)
  expect(await filesOf('R5')).toHaveLength(2)
})

test('a number that another county holds is refused in the same words whosever it is, and nothing of the file is told', async () => {
  const numbers = [freshNumber(), freshNumber()]
  const held = numbers.map((identity, i) => ({
    household_no: `E${i}`,
    name: `丙${i}`,
    identity,
    town: 500236001000,
    village: AWAY,
  }))
  await imports.take(elsewhere, people(...held))
  const rows = numbers.map((identity, i) => ({ household_no: `R4${i}`, name: '丙', identity }))
  const { id, outcomes, faults } = await imports.take(here, people(...rows))
  expect(outcomes).toEqual({ refused: 2 })
  expect(Object.values(faults)).toEqual([['lists.identity.elsewhere'], ['lists.identity.elsewhere']])
  const told = await city.query('SELECT to_id, differences, candidates FROM import_outcome WHERE import_id = $1', [id])
  expect(told).toEqual([1, 2].map(() => ({ to_id: null, differences: null, candidates: null })))
})

test('the same person twice: word for word it is told and taken once, otherwise one row after the other', async () => {
  const [twin, two] = [freshNumber(), freshNumber()]
  const row = { household_no: 'R5', name: '丁一', identity: twin }
  const { outcomes, faults } = await imports.take(
    here,
    people(
      row,
      row,
      { household_no: 'R6', name: '丁二', identity: two, education: 'junior' },
      { household_no: 'R6', name: '丁二', identity: two, health: 'chronic' },
    ),
  )
  expect(outcomes).toEqual({ new: 2, refused: 1, changed: 1 })
  expect(faults).toEqual({ 3: ['lists.row.twice'] })
})

test('rows outside the area of the post are refused, the others taken', async () => {
  const rows = people(
    { household_no: 'R7', name: '戊一', identity: freshNumber() },
    { household_no: 'R8', name: '戊二', identity: freshNumber(), town: 500236001000, village: AWAY },
  )
  const { outcomes, faults } = await imports.take(here, rows)
  expect(outcomes).toEqual({ new: 1, refused: 1 })
  expect(faults).toEqual({ 3: ['lists.area.outside'] })
})

test('two officers bring the same file at once: each person has one file', async () => {
  const rows = people(...[1, 2, 3, 4].map((n) => ({ household_no: 'R9', name: `己${n}`, identity: freshNumber() })))
  const [one, two] = await Promise.all([imports.take(here, rows), imports.take(colleague, rows)])
  expect([one.outcomes, two.outcomes]).toContainEqual({ new: 4 })
  expect([one.outcomes, two.outcomes]).toContainEqual({ same: 4 })
  expect(await filesOf('R9')).toHaveLength(4)
})

test('an undo is refused with the name of whose work builds on it; once that is undone it goes through', async () => {
  const row = { household_no: 'R10', name: '庚一', identity: freshNumber() }
  const first = await imports.take(here, people({ ...row, education: 'junior' }))
  const later = await imports.take(colleague, { ...people({ ...row, education: 'college' }), asOf: '2024-07-31' })
  expect(later.outcomes).toEqual({ changed: 1 })
  const refused = await imports.undo(here, first.id).catch((error) => error)
  expect(refused.code).toBe('lists.import.builtOn')
  expect(refused.words.zh).toContain(colleague.title)
  await imports.undo(colleague, later.id)
  await imports.undo(here, first.id)
  expect(await filesOf('R10')).toEqual([])
})

test('stopped between two parts, the rest is taken when it goes on', async () => {
  const rows = [1, 2, 3, 4].map((n) => ({ household_no: 'R11', name: `辛${n}`, identity: freshNumber() }))
  const given = { ...people(...rows), partRows: 2 }
  const id = await imports.stage(here, given)
  let asked = 0
  await doWork({ ...imports.worker(given), stopped: () => asked++ > 0 }, here, id, 'apply')
  expect(await filesOf('R11')).toHaveLength(2)
  // While it lasts, it is told what became of the rows so far.
  expect(await city.query('SELECT tallies FROM import WHERE id = $1', [id])).toEqual([{ tallies: { new: 2 } }])
  await doWork(imports.worker(given), here, id, 'apply')
  expect(await filesOf('R11')).toHaveLength(4)
  expect((await imports.report(here, id)).outcomes).toEqual({ new: 4 })
})

test('of parts taken two at a time the later may be done when the earlier is not: what is not said to be done is done', async () => {
  const rows = [1, 2, 3, 4, 5].map((n) => ({ household_no: `S${n}`, name: `子${n}`, identity: freshNumber() }))
  const given = { ...people(...rows), partRows: 1 }
  const id = await imports.stage(here, given)
  // Rows 2 and 5 are a pair, and so are 3 and 6; as if a process had been killed when only the later of each was there.
  for (const row of [5, 6])
    await city.query(
      `INSERT INTO import_chunk (county, area, import_id, work, round, from_row, to_row, rows, done_at)
       SELECT county, area, import_id, 'apply', 1, from_row, to_row, rows, done_at FROM import_chunk WHERE import_id = $1 AND work = 'read' AND from_row = $2`,
      [id, row],
    )
  await doWork(imports.worker(given), here, id, 'apply')
  const taken = []
  for (const { household_no } of rows) taken.push((await filesOf(household_no)).length)
  expect(taken).toEqual([1, 1, 1, 0, 0])
})

test('of two parts taken at once the later is held against the earlier where a finding looks at other files', async () => {
  const [check] = shippedCheck('duplicate-identity')
  const sharing = { ...check!, key: 'shared-phone', where: 'if phone_mask != "" then count(same_phone) > 1 else false' }
  const phones = ['16100000001', '16100000002', '16100000001', '16100000003']
  const rows = phones.map((phone, i) => ({ household_no: `U${i}`, name: `丑${i}`, identity: freshNumber(), phone }))
  const { outcomes, faults } = await imports.take(here, { ...people(...rows), checks: [sharing], partRows: 1 })
  expect(outcomes).toEqual({ new: 3, refused: 1 })
  expect(faults).toEqual({ 4: ['check:shared-phone'] })
})

test('a row that may be one of several waits for an officer, whose word is followed: this file, a new one, none', async () => {
  await imports.take(here, people({ household_no: 'R12', name: '壬一' }))
  const [known] = await filesOf('R12')
  const given = people(
    { household_no: 'R13', name: '壬一' },
    { household_no: 'R14', name: '壬一' },
    { household_no: 'R15', name: '壬一' },
  )
  const { id, outcomes } = await imports.take(here, given)
  expect(outcomes).toEqual({ review: 3 })
  const key = { county: 500235, id }
  const words = [
    { row: 2, decision: Number(known!.id), county: 500235 },
    { row: 3, decision: 0, county: null },
    { row: 4, decision: -1, county: null },
  ]
  await city.door.asPost(here, (tx) => decideRows(tx, key, words, here.post))
  await doWork(imports.worker(given), here, id, 'apply')
  const { outcomes: after, faults } = await imports.report(here, id)
  expect(after).toMatchObject({ new: 1, refused: 1 })
  expect(faults[4]).toEqual(['lists.row.leftOut'])
  expect([await filesOf('R13'), await filesOf('R15')]).toEqual([[], []])
  expect(await filesOf('R14')).toHaveLength(1)
})

test('a further row about somebody in review follows the word on the first: both are one file’s', async () => {
  await imports.take(here, people({ household_no: 'R17', name: '子一' }))
  const row = { household_no: 'R18', name: '子一', identity: freshNumber() }
  const given = people({ ...row, education: 'junior' }, { ...row, health: 'chronic' })
  const id = await imports.stage(here, given)
  await doWork(imports.worker(given), here, id, 'match')
  expect((await imports.report(here, id)).outcomes).toEqual({ review: 2 })
  const words = [{ row: 2, decision: 0, county: null }]
  const decided = await city.door.asPost(here, (tx) => decideRows(tx, { county: 500235, id }, words, here.post))
  expect(decided).toBe(1)
  await doWork(imports.worker(given), here, id, 'match')
  await doWork(imports.worker(given), here, id, 'apply')
  expect((await imports.report(here, id)).outcomes).toEqual({ new: 1, changed: 1 })
  expect(await filesOf('R18')).toHaveLength(1)
})

test('what blocks a row is told of a decided one, too, before it is taken', async () => {
  await imports.take(here, people({ household_no: 'R19', name: '丑一' }))
  const [known] = await filesOf('R19')
  await city.query(`UPDATE person SET death_date = '2023-01-01' WHERE county = 500235 AND name = '丑一'`)
  const row = { name: '丑一', village: VILLAGE, working: true, started_on: '2024-02-01', employer: '试点二厂' }
  const given: Given = {
    ...{ list: monitoring, checks: shippedCheck('dead-at-work') },
    rows: [{ ...row, work_place: 500235000000, channel: 'migrant' }],
  }
  const id = await imports.stage(here, given)
  await doWork(imports.worker(given), here, id, 'match')
  expect((await imports.report(here, id)).outcomes).toEqual({ review: 1 })
  const words = [{ row: 2, decision: Number(known!.id), county: 500235 }]
  await city.door.asPost(here, (tx) => decideRows(tx, { county: 500235, id }, words, here.post))
  await doWork(imports.worker(given), here, id, 'match')
  expect((await imports.report(here, id)).faults).toEqual({ 2: ['check:dead-at-work'] })
})

test('a finding that does not block is told of its row before it is taken, and of no other; the row is taken', async () => {
  const numbers = [freshNumber(), freshNumber()]
  await imports.take(here, people(...numbers.map((identity, i) => ({ household_no: 'R20', name: `寅${i}`, identity }))))
  const rows = numbers.map((identity, i) => ({
    ...{ household_no: 'R20', name: `寅${i}`, identity, working: true, started_on: '2024-02-01', employer: '试点三厂' },
    ...{ work_place: 500235000000, channel: 'migrant', wage: i === 0 ? 400_000 : 9_000 },
  }))
  const checked: Given = { list: monitoring, rows, checks: shippedCheck('wage-too-low') }
  const id = await imports.stage(here, checked)
  await doWork(imports.worker(checked), here, id, 'match')
  const told = () => city.query('SELECT row, predicate FROM import_warning WHERE import_id = $1', [id])
  expect((await imports.report(here, id)).outcomes).toEqual({ changed: 2 })
  expect(await told()).toEqual([{ row: 3, predicate: 'wage-too-low' }])
  expect(await city.query(`SELECT FROM employment WHERE employer = '试点三厂'`)).toEqual([])
  await doWork(imports.worker(checked), here, id, 'apply')
  expect((await imports.report(here, id)).outcomes).toEqual({ changed: 2 })

  const unasked = await imports.stage(here, { ...checked, checks: [] })
  await doWork(imports.worker({ ...checked, checks: [] }), here, unasked, 'match')
  expect(await city.query('SELECT FROM import_warning WHERE import_id = $1', [unasked])).toEqual([])
})

test('what was not read to its end is not taken, whoever asks', async () => {
  const given = people({ household_no: 'R21', name: '卯一' })
  const id = await imports.stage(here, given)
  await city.query('UPDATE import SET read_at = NULL WHERE id = $1', [id])
  const refused = await doWork(imports.worker(given), here, id, 'apply').catch((error) => error)
  expect(refused.code).toBe('lists.import.unread')
  expect(await filesOf('R21')).toEqual([])
})

test('a finding that blocks refuses its row, in the preview as when rows are taken; without the check the row is taken', async () => {
  const numbers = [freshNumber(), freshNumber()]
  await imports.take(here, people(...numbers.map((identity, i) => ({ household_no: 'R16', name: `癸${i}`, identity }))))
  await city.query(`UPDATE person SET death_date = '2023-01-01' WHERE county = 500235 AND name = '癸1'`)
  const rows = numbers.map((identity, i) => ({
    ...{ household_no: 'R16', name: `癸${i}`, identity, working: true, started_on: '2024-02-01', employer: '试点厂' },
    ...{ work_place: 500235000000, channel: 'migrant' },
  }))
  const checked: Given = { list: monitoring, rows, checks: shippedCheck('dead-at-work') }
  const id = await imports.stage(here, checked)
  await doWork(imports.worker(checked), here, id, 'match')
  const preview = await imports.report(here, id)
  expect(preview.outcomes).toEqual({ changed: 1, refused: 1 })
  expect(preview.faults).toEqual({ 3: ['check:dead-at-work'] })
  expect(await city.query(`SELECT FROM employment WHERE employer = '试点厂'`)).toEqual([])
  await doWork(imports.worker(checked), here, id, 'apply')
  expect((await imports.report(here, id)).outcomes).toEqual(preview.outcomes)

  const unchecked = await imports.take(here, { list: monitoring, rows })
  expect(unchecked.outcomes).toEqual({ changed: 1, same: 1 })
})
