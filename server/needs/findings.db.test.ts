import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addDays } from '#domain/base/date.ts'
import type { OrderAct } from '#domain/needs/order.ts'
import { type SmallCity, smallCity } from '../../test/small-city.ts'
import { dayInChina, type HeldPost } from '../access/session.ts'
import type { Ctx } from '../context.ts'
import { getPlan } from '../plan/get-plan.ts'
import { getPlans } from '../plan/plan-folder.ts'
import { determineAll } from './determine.ts'
import { needsApiHandlers } from './needs.handlers.ts'
import { redetermine } from './redetermine.ts'

const plans = getPlans()
const plan = plans.get('chongqing-2021')!
const ON = '2021-09-17'
const NOW = new Date('2026-03-10T04:00:00Z')
const TODAY = dayInChina(NOW)
const COUNTY = 500_235_000_000
const KEY = 'work-record-incomplete'

type Officer = Awaited<ReturnType<SmallCity['officer']>>
type Found = { county: number; area: number; person_id: number }
let city: SmallCity
let found: Found
let officers: Record<'city' | 'county' | 'town' | 'village' | 'elsewhere', Officer>
const given = {
  planOf: (key: string | undefined) => getPlan(plans, key ?? plan.key),
  findPlan: (key: string) => plans.get(key),
  on: () => ON,
  determinationShare: () => null,
}
const needs = needsApiHandlers(given)

beforeAll(async () => {
  city = await smallCity()
  await determineAll({ door: city.door, plan, on: ON, now: NOW })
  found = (
    await city.query<Found>(
      `SELECT county, area, person_id FROM determination WHERE predicate = $1 AND outcome = 'yes' AND county = 500235 ORDER BY person_id LIMIT 1`,
      [KEY],
    )
  )[0]!
  const town = Math.floor(found.area / 1000) * 1000
  officers = {
    city: await city.officer('city', 500_000_000_000, 510_000_000_000),
    county: await city.officer('county', COUNTY, COUNTY + 1_000_000),
    town: await city.officer('town', town, town + 1000),
    village: await city.officer('village', found.area, found.area + 1),
    elsewhere: await city.officer('county', 500_236_000_000, 500_237_000_000),
  }
})
afterAll(() => city?.drop())

const as = (acting: Officer, now = NOW): Ctx => ({
  ...{ signedIn: undefined, token: undefined, secure: false, requestId: 'test', now, setCookie: () => {} },
  actor: { officerId: acting.officer, postId: acting.post, requestId: 'test' },
  officer: { id: acting.officer, name: '测试员' } as Ctx['officer'],
  post: { id: acting.post, title: acting.title, area: acting.scope.lo, scope: acting.scope } as unknown as HeldPost,
  asPost: (work) => city.door.asPost(acting, work),
})
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error) => error.code,
  )
const lineOf = async (area: number, who: Officer = officers.county, now = NOW) =>
  (await needs.listFindings({ query: { area } }, as(who, now))).findings.find(({ key }) => key === KEY)!

describe('the work list', () => {
  test('gravest first; each level counts what its parts count; the list is as long as the count', async () => {
    const { findings } = await needs.listFindings({ query: {} }, as(officers.county))
    const order = ['block', 'hold', 'review']
    expect(findings.map(({ severity }) => order.indexOf(severity))).toEqual(
      findings.map(({ severity }) => order.indexOf(severity)).toSorted((a, b) => a - b),
    )
    const whole = await lineOf(COUNTY)
    const { areas } = await needs.listFindingAreas({ query: { area: COUNTY, finding: KEY } }, as(officers.county))
    expect(areas.reduce((sum, { open }) => sum + open, 0)).toBe(whole.open)
    const town = officers.town.scope.lo
    const villages = await needs.listFindingAreas({ query: { area: town, finding: KEY } }, as(officers.town))
    expect(villages.areas.reduce((sum, { open }) => sum + open, 0)).toBe((await lineOf(town)).open)
    const { people } = await needs.listFindingPeople(
      { params: { finding: KEY }, query: { area: town, limit: 200 } },
      as(officers.town),
    )
    expect(people.length).toBe((await lineOf(town)).open)
    expect(people.every(({ since }) => Date.parse(since) === NOW.getTime())).toBe(true)
  })

  test('what nobody did is neither found nor mended: the first determination', async () => {
    expect(await lineOf(COUNTY)).toMatchObject({ found: 0, mended: 0 })
  })

  test('mended, it leaves the list, and the trend says when, for the file and for all of them', async () => {
    const before = await lineOf(COUNTY)
    const mend = (industry: string | null) =>
      city.door.asPost(officers.village, async (tx) => {
        await tx.query(
          `UPDATE employment SET industry = $3, employer = coalesce(employer, '某厂'), channel = coalesce(channel, 'flexible'),
                  monthly_wage_fen = coalesce(monthly_wage_fen, 300000), point_to_point = coalesce(point_to_point, false)
            WHERE county = $1 AND person_id = $2`,
          [found.county, found.person_id, industry],
        )
        return redetermine(tx, plan, { county: found.county, id: found.person_id }, ON, later(1))
      })
    expect((await mend('C')).lost).toContain(KEY)
    expect(await lineOf(COUNTY, officers.county, later(1))).toMatchObject({
      open: before.open - 1,
      mended: 1,
      found: 0,
    })
    expect((await mend(null)).gained).toContain(KEY)
    expect(await lineOf(COUNTY, officers.county, later(1))).toMatchObject({ open: before.open, mended: 1, found: 1 })
    const { points } = await needs.listFindingTrend(
      { query: { area: found.area, finding: KEY } },
      as(officers.village, later(1)),
    )
    const village = await lineOf(found.area, officers.village)
    expect(points).toEqual([
      { on: TODAY, found: 0, mended: 0, waived: 0, open: village.open },
      { on: addDays(TODAY, 1), found: 1, mended: 1, waived: 0, open: village.open },
    ])
  })

  test('a full determination keeps the same account', async () => {
    await city.query(`UPDATE employment SET industry = 'C' WHERE person_id = $1`, [found.person_id])
    await determineAll({ door: city.door, plan, on: ON, now: later(2) })
    const { points } = await needs.listFindingTrend(
      { query: { area: found.area, finding: KEY, by: 'month' } },
      as(officers.village, later(2)),
    )
    expect(points.at(-1)).toMatchObject({ found: 1, mended: 2 })
    await city.query(`UPDATE employment SET industry = NULL WHERE person_id = $1`, [found.person_id])
    await determineAll({ door: city.door, plan, on: ON, now: later(2) })
    expect((await lineOf(found.area, officers.village, later(2))).found).toBe(2)
  })

  test('an unknown plan or rule is refused, never answered for another', async () => {
    expect(await codeOf(needs.listFindings({ query: { plan: 'no-plan' } }, as(officers.county)))).toBe(
      'plan.plan.unknown',
    )
    const asked = { params: { finding: 'no-rule' }, query: {} }
    expect(await codeOf(needs.listFindingPeople(asked, as(officers.county)))).toBe('needs.finding.unknown')
  })

  test('outside the post there is nothing', async () => {
    expect(await lineOf(COUNTY, officers.elsewhere)).toMatchObject({ open: 0, waived: 0, unknown: 0, found: 0 })
    const { areas } = await needs.listFindingAreas({ query: { area: COUNTY } }, as(officers.elsewhere))
    expect(areas).toEqual([])
    expect(await codeOf(needs.listFileFindings({ params: { id: found.person_id } }, as(officers.elsewhere)))).toBe(
      'people.person.absent',
    )
  })
})

describe('a waiver', () => {
  const ask = (who: Officer, endsOn = addDays(TODAY, 30), now = NOW) =>
    needs.askWaiver(
      {
        params: { id: found.person_id, finding: KEY },
        body: { clientId: randomUUID(), reason: '入户核实，行业确无法归类', endsOn },
      },
      as(who, now),
    )
  const decide = (id: number, who: Officer, granted = true, words?: string) =>
    needs.decideWaiver(
      { params: { id }, body: { clientId: randomUUID(), granted, ...(words !== undefined && { words }) } },
      as(who),
    )
  const onFile = async (now = NOW) =>
    (await needs.listFileFindings({ params: { id: found.person_id } }, as(officers.village, now))).findings.find(
      ({ key }) => key === KEY,
    )!

  test('is asked by one, granted by another, counted apart, and expires by itself', async () => {
    const before = await lineOf(COUNTY)
    expect(await codeOf(ask(officers.village, TODAY))).toBe('needs.waiver.wrongDay')
    const { id } = await ask(officers.town)
    expect(await codeOf(ask(officers.village))).toBe('needs.waiver.already')
    expect(await codeOf(decide(id, officers.town))).toBe('needs.waiver.own')
    expect(await codeOf(decide(id, officers.elsewhere))).toBe('needs.waiver.absent')
    expect(await codeOf(decide(id, officers.county, false))).toBe('needs.waiver.noWords')
    expect((await lineOf(COUNTY)).open).toBe(before.open)
    expect((await needs.listWaivers({ query: {} }, as(officers.county))).waivers).toMatchObject([
      { id, state: 'asked', personName: expect.stringMatching(/^.{2,}$/) },
    ])
    await decide(id, officers.county)
    expect(await codeOf(decide(id, officers.county))).toBe('needs.waiver.decided')
    expect(await lineOf(COUNTY)).toMatchObject({ open: before.open - 1, waived: before.waived + 1 })
    expect(await onFile()).toMatchObject({
      fix: { place: 'spells', record: 'employment' },
      waivers: [{ state: 'granted' }],
    })
    const apart = await needs.listFindingPeople(
      { params: { finding: KEY }, query: { area: COUNTY, state: 'waived' } },
      as(officers.county),
    )
    expect(apart.people.map(({ person, waivedUntil }) => [person.id, waivedUntil])).toEqual([
      [found.person_id, addDays(TODAY, 30)],
    ])
    expect(await lineOf(COUNTY, officers.county, later(30))).toMatchObject({ open: before.open, waived: 0 })
    expect((await onFile(later(30))).waivers[0]?.state).toBe('expired')
    const revoke = () =>
      needs.revokeWaiver(
        { params: { id }, body: { clientId: randomUUID(), reason: '情况已变化' } },
        as(officers.county),
      )
    await revoke()
    expect(await codeOf(revoke())).toBe('needs.waiver.notInForce')
    expect(await lineOf(COUNTY)).toMatchObject({ open: before.open, waived: before.waived })
  })

  test('the database itself refuses that who asked decides', async () => {
    const { id } = await ask(officers.town)
    const self = (officer: number) =>
      city.query(
        `UPDATE finding_waiver SET decided_at = now(), decided_by = 'x', granted = true, decided_officer = $2 WHERE id = $1`,
        [id, officer],
      )
    await expect(self(officers.town.officer)).rejects.toThrow('finding_waiver_second_person')
    await decide(id, officers.county, false, '仍须补填')
    expect((await onFile()).waivers[0]).toMatchObject({ state: 'refused', decisionWords: '仍须补填' })
  })

  test('negative control: without its check the handler leaves it to the database, and without both who asked decides', async () => {
    vi.doMock('./waivers/waiver-refusals.ts', async (original) => ({ ...(await original<object>()), own: () => {} }))
    vi.resetModules()
    const { waiversHandlers } = await import('./waivers/waivers.handlers.ts')
    vi.doUnmock('./waivers/waiver-refusals.ts')
    const unguarded = waiversHandlers(given)
    const { id } = await ask(officers.town)
    const decideOwn = () => {
      const body = { clientId: randomUUID(), granted: true }
      return codeOf(unguarded.decideWaiver({ params: { id }, body }, as(officers.town)))
    }
    expect(await decideOwn()).toBe('23514')
    await city.query('ALTER TABLE finding_waiver DROP CONSTRAINT finding_waiver_second_person')
    expect(await decideOwn()).toBe('done')
  })

  test('there is nothing to waive where the finding does not hold', async () => {
    const asked = { params: { id: found.person_id, finding: 'dead-yet-paid' } }
    const body = { clientId: randomUUID(), reason: '情况属实', endsOn: addDays(TODAY, 3) }
    expect(await codeOf(needs.askWaiver({ ...asked, body }, as(officers.village)))).toBe('needs.waiver.nothing')
  })
})

describe('a supervision order', () => {
  const send = (who: Officer, area: number, more: object = {}) =>
    needs.sendOrder(
      {
        body: {
          ...{ clientId: randomUUID(), area, subject: 'finding', key: KEY, words: '请于期限内补填' },
          ...{ dueOn: addDays(TODAY, 7), ...more },
        },
      },
      as(who),
    )
  const step = (id: number, who: Officer, act: OrderAct, seen: number, words?: string) =>
    needs.takeOrderStep(
      { params: { id }, body: { clientId: randomUUID(), act, seen, ...(words !== undefined && { words }) } },
      as(who),
    )
  const read = (id: number, who: Officer, now = NOW) => needs.getOrder({ params: { id } }, as(who, now))

  test('goes down, is accepted, answered, sent back, answered again, closed; each by the unit whose turn it is', async () => {
    const town = officers.town.scope.lo
    const { id } = await send(officers.county, town)
    const { open } = await lineOf(town)
    expect(await read(id, officers.town)).toMatchObject({
      state: 'sent',
      can: ['accept'],
      openThen: open,
      openNow: open,
    })
    expect(await codeOf(step(id, officers.county, 'accept', 0))).toBe('needs.order.impossible')
    expect(await codeOf(step(id, officers.village, 'accept', 0))).toBe('needs.order.absent')
    await step(id, officers.town, 'accept', 0)
    expect(await codeOf(step(id, officers.town, 'answer', 0, '已补填'))).toBe('needs.order.stale')
    expect(await codeOf(step(id, officers.town, 'answer', 1))).toBe('needs.order.noWords')
    await step(id, officers.town, 'answer', 1, '已逐户补填')
    await step(id, officers.county, 'return', 2, '仍有两户未填')
    await step(id, officers.town, 'answer', 3, '两户已补')
    await step(id, officers.county, 'close', 4)
    const done = await read(id, officers.county)
    expect(done).toMatchObject({ state: 'closed', can: [], overdue: false })
    expect(done.steps.map(({ act }) => act)).toEqual(['accept', 'answer', 'return', 'answer', 'close'])
    expect(await codeOf(step(id, officers.county, 'return', 5, '再办一次'))).toBe('needs.order.impossible')
  })

  test('waits on the boards of both sides, overdue after its day', async () => {
    const { id } = await send(officers.city, COUNTY, { subject: 'indicator', key: 'workshops' })
    const board = (who: Officer, side: 'to_me' | 'from_me', now = NOW) =>
      needs.listOrders({ query: { side, open: true } }, as(who, now))
    expect(await board(officers.county, 'to_me')).toMatchObject({ toMe: 1, orders: [{ id, overdue: false }] })
    expect((await board(officers.city, 'from_me', later(8))).orders).toMatchObject([{ id, overdue: true }])
    expect((await board(officers.elsewhere, 'to_me')).orders).toEqual([])
    expect(await codeOf(read(id, officers.town))).toBe('needs.order.absent')
    await step(id, officers.city, 'withdraw', 0, '数字已更正')
    expect((await board(officers.county, 'to_me')).orders).toEqual([])
  })

  test('never goes up, across, or back in time, nor about what there is not', async () => {
    expect(await codeOf(send(officers.town, COUNTY))).toBe('needs.order.notBelow')
    expect(await codeOf(send(officers.county, COUNTY))).toBe('needs.order.notBelow')
    expect(await codeOf(send(officers.county, 500_236_001_000))).toBe('needs.order.notBelow')
    expect(await codeOf(send(officers.county, COUNTY + 999_000))).toBe('needs.order.noArea')
    expect(await codeOf(send(officers.county, officers.town.scope.lo, { dueOn: addDays(TODAY, -1) }))).toBe(
      'needs.order.wrongDay',
    )
    expect(await codeOf(send(officers.county, officers.town.scope.lo, { key: 'no-rule' }))).toBe(
      'needs.finding.unknown',
    )
  })
})
