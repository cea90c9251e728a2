import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { creditRule, flowRule } from '#domain/jobs/corridor/credit.ts'
import type { Indicator } from '#domain/plan/indicator.ts'
import { type SmallCity, smallCity } from '../../../test/small-city.ts'
import { fieldCrypto } from '../../access/field-crypto.ts'
import type { Ctx } from '../../context.ts'
import { countedPage } from '../../indicators/indicator.sql.ts'
import { redetermine } from '../../needs/redetermine.ts'
import { CountyCounts } from '../../people/count/county-counts.ts'
import { listPeople } from '../../people/list/list-people.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { countPlaced } from '../vacancy/vacancy.sql.ts'
import { onVacancyChanged } from '../vacancy/vacancy-changes.ts'
import { corridorHandlers } from './corridor.handlers.ts'

const plan = getPlans().get('chongqing-2021')!
const COUNTY = 500_235_000_000
const SHANDONG = 370_000_000_000
const ON = '2021-09-17'
type Officer = Awaited<ReturnType<SmallCity['officer']>> & { role: string }

let city: SmallCity
let given: PeopleGiven
let corridors: ReturnType<typeof corridorHandlers>
let county: Officer
let elsewhere: Officer
let free: number[]
let clock = Date.parse('2026-11-23T12:00:00Z')
const changedVacancies: number[] = []

beforeAll(async () => {
  onVacancyChanged((id) => changedVacancies.push(id))
  city = await smallCity()
  given = {
    ...{ plan: () => plan, defaults: async () => ({ on: ON }), crypto: fieldCrypto(city.database.keys) },
    redetermine: (tx, person, now) => redetermine(tx, plan, person, ON, now),
  } as PeopleGiven
  corridors = corridorHandlers({ ...given, counts: new CountyCounts((work) => city.door.asJob(work)) })
  county = { ...(await city.officer('county', COUNTY, COUNTY + 1_000_000)), role: 'county' }
  elsewhere = { ...(await city.officer('county', 500_236_000_000, 500_237_000_000)), role: 'county' }
  const people = await city.query<{ id: number }>(
    `SELECT p.id FROM person p WHERE p.county = 500235 AND p.capacity = 'ordinary' AND p.in_school = false AND p.death_date IS NULL
        AND p.birth_date BETWEEN '1975-01-01' AND '1999-01-01'
        AND NOT EXISTS (SELECT FROM employment e WHERE e.county = p.county AND e.person_id = p.id)
        AND NOT EXISTS (SELECT FROM dispatch d WHERE d.county = p.county AND d.person_id = p.id) ORDER BY p.id LIMIT 7`,
  )
  free = people.map(({ id }) => Number(id))
})
afterAll(() => city?.drop())

function ctx(officer: Officer): Ctx {
  clock += 1000
  return {
    now: new Date(clock),
    actor: { officerId: officer.officer, postId: officer.post, requestId: 'test' },
    post: {
      ...{ id: officer.post, role: officer.role, title: officer.title },
      ...{ area: officer.scope.lo, scope: officer.scope },
    },
    asPost: <T>(work: Parameters<SmallCity['door']['asPost']>[1]) => city.door.asPost(officer, work) as Promise<T>,
  } as unknown as Ctx
}
const act = () => ({ clientId: randomUUID() })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string; where?: { key?: string } }) => [error.code, error.where?.key].filter(Boolean).join(' '),
  )
const batchNow = (id: number, by = county) => corridors.getBatch({ params: { id }, query: { on: ON } }, ctx(by))
const lineOf = async (batch: number, person: number) =>
  (await batchNow(batch)).travellers.find((line) => line.person === person)!

async function newOrder(by = county): Promise<{ order: number; vacancy: number }> {
  const [row] = await city.query<{ id: number }>(
    `INSERT INTO vacancy (county, area, kind, title, occupation, industry, employer, place, openings, wage_form, refreshed_on, open_until,
        valid_from, known_from, source)
     VALUES ($3, $1, 'corridor', '装接工', '6-25-04-07', 'C', '某电子厂（测试）', $2, 2, 'month', '2021-09-01', '2021-12-01', '2021-09-01', '2021-09-01', 'officer')
     RETURNING id`,
    [by.scope.lo, SHANDONG, by.scope.lo / 1_000_000],
  )
  const vacancy = Number(row!.id)
  const body = { ...act(), vacancy, wantedBy: '2021-09-30', receiver: '某接收站' }
  const { id } = await corridors.recordOrder({ params: { key: 'shandong' }, body }, ctx(by))
  expect(
    await codeOf(corridors.recordOrder({ params: { key: 'shandong' }, body: { ...body, ...act() } }, ctx(by))),
  ).toBe('jobs.corridor.tied')
  return { order: id, vacancy }
}
/** As part of the referral's own way: both sides said yes. */
const referredAndAgreed = (person: number, vacancy: number) =>
  city.query(
    `INSERT INTO referral (county, area, person_id, vacancy_county, vacancy_id, title, employer, origin, person_answer, person_answered_on,
        employer_answer, employer_answered_on, valid_from, known_from, source)
     SELECT county, area, id, 500235, $2, '装接工', '某电子厂（测试）', 'offer', 'accepted', '2021-09-05', 'accepted', '2021-09-06', '2021-09-04',
        '2021-09-06', 'officer' FROM person WHERE id = $1`,
    [person, vacancy],
  )
const newBatch = async (departsOn: string, order?: number) => {
  const journey = { departsOn, transport: 'train', leader: '某带队人', receiver: '某接收站' } as const
  const body = { ...act(), ...journey, ...(order !== undefined && { order }) }
  return (await corridors.recordBatch({ params: { key: 'shandong' }, body }, ctx(county))).id
}
const add = (batch: number, person: number, by = county) =>
  corridors.addTraveller({ params: { id: batch }, body: { ...act(), person } }, ctx(by))

/** The whole way of a person: on a list, aboard, arrived. */
async function sendOne(person: number, departsOn: string, order?: number): Promise<{ batch: number; sheet: string }> {
  const batch = await newBatch(departsOn, order)
  await add(batch, person)
  const { id, knownFrom } = await lineOf(batch, person)
  await corridors.tickTraveller({ params: { id }, body: { ...act(), knownFrom, boarded: true } }, ctx(county))
  const left = { ...act(), knownFrom: (await batchNow(batch)).knownFrom, on: departsOn }
  await corridors.leaveBatch({ params: { id: batch }, body: left }, ctx(county))
  return { batch, sheet: (await batchNow(batch)).sheet }
}
const arrive = async (batch: number, person: number, body: object) => {
  const { id, knownFrom } = await lineOf(batch, person)
  const full = { ...act(), knownFrom, evidence: 'sheet' as const, ...body } as never
  return corridors.confirmArrival({ params: { id }, body: full }, ctx(county))
}
const credited = async () =>
  (await corridors.getCorridor({ params: { key: 'shandong' }, query: { on: ON, area: COUNTY } }, ctx(county))).progress
const listed = async (where: string, area = COUNTY) =>
  city.door.asPost(county, (tx) => listPeople(tx, { area, where, on: ON, limit: 200 } as never, ctx(county), given))

test('from an order to travellers, the road, arrival, work, a call and an early return', async () => {
  const before = await credited()
  const { order, vacancy } = await newOrder()
  const batch = await newBatch('2021-09-10', order)
  const [one, two, three] = free as [number, number, number, number]
  await referredAndAgreed(one, vacancy)
  expect((await batchNow(batch)).accepted.map(({ id }) => id)).toEqual([one])
  for (const person of [one, two, three]) await add(batch, person)

  // Refused in place, each with its reason; another unit neither sees the list nor acts on it.
  const [worker] = await city.query<{ id: number }>(
    `SELECT p.id FROM person p JOIN employment e ON e.county = p.county AND e.person_id = p.id
      WHERE p.county = 500235 AND e.valid_from < '2021-09-01' AND e.valid_to IS NULL AND p.birth_date < '1990-01-01' AND p.capacity = 'ordinary' LIMIT 1`,
  )
  const [child] = await city.query<{ id: number }>(
    "SELECT id FROM person WHERE county = 500235 AND birth_date > '2010-01-01' LIMIT 1",
  )
  expect(await codeOf(add(batch, Number(worker!.id)))).toMatch(/^jobs\.traveller\.refused (in-work|away)$/)
  expect(await codeOf(add(batch, Number(child!.id)))).toBe('jobs.traveller.refused under-age')
  expect(await codeOf(add(batch, one))).toBe('jobs.traveller.refused listed')
  expect(await codeOf(add(await newBatch('2021-09-10'), one))).toBe('jobs.traveller.refused other-batch')
  expect(await codeOf(add(batch, free[3]!, elsewhere))).toBe('jobs.batch.notHeld')
  expect((await batchNow(batch, elsewhere)).travellers).toEqual([])

  // At the door: nobody leaves before everybody is ticked.
  const left = async () =>
    corridors.leaveBatch(
      { params: { id: batch }, body: { ...act(), knownFrom: (await batchNow(batch)).knownFrom, on: '2021-09-10' } },
      ctx(county),
    )
  expect(await codeOf(left())).toBe('jobs.batch.notTicked')
  for (const person of [one, two, three]) {
    const { id, knownFrom } = await lineOf(batch, person)
    await corridors.tickTraveller({ params: { id }, body: { ...act(), knownFrom, boarded: true } }, ctx(county))
  }
  await left()
  const { sheet, state } = await batchNow(batch)
  expect([state, sheet.length]).toEqual(['left', 6])
  expect(await credited()).toEqual(before)

  // Arrival of all but one, by the sheet of this batch alone; the work takes an opening and stands in the file.
  const there = { sheet, arrivedOn: '2021-09-11', startedOn: '2021-09-13', wageFen: 480_000 }
  expect(await codeOf(arrive(batch, one, { ...there, sheet: 'AAAAAA' }))).toBe('jobs.arrival.otherSheet')
  expect(await codeOf(arrive(batch, one, { ...there, arrivedOn: '2021-09-09' }))).toBe('jobs.traveller.wrongDay')
  // Who begins to work there asks for none any longer, with a referral or without.
  const wishesOf = (person: number) =>
    city.query('SELECT valid_to FROM wish WHERE person_id = $1 AND detail IS NULL', [person])
  for (const person of [one, two])
    await city.query(
      `INSERT INTO wish (county, area, person_id, kind, valid_from, known_from, source)
       SELECT county, area, id, 'work', '2021-09-01', '2021-09-01', 'test' FROM person WHERE id = $1`,
      [person],
    )
  await arrive(batch, one, there)
  await arrive(batch, two, there)
  for (const person of [one, two]) expect(await wishesOf(person)).toContainEqual({ valid_to: '2021-09-13' })
  await arrive(batch, three, { sheet, missing: 'turned_back' })
  expect((await batchNow(batch)).travellers.map(({ state: each }) => each).toSorted()).toEqual([
    ...['missing', 'working', 'working'],
  ])
  const [work] = await city.query(
    'SELECT employer, industry, monthly_wage_fen::int AS wage, point_to_point, evidence FROM employment WHERE county = 500235 AND person_id = $1',
    [one],
  )
  expect(work).toEqual({
    ...{ employer: '某电子厂（测试）', industry: 'C', wage: 480_000, point_to_point: true, evidence: 'employer' },
  })
  // The referral to the same work is placed by it: one spell of work, one opening, one credit.
  const referral = await city.query(
    'SELECT placed_on, employment_id IS NOT NULL AS works FROM referral WHERE person_id = $1',
    [one],
  )
  expect(referral).toEqual([{ placed_on: '2021-09-13', works: true }])
  expect(await city.query('SELECT taken FROM vacancy WHERE id = $1', [vacancy])).toEqual([{ taken: 2 }])
  expect((await credited()).credited).toBe(before.credited + 2)

  // Offers hear of it at once, with a referral or without: whoever keeps vacancies in memory reads this one again.
  expect(changedVacancies).toEqual([vacancy, vacancy])

  // The order is full: a third who arrives cannot be said to have started there.
  const third = await sendOne(free[3]!, '2021-09-11', order)
  const late = { sheet: third.sheet, arrivedOn: '2021-09-12', startedOn: '2021-09-13' }
  expect(await codeOf(arrive(third.batch, free[3]!, late))).toBe('jobs.arrival.full')

  // Follow-up: due after seven days, kept with what was said of the wages, which confirms the work.
  const due = async () => {
    const { lines } = await corridors.listFollowUps({ query: { on: '2021-09-18', area: COUNTY } }, ctx(county))
    return lines.filter((line) => line.batch === batch).map(({ person, afterDays }) => [person, afterDays])
  }
  expect((await due()).toSorted()).toEqual(
    [
      [one, 7],
      [two, 7],
    ].toSorted(),
  )
  const line = await lineOf(batch, one)
  const heard = { afterDays: 7, on: '2021-09-18', outcome: 'there' as const, wages: 'late' as const }
  const call = { ...act(), knownFrom: line.knownFrom, ...heard }
  await corridors.recordFollowUp({ params: { id: line.id }, body: call }, ctx(county))
  expect(await due()).toEqual([[two, 7]])

  // Wages unpaid are no note: with their months and sum they are a claim on the employer, and a finding in the same transaction.
  const unpaid = { afterDays: 30, on: ON, outcome: 'there' as const, wages: 'unpaid' as const }
  const say = async (more: object) => {
    const { id, knownFrom } = await lineOf(batch, one)
    return corridors.recordFollowUp({ params: { id }, body: { ...act(), knownFrom, ...unpaid, ...more } }, ctx(county))
  }
  const owed = { monthFrom: '2021-09', monthTo: '2021-09', amountFen: 480_000 }
  expect(await codeOf(say({}))).toBe('jobs.wages.unsaid')
  expect(await codeOf(say({ wages: 'paid', owed }))).toBe('jobs.wages.unsaid')
  expect(await codeOf(say({ outcome: 'unreached', owed }))).toBe('jobs.wages.unheard')
  expect((await say({ owed })).gained).toContain('wages-unpaid')
  expect(await city.query('SELECT employer, evidence FROM wage_claim WHERE person_id = $1', [one])).toEqual([
    { employer: '某电子厂（测试）', evidence: 'call' },
  ])

  // One that was missed is made up for by the next.
  const later = await corridors.listFollowUps({ query: { on: '2021-12-20', area: COUNTY } }, ctx(county))
  expect(later.lines.filter(({ person }) => person === two).map(({ afterDays }) => afterDays)).toEqual([90])

  // Back early: the same day the work ends, and what the person needs now is known.
  const back = await lineOf(batch, two)
  const done = await corridors.recordReturn(
    { params: { id: back.id }, body: { ...act(), knownFrom: back.knownFrom, on: ON, reason: 'wages' } },
    ctx(county),
  )
  expect(done.gained).toContain('dispatch-early-return')
  expect(await due()).toEqual([])
  expect((await credited()).credited).toBe(before.credited + 2)
}, 60_000)

test('an arrival without a referral counts down the order of another unit, once, or is refused in words', async () => {
  const { order, vacancy } = await newOrder(elsewhere)
  await city.query('UPDATE vacancy SET openings = 1 WHERE id = $1', [vacancy])
  const taken = () => city.query('SELECT county, taken FROM vacancy WHERE id = $1', [vacancy])
  const [first, second] = free.slice(4) as [number, number]
  const one = await sendOne(first, '2021-09-08', order)
  await arrive(one.batch, first, { sheet: one.sheet, arrivedOn: '2021-09-09', startedOn: '2021-09-09' })
  expect(await taken()).toEqual([{ county: 500_236, taken: 1 }])
  // The unit that holds the order cannot take it for free again by hand: it sees the number, not who it is.
  expect(await city.door.asPost(elsewhere, (tx) => countPlaced(tx, { county: 500_236, id: vacancy }))).toBe(1)
  const other = await sendOne(second, '2021-09-08', order)
  const late = { sheet: other.sheet, arrivedOn: '2021-09-09', startedOn: '2021-09-09' }
  expect(await codeOf(arrive(other.batch, second, late))).toBe('jobs.arrival.full')
  await city.query(
    "UPDATE vacancy SET openings = 5, valid_to = '2021-09-05', close_reason = 'withdrawn' WHERE id = $1",
    [vacancy],
  )
  expect(await codeOf(arrive(other.batch, second, late))).toBe('jobs.placement.closed')
  expect(await taken()).toEqual([{ county: 500_236, taken: 1 }])
  expect(await city.query('SELECT FROM employment WHERE person_id = $1', [second])).toEqual([])
}, 30_000)

test('who may not travel on the very day does not leave, whatever was so when they were put on the list', async () => {
  const person = free[6]!
  await city.query("UPDATE person SET birth_date = '2005-09-10' WHERE id = $1", [person])
  const batch = await newBatch('2021-09-11')
  await add(batch, person)
  const { id, knownFrom } = await lineOf(batch, person)
  await corridors.tickTraveller({ params: { id }, body: { ...act(), knownFrom, boarded: true } }, ctx(county))
  const leave = async (on: string) => {
    const body = { ...act(), knownFrom: (await batchNow(batch)).knownFrom, on }
    return codeOf(corridors.leaveBatch({ params: { id: batch }, body }, ctx(county)))
  }
  expect([await leave('2021-09-09'), await leave('2021-09-10')]).toEqual(['jobs.batch.barredAboard', 'done'])
})

test('two batches of one person in a year count once, on both sides; counting journeys instead would count two', async () => {
  const person = free[3]!
  const before = await credited()
  for (const [departs, back] of [
    ['2021-09-01', '2021-09-03'],
    ['2021-09-04', null],
  ] as const) {
    const { batch, sheet } = await sendOne(person, departs)
    await arrive(batch, person, { sheet, arrivedOn: departs, startedOn: departs })
    const { id, knownFrom } = await lineOf(batch, person)
    if (back === null) continue
    const body = { ...act(), knownFrom, on: back, reason: 'family' as const }
    await corridors.recordReturn({ params: { id }, body }, ctx(county))
  }
  expect((await credited()).credited).toBe(before.credited + 1)
  const indicator = plan.indicators.find(({ key }) => key === 'corridors.credited-shandong')!
  const whole = { intervals: [{ lo: COUNTY, hi: COUNTY + 1_000_000 }], filter: 'TRUE', after: { area: 0, id: 0 } }
  const rows = async (of: Indicator) => {
    const keys = await city.door.asJob((tx) =>
      countedPage(tx, plan, of, 'value', { on: ON, knownAt: null }, { ...whole, limit: null }),
    )
    return keys.filter((key) => (key.person_id ?? key.id) === person).length
  }
  expect(await rows(indicator)).toBe(1)
  const journeys = 'corridor = "shandong" and arrived_on >= year_start and arrived_on <= on'
  expect(await rows({ ...indicator, counts: 'dispatch', where: journeys })).toBe(2)
  // The plan's figure and the page's number are one rule.
  expect(indicator.where.replaceAll(/\s+/g, ' ').trim()).toBe(creditRule('shandong'))
})

test('what a unit entered is corrected and taken back by the posts over it, with its reason, its history, and only as far as it is open', async () => {
  const reason = '登记有误'
  const says = { name: '某县某市协作', receiver: '某市人社局', yearFrom: 2021, document: '某协议〔2021〕1号' }
  const { key } = await corridors.recordCorridor({ body: { ...act(), ...says, receiving: SHANDONG } }, ctx(county))
  const view = (by = county) =>
    corridors.getCorridor({ params: { key }, query: { on: ON, area: by.scope.lo } }, ctx(by))
  const seen = async () => ({ ...act(), reason, knownFrom: (await view()).entered!.knownFrom })
  const say = async (change: object, by = county) =>
    corridors.correctCorridor(
      { params: { key }, body: { ...(await seen()), ...says, receiving: SHANDONG, ...change } },
      ctx(by),
    )
  expect((await view(elsewhere)).entered).toBeNull()
  expect(await codeOf(say({ yearTo: 2022 }, elsewhere))).toBe('jobs.corridor.notHeld')
  const stale = await seen()
  await say({ yearTo: 2022 })
  expect((await view()).yearTo).toBe(2022)
  expect(await codeOf(corridors.withdrawCorridor({ params: { key }, body: stale }, ctx(county)))).toBe(
    'jobs.batch.stale',
  )
  const plans = { params: { key: 'shandong' }, body: await seen() }
  expect(await codeOf(corridors.withdrawCorridor(plans, ctx(county)))).toBe('jobs.corridor.byPlan')

  // A batch hangs on it: neither its place nor it itself goes any more; the batch is said anew, then taken back with its list.
  const journey = { departsOn: '2021-09-25', transport: 'train', leader: '某带队人', receiver: '某接收站' } as const
  const { id } = await corridors.recordBatch({ params: { key }, body: { ...act(), ...journey } }, ctx(county))
  await add(id, free[5]!)
  expect(await codeOf(say({ receiving: 330_000_000_000 }))).toBe('jobs.corridor.receivingInUse')
  expect(await codeOf(corridors.withdrawCorridor({ params: { key }, body: await seen() }, ctx(county)))).toBe(
    'jobs.corridor.inUse',
  )
  const batchSeen = async (batch: number) => ({ ...act(), reason, knownFrom: (await batchNow(batch)).knownFrom })
  const correct = async (batch: number, change: object) =>
    corridors.correctBatch(
      { params: { id: batch }, body: { ...(await batchSeen(batch)), ...journey, ...change } },
      ctx(county),
    )
  await correct(id, { departsOn: '2021-09-26', costFen: 1_000 })
  expect(await batchNow(id)).toMatchObject({ departsOn: '2021-09-26', costFen: 1_000 })
  await corridors.withdrawBatch({ params: { id }, body: await batchSeen(id) }, ctx(county))
  expect(await codeOf(batchNow(id))).toBe('jobs.batch.absent')
  const kept = (table: string) =>
    city.query<{ why: string }>(
      `SELECT superseded_by AS why FROM ${table}_history WHERE ${table === 'traveller' ? 'batch_id' : 'id'} = $1 ORDER BY known_from`,
      [id],
    )
  expect((await kept('dispatch_batch')).map(({ why }) => why)).toEqual(['correction', 'withdrawn'])
  expect((await kept('traveller')).map(({ why }) => why)).toEqual(['withdrawn'])
  await corridors.withdrawCorridor({ params: { key }, body: await seen() }, ctx(county))
  expect(await codeOf(view())).toBe('jobs.corridor.absent')
  const lines = await city.query('SELECT DISTINCT reason FROM audit_line WHERE detail LIKE $1', ['withdraw %'])
  expect(lines).toEqual([{ reason }])

  // One that left: who pays is still open, its day and its list are not. An order that it goes under stays tied.
  const { order } = await newOrder()
  const { batch } = await sendOne(free[5]!, '2021-09-12', order)
  const asLeft = { ...journey, departsOn: '2021-09-12', order }
  await correct(batch, { ...asLeft, payer: 'receiving', receiver: '另一接收站' })
  expect(await codeOf(correct(batch, { ...asLeft, departsOn: '2021-09-13' }))).toBe('jobs.batch.noLongerOpen')
  expect(
    await codeOf(corridors.withdrawBatch({ params: { id: batch }, body: await batchSeen(batch) }, ctx(county))),
  ).toBe('jobs.batch.leftForGood')
  const orderNow = async () =>
    (
      await corridors.getCorridor({ params: { key: 'shandong' }, query: { on: ON, area: COUNTY } }, ctx(county))
    ).orders.find((line) => line.id === order)!
  const orderSeen = async () => ({ ...act(), reason, knownFrom: (await orderNow()).knownFrom })
  const later = { ...(await orderSeen()), wantedBy: '2021-10-15', receiver: '某接收站' }
  await corridors.correctOrder({ params: { id: order }, body: later }, ctx(county))
  expect((await orderNow()).wantedBy).toBe('2021-10-15')
  const untie = { params: { id: order }, body: await orderSeen() }
  expect(await codeOf(corridors.withdrawOrder(untie, ctx(county)))).toBe('jobs.order.inUse')
  const spare = await newOrder()
  const spareSeen = { ...act(), reason, knownFrom: (await orderNow()).knownFrom }
  expect(await codeOf(corridors.withdrawOrder({ params: { id: spare.order }, body: spareSeen }, ctx(county)))).toBe(
    'jobs.batch.stale',
  )
}, 30_000)

test('an area beyond the post is refused, with its batches and its numbers', async () => {
  const query = { on: ON, area: COUNTY }
  expect(await codeOf(corridors.listCorridors({ query }, ctx(elsewhere)))).toBe('jobs.corridor.outside')
  expect(await codeOf(corridors.getCorridor({ params: { key: 'shandong' }, query }, ctx(elsewhere)))).toBe(
    'jobs.corridor.outside',
  )
  expect(await codeOf(corridors.listFlows({ query }, ctx(elsewhere)))).toBe('jobs.corridor.outside')
})

test('every number of progress and of flows is the length of the list it opens', async () => {
  const { credited: n } = await credited()
  const { people, next } = await listed(creditRule('shandong'))
  expect([people.length, next]).toEqual([n, null])
  const flows = await corridors.listFlows({ query: { on: ON, area: COUNTY } }, ctx(county))
  expect(flows.places.length).toBeGreaterThan(4)
  for (const town of flows.areas.slice(0, 6))
    for (const { place, people: told } of town.places) {
      const list = await listed(flowRule(place === 0 ? 'county' : place === 1 ? 'city' : place), town.area)
      expect([town.name, place, list.next ? 'more' : list.people.length]).toEqual([town.name, place, told])
    }
  // A day before is another count: nothing is kept from the last.
  const then = await corridors.listFlows({ query: { on: '2020-03-01', area: COUNTY } }, ctx(county))
  expect(then.total).not.toBe(flows.total)
}, 30_000)
