import { afterAll, beforeAll, expect, test } from 'vitest'
import { fewCounties, type SmallCity } from '../../../test/small-city.ts'
import type { Tx } from '../../db.ts'
import type { CountedArea, CountyCount } from './county-count.sql.ts'
import { type Asker, CountyCounts } from './county-counts.ts'

const CITY = { lo: 500_000_000_000, hi: 510_000_000_000 }
const COUNTY = { lo: 500_235_000_000, hi: 500_236_000_000 }
const TOWN = { lo: 500_235_001_000, hi: 500_235_002_000 }
/** People by where their file comes from, by village. */
const bySource: CountyCount = {
  ...{ topic: 'test', reach: 'area' },
  rows: 'SELECT area, source AS key, count(*)::int AS n FROM person WHERE county = ANY ($1::int[]) GROUP BY 1, 2',
}

let city: SmallCity
let counts: CountyCounts
let asked: number
const posts: Record<'city' | 'county' | 'town', Asker> = {} as never

beforeAll(async () => {
  city = await fewCounties()
  const asJob = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    city.door.asJob((tx) =>
      work({
        query: (text, ...rest) => {
          if (text.includes('INSERT INTO county_count')) asked++
          return tx.query(text, ...rest)
        },
      }),
    )
  counts = new CountyCounts(asJob)
  for (const [role, scope] of Object.entries({ city: CITY, county: COUNTY, town: TOWN })) {
    const acting = await city.officer(role as 'city', scope.lo, scope.hi)
    posts[role as 'city'] = { asPost: (work) => city.door.asPost(acting, work), post: { scope } }
  }
})
afterAll(() => city?.drop())

const read = async (post: keyof typeof posts, count = bySource, where = posts[post].post.scope, whole = false) => {
  asked = 0
  return counts.read(posts[post], count, { intervals: [where], whole })
}
const sum = (areas: readonly CountedArea[]) =>
  areas.flatMap(({ numbers }) => Object.values(numbers)).reduce((a, b) => a + b, 0)
const people = async ({ lo, hi }: typeof CITY) => {
  const [row] = await city.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM person WHERE area >= $1 AND area < $2',
    [lo, hi],
  )
  return row!.n
}
const changed = (at: string) =>
  city.query('UPDATE ledger_head SET changed_at = $1 WHERE county = 500235', [`2030-01-01T00:00:0${at}Z`])

test('is counted once, and is what the plain statement says to every post: the city by counties, a town of its own villages', async () => {
  const [first, again] = await Promise.all([read('city'), counts.read(posts.city, bySource, { intervals: [CITY] })])
  expect(asked).toBe(1)
  expect(first).toEqual(again)
  const plain = await city.door.asJob((tx) =>
    tx.query<CountedArea>(
      `SELECT area, jsonb_object_agg(key, n) AS numbers FROM (${bySource.rows}) AS k GROUP BY area`,
      [[500101, 500153, 500235, 500236]],
    ),
  )
  const byArea = (a: CountedArea, b: CountedArea) => a.area - b.area
  expect(first.toSorted(byArea)).toEqual(plain.toSorted(byArea))
  for (const post of ['city', 'county', 'town'] as const)
    expect([post, sum(await read(post)), asked]).toEqual([post, await people(posts[post].post.scope), 0])
  const counties = await read('city', bySource, CITY, true)
  expect(sum(counties)).toBe(await people(CITY))
  expect(counties.filter(({ numbers }) => Object.keys(numbers).length > 0)).toHaveLength(4)
  // A town never sees the row of its county, nor more than its own villages of what it asks beyond them.
  expect(await read('town', bySource, COUNTY, true)).toEqual([])
  expect(sum(await read('town', bySource, COUNTY))).toBe(await people(TOWN))
})

test('is counted again where the ledger changed and nowhere else; without a change of the ledger what was kept stands', async () => {
  await read('city')
  const before = await people(COUNTY)
  await city.query(`UPDATE person SET source = 'other' WHERE county = 500235 AND area >= $1 AND area < $2`, [
    TOWN.lo,
    TOWN.hi,
  ])
  const others = (areas: CountedArea[]) => areas.some(({ numbers }) => 'other' in numbers)
  expect([others(await read('town')), asked]).toEqual([false, 0])
  await changed('1')
  expect([others(await read('town')), asked]).toEqual([true, 1])
  expect(sum(await read('county'))).toBe(before)
  const kept = await city.query<{ county: number; n: number }>(
    `SELECT county, count(DISTINCT counted_at)::int AS n, count(*) FILTER (WHERE whole)::int AS wholes FROM county_count
      WHERE topic = 'test' GROUP BY county HAVING count(*) > 1 ORDER BY county`,
  )
  expect(kept).toEqual([500101, 500153, 500235, 500236].map((county) => ({ county, n: 1, wholes: 1 })))
  const [moments] = await city.query<{ n: number }>(
    "SELECT count(DISTINCT counted_at)::int AS n FROM county_count WHERE topic = 'test'",
  )
  expect(moments!.n).toBe(2)
})

test('what rests on rows of the whole county is told to a part of it as that part sees it', async () => {
  const rows = `SELECT ${TOWN.lo + 1} AS area, 'people' AS key, count(*)::int AS n FROM person WHERE county = ANY ($1::int[])`
  const ofCounty: CountyCount = { topic: 'test', reach: 'county', rows }
  expect(sum(await read('county', ofCounty))).toBe(await people(COUNTY))
  expect(sum(await read('town', ofCounty))).toBe(await people(TOWN))
  // Negative control: said to rest on the area alone, the town would be told of people whom it does not see.
  expect(sum(await read('town', { ...ofCounty, reach: 'area' }))).toBe(await people(COUNTY))
})

test('days that nobody looks at any longer are dropped, the newest stay', async () => {
  const day = (n: number): CountyCount => ({ ...bySource, rows: `${bySource.rows} /* ${n} */`, topic: 'days' })
  for (let n = 0; n < 9; n++) await read('town', day(n), TOWN)
  const kept = async () =>
    (await city.query("SELECT FROM county_count WHERE topic = 'days' AND county = 500235 AND whole")).length
  expect(await kept()).toBe(9)
  await city.query("UPDATE county_count SET counted_at = counted_at - interval '1 hour' WHERE topic = 'days'")
  await read('town', day(9), TOWN)
  expect(await kept()).toBe(8)
})
