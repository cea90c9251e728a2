import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SmallCity, smallCity } from '../../../test/small-city.ts'
import type { HeldPost } from '../../access/session.ts'
import type { Ctx } from '../../context.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import type { FigureRuns } from '../figure-run.ts'
import { samplingHandlers } from './sampling.handlers.ts'

const ON = '2021-09-17'
const CITY = 500_000_000_000
const COUNTY = 500_235_000_000
const INDICATOR = 'lifted-in-work'
type Officer = Awaited<ReturnType<SmallCity['officer']>>

let city: SmallCity
let sampling: ReturnType<typeof samplingHandlers>
let whole: Officer
let county: Officer
let village: Officer
let clock = Date.parse('2026-11-23T12:00:00Z')
let id: number

beforeAll(async () => {
  city = await smallCity()
  // A sample needs the moment of a run, not its figures.
  const get: FigureRuns['get'] = async (_, on, knownAt) => {
    const at = knownAt ?? (await head())
    return { id: 1, on, knownAt: at, isNow: knownAt === undefined }
  }
  sampling = samplingHandlers({
    plans: getPlans(),
    runs: { get } as FigureRuns,
    defaults: async () => ({ on: ON, plan: 'chongqing-2021' }),
  })
  whole = await city.officer('city', CITY, CITY + 1e10)
  county = await city.officer('county', COUNTY, COUNTY + 1_000_000)
  village = await city.officer('village', 500_235_131_201, 500_235_131_202)
})
afterAll(() => city?.drop())

const head = async () => (await city.query<{ at: string }>('SELECT max(changed_at) AS at FROM ledger_head'))[0]!.at

function as(acting: Officer): Ctx {
  clock += 1000
  return {
    ...{ signedIn: undefined, token: undefined, secure: false, requestId: 'test', now: new Date(clock) },
    setCookie: () => {},
    actor: { officerId: acting.officer, postId: acting.post, requestId: 'test' },
    officer: { id: acting.officer, name: '测试员' } as Ctx['officer'],
    post: { id: acting.post, title: acting.title, area: acting.scope.lo, scope: acting.scope } as unknown as HeldPost,
    asPost: (work) => city.door.asPost(acting, work),
  }
}
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error) => error.code ?? error,
  )
const wanted = { confidence: 0.95, error: 0.05, expected: 0.9, minimum: 3 } as const
const draw = (more: object = {}, acting = whole) =>
  sampling.drawSample(
    { body: { clientId: randomUUID(), indicator: INDICATOR, seed: 'lottery-0917', ...wanted, ...more } },
    as(acting),
  )
const people = (acting: Officer, query: object = {}) =>
  sampling.listSamplePeople({ params: { id }, query: { limit: 200, ...query } }, as(acting))
type Called = Awaited<ReturnType<typeof people>>['people'][number]
const answer = ({ id: person, knownFrom }: Called, given: object, acting = county) =>
  sampling.answerSample(
    { params: { id, person }, body: { clientId: randomUUID(), method: 'phone', knownFrom, answer: 'held', ...given } },
    as(acting),
  )

describe('a draw', () => {
  test('takes from every county what was said beforehand, and as many as the figure has at most', async () => {
    const before = await sampling.planSample({ query: { indicator: INDICATOR, ...wanted } }, as(whole))
    expect(before.allocation).toBe('proportional')
    id = (await draw()).id
    const sample = await sampling.getSample({ params: { id } }, as(whole))
    expect(sample.counties.map(({ area, size, drawn }) => ({ area, size, drawn }))).toEqual(
      before.counties.map(({ area, size, drawn }) => ({ area, size, drawn })),
    )
    expect(sample.size).toBe(before.size)
    for (const one of sample.counties) expect(one.drawn).toBeGreaterThanOrEqual(Math.min(3, one.size))
    expect(sample.result.band).toBeNull()
  })

  test('is repeated from the seed and the list by anyone: here by hand', async () => {
    const frame = await city.query<{ id: number }>(
      'SELECT person_id AS id FROM sample_person WHERE sample_id = $1 AND county = 500235 ORDER BY place',
      [id],
    )
    const ranks = frame.map(({ id: person }) => createHash('sha256').update(`lottery-0917:${person}`).digest('hex'))
    expect(ranks).toEqual(ranks.toSorted())
    expect(await sampling.proveSample({ params: { id } }, as(whole))).toMatchObject({ sameFrame: true, sameDraw: true })
  })

  test('that somebody tampered with is found out', async () => {
    const [taken] = await city.query<{ person_id: number }>(
      'SELECT person_id FROM sample_person WHERE sample_id = $1 LIMIT 1',
      [id],
    )
    const swap = (from: number, to: number) =>
      city.query('UPDATE sample_person SET person_id = $3 WHERE sample_id = $1 AND person_id = $2', [id, from, to])
    await swap(taken!.person_id, 1)
    expect(await sampling.proveSample({ params: { id } }, as(whole))).toMatchObject({ sameDraw: false })
    await swap(1, taken!.person_id)
  })

  test('is of another seed another; of a figure of sites, or of nobody, none', async () => {
    const other = (await draw({ seed: 'lottery-0918' })).id
    const of = (sample: number) =>
      city.query<{ person_id: number }>('SELECT person_id FROM sample_person WHERE sample_id = $1 ORDER BY 1', [sample])
    expect(await of(other)).not.toEqual(await of(id))
    expect(await codeOf(draw({ indicator: 'workshops' }))).toBe('indicators.sample.noPeople')
    expect(await codeOf(draw({ on: '2015-01-01' }))).toBe('indicators.sample.empty')
  })
})

describe('a call-back', () => {
  test('is seen by its county alone, and not at all from a village', async () => {
    const own = await sampling.getSample({ params: { id } }, as(county))
    expect(own.counties.map(({ area }) => area)).toEqual([COUNTY])
    expect((await people(county)).people).toHaveLength(own.drawn)
    expect(await codeOf(people(village))).toBe('indicators.sample.absent')
  })

  test('is answered, and the figure told with its band, for the city and for the county', async () => {
    const called = (await people(county)).people
    const [first, ...rest] = called
    await answer(first!, { answer: 'failed', reason: 'ended' })
    for (const one of rest.slice(0, -1)) await answer(one, {})
    await answer(rest.at(-1)!, { answer: 'unreached' })
    const { result, drawn } = await sampling.getSample({ params: { id } }, as(county))
    expect(result).toMatchObject({ reached: drawn - 1, unreached: 1, pending: 0 })
    expect(result.band!.share).toBeCloseTo((drawn - 2) / (drawn - 1), 10)
    expect(result.band!.low).toBeLessThan(result.band!.share)
    expect(result.worst).toBeLessThan(result.best)
    const listed = await sampling.listSamples({ query: { indicator: INDICATOR, area: COUNTY } }, as(whole))
    expect(listed.samples.find((one) => one.id === id)!.result).toEqual(result)
    const all = await sampling.getSample({ params: { id } }, as(whole))
    expect(all.result.silent).toBe(all.counties.length - 1)
  })

  test('keeps what was answered before, once for one command, and refuses what is out of date', async () => {
    const [one] = (await people(county, { answer: 'failed' })).people
    const body = { clientId: randomUUID(), method: 'phone', knownFrom: one!.knownFrom, answer: 'held' } as const
    const send = () => sampling.answerSample({ params: { id, person: one!.id }, body }, as(county))
    expect(await send()).toEqual(await send())
    const history = await city.query<{ answer: string | null }>(
      'SELECT answer FROM sample_person_history WHERE sample_id = $1 AND person_id = $2 ORDER BY known_from',
      [id, one!.id],
    )
    expect(history.map((row) => row.answer)).toEqual([null, 'failed'])
    expect(await codeOf(answer(one!, {}))).toBe('indicators.sample.stale')
    expect(await codeOf(answer(one!, { answer: 'failed', reason: 'fun' }))).toBe('people.employment.wrongCode')
  })

  test('is not made by whoever confirmed the fact', async () => {
    const [one] = (await people(county)).people
    await city.query('UPDATE employment SET verified_by = $2 WHERE person_id = $1', [one!.id, county.title])
    const again = (await people(county)).people.find(({ id: person }) => person === one!.id)!
    expect(again.own).toBe(true)
    expect(await codeOf(answer(again, {}))).toBe('indicators.sample.own')
    await city.query('UPDATE employment SET verified_by = $2 WHERE person_id = $1', [one!.id, '另一岗位'])
    expect(await codeOf(answer(again, {}))).toBe('answered')
  })
})
