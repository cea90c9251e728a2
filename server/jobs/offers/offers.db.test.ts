import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VacancyFacts } from '#domain/jobs/vacancy/vacancy.api.ts'
import type { WorkWishFacts } from '#domain/jobs/wish/wish.api.ts'
import { type SmallCity, smallCity } from '../../../test/small-city.ts'
import { fieldCrypto } from '../../access/field-crypto.ts'
import type { Ctx } from '../../context.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { vacancyHandlers } from '../vacancy/vacancies.handlers.ts'
import { wishHandlers } from '../wish/wishes.handlers.ts'
import { offerHandlers } from './offers.handlers.ts'
import { OpenVacancies } from './open-vacancies.ts'

const plan = getPlans().get('chongqing-2021')!
const ON = '2021-09-17'
const COUNTY = 500_235_000_000
type Officer = Awaited<ReturnType<SmallCity['officer']>>

let city: SmallCity
let county: Officer
let elsewhere: Officer
let offers: ReturnType<typeof offerHandlers>
let vacancies: ReturnType<typeof vacancyHandlers>
let wishes: ReturnType<typeof wishHandlers>
let clock = Date.parse('2026-11-23T12:00:00Z')

beforeAll(async () => {
  city = await smallCity()
  const given = { plan: () => plan, defaults: async () => ({ on: ON }), crypto: fieldCrypto(city.database.keys) }
  const open = new OpenVacancies((work) => city.door.asJob(work))
  offers = offerHandlers({ ...given, open })
  vacancies = vacancyHandlers(given)
  wishes = wishHandlers(given)
  county = await city.officer('county', COUNTY, COUNTY + 1_000_000)
  elsewhere = await city.officer('county', 500_236_000_000, 500_237_000_000)
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
const enter = async (change: Partial<VacancyFacts> = {}) => {
  const facts: VacancyFacts = {
    ...{ kind: 'public_post', title: '锔瓷工', occupation: '6-09-03-03', employer: '某村民委员会', place: COUNTY },
    ...{ openings: 2, wageForm: 'month', wageLowFen: 400_000, from: ON, ...change },
  }
  const done = await vacancies.recordVacancy({ body: { clientId: randomUUID(), facts } }, ctx(county))
  entered.set(done.id, done.knownFrom)
  return done.id
}
/** When each was entered: the version that is acted on. */
const entered = new Map<number, string>()
const take = (id: number, taken: number) => {
  const body = { clientId: randomUUID(), knownFrom: entered.get(id)!, taken }
  return vacancies.takeOpenings({ params: { id }, body }, ctx(county))
}
const wish = (id: number, facts: WorkWishFacts) =>
  wishes.recordWorkWish({ params: { id }, body: { clientId: randomUUID(), on: ON, seen: null, facts } }, ctx(county))
const offered = (id: number) => offers.listOffers({ params: { id }, query: {} }, ctx(county))
const candidates = (id: number, by = county) => offers.listCandidates({ params: { id }, query: {} }, ctx(by))
const conditionsOf = (line: { conditions: { condition: string; judgement: string }[] } | undefined) =>
  Object.fromEntries((line?.conditions ?? []).map(({ condition, judgement }) => [condition, judgement]))

/** Lifted people of the county in their thirties, whom nobody asked. */
const unasked = (limit: number) =>
  city.query<{ id: number; area: number }>(
    `SELECT p.id, p.area FROM person p JOIN membership m ON m.county = p.county AND m.person_id = p.id AND m.kind = 'lifted' AND m.valid_to IS NULL
      WHERE p.county = 500235 AND p.birth_date BETWEEN '1981-10-01' AND '1991-01-01' AND p.death_date IS NULL AND NOT p.in_school
        AND NOT EXISTS (SELECT FROM work_wish w WHERE w.county = p.county AND w.person_id = p.id) ORDER BY p.id LIMIT $1`,
    [limit],
  )

test('who was not asked is offered nothing; who was, what fits, with reasons, best first', async () => {
  const [person] = await unasked(1)
  expect(await offered(person!.id)).toMatchObject({ asked: false, offers: [] })
  const better = await enter({ wageLowFen: 600_000 })
  const plain = await enter()
  await wish(person!.id, { occupations: ['6-09-03-03'], reach: 'county', wageFloorFen: 300_000, cannot: ['nights'] })
  const { offers: found } = await offered(person!.id)
  const ids = found.map(({ vacancy }) => vacancy.id)
  expect(ids.indexOf(better)).toBeLessThan(ids.indexOf(plain))
  expect(conditionsOf(found.find(({ vacancy }) => vacancy.id === plain))).toMatchObject({
    ...{ occupation: 'yes', place: 'yes', wage: 'yes', age: 'yes', publicPost: 'yes', hours: 'unknown' },
  })
  const lines = await city.query("SELECT FROM audit_line WHERE detail = 'offers' AND object_id = $1", [person!.id])
  expect(lines).toHaveLength(2)
})

test('what one condition bars is no offer but what would open more, the certificate by its name', async () => {
  const [person] = await unasked(1)
  const barred = await enter({ certificate: '锔瓷证', occupation: '6-09-03-01' })
  const far = await enter({ place: 500_101_000_000, occupation: '6-09-03-01' })
  await enter({ wageLowFen: 100_000, occupation: '6-09-03-01' })
  await wish(person!.id, { occupations: ['6-09-03-01'], reach: 'county', wageFloorFen: 300_000 })
  const { offers: found, wouldOpen } = await offered(person!.id)
  expect(found.map(({ vacancy }) => vacancy.id)).not.toContain(barred)
  expect(found.map(({ vacancy }) => vacancy.id)).not.toContain(far)
  expect(wouldOpen).toContainEqual({ condition: 'certificate', certificate: '锔瓷证', vacancies: 1, openings: 2 })
  expect(wouldOpen.find(({ condition }) => condition === 'wage')).toMatchObject({ vacancies: 1 })
})

test('a wage that is not stated is unknown, and a filled or closed vacancy is not offered', async () => {
  const [person] = await unasked(1)
  const silent = await enter({ wageLowFen: undefined as never, occupation: '6-09-03-02', wageForm: 'piece' })
  await wish(person!.id, { occupations: ['6-09-03-02'], reach: 'county', wageFloorFen: 300_000 })
  const found = (await offered(person!.id)).offers.find(({ vacancy }) => vacancy.id === silent)
  expect(conditionsOf(found)).toMatchObject({ wage: 'unknown' })
  await take(silent, 2)
  expect((await offered(person!.id)).offers.map(({ vacancy }) => vacancy.id)).not.toContain(silent)
  expect((await candidates(silent)).candidates).toEqual([])
})

test('people for a vacancy are those of the post’s area, whatever their sex, ethnicity or registration', async () => {
  const people = await unasked(4)
  const id = await enter({ occupation: '5-04-02-03' })
  for (const person of people) await wish(person.id, { occupations: ['5-04-02-03'], reach: 'county' })
  const before = await candidates(id)
  expect(before.candidates.map(({ person }) => person).toSorted()).toEqual(people.map((each) => each.id).toSorted())
  expect(before.eligible).toBe(4)
  expect((await candidates(id, elsewhere)).candidates).toEqual([])
  await city.query(
    "UPDATE person SET sex = CASE sex WHEN 'male' THEN 'female' ELSE 'male' END, ethnic = '02' WHERE id = ANY ($1)",
    [people.map((each) => each.id)],
  )
  expect(await candidates(id)).toEqual(before)
})

test('a list that does not follow the profile reads the ages of the law and the home, and nothing of what was wished', async () => {
  const [person] = await unasked(1)
  const near = await enter({ place: person!.area, occupation: '6-09-03-08' })
  const old = await enter({ ageTo: 17, ageRule: '测试用规定', occupation: '6-09-03-08' })
  const plain = (order: 'newest' | 'nearest') =>
    offers.listPlainOffers({ params: { id: person!.id }, query: { order } }, ctx(county))
  const { vacancies: nearest, ageKnown, barred } = await plain('nearest')
  expect(nearest[0]).toMatchObject({ vacancy: { id: near }, steps: 0 })
  expect({ ageKnown, barred }).toEqual({ ageKnown: true, barred: 1 })
  const newest = (await plain('newest')).vacancies.map(({ vacancy }) => vacancy.id)
  expect(newest[0]).toBe(near)
  expect(newest).not.toContain(old)
  await wish(person!.id, { occupations: ['6-05-01-03'], reach: 'city', wageFloorFen: 5_000_000 })
  expect((await plain('newest')).vacancies.map(({ vacancy }) => vacancy.id)).toEqual(newest)
})

test('what another server changed is seen when the minute is over', async () => {
  let now = Date.parse('2026-11-23T12:00:00Z')
  const open = new OpenVacancies(
    (work) => city.door.asJob(work),
    () => now,
  )
  const id = await enter({ occupation: '6-09-03-08' })
  const has = async () => (await open.on(ON)).rows.has(id)
  expect(await has()).toBe(true)
  await city.query("UPDATE vacancy SET taken = openings, known_from = known_from + interval '1 second' WHERE id = $1", [
    id,
  ])
  now += 20_000
  expect(await has()).toBe(true)
  now += 41_000
  expect(await has()).toBe(false)
  expect((await open.on(ON)).takenAt.getTime()).toBe(now)
})

test('who would go with the spouse is offered first where the spouse could work too, and told so; sex makes no difference', async () => {
  const [couple] = await city.query<{ head: number; spouse: number }>(
    `SELECT h.id AS head, s.id AS spouse FROM person h JOIN person s ON s.county = h.county AND s.household_id = h.household_id AND s.relation = 'spouse'
      WHERE h.county = 500235 AND h.relation = 'head' AND 2 = (SELECT count(DISTINCT m.person_id) FROM membership m WHERE m.county = h.county
        AND m.person_id IN (h.id, s.id) AND m.kind = 'lifted' AND m.valid_to IS NULL)
        AND h.birth_date BETWEEN '1965-01-01' AND '2000-01-01' AND s.birth_date BETWEEN '1975-01-01' AND '2000-01-01'
        AND NOT EXISTS (SELECT FROM work_wish w WHERE w.county = h.county AND w.person_id IN (h.id, s.id)) ORDER BY h.id LIMIT 1`,
  )
  const { head, spouse } = couple!
  const dearer = await enter({ employer: '乙村民委员会', wageLowFen: 420_000 })
  const together = await enter({ employer: '甲村民委员会', wageLowFen: 400_000 })
  const forSpouse = await enter({ employer: '甲村民委员会', occupation: '6-05-01-01', title: '缝纫工' })
  const facts = { reach: 'county', wageFloorFen: 300_000 } as const
  await wish(head, { ...facts, occupations: ['6-09-03-03'], company: 'couple' })
  const order = async () => {
    const { company, offers: found } = await offered(head)
    const near = found.find(({ vacancy }) => vacancy.id === together)!.together
    const places = [together, dearer].map((id) => found.findIndex(({ vacancy }) => vacancy.id === id))
    return { people: company!.people.map(({ person }) => person), near, comesFirst: places[0]! < places[1]! }
  }
  expect(await order()).toEqual({ people: [], near: null, comesFirst: false })
  await wish(spouse, { ...facts, occupations: ['6-05-01-01'] })
  const both = await order()
  expect(both).toMatchObject({ people: [spouse], comesFirst: true })
  expect(both.near).toMatchObject({ step: 'workplace', people: 1, vacancy: { id: forSpouse } })
  await city.query(
    `UPDATE person SET sex = CASE sex WHEN 'male' THEN 'female' ELSE 'male' END, ethnic = '08' WHERE id = ANY ($1)`,
    [[head, spouse]],
  )
  expect(await order()).toEqual(both)
})
