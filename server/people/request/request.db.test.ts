import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  COUNTY,
  codeOf,
  command,
  type IdentityCity,
  identityCity,
  NEXT_COUNTY,
  numberOf,
  ON,
} from '../../../test/identity-city.ts'

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
const rowOf = async (id: number) =>
  (await city.query<Record<string, unknown>>('SELECT * FROM person WHERE id = $1', [id]))[0]

describe('a changed number', () => {
  const ask = (id: number, number: string, body: object = {}) =>
    city.identity.askNumber(
      { params: { id }, body: { ...command(), number, reason: '原件与档案不符', ...body } },
      city.as(clerk),
    )
  const approve = (request: number, number: string) =>
    city.identity.approveRequest({ params: { id: request }, body: { ...command(), number } }, city.as(second))

  test('counts once the second officer has typed it alike; birthday and sex follow; the old one is free', async () => {
    const id = await open('改号某', { identity: numberOf(301, '19770707') })
    const { request } = await ask(id, numberOf(311, '19770708'))
    expect(await codeOf(approve(request, numberOf(321, '19770708')))).toBe('people.number.notAlike')
    await approve(request, numberOf(311, '19770708'))
    expect(await rowOf(id)).toMatchObject({ birth_date: '1977-07-08', sex: 'male', version: 2 })
    const [before] = await city.query<Record<string, unknown>>(
      'SELECT superseded_by, birth_date FROM person_history WHERE id = $1',
      [id],
    )
    expect(before).toEqual({ superseded_by: 'number_changed', birth_date: '1977-07-07' })
    await open('别人某', {
      identity: numberOf(301, '19770707'),
      different: [{ person: id, reason: '是两个人，号码曾录错' }],
    })
  })

  test('with the name it is flagged; the request keeps no number in clear', async () => {
    const id = await open('双改某', { identity: numberOf(401, '19660606') })
    const { request } = await ask(id, numberOf(411, '19660606'), { name: '双该某' })
    const { requests } = await city.identity.listRequests({ query: {} }, city.as(second))
    const seen = requests.find((each) => each.id === request)!
    expect(seen.flags.map(({ zh }) => zh).join()).toContain('双改')
    expect(seen.hindered).toBe(null)
    const [row] = await city.query('SELECT to_jsonb(r)::text AS text FROM change_request r WHERE id = $1', [request])
    expect(JSON.stringify([row, seen])).not.toContain(numberOf(411, '19660606'))
    await approve(request, numberOf(411, '19660606'))
    expect(await rowOf(id)).toMatchObject({ name: '双该某' })
    // Another change within the year is flagged though the name stays.
    const again = await ask(id, numberOf(421, '19660606'))
    const later = await city.identity.listRequests({ query: { person: id } }, city.as(clerk))
    expect(later.requests.find((each) => each.id === again.request)).toMatchObject({ mine: true })
    expect(later.requests.find((each) => each.id === again.request)!.flags).toHaveLength(1)
    expect(later.requests.find((each) => each.id === again.request)!.hindered).not.toBe(null)
    expect(await codeOf(ask(id, numberOf(431, '19660606')))).toBe('people.request.waiting')
    const body = { ...command(), reason: '录错了，撤回' }
    await city.identity.withdrawRequest({ params: { id: again.request }, body }, city.as(clerk))
  })

  test('a number that somebody else holds is refused, and nothing changed', async () => {
    await open('占号某', { identity: numberOf(501, '19590909') })
    const id = await open('冲突某', { identity: numberOf(901, '19590101') })
    const { request } = await ask(id, numberOf(501, '19590909'))
    expect(await codeOf(approve(request, numberOf(501, '19590909')))).toBe('people.identity.taken')
    expect(await rowOf(id)).toMatchObject({ version: 1 })
  })
})

describe('a move', () => {
  const ask = (id: number, to: number) =>
    city.identity.askMove(
      { params: { id }, body: { ...command(), to, on: '2026-11-01', reason: '婚嫁迁入对方户籍' } },
      city.as(clerk),
    )
  const accept = (request: number, acting = away) =>
    city.identity.approveRequest({ params: { id: request }, body: command() }, city.as(acting))

  test('to another county takes the file along under its id, once that side accepts; the county left is told where to', async () => {
    const number = numberOf(601, '19850505')
    const id = await open('迁移某', { identity: number, phone: '13911112222' })
    await city.people.recordEmployment(
      {
        params: { id },
        body: { ...command(), from: '2020-01-01', place: COUNTY, channel: 'local_firm', employer: '演示厂' },
      },
      city.as(clerk),
    )
    const { request } = await ask(id, city.away)
    const waiting = await city.identity.listRequests({ query: {} }, city.as(away))
    expect(waiting.requests.map((each) => [each.id, each.name, each.hindered])).toEqual([[request, '迁移某', null]])
    expect(await codeOf(city.people.getFile({ params: { id }, query: { on: ON } }, city.as(away)))).toBe(
      'people.person.absent',
    )
    expect(await codeOf(accept(request, second))).toBe('answered')
    const row = await rowOf(id)
    expect(row).toMatchObject({ county: 500236, area: city.away, version: 2 })
    expect(city.given.crypto.open('person.id', 500236, id, row!.id_cipher as Buffer)).toBe(number)
    expect(city.given.crypto.open('person.phone', 500236, id, row!.phone_cipher as Buffer)).toBe('13911112222')
    const there = await city.people.getFile({ params: { id }, query: { on: ON } }, city.as(away))
    expect(there.spells.map(({ record }) => record)).toContain('employment')
    // Who read the file before it came is told as well.
    const { readers } = await city.people.listReaders({ params: { id } }, city.as(away))
    expect(readers.map(({ post }) => post)).toEqual(expect.arrayContaining([clerk.title, away.title]))
    const refused = await city.people
      .getFile({ params: { id }, query: { on: ON } }, city.as(clerk))
      .catch((error) => error)
    expect([refused.code, refused.words.zh]).toEqual(['people.person.moved', expect.stringContaining('奉节')])
    const before = await city.people
      .getFile({ params: { id }, query: { on: ON, knownAt: '2026-11-23T12:00:40Z' } }, city.as(clerk))
      .catch((error) => error)
    expect(before.code ?? before.person.id).toBeDefined()
    const [kept] = await city.query<Record<string, unknown>>(
      "SELECT county FROM employment_history WHERE person_id = $1 AND superseded_by = 'moved'",
      [id],
    )
    expect(kept).toEqual({ county: 500235 })
    expect(await city.query('SELECT county FROM person_identity WHERE person_id = $1', [id])).toEqual([
      { county: 500236 },
    ])
    const heads = await city.query<{ county: number }>(
      'SELECT county FROM ledger_head WHERE changed_at = (SELECT decided_at FROM change_request WHERE id = $1) ORDER BY county',
      [request],
    )
    expect(heads.map(({ county }) => county)).toEqual([500235, 500236])
    const line = await city.query(
      "SELECT FROM audit_line WHERE action = 'people.confirm' AND officer_id = $1 AND object_id = $2",
      [second.officer, id],
    )
    expect(line).toHaveLength(1)
  })

  test('waits until a place on a roster has ended, also one that was taken after it was asked for', async () => {
    const id = await open('在册某', { birthDate: '1972-05-06' })
    const { request } = await ask(id, city.away)
    const [place] = await city.query<{ id: number }>(
      `INSERT INTO roster (county, area, person_id, site_id, role, valid_from, known_from, source)
       SELECT s.county, $2, $1, s.id, 'worker', '2021-01-01', '2026-01-01', 'officer' FROM site s WHERE s.county = 500235 ORDER BY s.id LIMIT 1 RETURNING id`,
      [id, city.village],
    )
    expect(await codeOf(accept(request))).toBe('people.move.rosterOpen')
    expect(await rowOf(id)).toMatchObject({ county: 500235, version: 1 })
    await city.query("UPDATE roster SET valid_to = '2026-10-01' WHERE county = 500235 AND id = $1", [place!.id])
    await accept(request)
    expect(await rowOf(id)).toMatchObject({ county: 500236 })
  })

  test('within the county keeps county and rows, in the other village', async () => {
    const id = await open('邻村某', { birthDate: '1950-05-06' })
    const { request } = await ask(id, city.otherVillage)
    const town = Math.floor(city.otherVillage / 1000) * 1000
    const there = await city.officer('town', town, town + 1000)
    await accept(request, there)
    expect(await rowOf(id)).toMatchObject({ county: 500235, area: city.otherVillage, version: 2 })
  })

  test('who asked cannot accept it for the other side, nor can a third county', async () => {
    const id = await open('等待某', { birthDate: '1951-05-06' })
    const { request } = await ask(id, city.away)
    expect(await codeOf(accept(request, clerk))).toBe('people.request.notYours')
    const third = await city.officer('county', 500_101_000_000, 500_102_000_000)
    expect(await codeOf(accept(request, third))).toBe('people.request.absent')
    await city.identity.rejectRequest(
      { params: { id: request }, body: { ...command(), reason: '此人未在我县落户' } },
      city.as(away),
    )
    expect(await rowOf(id)).toMatchObject({ county: 500235, version: 1 })
  })
})

describe('a death', () => {
  test('ends what was in force on its day and is undone as a correction', async () => {
    const id = await open('已故某', { birthDate: '1940-01-01' })
    const job = await city.people.recordEmployment(
      { params: { id }, body: { ...command(), from: '2021-03-01', place: COUNTY, channel: 'farm' } },
      city.as(clerk),
    )
    const record = (on: string) =>
      city.identity.recordDeath({ params: { id }, body: { ...command(), on, evidence: 'hukou' } }, city.as(clerk))
    expect(await codeOf(record('2099-01-01'))).toBe('people.death.wrongDay')
    await record('2021-08-15')
    expect(await codeOf(record('2021-08-16'))).toBe('people.death.recorded')
    const ends = async () => (await city.query('SELECT valid_to FROM employment WHERE id = $1', [job.employment]))[0]
    expect(await ends()).toEqual({ valid_to: '2021-08-15' })
    const standing = await city.identity.getStanding({ params: { id } }, city.as(clerk))
    expect(standing.death).toMatchObject({ on: '2021-08-15', evidence: 'hukou' })
    await city.identity.undoDeath(
      { params: { id }, body: { ...command(), reason: '同名误登，本人健在' } },
      city.as(clerk),
    )
    expect(await ends()).toEqual({ valid_to: null })
    expect(await rowOf(id)).toMatchObject({ death_date: null })
    const history = await city.query<{ why: string }>(
      'SELECT superseded_by AS why FROM employment_history WHERE id = $1 ORDER BY known_to',
      [job.employment],
    )
    expect(history.map(({ why }) => why)).toEqual(['died', 'correction'])
  })
})

describe('a household', () => {
  test('splits, changes its head and is joined, each with its day; codes and history stay', async () => {
    const [home] = await city.query<{ id: number; code: string; members: number[] }>(
      `SELECT h.id, h.code, array_agg(p.id ORDER BY p.relation <> 'head', p.id) AS members FROM household h
         JOIN person p ON p.county = h.county AND p.household_id = h.id AND p.death_date IS NULL
        WHERE h.county = 500235 GROUP BY h.county, h.id HAVING count(*) >= 4 AND bool_or(p.relation = 'head') ORDER BY h.id LIMIT 1`,
    )
    const [first, leaver, child] = home!.members.map(Number) as [number, number, number]
    const dated = { on: '2026-10-01', reason: '分家立户，村里已核实' }
    await city.identity.splitHousehold(
      { params: { id: leaver }, body: { ...command(), ...dated, members: [{ person: child, relation: 'child' }] } },
      city.as(clerk),
    )
    const gone = await rowOf(leaver)
    expect(gone).toMatchObject({ relation: 'head' })
    expect(gone!.household_id).not.toBe(home!.id)
    expect(await rowOf(child)).toMatchObject({ household_id: gone!.household_id, relation: 'child' })
    const code = async () =>
      (await city.query('SELECT code FROM household WHERE id = $1 AND county = 500235', [home!.id]))[0]
    expect(await code()).toEqual({ code: home!.code })
    await city.identity.changeHead(
      { params: { id: child }, body: { ...command(), ...dated, relations: [] } },
      city.as(clerk),
    )
    expect(await rowOf(leaver)).toMatchObject({ relation: 'other' })
    await city.identity.joinHousehold(
      { params: { id: leaver }, body: { ...command(), ...dated, household: home!.id, relation: 'child' } },
      city.as(clerk),
    )
    expect(await rowOf(leaver)).toMatchObject({ household_id: home!.id, relation: 'child' })
    const whys = await city.query('SELECT DISTINCT superseded_by AS why FROM person_history WHERE id = $1', [leaver])
    expect(whys).toEqual(expect.arrayContaining([{ why: 'household' }]))
    const { household } = await city.identity.getStanding({ params: { id: first } }, city.as(clerk))
    expect(household.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['split', 'join']))
    const stranger = { ...command(), ...dated, members: [{ person: leaver, relation: 'child' }] }
    expect(await codeOf(city.identity.splitHousehold({ params: { id: child }, body: stranger }, city.as(clerk)))).toBe(
      'people.household.stranger',
    )
  })
})

describe('a household to choose', () => {
  const find = (body: { area: number; text?: string; household?: number }, acting = clerk) =>
    city.identity.findHouseholds({ body }, city.as(acting))
  const home = async (area: number, skip = 0) =>
    (
      await city.query<{ id: number; code: string; name: string; initials: string }>(
        `SELECT h.id, h.code, p.name, p.initials FROM household h JOIN person p ON p.county = h.county AND p.household_id = h.id
          WHERE h.area = $1 AND p.area = $1 AND p.death_date IS NULL AND h.code IS NOT NULL ORDER BY h.id DESC, p.id OFFSET $2 LIMIT 1`,
        [area, skip],
      )
    )[0]!

  test('is found by code, name and initials in its village alone; outside the scope there is none; who was shown is logged', async () => {
    const known = await home(city.village)
    for (const text of [known.code, known.name, known.initials]) {
      const { households } = await find({ area: city.village, text })
      expect(
        households.map(({ id }) => id),
        text,
      ).toContain(known.id)
    }
    expect((await find({ area: city.otherVillage, text: known.code })).households).toEqual([])
    expect((await find({ area: city.village }, away)).households).toEqual([])
    const some = await find({ area: city.village, household: known.id })
    expect([some.households[0]!.id, some.households.length, some.more]).toEqual([known.id, 12, true])
    const [line] = await city.query<{ detail: string }>(
      "SELECT detail FROM audit_line WHERE detail LIKE 'households%' ORDER BY at DESC LIMIT 1",
    )
    expect(line!.detail).toBe('households to choose')
  })

  test('is joined by a new file and by a file that moves in, each as what was said; one of another village is refused', async () => {
    const here = await home(city.village)
    const born = await open('新丁某', { birthDate: '2020-02-02', household: here.id, relation: 'child' })
    expect(await rowOf(born)).toMatchObject({ household_id: here.id, relation: 'child' })
    const { request } = await city.identity.askMove(
      {
        params: { id: born },
        body: { ...command(), to: city.away, on: '2026-11-01', reason: '随父母迁入' },
      },
      city.as(clerk),
    )
    const there = await home(city.away)
    const accept = (body: object) =>
      city.identity.approveRequest({ params: { id: request }, body: { ...command(), ...body } }, city.as(away))
    expect(await codeOf(accept({ household: here.id, relation: 'child' }))).toBe('people.move.wrongHousehold')
    expect(await codeOf(accept({ household: there.id, relation: 'nobody' }))).toBe('people.file.wrongCode')
    await accept({ household: there.id, relation: 'child' })
    expect(await rowOf(born)).toMatchObject({ area: city.away, household_id: there.id, relation: 'child' })
  })
})
