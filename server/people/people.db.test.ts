import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SmallCity, smallCity } from '../../test/small-city.ts'
import { fieldCrypto } from '../access/field-crypto.ts'
import type { HeldPost } from '../access/session.ts'
import type { Ctx } from '../context.ts'
import { getPlans } from '../plan/plan-folder.ts'
import { peopleHandlers } from './people.handlers.ts'
import { compiledRule, ruleSql } from './why/compiled.ts'

const plan = getPlans().get('chongqing-2021')!
const ON = '2021-09-17'
const COUNTY = 500_235_000_000
const VILLAGE = 500_235_131_201
const NOW = new Date('2026-11-23T12:00:00Z')

type Officer = Awaited<ReturnType<SmallCity['officer']>>
let city: SmallCity
let people: ReturnType<typeof peopleHandlers>
let county: Officer
let village: Officer
let elsewhere: Officer

beforeAll(async () => {
  city = await smallCity()
  people = peopleHandlers({
    plan: () => plan,
    defaults: async () => ({ on: ON }),
    crypto: fieldCrypto(city.database.keys),
    redetermine: async (_, { id }) => ({ gained: [`asked-${id}`], lost: [] }),
  })
  county = await city.officer('county', COUNTY, COUNTY + 1_000_000)
  village = await city.officer('village', VILLAGE, VILLAGE + 1)
  elsewhere = await city.officer('county', 500_236_000_000, 500_237_000_000)
})
afterAll(() => city?.drop())

const as = (acting: Officer, now = NOW): Ctx => ({
  ...{ signedIn: undefined, token: undefined, secure: false, requestId: 'test', now, setCookie: () => {} },
  actor: { officerId: acting.officer, postId: acting.post, requestId: 'test' },
  officer: { id: acting.officer, name: '测试员' } as Ctx['officer'],
  post: { id: acting.post, title: acting.title, scope: acting.scope } as unknown as HeldPost,
  asPost: (work) => city.door.asPost(acting, work),
})
const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  (await city.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values))[0]!.n
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error) => error.code,
  )

async function listAll(query: Parameters<typeof people.listPeople>[0]['query'], acting: Officer): Promise<number[]> {
  const ids: number[] = []
  let after: string | undefined
  do {
    const page = await people.listPeople({ query: { ...query, limit: 200, ...(after && { after }) } }, as(acting))
    ids.push(...page.people.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  return ids
}

describe('lists', () => {
  test.each(['lifted and in_work', 'age >= 60', 'count(grants) > 0'])(
    'the pages of “%s” hold the count',
    async (where) => {
      const ids = await listAll({ where, area: COUNTY }, county)
      const condition = ruleSql(compiledRule(plan, 'person', where, ON), { knownAt: null }, { alias: 'p' })
      const counted = await city.door.asPost(county, (tx) =>
        tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM person p WHERE ${condition}`),
      )
      expect(ids.length).toBe(counted[0]!.n)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBeGreaterThan(0)
    },
  )

  test('a post sees its own people and nobody else, whatever it asks for', async () => {
    const ids = await listAll({}, village)
    expect(ids.length).toBe(await count('person WHERE area = $1', [VILLAGE]))
    expect(ids.length).toBeLessThan(await count('person'))
    const outside = await people.listPeople({ query: { area: 500_236_000_000 } }, as(village))
    expect(outside.people).toEqual([])
  })

  test('a need is listed by its rule, and by the determinations once they are of this day', async () => {
    const byRule = await listAll({ predicate: 'lost-work' }, county)
    expect(byRule.length).toBeGreaterThan(0)
    const [chosen] = byRule
    await city.query(
      `INSERT INTO determination (county, area, predicate, person_id, outcome, since)
       SELECT county, area, 'lost-work', id, 'yes', now() FROM person WHERE id = $1`,
      [chosen],
    )
    await city.query(`INSERT INTO setting (key, value) VALUES ('determination', $1)`, [{ plan: plan.key, on: ON }])
    expect(await listAll({ predicate: 'lost-work' }, county)).toEqual([chosen])
    expect(await listAll({ predicate: 'lost-work' }, elsewhere)).toEqual([])
    expect((await listAll({ predicate: 'lost-work', on: '2021-09-18' }, county)).length).toBeGreaterThan(1)
    await city.query(`DELETE FROM setting WHERE key = 'determination'`)
  })

  test('what cannot be asked is refused with a reason', async () => {
    const ask = (query: object) => codeOf(people.listPeople({ query }, as(county)))
    expect(await ask({ where: 'name = "冉光秀"' })).toBe('people.filter.sealed')
    expect(await ask({ where: 'age' })).toBe('people.filter.noCondition')
    expect(await ask({ where: 'age >' })).toMatch(/^rules\./)
    expect(await ask({ predicate: 'no-such-need' })).toBe('people.predicate.unknown')
    expect(await ask({ on: '2021-02-30' })).toBe('people.day.unknown')
    expect(await ask({ knownAt: '2021-13-01T00:00:00Z' })).toBe('people.instant.unknown')
    expect(await ask({ after: "1'; DROP" })).toBe('people.page.unknown')
    expect(await ask({ area: 500_999_000_000 })).toBe('places.area.unknown')
  })

  test('a list and a search are logged with whom they showed, never with the words', async () => {
    await people.searchPeople({ body: { text: '冉光秀' } }, as(county))
    const [line] = await city.query<Record<string, unknown>>('SELECT * FROM audit_line ORDER BY id DESC LIMIT 1')
    expect(line).toMatchObject({ action: 'people.list', detail: 'search by name' })
    expect((line!.object_ids as number[]).map(Number)).toContain(1001)
    expect(JSON.stringify(line)).not.toContain('冉')
  })

  test('search finds within the post only', async () => {
    const found = (acting: Officer) => people.searchPeople({ body: { text: '冉光秀' } }, as(acting))
    expect((await found(village)).people.map(({ id }) => id)).toContain(1001)
    expect((await found(elsewhere)).people.map(({ id }) => id)).not.toContain(1001)
    expect(await codeOf(people.searchPeople({ body: { text: '？！' } }, as(county)))).toBe('people.search.unreadable')
  })
})

describe('files', () => {
  test('work begun in August and entered in November stands on both clocks', async () => {
    const now = await people.getFile({ params: { id: 1002 }, query: { on: '2021-09-30' } }, as(county))
    const then = await people.getFile(
      { params: { id: 1002 }, query: { on: '2021-09-30', knownAt: '2021-10-01T00:00:00Z' } },
      as(county),
    )
    expect([now.person.work?.since, then.person.work]).toEqual(['2021-08-20', null])
    const outcome = (file: typeof now, key: string) => file.outcomes.find((line) => line.key === key)?.outcome
    expect(outcome(now, 'work-unverified')).not.toBe(undefined)
    expect(now.spells).toEqual(then.spells)
  })

  test('a spell that was corrected is shown with what was said before, and why it no longer stands', async () => {
    const file = await people.getFile({ params: { id: 1003 }, query: {} }, as(county))
    const jobs = file.spells.filter(({ record }) => record === 'employment')
    expect(jobs.map(({ to, superseded }) => [to, superseded?.en ?? null])).toEqual([
      ['2021-08-31', null],
      [null, 'corrected'],
    ])
    expect(jobs[1]!.knownTo).toBe(jobs[0]!.knownFrom)
  })

  test('a file is masked, worded, and has every rule of the plan', async () => {
    const { person, outcomes, household } = await people.getFile({ params: { id: 1006 }, query: {} }, as(county))
    expect(person.identity).toMatch(/\*/)
    expect(person.facts.find(({ key }) => key === 'capacity')?.value.zh).toBe('无劳动力')
    expect(outcomes.find(({ key }) => key === 'work-without-capacity')).toMatchObject({ outcome: 'yes' })
    expect(outcomes.length).toBeGreaterThan(50)
    expect(household?.members.some(({ id }) => id === 1006)).toBe(true)
    expect(JSON.stringify(person)).not.toContain('cipher')
  })

  test('opening a file is logged, and who opened it can be read', async () => {
    await people.getFile({ params: { id: 1005 }, query: {} }, as(village))
    const { readers } = await people.listReaders({ params: { id: 1005 } }, as(county))
    expect(readers[0]).toMatchObject({ action: 'people.read', post: village.title })
  })

  test('a file out of scope and one that is not there are refused alike', async () => {
    const refusal = (id: number): Promise<unknown> =>
      people
        .getFile({ params: { id }, query: {} }, as(elsewhere))
        .catch((error) => [error.code, error.status, error.words])
    expect(await refusal(1001)).toEqual(await refusal(987_654_321))
    expect(await refusal(1001)).toEqual(['people.person.absent', 404, expect.anything()])
  })

  test('who shares a phone is told to a village by what was determined of the whole county', async () => {
    const sharing = async () => {
      const { outcomes } = await people.getFile({ params: { id: 1001 }, query: {} }, as(village))
      return outcomes.find(({ key }) => key === 'shared-phone')?.outcome
    }
    expect(await sharing()).toBe('no')
    await city.query(
      `INSERT INTO determination (county, area, predicate, person_id, outcome, since)
       SELECT county, area, 'shared-phone', id, 'yes', now() FROM person WHERE id = 1001`,
    )
    await city.query(`INSERT INTO setting (key, value) VALUES ('determination', $1)`, [{ plan: plan.key, on: ON }])
    expect(await sharing()).toBe('yes')
    await city.query(`DELETE FROM setting WHERE key = 'determination'`)
  })

  test('the reason names each fact with its source, and what is missing', async () => {
    const why = await people.explainPredicate(
      { params: { id: 1006 }, query: { predicate: 'work-without-capacity' } },
      as(county),
    )
    expect(why.outcome).toBe('yes')
    const facts = JSON.stringify(why.trace)
    expect(facts).toContain('无劳动力 (none)')
    expect(facts).toMatch(/"source":"[^"]+"/)
    const later = { params: { id: 1005 }, query: { on: '2026-06-01' } }
    const file = await people.getFile(later, as(county))
    expect(file.outcomes.find(({ key }) => key === 'file-due')?.outcome).toBe('unknown')
    const unknown = await people.explainPredicate(
      { ...later, query: { ...later.query, predicate: 'file-due' } },
      as(county),
    )
    expect([unknown.outcome, unknown.missing.map(({ fact }) => fact)]).toEqual(['unknown', ['person.birth_date']])
  })

  test('a sealed field is shown for a reason, and both the showing and an attempt from outside are logged', async () => {
    const reveal = (acting: Officer, reason = '核对发放账户信息') =>
      people.revealField({ params: { id: 1001 }, body: { field: 'identity', reason } }, as(acting))
    const logged = () => count(`audit_line WHERE action = 'people.reveal' AND object_id = 1001`)
    const before = await logged()
    expect((await reveal(county)).value).toMatch(/^500199\d{11}[\dX]$/)
    expect(await codeOf(reveal(elsewhere))).toBe('people.person.absent')
    expect(await logged()).toBe(before + 2)
    expect(await codeOf(reveal(county, '    '))).toBe('people.reveal.noReason')
  })
})

describe('work', () => {
  const body = (more: object = {}) => ({
    ...{ clientId: randomUUID(), from: '2021-06-01', place: 440_000_000_000, channel: 'migrant', employer: '某电子厂' },
    ...more,
  })
  const record = (id: number, more: object = {}, acting = village) =>
    people.recordEmployment({ params: { id }, body: body(more) }, as(acting))

  test('is recorded once for a client id, audited, determined again, and moves the county’s head', async () => {
    const sent = body()
    const send = () => people.recordEmployment({ params: { id: 1005 }, body: sent }, as(village))
    const [first, second] = await Promise.all([send(), send()])
    expect(second).toEqual(first)
    expect(first.gained).toEqual(['asked-1005'])
    expect(await count(`employment WHERE person_id = 1005 AND employer = '某电子厂'`)).toBe(1)
    expect(await count(`audit_line WHERE action = 'people.record' AND object_id = 1005`)).toBe(1)
    expect(await count('ledger_head WHERE county = 500235 AND changed_at = $1', [NOW.toISOString()])).toBe(1)
    const other = { ...sent, employer: '另一家厂' }
    expect(await codeOf(people.recordEmployment({ params: { id: 1005 }, body: other }, as(village)))).toBe(
      'people.command.reused',
    )
    expect(await codeOf(record(1005))).toBe('people.employment.said')
  })

  test('ended and verified, it keeps what was said before; whoever saw an older version is refused', async () => {
    const { employment, knownFrom } = await record(1001, { employer: '某服装厂' })
    const later = new Date(NOW.getTime() + 60_000)
    const end = (seen: string, now: Date) =>
      people.endEmployment(
        { params: { id: 1001, employment }, body: { clientId: randomUUID(), endedOn: '2021-09-01', knownFrom: seen } },
        as(village, now),
      )
    const ended = await end(knownFrom, later)
    expect(ended.knownFrom > knownFrom).toBe(true)
    expect(await codeOf(end(knownFrom, new Date(later.getTime() + 1000)))).toBe('people.employment.stale')
    const verified = await people.verifyEmployment(
      {
        params: { id: 1001, employment },
        body: { clientId: randomUUID(), method: 'phone', on: '2021-09-10', knownFrom: ended.knownFrom },
      },
      as(village, new Date(later.getTime() + 60_000)),
    )
    expect(verified.employment).toBe(employment)
    const file = await people.getFile(
      { params: { id: 1001 }, query: {} },
      as(village, new Date(later.getTime() + 90_000)),
    )
    const said = file.spells.filter(({ id, record }) => record === 'employment' && id === employment)
    expect(said.map(({ to, verified, superseded }) => [to, verified?.until ?? null, superseded?.en ?? null])).toEqual([
      ['2021-09-01', '2021-12-10', null],
      ['2021-09-01', null, 'verified again'],
      [null, null, 'its end was recorded'],
    ])
  })

  test('what cannot be is refused: days, codes, places, people out of scope', async () => {
    expect(await codeOf(record(1001, { from: '2021-09-01', to: '2021-09-01' }))).toBe('people.employment.wrongDay')
    expect(await codeOf(record(1001, { from: '1960-01-01' }))).toBe('people.employment.wrongDay')
    expect(await codeOf(record(1001, { from: '2027-01-01' }))).toBe('people.employment.wrongDay')
    expect(await codeOf(record(1001, { from: '2021-02-30' }))).toBe('people.day.unknown')
    expect(await codeOf(record(1001, { channel: 'by-boat' }))).toBe('people.employment.wrongCode')
    expect(await codeOf(record(1001, { place: 999_000_000_000 }))).toBe('people.employment.wrongPlace')
    const before = await count('employment')
    expect(await codeOf(record(1001, {}, elsewhere))).toBe('people.person.absent')
    expect(await count('employment')).toBe(before)
  })
})

test('filters are one’s own; the same name replaces; what does not compile is not kept', async () => {
  const save = (where: string) => people.saveFilter({ body: { name: ' 老人 ', where } }, as(county))
  const kept = await save('age >= 60')
  expect(await save('age >= 70')).toEqual({ ...kept, where: 'age >= 70' })
  expect(await codeOf(save('age >='))).toMatch(/^rules\./)
  expect((await people.listFilters({}, as(village))).filters).toEqual([])
  await people.dropFilter({ params: { id: kept.id } }, as(village))
  expect((await people.listFilters({}, as(county))).filters).toEqual([
    { id: kept.id, name: '老人', where: 'age >= 70' },
  ])
  await people.dropFilter({ params: { id: kept.id } }, as(county))
  expect((await people.listFilters({}, as(county))).filters).toEqual([])
})
