import { afterAll, beforeAll, expect, test } from 'vitest'
import { COUNTY, command, type IdentityCity, identityCity, NEXT_COUNTY } from '../../../../test/identity-city.ts'
import { determineNow } from '../../../needs/first-determination.ts'
import { searchDuplicates } from './search-duplicates.ts'

let city: IdentityCity
type Acting = Awaited<ReturnType<IdentityCity['officer']>>
let county: Acting
let village: Acting
let others: Acting[]
beforeAll(async () => {
  city = await identityCity()
  county = await city.officer('county', COUNTY, COUNTY + 1_000_000)
  village = await city.officer('village', city.village, city.village + 1)
  const town = Math.floor(city.village / 1000) * 1000
  others = [
    await city.officer('town', town, town + 1000),
    await city.officer('county', NEXT_COUNTY, NEXT_COUNTY + 1_000_000),
    await city.officer('city', 500_000_000_000, 510_000_000_000),
  ]
})
afterAll(() => city?.drop())

const open = async (body: object) => {
  const different: { person: number; reason: string }[] = []
  const whole = { name: '演示甲某', area: city.village, evidence: 'visit', ...body }
  const { candidates } = await city.identity.findCandidates({ body: whole }, city.as(county))
  for (const { person } of candidates) different.push({ person: person.id, reason: '面对面核对过，是两个人' })
  const opened = await city.identity.openFile({ body: { ...command(), ...whole, different } }, city.as(county))
  await city.query('DELETE FROM different_people WHERE $1 IN (person_id, other_id)', [opened.person])
  return opened.person
}
/** Every pair that a post is shown, page by page, in the order shown; a pair twice stands twice. */
const listed = async (acting: Acting, area?: number): Promise<string[]> => {
  const pairs: string[] = []
  let after: string | undefined
  do {
    const query = { limit: 3, ...(after && { after }), ...(area && { area }) }
    const page = await city.identity.listDuplicates({ query }, city.as(acting))
    for (const { one, other, likeness } of page.pairs)
      pairs.push(`${[one.id, other.id].toSorted((a, b) => a - b)} ${likeness.score}`)
    after = page.next ?? undefined
  } while (after)
  return pairs
}
const questions = (): [Acting, number?][] => [
  ...[county, village, ...others].map((acting): [Acting] => [acting]),
  ...[county, others[2]!].map((acting): [Acting, number] => [acting, city.village]),
]
const everywhere = () => Promise.all(questions().map(async (question) => (await listed(...question)).toSorted()))
const search = () => searchDuplicates(city.city.door, city.as(county).now)
/** Asked key by key of every file, as if nothing had been searched. */
const unsearched = async () => {
  const kept = await city.query<{ county: number; known_at: string }>('DELETE FROM duplicate_search RETURNING *')
  const answer = await everywhere()
  for (const { county: of, known_at } of kept)
    await city.query('INSERT INTO duplicate_search (county, known_at) VALUES ($1, $2)', [of, known_at])
  return answer
}
const said = (person: number, change: string, when: string | null = city.as(county).now.toISOString()) =>
  city.query(`UPDATE person SET ${change}${when ? `, known_from = '${when}'` : ''} WHERE id = $1`, [person])

test('what a search found is what every post would find without it, in the same order, each pair once', async () => {
  for (let at = 1; at <= 4; at++) {
    await open({ name: '覃双影', birthDate: `1970-01-0${at}` })
    await open({ name: '覃双影', birthDate: `1970-01-0${at}`, ...(at > 2 && { area: city.otherVillage }) })
  }
  const before = await listed(county)
  const [all] = await unsearched()
  expect(all!.length).toBeGreaterThanOrEqual(4)
  expect(new Set(all).size).toBe(all!.length)
  expect(await search()).toBeGreaterThanOrEqual(4)
  expect(await everywhere()).toEqual(await unsearched())
  expect(await listed(county)).toEqual(before)
})

test('files opened, changed, moved out of the village and gone since the search are listed as without one', async () => {
  const [first, second, third, fourth] = [
    await open({ name: '向前后', birthDate: '1961-02-03' }),
    await open({ name: '向先后', birthDate: '1961-03-04' }),
    await open({ name: '田去留', birthDate: '1962-02-03' }),
    await open({ name: '田去留', birthDate: '1962-02-03' }),
  ]
  await search()
  const pairOf = async (one: number, other: number) =>
    (await listed(county)).filter((pair) => pair.startsWith(`${[one, other].toSorted((a, b) => a - b)} `)).length
  expect(await pairOf(third, fourth)).toBe(1)
  await said(first, `name = '向先后', birth_date = '1961-03-04'`)
  await said(second, `area = ${city.otherVillage}`)
  await said(fourth, `name = '田不同', pinyin = 'tian bu tong'`)
  const late = await open({ name: '覃双影', birthDate: '1970-01-01', area: city.otherVillage })
  expect(await everywhere()).toEqual(await unsearched())
  expect([await pairOf(first, second), await pairOf(third, fourth)]).toEqual([1, 0])
  expect((await listed(county)).some((pair) => pair.split(/[ ,]/).includes(String(late)))).toBe(true)
  await city.query('DELETE FROM determination WHERE person_id = $1', [late])
  await city.query('DELETE FROM person WHERE id = $1', [late])
  expect(await everywhere()).toEqual(await unsearched())
})

test('negative control: a version that does not say when it was known is missed, and the comparison shows it', async () => {
  const [one, other] = [
    await open({ name: '石无时', birthDate: '1963-02-03' }),
    await open({ name: '石有时', birthDate: '1963-05-06' }),
  ]
  await search()
  await said(one, `name = '石有时', birth_date = '1963-05-06'`, null)
  await said(other, `version = version + 1`, null)
  expect(await everywhere()).not.toEqual(await unsearched())
  await search()
  expect(await everywhere()).toEqual(await unsearched())
})

test('a pair is shown to nobody who sees only one of its files, though a row of it lies in the village', async () => {
  const near = await open({ name: '龚界上', birthDate: '1964-02-03' })
  const far = await open({ name: '龚界上', birthDate: '1964-02-03', area: city.otherVillage })
  await search()
  expect(
    await city.query('SELECT FROM possible_duplicate WHERE person_id = $1 AND other_id = $2', [near, far]),
  ).toHaveLength(1)
  const isTold = async (acting: Acting) => (await listed(acting)).some((pair) => pair.includes(String(near)))
  expect([await isTold(county), await isTold(village)]).toEqual([true, false])
})

test('a full determination ends with a search of every county', async () => {
  await city.query('DELETE FROM duplicate_search')
  const now = city.as(county).now
  await determineNow({ database: city.city.database, now })
  const searched = await city.query<{ county: number; known_at: string }>('SELECT * FROM duplicate_search')
  const counties = await city.query<{ county: number }>('SELECT DISTINCT county FROM person ORDER BY county')
  expect(searched.map((one) => one.county).toSorted()).toEqual(counties.map((one) => one.county))
  expect(new Set(searched.map(({ known_at }) => Date.parse(known_at)))).toEqual(new Set([now.getTime()]))
  expect(await everywhere()).toEqual(await unsearched())
})
