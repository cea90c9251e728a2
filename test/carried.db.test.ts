import { afterAll, beforeAll, expect, test } from 'vitest'
import { COUNTY, codeOf, command, type IdentityCity, identityCity, NEXT_COUNTY } from './identity-city.ts'

let city: IdentityCity
let clerk: Awaited<ReturnType<IdentityCity['officer']>>
let second: typeof clerk
let away: typeof clerk
beforeAll(async () => {
  city = await identityCity()
  clerk = await city.officer('county', COUNTY, COUNTY + 1_000_000)
  second = await city.officer('city', 500_000_000_000, 510_000_000_000)
  away = await city.officer('county', NEXT_COUNTY, NEXT_COUNTY + 1_000_000)
})
afterAll(() => city?.drop())

const open = async (name: string, body: object = {}) => {
  const given = { ...command(), name, area: city.village, evidence: 'visit', different: [], ...body }
  return (await city.identity.openFile({ body: given }, city.as(clerk))).person
}
/** Asked by one officer, granted by another. */
async function waive(person: number, predicate: string): Promise<number> {
  const [row] = await city.query<{ id: number }>(
    `INSERT INTO finding_waiver (county, area, person_id, predicate, reason, from_on, ends_on, asked_at, asked_by, asked_officer,
       granted, decided_at, decided_by, decided_officer)
     VALUES (500235, $1, $2, $3, '已核实属实', '2026-11-20', '2027-02-20', '2026-11-20', '甲', 1, true, '2026-11-21', '乙', 2) RETURNING id`,
    [city.village, person, predicate],
  )
  return Number(row!.id)
}
/** A referral with what was heard of it: they hang on each other as well as on the person. */
const placed = (person: number) =>
  city.query(
    `WITH made AS (INSERT INTO referral (county, area, person_id, vacancy_county, vacancy_id, title, employer, origin, valid_from, known_from, source)
       VALUES (500235, $1, $2, 500235, 1, '缝纫工', '某厂', 'offer', '2026-07-01', '2026-07-01', 'officer') RETURNING id)
     INSERT INTO retention_answer (county, area, person_id, referral_id, month, outcome, valid_from, known_from, source)
     SELECT 500235, $1, $2, id, 3, 'there', '2026-11-10', '2026-11-10', 'officer' FROM made`,
    [city.village, person],
  )
const answered = (person: number) =>
  city.query(
    `INSERT INTO round_answer (county, area, person_id, round, outcome, valid_from, valid_to, known_from, source, verified_on, verified_method)
     VALUES (500235, $1, $2, 'monthly-work', 'same', '2026-11-10', '2026-12-01', '2026-11-10', 'officer', '2026-11-10', 'phone')`,
    [city.village, person],
  )
async function sampled(person: number): Promise<void> {
  await city.query(`ALTER TABLE sample_person DROP CONSTRAINT IF EXISTS sample_person_sample_id_fkey`)
  await city.query(
    `INSERT INTO sample_person (county, area, sample_id, person_id, place, known_from) VALUES (500235, $1, 1, $2, 1, '2026-11-01')`,
    [city.village, person],
  )
}
const waivers = (id: number) =>
  city.query<{ person: number; county: number; area: number }>(
    'SELECT person_id AS person, county, area FROM finding_waiver WHERE id = $1',
    [id],
  )
const rowsOf = (table: string, person: number) =>
  city.query<{ county: number; area: number }>(`SELECT county, area FROM ${table} WHERE person_id = $1`, [person])

test('a file that moves county takes waivers and round answers along; the sample stays as it was drawn; where they stood is kept', async () => {
  const id = await open('携豁免某', { birthDate: '1971-03-04' })
  const waiver = await waive(id, 'wage-too-low')
  await answered(id)
  await placed(id)
  await sampled(id)
  const { request } = await city.identity.askMove(
    { params: { id }, body: { ...command(), to: city.away, on: '2026-11-01', reason: '婚嫁迁入对方户籍' } },
    city.as(clerk),
  )
  await city.identity.approveRequest({ params: { id: request }, body: command() }, city.as(away))
  const there = { county: 500236, area: city.away }
  expect(await waivers(waiver)).toEqual([{ person: id, ...there }])
  for (const table of ['round_answer', 'referral', 'retention_answer'])
    expect(await rowsOf(table, id), table).toEqual([there])
  expect(await rowsOf('sample_person', id)).toEqual([{ county: 500235, area: city.village }])
  const [kept] = await city.query(
    'SELECT county, area, person_id AS was, to_area AS "to", why FROM finding_waiver_move WHERE waiver_id = $1',
    [waiver],
  )
  expect(kept).toEqual({ county: 500235, area: city.village, was: id, to: city.away, why: 'moved' })
})

test('a merge takes them too, one that would stand twice stays; an unmerge brings back what came', async () => {
  const one = await open('并豁免某', { birthDate: '1972-03-04' })
  const different = [{ person: one, reason: '先建档，待核对原件' }]
  const other = await open('并豁免某', { birthDate: '1972-03-04', different })
  const stays = await waive(other, 'wage-too-low')
  const own = await waive(one, 'wage-too-low')
  const alone = await waive(other, 'wage-too-high')
  await answered(other)
  const ask = { ...command(), other, take: [], leaveOut: [], reason: '原件核对为同一人' }
  const { request } = await city.identity.askMerge({ params: { id: one }, body: ask }, city.as(clerk))
  expect(await codeOf(approve(request, clerk))).toBe('people.request.notYours')
  await approve(request, second)
  const personOf = async (id: number) => (await waivers(id))[0]!.person
  expect([await personOf(stays), await personOf(own), await personOf(alone)]).toEqual([other, one, one])
  expect(await rowsOf('round_answer', one)).toHaveLength(1)
  const { merged } = await city.identity.getStanding({ params: { id: one } }, city.as(clerk))
  const again = await city.identity.askUnmerge(
    { params: { id: one }, body: { ...command(), merged: merged[0]!.merged, reason: '复核后确为两人' } },
    city.as(clerk),
  )
  await approve(again.request, second)
  expect([await personOf(stays), await personOf(own), await personOf(alone)]).toEqual([other, one, other])
  expect(await rowsOf('round_answer', one)).toEqual([])
  expect(await rowsOf('round_answer', other)).toHaveLength(1)
})
const approve = (request: number, acting: typeof clerk) =>
  city.identity.approveRequest({ params: { id: request }, body: command() }, city.as(acting))

test('who shares a phone with a file that comes or goes is determined with it, within the county', async () => {
  const asked: number[] = []
  const { redetermine } = city.given
  city.given.redetermine = (tx, key, now) => {
    asked.push(key.id)
    return redetermine(tx, key, now)
  }
  try {
    const phone = '13900001234'
    const first = await open('共号甲', { birthDate: '1961-01-02', phone })
    const other = await open('共号乙', { birthDate: '1983-11-12', phone })
    expect(asked).toEqual([first, other, first])
    asked.length = 0
    const { request } = await city.identity.askMove(
      { params: { id: other }, body: { ...command(), to: city.away, on: '2026-11-01', reason: '婚嫁迁入对方户籍' } },
      city.as(clerk),
    )
    await city.identity.approveRequest({ params: { id: request }, body: command() }, city.as(away))
    expect(asked).toEqual([other, first])
  } finally {
    city.given.redetermine = redetermine
  }
})
