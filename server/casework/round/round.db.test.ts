import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roundParts } from '#domain/plan/round.ts'
import { fewCounties, type SmallCity } from '../../../test/small-city.ts'
import { fieldCrypto } from '../../access/field-crypto.ts'
import type { HeldPost } from '../../access/session.ts'
import type { Ctx } from '../../context.ts'
import { determineAll } from '../../needs/determine.ts'
import { redetermine } from '../../needs/redetermine.ts'
import { savingAgainst } from '../../needs/saving/saving-against.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import { moveRows } from '../../people/merge/rows-of-person.sql.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { roundHandlers } from './rounds.handlers.ts'

const plan = getPlans().get('chongqing-2021')!
const ON = '2021-09-17'
const CITY = 500_000_000_000
const COUNTY = 500_235_000_000
const TOWN = 500_235_131_000
const VILLAGE = 500_235_131_201
type Officer = Awaited<ReturnType<SmallCity['officer']>>

let city: SmallCity
let given: PeopleGiven
let round: ReturnType<typeof roundHandlers>
let whole: Officer
let county: Officer
let village: Officer
let colleague: Officer
let elsewhere: Officer
let clock = Date.parse('2026-11-23T12:00:00Z')

beforeAll(async () => {
  city = await fewCounties()
  given = {
    plan: () => plan,
    defaults: async () => ({ on: ON }),
    crypto: fieldCrypto(city.database.keys),
    redetermine: (tx, person, now) => redetermine(tx, plan, person, ON, now),
    saving: savingAgainst(plan, () => ON),
  }
  round = roundHandlers(given)
  await determineAll({ door: city.door, plan, on: ON, now: new Date(clock) })
  whole = await city.officer('city', CITY, CITY + 1e10)
  county = await city.officer('county', COUNTY, COUNTY + 1_000_000)
  village = await city.officer('village', VILLAGE, VILLAGE + 1)
  colleague = await secondPost()
  elsewhere = await city.officer('county', 500_236_000_000, 500_237_000_000)
})
afterAll(() => city?.drop())

/** Another officer over the same county; titles are unique in the test's city. */
async function secondPost(): Promise<Officer> {
  const [held] = await city.query<{ officer: number; post: number }>(
    `WITH who AS (INSERT INTO officer (sign_in, name, password_hash, created_at) VALUES ('second', '测试员', 'x', '2020-01-01') RETURNING id)
     INSERT INTO post (officer_id, role, title, lo, hi, started_on)
     SELECT id, 'county', 'second', $1::bigint, $1::bigint + 1000000, '2020-01-01' FROM who RETURNING officer_id AS officer, id AS post`,
    [COUNTY],
  )
  return { ...held!, scope: county.scope, title: 'second' }
}

/** Every request comes a second after the one before. */
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
/** 广东省; a complete record of work. */
const ELSEWHERE = {
  ...{ place: 440_000_000_000, channel: 'migrant', monthlyWageFen: 520_000 },
  ...{ industry: 'C', pointToPoint: false },
}
type Line = Awaited<ReturnType<typeof round.listRound>>['lines'][number]
type Query = Parameters<typeof round.listRound>[0]['query']

async function lines(query: Query, acting: Officer): Promise<Line[]> {
  const all: Line[] = []
  let after: string | undefined
  do {
    const page = await round.listRound({ query: { ...query, limit: 200, ...(after && { after }) } }, as(acting))
    all.push(...page.lines)
    after = page.next ?? undefined
  } while (after)
  return all
}
const lineOf = async (id: number) => (await lines({ area: COUNTY }, county)).find((line) => line.id === id)!
const seenOf = ({ standing, answer }: Line) => ({
  standing: standing.map(({ employment, knownFrom }) => ({ employment, knownFrom })),
  answer: answer?.id ?? null,
})
type Body = Parameters<typeof round.answerRound>[0]['body']
const answer = (line: Line, more: Pick<Body, 'outcome'> & Partial<Body>, acting = county) =>
  round.answerRound(
    { params: { id: line.id }, body: { clientId: randomUUID(), method: 'phone', on: ON, seen: seenOf(line), ...more } },
    as(acting),
  )
const withdraw = (person: number, id: number, acting = county) =>
  round.withdrawRoundAnswer({ params: { id: person, answer: id }, body: { clientId: randomUUID() } }, as(acting))
const coverage = async (acting: Officer, query: object = {}) => round.getRoundCoverage({ query }, as(acting))
const open = async (inWork: boolean) =>
  (await lines({ area: COUNTY, part: 'open' }, county)).filter((line) => line.standing.length > 0 === inWork)
/** At one piece of work, on nobody's roster and in no public post: other work contradicts nothing of theirs. */
const migrants = async () => {
  const lines = (await open(true)).filter(({ standing }) => standing.length === 1 && standing[0]!.channel === 'migrant')
  const bound = await city.query<{ id: number }>(
    'SELECT person_id AS id FROM roster UNION SELECT person_id FROM public_post',
  )
  return lines.filter(({ id }) => !bound.some((one) => one.id === id))
}
const employmentOf = (person: number) =>
  city.query<Record<string, unknown>>(
    'SELECT id, place, employer, monthly_wage_fen, valid_from, valid_to, verified_on, verified_method, verified_until FROM employment WHERE person_id = $1 ORDER BY id',
    [person],
  )

describe('how far the round is', () => {
  test('every number is the length of its list, by county, town and village', async () => {
    for (const [acting, area] of [
      [whole, CITY],
      [county, COUNTY],
      [county, TOWN],
      [village, VILLAGE],
    ] as const) {
      const { total, areas } = await coverage(acting, { area })
      expect(total.belongs).toBeGreaterThan(0)
      expect(total.belongs).toBe(roundParts.reduce((sum, part) => sum + total[part], 0))
      for (const part of [...roundParts, 'changed'] as const)
        expect(await lines({ area, part }, acting), `${area} ${part}`).toHaveLength(total[part])
      const some = areas.find(({ belongs }) => belongs > 0)!
      expect(await lines({ area: some.area }, acting)).toHaveLength(some.belongs)
    }
  })

  test('is the same by the rules themselves as by what is determined', async () => {
    const determined = await coverage(whole)
    const byRule = await coverage(whole, { knownAt: new Date(clock).toISOString() })
    expect(byRule.areas).toEqual(determined.areas)
  })

  test('knows nothing of what the post may not see', async () => {
    expect(await codeOf(coverage(county, { area: 500_236_000_000 }))).toBe('casework.area.outside')
    expect(await lines({ area: VILLAGE }, elsewhere)).toEqual([])
    expect((await coverage(elsewhere)).total.belongs).not.toBe((await coverage(county)).total.belongs)
  })
})

describe('an answer', () => {
  test('“as last month” confirms every spell that stands, and moves the person to verified', async () => {
    const [line] = await open(true)
    const before = await coverage(county)
    const done = await answer(line!, { outcome: 'same' })
    expect(done.line).toMatchObject({ part: 'verified', answer: { outcome: 'same', own: true } })
    expect(done.lost).toContain('work-unverified')
    const confirmed = line!.standing.map(({ employment }) => employment)
    for (const spell of (await employmentOf(line!.id)).filter(({ id }) => confirmed.includes(id as number)))
      expect(spell).toMatchObject({ verified_on: ON, verified_method: 'phone', verified_until: '2021-12-17' })
    const after = await coverage(county)
    expect([after.total.verified, after.total.open]).toEqual([before.total.verified + 1, before.total.open - 1])
    expect(after.total.belongs).toBe(before.total.belongs)
  })

  test('that work ended, with day and reason, is looked at; and of one without work that nothing changed', async () => {
    const [line] = await open(true)
    const { employment } = line!.standing[0]!
    const ended = { outcome: 'ended', employment, happenedOn: '2021-09-10', reason: 'contract_over' } as const
    await answer(line!, ended)
    const spell = (await employmentOf(line!.id)).find(({ id }) => id === employment)
    expect(spell).toMatchObject({ valid_to: '2021-09-11' })
    const [idle] = await open(false)
    expect((await answer(idle!, { outcome: 'same' })).line.part).toBe('verified')
  })

  test('of other work ends the old and begins a verified new one; of another wage corrects the spell', async () => {
    const [first, second] = await migrants()
    const old = first!.standing[0]!
    const work = { ...ELSEWHERE, employer: '新单位' }
    const { line } = await answer(first!, {
      outcome: 'changed',
      employment: old.employment,
      happenedOn: '2021-09-05',
      work,
    })
    expect(line.standing.find((one) => one.employer === '新单位')).toMatchObject({
      from: '2021-09-05',
      verified: { on: ON },
    })
    expect((await employmentOf(first!.id)).find(({ id }) => id === old.employment)).toMatchObject({
      valid_to: '2021-09-05',
    })

    const { employment, place, channel, employer } = second!.standing[0]!
    const same = { place, channel: channel!, ...(employer && { employer }), monthlyWageFen: 610_000 }
    await answer(second!, { outcome: 'changed', employment, work: same })
    expect((await employmentOf(second!.id)).find(({ id }) => id === employment)).toMatchObject({
      monthly_wage_fen: 610_000,
      verified_on: ON,
    })
  })

  test('of one who could not be reached counts as tried; of a move or a death as reported, and changes no work', async () => {
    const [first, second] = await open(true)
    const before = await employmentOf(first!.id)
    expect((await answer(first!, { outcome: 'unreached' })).line.part).toBe('tried')
    expect(await employmentOf(first!.id)).toEqual(before)
    expect((await answer(await lineOf(first!.id), { outcome: 'same' })).line.part).toBe('verified')
    expect(await codeOf(answer(second!, { outcome: 'died' }))).toBe('casework.round.incomplete')
    expect((await answer(second!, { outcome: 'died', happenedOn: '2021-09-01' })).line.part).toBe('reported')
  })

  test('is taken back: work stands as before, the list too, and the ledger remembers both', async () => {
    const [line] = await migrants()
    const before = await employmentOf(line!.id)
    const work = { ...ELSEWHERE, employer: '短暂的单位' }
    const { employment } = line!.standing[0]!
    const done = await answer(line!, { outcome: 'changed', employment, happenedOn: '2021-09-05', work })
    expect(await codeOf(withdraw(line!.id, done.answer!, colleague))).toBe('casework.round.others')
    const { line: back } = await withdraw(line!.id, done.answer!)
    expect(back).toMatchObject({ part: 'open', answer: null })
    expect(await employmentOf(line!.id)).toEqual(before)
    const said = await city.query<{ employer: string }>(
      `SELECT employer FROM employment_history WHERE person_id = $1 AND superseded_by = 'withdrawn' ORDER BY id`,
      [line!.id],
    )
    expect(said.map(({ employer }) => employer)).toContain('短暂的单位')
    expect(await codeOf(withdraw(line!.id, done.answer!))).toBe('casework.round.absent')
  })

  test('that somebody else gave first leaves the line where it is held, for whoever may see it and once only', async () => {
    const [line, next] = await open(true)
    await answer(line!, { outcome: 'same' }, colleague)
    const held = { area: COUNTY, part: 'open', held: `${next!.id},${line!.id}` } as const
    const ids = (await lines(held, county)).map(({ id }) => id)
    expect(ids).toContain(line!.id)
    expect(ids.filter((id) => id === next!.id)).toHaveLength(1)
    expect((await lines({ area: COUNTY, part: 'open' }, county)).map(({ id }) => id)).not.toContain(line!.id)
    expect((await lines(held, elsewhere)).map(({ id }) => id)).not.toContain(line!.id)
  })

  test('on which later work was built is not simply taken back', async () => {
    const [line] = await open(true)
    const first = await answer(line!, { outcome: 'same' })
    await answer(first.line, { outcome: 'same' }, colleague)
    expect(await codeOf(withdraw(line!.id, first.answer!))).toBe('casework.round.builtUpon')
  })

  test('is not taken back once the file was carried elsewhere: the work it changed could no longer be told from the rest', async () => {
    const [line] = await open(true)
    const { employment } = line!.standing[0]!
    const done = await answer(line!, {
      outcome: 'ended',
      employment,
      happenedOn: '2021-09-05',
      reason: 'contract_over',
    })
    clock += 1000
    const [{ area }] = (await city.query<{ area: number }>('SELECT area FROM person WHERE id = $1', [line!.id])) as [
      { area: number },
    ]
    await city.door.asPost(county, (tx) =>
      moveRows(
        tx,
        { county: 500235, from: line!.id, to: line!.id, area },
        { at: new Date(clock).toISOString(), why: 'moved' },
      ),
    )
    expect(await codeOf(withdraw(line!.id, done.answer!))).toBe('casework.round.builtUpon')
  })

  test('to what no longer stands is refused; the same command twice is done once', async () => {
    const [line] = await open(true)
    await answer(line!, { outcome: 'same' }, colleague)
    expect(await codeOf(answer(line!, { outcome: 'same' }))).toBe('casework.round.stale')
    const [other] = await open(true)
    const clientId = randomUUID()
    const twice = [
      await answer(other!, { outcome: 'same', clientId }),
      await answer(other!, { outcome: 'same', clientId }),
    ]
    expect(twice[1]).toEqual(twice[0])
    const stored = await city.query('SELECT FROM round_answer WHERE person_id = $1', [other!.id])
    expect(stored).toHaveLength(1)
  })

  test('that raises a finding is refused until it is confirmed; asking nobody lets it through', async () => {
    const [line] = await migrants()
    const { employment } = line!.standing[0]!
    const work = { ...ELSEWHERE, employer: '高薪的单位', monthlyWageFen: 5_000_000 }
    const said = { outcome: 'changed', happenedOn: '2021-09-05', work } as const
    const before = await employmentOf(line!.id)
    const refused = await answer(line!, { ...said, employment }).catch((error) => error)
    expect([refused.code, refused.where]).toEqual(['needs.finding.unconfirmed', { findings: 'wage-too-high' }])
    expect(await employmentOf(line!.id)).toEqual(before)
    // Negative control: without the asking the same answer is taken.
    const { saving: _, ...silent } = given
    const body = { clientId: randomUUID(), method: 'phone', on: ON, seen: seenOf(line!), ...said, employment } as const
    const unasked = await roundHandlers(silent).answerRound({ params: { id: line!.id }, body }, as(county))
    const { line: back } = await withdraw(line!.id, unasked.answer!)
    const confirmed = ['wage-too-high']
    const { line: now } = await answer(back, { ...said, employment, confirmed })
    expect(now.standing.map((spell) => spell.employer)).toContain('高薪的单位')
    const [kept] = await city.query('SELECT industry, point_to_point FROM employment WHERE employer = $1', [
      '高薪的单位',
    ])
    expect(kept).toEqual({ industry: 'C', point_to_point: false })
  })

  test('outside the post is of nobody; of tomorrow, or with an unknown reason, is refused', async () => {
    const [line] = await open(true)
    expect(await codeOf(answer(line!, { outcome: 'same' }, elsewhere))).toBe('people.person.absent')
    expect(await codeOf(answer(line!, { outcome: 'same', on: '2031-01-01' }))).toBe('casework.round.wrongDay')
    const wrong = {
      outcome: 'ended',
      employment: line!.standing[0]!.employment,
      happenedOn: ON,
      reason: 'fun',
    } as const
    expect(await codeOf(answer(line!, wrong))).toBe('people.employment.wrongCode')
  })

  test('leaves its line in the log', async () => {
    const [line] = await open(true)
    await answer(line!, { outcome: 'unreached' })
    const [last] = await city.query<{ detail: string; object_id: number; rows: number }>(
      `SELECT detail, object_id, rows FROM audit_line WHERE action = 'people.record' ORDER BY id DESC LIMIT 1`,
    )
    expect(last).toEqual({ detail: 'round monthly-work unreached', object_id: line!.id, rows: 1 })
  })
})

test('a village’s list and the city’s coverage come at once', async () => {
  const timed = async (run: () => Promise<unknown>) => {
    await run()
    const times = []
    for (let at = 0; at < 7; at++) {
      const started = performance.now()
      await run()
      times.push(performance.now() - started)
    }
    return times.toSorted((a, b) => a - b)[3]!
  }
  const list = await timed(() => round.listRound({ query: { area: VILLAGE, limit: 200 } }, as(village)))
  const all = await timed(() => coverage(whole))
  console.log(`village list ${list.toFixed(1)} ms, coverage of the city ${all.toFixed(1)} ms`)
  // A loaded machine is slower than the 50 ms and 300 ms that are meant: what must not happen is another order of size.
  expect(list).toBeLessThan(500)
  expect(all).toBeLessThan(3000)
})
