import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SmallCity, smallCity } from '../../../test/small-city.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { checkBeforeSaving } from './check-before-saving.ts'
import { refuseRaised } from './refuse-raised.ts'
import type { FileChange } from './would-be-file.ts'

const plan = getPlans().get('chongqing-2021')!
const ON = '2021-09-17'
const SHANDONG = 370_000_000_000

let city: SmallCity
type Person = { county: number; id: number; area: number }
let people: Person[]

beforeAll(async () => {
  city = await smallCity()
  people = await city.query<Person>(
    `SELECT county, id, area FROM person p WHERE birth_date BETWEEN '1975-01-01' AND '1995-01-01' AND NOT in_school
        AND capacity = 'ordinary' AND county = 500235
        AND NOT EXISTS (SELECT FROM employment e WHERE e.county = p.county AND e.person_id = p.id) ORDER BY id LIMIT 1200`,
  )
})
afterAll(() => city?.drop())

const work = (row: object) => ({
  record: 'employment',
  row: {
    ...{ place: SHANDONG, channel: 'migrant', employer: '某厂', industry: 'C', monthly_wage_fen: 450_000 },
    ...{ point_to_point: false, valid_from: '2021-03-01', valid_to: null, ...row },
  },
})
const ask = (files: FileChange[], scope = { lo: 500_235_000_000, hi: 500_236_000_000 }) =>
  city.door.asPost({ officer: 1, post: 1, scope }, (tx) =>
    checkBeforeSaving(tx, { plan, on: ON, county: 500_235 }, files),
  )
const keys = async (files: FileChange[]) =>
  (await ask(files)).raised.map((raised) => raised.map(({ key }) => key).toSorted())

test('a sound record raises nothing; a doubtful one what it contradicts, gravest first, with clause and mend', async () => {
  const id = people[0]!.id
  expect(await keys([{ id, changes: [work({})] }])).toEqual([[]])
  const { raised } = await ask([{ id, changes: [work({ channel: 'workshop', monthly_wage_fen: 5_000_000 })] }])
  expect(raised[0]!.map(({ key, severity }) => [key, severity])).toEqual([
    ['outside-on-local-channel', 'hold'],
    ['wage-too-high', 'review'],
  ])
  expect(raised[0]![0]).toMatchObject({ clause: '5_01_003, 5_12_002', mend: { zh: expect.stringContaining('务工地') } })
})

test('nothing is written, and what held already is no news', async () => {
  const id = people[1]!.id
  const doubtful = work({ monthly_wage_fen: 5_000_000 })
  expect(await keys([{ id, changes: [doubtful] }])).toEqual([['wage-too-high']])
  expect(await city.query('SELECT FROM employment WHERE person_id = $1', [id])).toEqual([])
  await city.query(
    `INSERT INTO employment (county, area, person_id, place, channel, employer, industry, monthly_wage_fen, point_to_point, valid_from, known_from, source)
     VALUES (500235, $2, $1, $3, 'migrant', '某厂', 'C', 5000000, false, '2021-01-01', now(), 'officer')`,
    [id, people[1]!.area, SHANDONG],
  )
  expect(await keys([{ id, changes: [doubtful] }])).toEqual([[]])
})

test('a changed row is read as it would be: what mends a finding raises none', async () => {
  const id = people[1]!.id
  const [spell] = await city.query<{ id: number }>('SELECT id FROM employment WHERE person_id = $1', [id])
  const change = (row: object) => [
    { id, changes: [{ record: 'employment', id: spell!.id, row: row as Record<string, unknown> }] },
  ]
  expect(await keys(change({ valid_to: '2021-06-01' }))).toEqual([[]])
  expect(await keys(change({ monthly_wage_fen: 450_000, industry: null }))).toEqual([['work-record-incomplete']])
})

test('people whom the ledger does not know yet are asked too, and see each other and the ledger', async () => {
  const index = Buffer.from('a'.repeat(64), 'hex')
  const person = (more: object) => ({
    record: 'person',
    row: {
      area: people[0]!.area,
      birth_date: '1990-01-01',
      death_date: null,
      capacity: 'ordinary',
      in_school: false,
      ...more,
    },
  })
  const paid = {
    record: 'grant_paid',
    row: {
      programme: 'one-off-job-search',
      period: '2021',
      amount_fen: 50_000,
      paid_on: '2021-05-01',
      valid_from: '2021-05-01',
    },
  }
  const shared = { bank_mask: '6217**0001', bank_index: index }
  const alone = { id: null, changes: [person(shared), paid] }
  expect((await keys([alone]))[0]).not.toContain('shared-account')
  const both = await keys([alone, { id: null, changes: [person(shared)] }])
  expect(both[0]).toContain('shared-account')
  await city.query('UPDATE person SET bank_index = $2 WHERE id = $1', [people[2]!.id, index])
  expect((await keys([alone]))[0]).toContain('shared-account')
})

test('a village is not told of those it does not see: what it cannot ask is named', async () => {
  const { area, id } = people[0]!
  const { notAsked } = await ask([{ id, changes: [work({})] }], { lo: area, hi: area + 1 })
  expect(notAsked).toContain('shared-account')
  expect((await ask([{ id, changes: [work({})] }])).notAsked).toEqual([])
})

test('blocking findings refuse; others wait for their confirmation; neither names a person', async () => {
  const rule = (key: string, severity: 'block' | 'hold') => ({
    ...{ key, severity, clause: '5_12_004', name: { zh: '名', en: 'name' }, mend: { zh: '改', en: 'mend' } },
  })
  const codeOf = (...asked: Parameters<typeof refuseRaised>) => {
    try {
      refuseRaised(...asked)
      return 'saved'
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  expect(codeOf([], [])).toBe('saved')
  expect(codeOf([rule('a', 'block')], ['a'])).toBe('needs.finding.blocks')
  expect(codeOf([rule('b', 'hold')], [])).toBe('needs.finding.unconfirmed')
  expect(codeOf([rule('b', 'hold')], ['b'])).toBe('saved')
  expect(() => refuseRaised([rule('a', 'block')], [])).toThrow('5_12_004')
})

test('many files cost as many queries as one', async () => {
  const queries = async (files: FileChange[]) => {
    let count = 0
    const { raised } = await city.door.asJob((tx) =>
      checkBeforeSaving(
        {
          query: (text, values) => {
            count++
            return tx.query(text, values)
          },
        },
        { plan, on: ON, county: 500_235 },
        files,
      ),
    )
    expect(raised).toHaveLength(files.length)
    return count
  }
  const files = people.slice(3).map(({ id }) => ({ id, changes: [work({})] }))
  expect(files.length).toBeGreaterThan(50)
  expect(await queries(files)).toBeLessThanOrEqual((await queries(files.slice(0, 1))) + 3)
})
