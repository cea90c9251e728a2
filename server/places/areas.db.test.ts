import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadAreas } from '#db/areas/load-areas.ts'
import { Refusal } from '#domain/base/fail.ts'
import { CITY, type Interval, subtree } from '#domain/places/area.ts'
import { FIRST_DAY, TODAY } from '#domain/places/division.ts'
import { connect } from '#server/postgres/wire/connection.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import type { Reader } from './area.sql.ts'
import { areaNames } from './area-names.ts'
import { viewArea, viewDivisions, viewReportingUnits } from './area-view.ts'
import { chooseDivision } from './choose-division.ts'
import { divisionMap, resolveArea } from './resolve-area.ts'

let database: TestDatabase
let client: Awaited<ReturnType<typeof connect>>
let officer: Awaited<ReturnType<typeof connect>>
/** As an officer reads: areas are everybody's, so no scope is set. */
const tx: Reader = {
  query: async <Row>(text: string, values?: unknown[]) => (await officer.query(text, values)).rows as Row[],
}
const count = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows[0].n as number

beforeAll(async () => {
  database = await testDatabase()
  expect(await loadAreas(database.adminUrl)).toBe(true)
  client = await connect(database.adminUrl)
  officer = await connect(database.roleUrl('ricebowl_officer'))
})
afterAll(async () => {
  await client?.end()
  await officer?.end()
  await database?.drop()
})

test.each([
  ['2021-09-17', [1, 38, 1031, 11270]],
  ['2026-01-01', [1, 37, 1031, 11270]],
])('on %s the table holds %j areas by level', async (day, expected) => {
  const { rows } = await client.query(
    `SELECT count(*)::int AS n FROM area WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1) GROUP BY level ORDER BY level`,
    [day],
  )
  expect(rows.map((row) => row.n)).toEqual(expected)
})
test('no code has ever been given to two places', async () => {
  const twice = 'SELECT count(*)::int AS n FROM (SELECT code FROM area GROUP BY code HAVING count(*) > 1) AS c'
  expect(await count(twice)).toBe(0)
})
test('each village of today lies in exactly one village, town and county of each division, and round again', async () => {
  for (const division of [FIRST_DAY, TODAY]) {
    const map = await divisionMap(tx, division)
    const villages = await client.query(
      'SELECT area, village, town, county FROM division_place WHERE division = $1 AND village IS NOT NULL',
      [division],
    )
    expect(villages.rows).toHaveLength(11270)
    expect(new Set(villages.rows.map((row) => row.village)).size).toBe(11270)
    for (const { area, village, town, county } of villages.rows) {
      expect(map.get(village)).toEqual([subtree(area)])
      expect([town, county].filter((code) => holds(map.get(code)!, area))).toEqual([town, county])
    }
  }
}, 30_000)
const holds = (runs: readonly Interval[], code: number) => runs.some(({ lo, hi }) => code >= lo && code < hi)

test('loading again writes nothing; a changed table hash writes all again', async () => {
  expect(await loadAreas(database.adminUrl)).toBe(false)
  await client.query(`UPDATE setting SET value = '{"version": "other"}' WHERE key = 'areas'`)
  await client.query('DELETE FROM area_link')
  expect(await loadAreas(database.adminUrl)).toBe(true)
  expect(await count('SELECT count(*)::int AS n FROM area_link')).toBeGreaterThan(500)
})
test('two that start at once both end well', async () => {
  await client.query(`DELETE FROM setting WHERE key = 'areas'`)
  const loaded = await Promise.all([loadAreas(database.adminUrl), loadAreas(database.adminUrl)])
  expect(loaded.sort()).toEqual([false, true])
})

test('old 渝北 is split between 两江 and 北碚, the people of each village with it', async () => {
  const runs = await resolveArea(tx, 500112000000, FIRST_DAY)
  const split = await client.query(
    `SELECT a.parent / 1000000 AS county, count(*)::int AS villages, count(DISTINCT a.parent)::int AS towns
       FROM area a JOIN unnest($1::bigint[], $2::bigint[]) AS r(lo, hi) ON a.code >= r.lo AND a.code < r.hi
      WHERE a.level = 4 AND a.valid_to IS NULL GROUP BY 1 ORDER BY 1`,
    [runs.map((run) => run.lo), runs.map((run) => run.hi)],
  )
  const then = await count('SELECT count(*)::int AS n FROM area WHERE level = 4 AND code / 1000000 = 500112')
  expect(split.rows.map(({ county, towns }) => [county, towns])).toEqual([
    [500109, 5],
    [500157, 25],
  ])
  expect(split.rows.reduce((sum, row) => sum + row.villages, 0)).toBe(then)
})
test('today and the city resolve to themselves', async () => {
  expect(await resolveArea(tx, 500157000000, TODAY)).toEqual([subtree(500157000000)])
  expect(await resolveArea(tx, CITY, FIRST_DAY)).toEqual([subtree(CITY)])
})

test('an area on a day: where it lies, what lies in it', async () => {
  const city = await viewArea(tx, CITY, FIRST_DAY)
  expect([city.ancestors.length, city.children.length]).toEqual([0, 38])
  expect((await viewArea(tx, CITY, TODAY)).children).toHaveLength(37)
  const town = await viewArea(tx, 500109901000, TODAY)
  expect(town.area).toMatchObject({ name: '统景镇', kind: 'town', unverified: true, validFrom: TODAY })
  expect(town.ancestors.map((area) => area.name)).toEqual(['重庆市', '北碚区'])
  expect(town.links).toEqual([{ direction: 'from', code: 500112133000, name: '统景镇', on: TODAY }])
  const liangjiang = await viewArea(tx, 500157000000, TODAY)
  expect(liangjiang.links.map((link) => link.name)).toEqual(['江北区', '北碚区', '渝北区'])
})
test.each([
  [500112000000, TODAY, 'was 渝北区 until 2025-11-05; since then: 500109000000 北碚区, 500157000000 两江新区'],
  [
    500157000000,
    FIRST_DAY,
    'is 两江新区 only since 2025-11-06; before that: 500105000000 江北区, 500109000000 北碚区, 500112000000 渝北区',
  ],
  [500101001999, TODAY, 'the nearest one it could lie in is 500101001000 高笋塘街道'],
  [500199000000, TODAY, 'the nearest one it could lie in is 500000000000 重庆市'],
])('%i in the division of %s is refused, and the way out is named', async (code, division, words) => {
  for (const ask of [viewArea, resolveArea]) {
    const refusal = await ask(tx, code, division).then(
      () => undefined,
      (error: Refusal) => error,
    )
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal).toMatchObject({ code: 'places.area.unknown', status: 404 })
    expect(refusal?.words.en).toContain(words)
  }
})
test('a division is named by its first day, or follows the day', async () => {
  expect(await chooseDivision(tx, undefined, '2025-11-05')).toBe(FIRST_DAY)
  expect(await chooseDivision(tx, TODAY, '2021-09-17')).toBe(TODAY)
  await expect(chooseDivision(tx, '2020-01-01', '2021-09-17')).rejects.toMatchObject({
    code: 'places.division.unknown',
  })
  await expect(chooseDivision(tx, undefined, '1997-03-14')).rejects.toMatchObject({ status: 404 })
  expect((await viewDivisions(tx)).divisions).toEqual([
    { from: FIRST_DAY, to: TODAY, counties: 38 },
    { from: TODAY, to: null, counties: 37 },
  ])
})
test('units report for towns of today and say what is assumed', async () => {
  const { units } = await viewReportingUnits(tx)
  expect(units.map((unit) => [unit.name.zh, unit.areas.length])).toEqual([
    ['重庆高新区', 10],
    ['万盛经开区', 10],
  ])
  expect(units.every((unit) => unit.assumption?.includes('一般知识'))).toBe(true)
})
test('codes of any division and of other provinces have names', async () => {
  const names = await areaNames(tx)
  expect(names.nameOf(500112133000)).toBe('统景镇')
  expect(names.pathOf(500109901000)).toBe('北碚区统景镇')
  expect(names.nameOf(370000000000)).toBe('山东')
  expect([names.find(990000000000), names.nameOf(990000000000)]).toEqual([undefined, '990000000000'])
})
