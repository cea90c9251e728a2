import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  COUNTY,
  codeOf,
  command,
  type IdentityCity,
  identityCity,
  NEXT_COUNTY,
  numberOf,
} from '../../../test/identity-city.ts'

let city: IdentityCity
let county: Awaited<ReturnType<IdentityCity['officer']>>
let next: typeof county
beforeAll(async () => {
  city = await identityCity()
  county = await city.officer('county', COUNTY, COUNTY + 1_000_000)
  next = await city.officer('county', NEXT_COUNTY, NEXT_COUNTY + 1_000_000)
})
afterAll(() => city?.drop())

const open = (body: object, acting = county) =>
  city.identity.openFile(
    { body: { ...command(), name: '演示甲某', area: city.village, evidence: 'visit', different: [], ...body } },
    city.as(acting),
  )

test('a file is opened sealed, registered and determined, and found by its number', async () => {
  const number = numberOf(1)
  const { person } = await open({ identity: number, phone: '13800001111' })
  const [row] = await city.query<Record<string, unknown>>('SELECT * FROM person WHERE id = $1', [person])
  expect(row).toMatchObject({ name: '演示甲某', pinyin: 'yan shi jia mou', birth_date: '1988-03-12', version: 1 })
  expect(city.given.crypto.open('person.id', 500235, person, row!.id_cipher as Buffer)).toBe(number)
  expect(String(row!.id_mask)).toMatch(/^500\*+..$/)
  const found = await city.people.searchPeople({ body: { text: number } }, city.as(county))
  expect(found.people.map(({ id }) => id)).toEqual([person])
  const registered = await city.query('SELECT FROM person_identity WHERE person_id = $1', [person])
  expect(registered).toHaveLength(1)
})

test('possible duplicates stop a file until each is named as somebody else; the pair is then remembered', async () => {
  const first = await open({ name: '覃双影', identity: numberOf(11, '19700101') })
  const again = { name: '覃双影', birthDate: '1970-01-01' }
  const { candidates } = await city.identity.findCandidates({ body: again }, city.as(county))
  expect(candidates.map(({ person }) => person.id)).toContain(first.person)
  expect(candidates[0]!.likeness.reasons.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['same_name', 'same_birth']),
  )
  expect(await codeOf(open(again))).toBe('people.file.possibleDuplicates')
  const different = candidates.map(({ person }) => ({ person: person.id, reason: '面对面核对过，是两个人' }))
  const second = await open({ ...again, different })
  const [pair] = await city.query<Record<string, unknown>>('SELECT * FROM different_people WHERE other_id = $1', [
    second.person,
  ])
  expect(pair).toMatchObject({ reason: '面对面核对过，是两个人' })
})

test('a slip of one place or of two neighbours swapped finds the file it was meant for', async () => {
  const number = numberOf(123, '19650704')
  const { person } = await open({ name: '向一笔', identity: number })
  for (const slip of [numberOf(133, '19650704'), numberOf(213, '19650704')]) {
    const { candidates } = await city.identity.findCandidates(
      { body: { name: '向一笔', identity: slip } },
      city.as(county),
    )
    expect(candidates.find((each) => each.person.id === person)?.likeness.probable).toBe(true)
  }
})

test('the number of 15 places is its form of 18', async () => {
  const number = numberOf(77, '19550505')
  const { person } = await open({ name: '老号某', identity: number })
  const old = number.slice(0, 6) + number.slice(8, 17)
  const { candidates, identity } = await city.identity.findCandidates(
    { body: { name: '别的名', identity: old } },
    city.as(county),
  )
  expect(identity?.upgraded).toBe(true)
  expect(candidates.map((each) => [each.person.id, each.likeness.score])).toEqual([[person, 100]])
})

test('blank and wrong numbers match nobody and open nothing', async () => {
  const nobody = await city.identity.findCandidates({ body: { name: '查无此人某', identity: '  ' } }, city.as(county))
  expect(nobody).toEqual({ identity: null, candidates: [] })
  expect(await codeOf(open({ identity: '500199198803120000' }))).toBe('people.identity.spreadsheet')
  expect(await codeOf(open({ identity: '1' }))).toBe('people.identity.length')
})

test('a number that lies elsewhere is told as a transfer, and of where nothing', async () => {
  const number = numberOf(201, '19910101')
  await open({ name: '外县某', identity: number, area: city.away }, next)
  const refused = await open({ name: '外县某', identity: number }).catch((error) => error)
  expect(refused.code).toBe('people.identity.elsewhere')
  expect(JSON.stringify([refused.words, refused.where])).not.toMatch(/500236|奉节/)
  const { candidates } = await city.identity.findCandidates(
    { body: { name: '外县某', identity: number } },
    city.as(county),
  )
  expect(candidates).toEqual([])
  expect(await city.query("SELECT FROM person WHERE name = '外县某' AND county = 500235")).toEqual([])
})

test('the same command twice opens one file; one outside the post opens none', async () => {
  const id = command()
  const body = { name: '一次某', birthDate: '1960-02-03', area: city.village, evidence: 'visit', different: [], ...id }
  const first = await city.identity.openFile({ body }, city.as(county))
  expect(await city.identity.openFile({ body }, city.as(county))).toEqual(first)
  expect(await codeOf(open({ area: city.away }))).toBe('people.file.wrongPlace')
  expect(await codeOf(open({ area: COUNTY }))).toBe('people.file.wrongPlace')
})

test('pairs that may be one person are listed page by page, and not again once they are two people', async () => {
  for (let at = 0; at < 7; at++) {
    const { person } = await open({ name: `前名${at}`, birthDate: `1961-0${at + 1}-09` })
    await open({ name: `后名${at}`, birthDate: `1961-0${at + 1}-09` })
    await city.query('UPDATE person SET name = $2 WHERE id = $1', [person, `后名${at}`])
  }
  const all: string[] = []
  let after: string | undefined
  do {
    const page = await city.identity.listDuplicates({ query: { limit: 5, ...(after && { after }) } }, city.as(county))
    all.push(...page.pairs.map(({ one, other }) => `${one.id} ${other.id}`))
    after = page.next ?? undefined
  } while (after)
  expect(all.length).toBeGreaterThan(6)
  expect(new Set(all).size).toBe(all.length)
  const whole = await city.identity.listDuplicates({ query: { limit: 200 } }, city.as(county))
  expect(whole.pairs.map(({ one, other }) => `${one.id} ${other.id}`)).toEqual(all)
  const { one, other } = whole.pairs[0]!
  const body = { ...command(), one: other.id, other: one.id, reason: '双胞胎，证件核对过' }
  await city.identity.keepApart({ body }, city.as(county))
  const left = await city.identity.listDuplicates({ query: { limit: 200 } }, city.as(county))
  expect(left.pairs).toHaveLength(all.length - 1)
  expect(
    (await city.identity.listDuplicates({ query: {} }, city.as(next))).pairs.map((pair) => pair.one.id),
  ).not.toContain(one.id)
})
