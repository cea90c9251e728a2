import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { VacancyFacts } from '#domain/jobs/vacancy/vacancy.api.ts'
import { creditCodeCheck } from '#domain/places/credit-code.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { type SmallCity, smallCity } from '../../../test/small-city.ts'
import { fieldCrypto } from '../../access/field-crypto.ts'
import type { Ctx } from '../../context.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { vacancyHandlers } from './vacancies.handlers.ts'

const shipped = getPlans().get('chongqing-2021')!
const COUNTY = 500_235_000_000
const VILLAGE = 500_235_131_201
const EMPLOYER = '测试针织厂'
type Officer = Awaited<ReturnType<SmallCity['officer']>> & { role: string }

let city: SmallCity
let plan: Plan = shipped
let vacancies: ReturnType<typeof vacancyHandlers>
let county: Officer
let village: Officer
let elsewhere: Officer
let clock = Date.parse('2026-11-23T12:00:00Z')

beforeAll(async () => {
  city = await smallCity()
  vacancies = vacancyHandlers({
    plan: () => plan,
    defaults: async () => ({ on: '2021-09-17' }),
    crypto: fieldCrypto(city.database.keys),
  })
  county = { ...(await city.officer('county', COUNTY, COUNTY + 1_000_000)), role: 'county' }
  village = { ...(await city.officer('village', VILLAGE, VILLAGE + 1)), role: 'village' }
  elsewhere = { ...(await city.officer('county', 500_236_000_000, 500_237_000_000)), role: 'county' }
})
afterAll(() => city?.drop())

const code17 = '91500199MA0000000'
const facts = (change: Partial<VacancyFacts> = {}): VacancyFacts => ({
  ...{ kind: 'employer', title: '缝纫工', occupation: '6-05-01-03', employer: EMPLOYER },
  ...{ creditCode: `${code17}${creditCodeCheck(code17)}`, licenceSeenOn: '2021-09-01', place: COUNTY, openings: 3 },
  ...{ wageForm: 'month', wageLowFen: 350_000, wageHighFen: 600_000, contact: '王厂长', phone: '139 0000 0000' },
  ...{ from: '2021-09-17', ...change },
})

function ctx(officer: Officer): Ctx {
  clock += 1000
  return {
    now: new Date(clock),
    actor: { officerId: officer.officer, postId: officer.post, requestId: 'test' },
    post: { id: officer.post, role: officer.role, title: officer.title, area: officer.scope.lo },
    asPost: <T>(work: Parameters<SmallCity['door']['asPost']>[1]) => city.door.asPost(officer, work) as Promise<T>,
  } as unknown as Ctx
}
const act = { clientId: randomUUID }
const enter = (by: Officer, change: Partial<VacancyFacts> = {}) =>
  vacancies.recordVacancy({ body: { clientId: act.clientId(), facts: facts(change) } }, ctx(by))
const view = (by: Officer, id: number, query = {}) => vacancies.getVacancy({ params: { id }, query }, ctx(by))
const listed = async (by: Officer, query = {}) =>
  (await vacancies.listVacancies({ query: { text: EMPLOYER, ...query } }, ctx(by))).vacancies.map(({ id }) => id)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

describe('a vacancy', () => {
  test('is entered once for its client id, with its line in the log, the phone sealed', async () => {
    const body = { clientId: act.clientId(), facts: facts() }
    const done = await vacancies.recordVacancy({ body }, ctx(county))
    expect(await vacancies.recordVacancy({ body }, ctx(county))).toEqual(done)
    const [row] = await city.query<Record<string, unknown>>('SELECT * FROM vacancy WHERE id = $1', [done.id])
    expect(row).toMatchObject({
      area: COUNTY,
      openings: 3,
      taken: 0,
      open_until: '2021-10-17',
      phone_mask: '139****0000',
    })
    expect((row!.phone_cipher as Buffer).includes('13900000000')).toBe(false)
    const lines = await city.query("SELECT detail FROM audit_line WHERE object_kind = 'vacancy' AND object_id = $1", [
      done.id,
    ])
    expect(lines).toEqual([{ detail: 'recordVacancy' }])
    const asked = { params: { id: done.id }, body: { reason: '联系用人单位' } }
    expect(await vacancies.revealVacancyPhone(asked, ctx(village))).toEqual({ value: '13900000000' })
    expect(await codeOf(vacancies.revealVacancyPhone({ ...asked, body: { reason: '看' } }, ctx(village)))).toBe(
      'jobs.vacancy.noReason',
    )
  })

  test('is seen by every post and changed by those over its unit', async () => {
    const { id, knownFrom } = await enter(county)
    for (const officer of [village, elsewhere]) {
      expect(await listed(officer)).toContain(id)
      expect((await view(officer, id)).can).toEqual([])
      const closing = { clientId: act.clientId(), knownFrom, on: '2021-09-18', reason: 'withdrawn' as const }
      expect(await codeOf(vacancies.closeVacancy({ params: { id }, body: closing }, ctx(officer)))).toBe(
        'jobs.vacancy.notHeld',
      )
    }
    const own = await view(county, id)
    expect([own.can, own.state, own.left, own.groups.at(-1)]).toEqual([
      ['refresh', 'take', 'change', 'close'],
      ...['open', 3, '纺织品和服装剪裁缝纫人员'],
    ])
    expect(own.checks.map(({ key }) => key)).toEqual(['wage-no-minimum'])
    expect(JSON.stringify(own)).not.toContain('13900000000')
  })

  test('past the handlers the policy still holds a post to its unit', async () => {
    const { id } = await enter(county)
    const change = (by: Officer) =>
      city.door.asPost(by, (tx) => tx.query('UPDATE vacancy SET taken = 1 WHERE id = $1 RETURNING id', [id]))
    expect(await change(elsewhere)).toEqual([])
    expect(await change(village)).toEqual([])
    expect(await change(county)).toHaveLength(1)
  })
})

describe('what the law forbids', () => {
  test.each([
    [{ title: '缝纫工（限女）' }],
    [{ detail: '本地户口优先' }],
    [{ demands: ['infection'] }],
    [{ detail: '入职交押金200元' }],
    [{ ageFrom: 15 }],
    [{ creditCode: '91500199MA00000000' }],
    [{ detail: '电话13900000000' }],
  ] as [Partial<VacancyFacts>][])('is refused at entry and at correction: %o', async (change) => {
    expect(await codeOf(enter(county, change))).toBe('jobs.vacancy.refused')
    const { id, knownFrom } = await enter(county)
    const body = { clientId: act.clientId(), knownFrom, facts: facts(change) }
    expect(await codeOf(vacancies.changeVacancy({ params: { id }, body }, ctx(county)))).toBe('jobs.vacancy.refused')
  })
  test('is told with its clause, and asked about before it is entered', async () => {
    const { checks } = await vacancies.checkVacancy({ body: { title: '只招男工' } }, ctx(county))
    expect(checks).toMatchObject([
      { outcome: 'refused', field: 'title', clause: { zh: expect.stringMatching(/第二十七条/) } },
    ])
    await expect(enter(county, { title: '只招男工' })).rejects.toThrow('Employment Promotion Law')
  })
  test('a wage below the plan’s minimum of the day is refused; the same wage on a day without one is not', async () => {
    const parameter = {
      ...shipped.parameters[0]!,
      ...{
        key: 'minimum_wage_month_fen',
        type: 'number' as const,
        value: 400_000,
        from: '2021-01-01',
        to: '2022-01-01',
      },
    }
    plan = { ...shipped, parameters: [...shipped.parameters, parameter] }
    try {
      expect(await codeOf(enter(county))).toBe('jobs.vacancy.refused')
      expect(await codeOf(enter(county, { from: '2022-01-01' }))).toBe('done')
    } finally {
      plan = shipped
    }
  })
  test('a place, an occupation or a site that is none is refused by name', async () => {
    expect(await codeOf(enter(county, { place: 999_999_000_000 }))).toBe('jobs.vacancy.wrongPlace')
    expect(await codeOf(enter(county, { occupation: '8-88-88-88' }))).toBe('jobs.vacancy.wrongOccupation')
    const [far] = await city.query<{ id: number }>('SELECT id FROM site WHERE county = 500236 LIMIT 1')
    expect(await codeOf(enter(county, { site: far!.id }))).toBe('jobs.vacancy.wrongSite')
  })
})

describe('time', () => {
  test('a vacancy that nobody refreshes closes by itself, and is refreshed for another term', async () => {
    const { id, knownFrom } = await enter(county)
    expect((await view(county, id, { on: '2021-10-16' })).state).toBe('open')
    expect((await view(county, id, { on: '2021-10-17' })).state).toBe('lapsed')
    expect(await listed(county, { on: '2021-10-17' })).not.toContain(id)
    expect(await listed(county, { on: '2021-10-17', state: 'all' })).toContain(id)
    const body = { clientId: act.clientId(), knownFrom, on: '2021-10-20' }
    await vacancies.refreshVacancy({ params: { id }, body }, ctx(county))
    expect(await view(county, id, { on: '2021-10-20' })).toMatchObject({ state: 'open', openUntil: '2021-11-19' })
  })

  test('work that is over is not confirmed as standing; what has not begun can be withdrawn', async () => {
    const over = await enter(county, { workTo: '2021-10-01' })
    const body = { clientId: act.clientId(), knownFrom: over.knownFrom, on: '2021-10-01' }
    const refreshed = vacancies.refreshVacancy({ params: { id: over.id }, body }, ctx(county))
    expect(await codeOf(refreshed)).toBe('jobs.vacancy.workOver')
    const coming = await enter(county, { from: '2027-03-01' })
    const close = {
      clientId: act.clientId(),
      knownFrom: coming.knownFrom,
      on: '2027-03-01',
      reason: 'mistake' as const,
    }
    await vacancies.closeVacancy({ params: { id: coming.id }, body: close }, ctx(county))
    expect((await view(county, coming.id, { on: '2027-03-01' })).state).toBe('closed')
  })

  test('what was said before is history, without the phone; what was known then is read again', async () => {
    const { id, knownFrom } = await enter(county)
    const between = new Date(clock + 500).toISOString()
    const body = {
      clientId: act.clientId(),
      knownFrom,
      facts: facts({ title: '平车工', openings: 5, phone: '13800000001' }),
    }
    const { knownFrom: next } = await vacancies.changeVacancy({ params: { id }, body }, ctx(county))
    expect((await view(county, id, { knownAt: between })).title).toBe('缝纫工')
    expect(await view(county, id)).toMatchObject({ title: '平车工', openings: 5, knownFrom: next })
    const history = await city.query('SELECT superseded_by, phone_mask FROM vacancy_history WHERE id = $1', [id])
    expect(history).toEqual([{ superseded_by: 'correction', phone_mask: '139****0000' }])
    const stale = { clientId: act.clientId(), knownFrom, on: '2021-09-20' }
    expect(await codeOf(vacancies.refreshVacancy({ params: { id }, body: stale }, ctx(county)))).toBe(
      'jobs.vacancy.stale',
    )
  })

  test('a correction without a phone keeps the one that stands', async () => {
    const { id, knownFrom } = await enter(county)
    const { phone: _, ...rest } = facts({ title: '平车工' })
    await vacancies.changeVacancy(
      { params: { id }, body: { clientId: act.clientId(), knownFrom, facts: rest } },
      ctx(county),
    )
    expect((await view(county, id)).phoneMask).toBe('139****0000')
  })

  test('openings fall as they are taken, are never overfilled, and a filled or closed vacancy is not offered', async () => {
    const { id, knownFrom } = await enter(county)
    const take = (taken: number, seen: string) =>
      vacancies.takeOpenings(
        { params: { id }, body: { clientId: act.clientId(), knownFrom: seen, taken } },
        ctx(county),
      )
    expect(await codeOf(take(4, knownFrom))).toBe('jobs.vacancy.tooMany')
    const one = await take(1, knownFrom)
    expect(await view(county, id)).toMatchObject({ left: 2, state: 'open' })
    const full = await take(3, one.knownFrom)
    expect((await view(county, id)).state).toBe('filled')
    expect(await listed(county)).not.toContain(id)
    const close = { clientId: act.clientId(), knownFrom: full.knownFrom, on: '2021-09-18', reason: 'filled' as const }
    const closed = await vacancies.closeVacancy({ params: { id }, body: close }, ctx(county))
    expect(await view(county, id, { on: '2021-09-18' })).toMatchObject({
      state: 'closed',
      can: [],
      closeReason: 'filled',
    })
    expect(await codeOf(take(2, closed.knownFrom))).toBe('jobs.vacancy.impossible')
    const again = { clientId: act.clientId(), knownFrom: closed.knownFrom, on: '2021-09-19' }
    expect(await codeOf(vacancies.refreshVacancy({ params: { id }, body: again }, ctx(county)))).toBe(
      'jobs.vacancy.impossible',
    )
  })

  test('of many who take from one version at once, one does', async () => {
    const { id, knownFrom } = await enter(county)
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        codeOf(
          vacancies.takeOpenings(
            { params: { id }, body: { clientId: act.clientId(), knownFrom, taken: 1 + (n % 3) } },
            ctx(county),
          ),
        ),
      ),
    )
    expect(tries.filter((each) => each === 'done')).toHaveLength(1)
    expect(new Set(tries)).toEqual(new Set(['done', 'jobs.vacancy.stale']))
  })
})

test('the list is paged, newest first, and filtered by occupation, place and kind', async () => {
  const employer = '翻页用的公司'
  const place = 500_235_131_000
  for (const [at, occupation] of ['6-05-01-03', '6-05-01-04', '4-10-01-06', '6-05-01-03'].entries())
    await enter(county, { employer, occupation, place: at === 3 ? 370_000_000_000 : place, from: `2021-09-1${at}` })
  const ask = (query: object) =>
    vacancies.listVacancies({ query: { text: employer, on: '2021-09-17', ...query } }, ctx(village))
  const first = await ask({ limit: 3 })
  const second = await ask({ limit: 3, after: first.next! })
  expect([...first.vacancies, ...second.vacancies].map(({ occupation }) => occupation)).toEqual([
    ...['6-05-01-03', '4-10-01-06', '6-05-01-04', '6-05-01-03'],
  ])
  expect(second.next).toBeNull()
  expect((await ask({ occupation: '6-05-01' })).vacancies).toHaveLength(3)
  expect((await ask({ occupation: '6-05-01' })).occupationName).toBe('纺织品和服装剪裁缝纫人员')
  expect((await ask({ place: COUNTY })).vacancies).toHaveLength(3)
  expect((await ask({ place: 370_000_000_000 })).vacancies).toHaveLength(1)
  expect((await ask({ kind: 'workshop' })).vacancies).toEqual([])
  expect(await codeOf(ask({ after: 'x' }))).toBe('jobs.page.unknown')
})

test('a day that is none, lies before the last refreshing or after today is refused', async () => {
  const { id, knownFrom } = await enter(county)
  for (const on of ['2021-09-31', '2021-09-16', '2999-01-01']) {
    const body = { clientId: act.clientId(), knownFrom, on }
    expect(await codeOf(vacancies.refreshVacancy({ params: { id }, body }, ctx(county)))).toBe('jobs.vacancy.wrongDay')
    const closing = { ...body, clientId: act.clientId(), reason: 'withdrawn' as const }
    expect(await codeOf(vacancies.closeVacancy({ params: { id }, body: closing }, ctx(county)))).toBe(
      'jobs.vacancy.wrongDay',
    )
  }
})

test('what the generated city offers would be accepted at entry, says that it is invented, and is open, lapsed, filled and closed', async () => {
  // Every third, and all of the few that have not begun.
  const demo = await city.query<{ id: number }>(
    `SELECT id FROM vacancy WHERE source = 'demo' AND (id % 3 = 0 OR valid_from > '2021-09-17') ORDER BY id`,
  )
  expect(demo.length).toBeGreaterThan(150)
  const states = new Set<string>()
  for (const { id } of demo) {
    const { checks, state, source, facts: said } = await view(county, id)
    expect([checks.filter(({ outcome }) => outcome === 'refused'), source]).toEqual([[], 'demo'])
    expect(said.kind === 'workshop' || `${said.employer}${said.detail}`.includes('演示')).toBe(true)
    states.add(state)
  }
  expect(states).toEqual(new Set(['open', 'lapsed', 'filled', 'closed', 'coming']))
})
