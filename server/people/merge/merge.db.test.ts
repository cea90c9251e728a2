import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COUNTY, codeOf, command, type IdentityCity, identityCity, numberOf, ON } from '../../../test/identity-city.ts'
import { Imports, shippedList } from '../../../test/imports.ts'
import { withConnection } from '../../postgres/wire/connection.ts'
import { personTables } from './rows-of-person.sql.ts'
import '../../../test/seeded.ts'

let city: IdentityCity
let clerk: Awaited<ReturnType<IdentityCity['officer']>>
let second: typeof clerk
let tables: string[]
beforeAll(async () => {
  city = await identityCity()
  clerk = await city.officer('county', COUNTY, COUNTY + 1_000_000)
  second = await city.officer('city', 500_000_000_000, 510_000_000_000)
  tables = (await city.city.door.asPost(clerk, personTables)).map(({ table }) => table)
})
afterAll(() => city?.drop())

const asked = { reason: '证件核对为同一人' }
const compare = (id: number, other: number) => city.identity.compareFiles({ params: { id, other } }, city.as(clerk))

/** Asks for a merge, each overlap settled by leaving one of the two rows out. */
async function askMerge(id: number, other: number, take: string[] = [], keepOther = false) {
  const { overlaps } = await compare(id, other)
  const leaveOut = overlaps.map((each) => ({ record: each.record, id: (keepOther ? each.one : each.other).id }))
  const distinct = [...new Map(leaveOut.map((each) => [`${each.record} ${each.id}`, each])).values()]
  const body = { ...command(), ...asked, other, take, leaveOut: distinct }
  return city.identity.askMerge({ params: { id }, body }, city.as(clerk))
}
const approve = (request: number, acting = second) =>
  city.identity.approveRequest({ params: { id: request }, body: command() }, city.as(acting))
async function merge(id: number, other: number, take: string[] = [], keepOther = false) {
  await approve((await askMerge(id, other, take, keepOther)).request)
  const { merged } = await city.identity.getStanding({ params: { id } }, city.as(clerk))
  return merged[0]!.merged
}
async function unmerge(id: number, merged: number) {
  const { request } = await city.identity.askUnmerge(
    { params: { id }, body: { ...command(), ...asked, merged } },
    city.as(clerk),
  )
  await approve(request)
}

/** Everything the ledger says now of these files, and what is determined of them: without when it was known, and in which version. */
async function saidOf(ids: number[]): Promise<unknown> {
  const rows = await Promise.all(
    tables.map((table) =>
      city.query(
        `SELECT '${table}' AS t, to_jsonb(x) - 'known_from' AS row FROM ${table} x WHERE person_id = ANY ($1) ORDER BY id`,
        [ids],
      ),
    ),
  )
  const people = await city.query(
    "SELECT to_jsonb(p) - 'known_from' - 'version' AS row FROM person p WHERE id = ANY ($1) ORDER BY id",
    [ids],
  )
  const numbers = await city.query(
    "SELECT person_id, encode(id_index, 'hex') AS i FROM person_identity WHERE person_id = ANY ($1) ORDER BY 1",
    [ids],
  )
  const determined = await city.query(
    'SELECT person_id, predicate, outcome, area FROM determination WHERE person_id = ANY ($1) ORDER BY 1, 2',
    [ids],
  )
  return { rows: rows.flat(), people, numbers, determined }
}
const determineAll = async (ids: number[]) => {
  for (const id of ids)
    await city.city.door.asJob((tx) => city.given.redetermine(tx, { county: 500235, id }, new Date()))
}
/** People with memberships and work; those who were paid grants as well, or none of those. */
async function someone(paid = 'count(g.id) = 0'): Promise<number[]> {
  const rows = await city.query<{ id: number }>(
    `SELECT p.id FROM person p JOIN membership m ON m.county = p.county AND m.person_id = p.id
       JOIN employment e ON e.county = p.county AND e.person_id = p.id
      LEFT JOIN grant_paid g ON g.county = p.county AND g.person_id = p.id
      WHERE p.county = 500235 AND p.death_date IS NULL GROUP BY p.id HAVING ${paid} ORDER BY p.id DESC LIMIT 60`,
  )
  return rows.map(({ id }) => id)
}

test('every table that hangs on a person with a history moves with it', async () => {
  const spells = ['membership', 'employment', 'roster', 'grant_paid', 'insurance', 'public_post', 'training', 'wish']
  expect(tables).toEqual(expect.arrayContaining(spells))
  const apart = await city.city.door.asPost(clerk, personTables)
  expect(apart.find(({ table }) => table === 'membership')?.apart).toEqual([{ days: true, same: ['kind'] }])
  expect(apart.find(({ table }) => table === 'grant_paid')?.apart).toEqual([
    { days: false, same: ['programme', 'period'] },
  ])
})

describe('merge and unmerge', () => {
  test('leave random files as they were: rows, persons, numbers, determinations', async () => {
    const ids = [...(await someone()), ...(await someone('count(g.id) > 0'))]
    const pair = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 })
    const fields = fc.subarray(['name', 'identity', 'phone', 'bank', 'education', 'birth_date'])
    await fc.assert(
      fc.asyncProperty(pair, fields, fc.boolean(), async ([one, other], take, keepOther) => {
        const both = [one!, other!]
        const paid = (await compare(one!, other!)).overlaps.some(({ mend }) => mend === 'settle')
        fc.pre(!paid)
        await determineAll(both)
        const before = await saidOf(both)
        const merged = await merge(one!, other!, take, keepOther)
        expect(await saidOf(both)).not.toEqual(before)
        expect(await city.query('SELECT FROM person WHERE id = $1', [other])).toEqual([])
        await unmerge(one!, merged)
        expect(await saidOf(both)).toEqual(before)
      }),
      { numRuns: 6 },
    )
  })

  test('the comparison that proves it goes red when one row does not find its way back', async () => {
    const [one, other] = await someone()
    const both = [one!, other!]
    await determineAll(both)
    const before = await saidOf(both)
    const merged = await merge(one!, other!)
    const lost = await city.query(
      "DELETE FROM membership_history WHERE person_id = $1 AND superseded_by = 'merged' RETURNING id",
      [other],
    )
    expect(lost.length).toBeGreaterThan(0)
    await unmerge(one!, merged)
    expect(await saidOf(both)).not.toEqual(before)
  })

  test('nobody approves what they asked for themselves, and no lower post what a higher one asked', async () => {
    const [, , one, other] = await someone()
    const { request } = await askMerge(one!, other!)
    const own = await city.identity
      .approveRequest({ params: { id: request }, body: command() }, city.as(clerk))
      .catch((error) => error)
    expect(own.code).toBe('people.request.notYours')
    const [place] = await city.query<{ area: number }>('SELECT area FROM change_request WHERE id = $1', [request])
    const town = Math.floor(place!.area / 1000) * 1000
    const lower = await city.officer('town', town, town + 1000)
    expect(await codeOf(approve(request, lower))).toBe('people.request.notYours')
    // The database holds it as well, whatever the server says.
    const forced = withConnection(city.city.database.adminUrl, (admin) =>
      admin.query(
        "UPDATE change_request SET decision = 'approved', decided_officer = asked_officer, decided_at = now() WHERE id = $1",
        [request],
      ),
    )
    await expect(forced).rejects.toThrow('change_request_second_pair')
    const body = { ...command(), reason: '证件不符，退回' }
    await city.identity.rejectRequest({ params: { id: request }, body }, city.as(second))
    expect(await codeOf(approve(request))).toBe('people.request.decided')
  })

  test('a closed file opens the one it was merged into, and as known then itself', async () => {
    const [, , , , one, other] = await someone()
    await merge(one!, other!)
    const now = await city.people.getFile({ params: { id: other! }, query: { on: ON } }, city.as(clerk))
    expect(now.person.id).toBe(one)
    const then = await city.people.getFile(
      { params: { id: other! }, query: { on: ON, knownAt: '2026-01-01T00:00:00Z' } },
      city.as(clerk),
    )
    expect(then.person.id).toBe(other)
  })

  test('a count as known before is the same after', async () => {
    const [, , , , , , one, other] = await someone()
    const known = '2026-11-01T00:00:00Z'
    const count = async (knownAt: string) => {
      let n = 0
      for (let after: string | undefined, page = true; page; ) {
        const found = await city.people.listPeople(
          { query: { area: COUNTY, on: ON, knownAt, limit: 200, ...(after && { after }) } },
          city.as(clerk),
        )
        n += found.people.length
        after = found.next ?? undefined
        page = after !== undefined
      }
      return n
    }
    const before = await count(known)
    await merge(one!, other!)
    expect(await count(known)).toBe(before)
    expect(await count('2026-12-31T00:00:00Z')).toBeLessThan(before)
  })

  test('work done since refuses to be undone, by name; rows recorded since stay and are told', async () => {
    const rows = await city.query<{ id: number }>(
      `SELECT p.id FROM person p JOIN employment e ON e.county = p.county AND e.person_id = p.id AND e.valid_to IS NULL
        WHERE p.county = 500235 AND p.death_date IS NULL GROUP BY p.id ORDER BY p.id LIMIT 2`,
    )
    const [one, other] = rows.map(({ id }) => id)
    const merged = await merge(one!, other!)
    const [job] = await city.query<{ id: number; known_from: string }>(
      `SELECT e.id, e.known_from FROM employment e JOIN employment_history h ON h.county = e.county AND h.id = e.id
        WHERE e.person_id = $1 AND h.person_id = $2 AND h.superseded_by = 'merged' LIMIT 1`,
      [one, other],
    )
    await city.people.recordEmployment(
      { params: { id: one! }, body: { ...command(), from: '2021-09-01', place: COUNTY, channel: 'flexible' } },
      city.as(clerk),
    )
    const standing = () => city.identity.getStanding({ params: { id: one! } }, city.as(clerk))
    expect((await standing()).merged[0]).toMatchObject({ hindered: [] })
    expect((await standing()).merged[0]!.later).toHaveLength(1)
    const verify = {
      ...command(),
      method: 'phone',
      on: '2021-09-17',
      knownFrom: new Date(job!.known_from).toISOString(),
    }
    await city.people.verifyEmployment({ params: { id: one!, employment: job!.id }, body: verify }, city.as(clerk))
    const refused = await city.identity
      .askUnmerge({ params: { id: one! }, body: { ...command(), ...asked, merged } }, city.as(clerk))
      .catch((error) => error)
    expect(refused.code).toBe('people.unmerge.builtOn')
    expect(refused.words.zh).toContain('务工')
  })

  test('an import that opened the file another was merged into is not undone before the merge is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ricebowl-merge-'))
    const imports = new Imports(city.city, folder)
    const told = { town: Math.floor(city.village / 1000) * 1000, village: city.village, household_kind: 'lifted' }
    const row = { ...told, household_no: 'M1', name: '并一', identity: numberOf(801), identified_on: '2014-01-01' }
    const { id } = await imports.take(clerk, { list: shippedList('lifted-population'), rows: [row] })
    const [opened] = await city.query<{ id: number }>("SELECT id FROM person WHERE name = '并一'")
    const body = { ...command(), name: '并一', area: city.village, evidence: 'visit' }
    const different = [{ person: opened!.id, reason: '先建档，核对后再并' }]
    const { person } = await city.identity.openFile({ body: { ...body, different } }, city.as(clerk))
    const merged = await merge(opened!.id, person)
    expect(await codeOf(imports.undo(clerk, id))).toBe('lists.import.builtOn')
    expect(await city.query('SELECT id FROM person WHERE id = $1', [opened!.id])).toHaveLength(1)
    await unmerge(opened!.id, merged)
    await imports.undo(clerk, id)
    expect(await city.query("SELECT id FROM person WHERE name = '并一'")).toEqual([{ id: person }])
    rmSync(folder, { recursive: true, force: true })
  })

  test('money that was paid twice is not merged away', async () => {
    const [paid] = await city.query<{ ids: number[] }>(
      `SELECT array_agg(person_id ORDER BY person_id) AS ids FROM grant_paid WHERE county = 500235
        GROUP BY programme, period HAVING count(*) > 1 LIMIT 1`,
    )
    const [one, other] = paid!.ids.map(Number)
    expect(await codeOf(askMerge(one!, other!))).toBe('people.merge.paidTwice')
  })

  test('two counties, and the same file twice, are refused with what to do', async () => {
    const [one] = await someone()
    const [away] = await city.query<{ id: number }>('SELECT id FROM person WHERE county = 500236 LIMIT 1')
    const body = { ...command(), ...asked, take: [], leaveOut: [] }
    const ask = (other: number) =>
      city.identity.askMerge({ params: { id: one! }, body: { ...body, other } }, city.as(second))
    expect(await codeOf(ask(one!))).toBe('people.pair.same')
    expect(await codeOf(ask(away!.id))).toBe('people.merge.twoCounties')
  })
})
