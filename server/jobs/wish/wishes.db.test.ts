import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WorkWishFacts } from '#domain/jobs/wish/wish.api.ts'
import { type SmallCity, smallCity } from '../../../test/small-city.ts'
import { fieldCrypto } from '../../access/field-crypto.ts'
import type { Ctx } from '../../context.ts'
import { determineAll } from '../../needs/determine.ts'
import { redetermine } from '../../needs/redetermine.ts'
import { savingAgainst } from '../../needs/saving/saving-against.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { wishHandlers } from './wishes.handlers.ts'

const plan = getPlans().get('chongqing-2021')!
const ON = '2021-09-17'
const COUNTY = 500_235_000_000
type Officer = Awaited<ReturnType<SmallCity['officer']>>

let city: SmallCity
let wishes: ReturnType<typeof wishHandlers>
let county: Officer
let elsewhere: Officer
let idle: number[]
let clock = Date.parse('2026-11-23T12:00:00Z')

beforeAll(async () => {
  city = await smallCity()
  wishes = wishHandlers({
    plan: () => plan,
    defaults: async () => ({ on: ON }),
    crypto: fieldCrypto(city.database.keys),
    redetermine: (tx, person, now) => redetermine(tx, plan, person, ON, now),
    saving: savingAgainst(plan, () => ON),
  })
  await determineAll({ door: city.door, plan, on: ON, now: new Date(clock) })
  county = await city.officer('county', COUNTY, COUNTY + 1_000_000)
  elsewhere = await city.officer('county', 500_236_000_000, 500_237_000_000)
  const found = await city.query<{ id: number }>(
    `SELECT p.id FROM person p WHERE county = 500235 AND birth_date BETWEEN '1975-01-01' AND '1995-01-01' AND capacity = 'ordinary'
        AND NOT in_school AND death_date IS NULL
        AND NOT EXISTS (SELECT FROM employment e WHERE e.county = p.county AND e.person_id = p.id)
        AND NOT EXISTS (SELECT FROM wish w WHERE w.county = p.county AND w.person_id = p.id)
        AND NOT EXISTS (SELECT FROM work_wish w WHERE w.county = p.county AND w.person_id = p.id) ORDER BY id LIMIT 6`,
  )
  idle = found.map(({ id }) => id)
})
afterAll(() => city?.drop())

function ctx(officer: Officer): Ctx {
  clock += 1000
  return {
    now: new Date(clock),
    actor: { officerId: officer.officer, postId: officer.post, requestId: 'test' },
    post: { id: officer.post, role: 'county', title: officer.title, area: officer.scope.lo },
    asPost: <T>(work: Parameters<SmallCity['door']['asPost']>[1]) => city.door.asPost(officer, work) as Promise<T>,
  } as unknown as Ctx
}
const facts: WorkWishFacts = { occupations: ['6-05-01-03'], reach: 'county', wageFloorFen: 300_000, cannot: ['nights'] }
const keep = (id: number, change: Partial<WorkWishFacts> = {}, on = ON, seen: string | null = null) =>
  wishes.recordWorkWish(
    { params: { id }, body: { clientId: randomUUID(), on, seen, facts: { ...facts, ...change } } },
    ctx(county),
  )
const read = async (id: number, query = {}) => (await wishes.getWorkWish({ params: { id }, query }, ctx(county))).wish
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

test('a wish is kept with its day for a year, and who is at no work comes to want work', async () => {
  const id = idle[0]!
  expect(await read(id)).toBeNull()
  expect((await keep(id)).gained).toContain('wants-work')
  expect(await read(id)).toMatchObject({
    ...{ askedOn: ON, until: '2022-09-17', occupations: [{ code: '6-05-01-03', name: '缝纫工' }] },
    facts: { reach: 'county', wageFloorFen: 300_000, cannot: ['nights'] },
  })
  expect(await read(id, { on: '2022-09-17' })).toBeNull()
  const lines = await city.query(
    "SELECT action FROM audit_line WHERE object_id = $1 AND detail IN ('work wish', 'recordWorkWish')",
    [id],
  )
  expect(lines).toHaveLength(4)
})

test('asked again, the former answer ends that day and stays readable; one stands at a time', async () => {
  const id = idle[1]!
  await keep(id, {}, '2021-06-01')
  const first = (await read(id))!
  const between = new Date(clock + 500).toISOString()
  expect(await codeOf(keep(id, { reach: 'city' }))).toBe('jobs.wish.stale')
  await keep(id, { reach: 'away', provinces: [370_000_000_000] }, ON, first.knownFrom)
  expect(await read(id)).toMatchObject({ facts: { reach: 'away' }, provinces: ['山东'] })
  expect(await read(id, { on: '2021-07-01' })).toMatchObject({ facts: { reach: 'county' }, until: ON })
  expect(await read(id, { knownAt: between })).toMatchObject({ facts: { reach: 'county' } })
  expect(await codeOf(keep(id, {}, '2021-07-01', (await read(id, { on: '2021-07-01' }))!.knownFrom))).toBe(
    'jobs.wish.stale',
  )
  const again = (await read(id))!
  await keep(id, { reach: 'village' }, ON, again.knownFrom)
  expect(await read(id)).toMatchObject({ facts: { reach: 'village' } })
  const [{ rows }] = (await city.query('SELECT count(*)::int AS rows FROM work_wish WHERE person_id = $1', [id])) as [
    { rows: number },
  ]
  expect(rows).toBe(2)
  // What is asked for with it counts as long as the last answer, not the first.
  const asked = await city.query('SELECT kind, detail, valid_to FROM wish WHERE person_id = $1 ORDER BY kind', [id])
  expect(asked).toEqual([
    { kind: 'service', detail: '岗位推荐', valid_to: '2022-09-17' },
    { kind: 'work', detail: null, valid_to: '2022-09-17' },
  ])
})

test('who asked for another service is offered work all the same', async () => {
  const id = idle[4]!
  await city.query(
    `INSERT INTO wish (county, area, person_id, kind, detail, valid_from, known_from, source)
     SELECT county, area, id, 'service', '政策咨询', '2021-01-01', '2021-01-01', 'officer' FROM person WHERE id = $1`,
    [id],
  )
  await keep(id)
  const asked = await city.query(
    "SELECT detail FROM wish WHERE person_id = $1 AND kind = 'service' ORDER BY valid_from",
    [id],
  )
  expect(asked).toEqual([{ detail: '政策咨询' }, { detail: '岗位推荐' }])
})

test('who is at work may wish for other work without wanting work', async () => {
  const [spell] = await city.query<{ id: number }>(
    `SELECT p.id FROM person p JOIN employment e ON e.county = p.county AND e.person_id = p.id AND e.valid_to IS NULL
      WHERE p.county = 500235 AND p.death_date IS NULL
        AND NOT EXISTS (SELECT FROM wish w WHERE w.county = p.county AND w.person_id = p.id)
        AND NOT EXISTS (SELECT FROM work_wish w WHERE w.county = p.county AND w.person_id = p.id) LIMIT 1`,
  )
  expect((await keep(spell!.id)).gained).toEqual([])
  expect(await city.query('SELECT FROM wish WHERE person_id = $1', [spell!.id])).toEqual([])
})

test.each([
  [{ occupations: ['8-88-88-88'] }, 'jobs.wish.wrongOccupation'],
  [{ reach: 'away' }, 'jobs.wish.wrongProvinces'],
  [{ provinces: [370_000_000_000] }, 'jobs.wish.wrongProvinces'],
  [{ reach: 'away', provinces: [370_000_000_001] }, 'jobs.wish.wrongProvinces'],
  [{ startsOn: '2021-13-01' }, 'jobs.wish.wrongDay'],
] as [Partial<WorkWishFacts>, string][])('%o is refused', async (change, code) => {
  expect(await codeOf(keep(idle[2]!, change))).toBe(code)
})

test('two who answer at once: one is kept', async () => {
  const tries = await Promise.all(Array.from({ length: 6 }, () => codeOf(keep(idle[3]!))))
  expect(tries.toSorted()).toEqual(['done', ...Array.from({ length: 5 }, () => 'jobs.wish.stale')])
})

test('outside the post there is no such file', async () => {
  const asked = wishes.getWorkWish({ params: { id: idle[0]! }, query: {} }, ctx(elsewhere))
  expect(await codeOf(asked)).toBe('people.person.absent')
})
