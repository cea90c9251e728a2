import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadAreas } from '#db/areas/load-areas.ts'
import { type AreaCode, CITY, subtree } from '#domain/places/area.ts'
import { connect } from '#server/postgres/wire/connection.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import type { Reader } from './area.sql.ts'
import type { Clocks } from './site.sql.ts'
import { viewSite } from './site-view.ts'

/** A workshop of 万州 with three people: two lifted, of whom one left; the third lives in another village. */
const HERE = 500101001001
const ELSEWHERE = 500101017001
const LEDGER = `
  INSERT INTO site (county, area, id, kind, name, capacity, extra, valid_from, known_from, source) VALUES
    (500101, ${HERE}, 1, 'workshop', '东方扶贫车间', 40, '{"product": "竹编", "area_m2": null}', '2020-05-01', '2020-05-02', 'demo');
  INSERT INTO site_history (county, area, id, kind, name, valid_from, known_from, known_to, superseded_by, source) VALUES
    (500101, ${HERE}, 1, 'workshop', '东方车间', '2020-05-01', '2020-05-01', '2020-05-02', 'correction', 'demo');
  INSERT INTO site_grade (county, area, site_id, year, grade, valid_from, known_from, source) VALUES
    (500101, ${HERE}, 1, 2020, 'B', '2021-01-10', '2021-01-11', 'demo'),
    (500101, ${HERE}, 1, 2021, 'A', '2022-01-10', '2022-01-11', 'demo');
  INSERT INTO person (county, area, id, name, pinyin, initials, grams, id_kind, opened_on, known_from, source)
    SELECT 500101, area, id, name, '', '', '{}', 'none', '2020-01-01', '2020-01-01', 'demo'
      FROM (VALUES (${HERE}, 11, '甲'), (${HERE}, 12, '乙'), (${ELSEWHERE}, 13, '丙')) AS p(area, id, name);
  INSERT INTO membership (county, area, person_id, kind, valid_from, valid_to, known_from, source) VALUES
    (500101, ${HERE}, 11, 'lifted', '2014-01-01', NULL, '2020-01-01', 'demo'),
    (500101, ${HERE}, 12, 'lifted', '2014-01-01', '2021-06-01', '2020-01-01', 'demo'),
    (500101, ${ELSEWHERE}, 13, 'low_income', '2019-01-01', NULL, '2020-01-01', 'demo');
  INSERT INTO roster (county, area, person_id, site_id, role, valid_from, valid_to, known_from, source) VALUES
    (500101, ${HERE}, 11, 1, 'worker', '2020-06-01', NULL, '2020-06-02', 'demo'),
    (500101, ${HERE}, 12, 1, 'worker', '2020-06-01', '2021-08-01', '2021-08-05', 'demo'),
    (500101, ${ELSEWHERE}, 13, 1, 'worker', '2021-01-01', NULL, '2021-01-02', 'demo');
  INSERT INTO roster_history (county, area, id, person_id, site_id, role, valid_from, known_from, known_to, superseded_by, source) VALUES
    (500101, ${HERE}, 900, 12, 1, 'worker', '2020-06-01', '2020-06-02', '2021-08-05', 'ended', 'demo');
`
let database: TestDatabase
let client: Awaited<ReturnType<typeof connect>>

/** Reads as an officer whose post is an area. */
async function view(post: AreaCode, clocks: Clocks) {
  const { lo, hi } = subtree(post)
  await client.query('BEGIN')
  try {
    await client.query(`SET LOCAL ricebowl.lo = '${lo}'; SET LOCAL ricebowl.hi = '${hi}'`)
    const tx: Reader = {
      query: async <Row>(text: string, values?: unknown[]) => (await client.query(text, values)).rows as Row[],
    }
    return await viewSite(tx, 1, clocks, () => ({
      name: { zh: '车间', en: 'workshop' },
      fields: [{ key: 'product', label: { zh: '产品', en: 'product' } }],
    }))
  } finally {
    await client.query('ROLLBACK')
  }
}
const roster = (reply: Awaited<ReturnType<typeof view>>) => reply.roster.map(({ person, lifted }) => [person, lifted])
const onDay = (on: string): Clocks => ({ on, knownAt: null })

beforeAll(async () => {
  database = await testDatabase()
  await loadAreas(database.adminUrl)
  client = await connect(database.roleUrl('ricebowl_officer'))
  await client.query(`BEGIN; SET LOCAL ricebowl.lo = '${CITY}'; SET LOCAL ricebowl.hi = '${subtree(CITY).hi}'`)
  await client.query(LEDGER)
  await client.query('COMMIT')
})
afterAll(async () => {
  await client?.end()
  await database?.drop()
})

test('a site says what it is, in the words of its kind', async () => {
  const { site, extra } = await view(CITY, onDay('2021-09-17'))
  expect(site).toMatchObject({
    name: '东方扶贫车间',
    areaName: '万州区高笋塘街道东方广场社区',
    capacity: 40,
    grade: 'B',
  })
  expect(extra).toEqual([{ label: { zh: '产品', en: 'product' }, value: '竹编' }])
})
test.each([
  [
    '2020-12-31',
    [
      [11, true],
      [12, true],
    ],
  ],
  [
    '2021-07-01',
    [
      [11, true],
      [12, false],
      [13, false],
    ],
  ],
  [
    '2021-08-01',
    [
      [11, true],
      [13, false],
    ],
  ],
])('the roster on %s, and who of it was lifted that day', async (on, expected) => {
  const reply = await view(CITY, onDay(on))
  expect(roster(reply)).toEqual(expected)
  expect(reply.site.onRoster).toBe(expected.length)
})
test('what was known then: nobody had yet said that 乙 had left, nor what the site is called', async () => {
  const on = '2021-08-02'
  expect(roster(await view(CITY, { on, knownAt: '2021-08-04T00:00:00Z' }))).toEqual([
    [11, true],
    [12, false],
    [13, false],
  ])
  expect(roster(await view(CITY, { on, knownAt: '2021-08-05T00:00:00Z' }))).toEqual([
    [11, true],
    [13, false],
  ])
  const early = await view(CITY, { on, knownAt: '2020-05-01T12:00:00Z' })
  expect([early.site.name, early.roster]).toEqual(['东方车间', []])
  await expect(view(CITY, { on, knownAt: '2019-01-01T00:00:00Z' })).rejects.toMatchObject({
    code: 'places.site.unknown',
  })
})
test('grades appear once they are given', async () => {
  expect((await view(CITY, onDay('2022-02-01'))).grades).toEqual([
    { year: 2021, grade: 'A' },
    { year: 2020, grade: 'B' },
  ])
  expect((await view(CITY, onDay('2020-09-01'))).grades).toEqual([])
})
test('a village sees its own people on the roster; a post elsewhere sees no site', async () => {
  expect(roster(await view(HERE, onDay('2021-07-01')))).toEqual([
    [11, true],
    [12, false],
  ])
  await expect(view(ELSEWHERE, onDay('2021-07-01'))).rejects.toMatchObject({ code: 'places.site.unknown', status: 404 })
  await expect(view(500102000000, onDay('2021-07-01'))).rejects.toMatchObject({ status: 404 })
})
