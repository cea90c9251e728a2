import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identityNumber } from '#db/demo/invented-number.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { Imports, shippedList } from '../../../test/imports.ts'
import { fewCounties, type SmallCity } from '../../../test/small-city.ts'
import type { HeldPost } from '../../access/session.ts'
import type { Ctx } from '../../context.ts'
import { countedFrom } from '../../indicators/indicator.sql.ts'
import { determineAll } from '../../needs/determine.ts'
import { redetermine } from '../../needs/redetermine.ts'
import { savingAgainst } from '../../needs/saving/saving-against.ts'
import { CountyCounts } from '../../people/count/county-counts.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { siteHandlers } from './sites.handlers.ts'
import type { SitesGiven } from './sites-given.ts'

/** A workshop of 云阳县 in the generated city, and its people; a day three months after the last attendance of the demo. */
const plans = getPlans()
const plan = plans.get('chongqing-2021')!
const ON = '2021-09-17'
const CITY = 500_000_000_000
const COUNTY = 500_235_000_000
const SITE = 37_001
type Officer = Awaited<ReturnType<SmallCity['officer']>>

let city: SmallCity
let sites: ReturnType<typeof siteHandlers>
let county: Officer
let whole: Officer
let clock = Date.parse('2026-11-23T12:00:00Z')

const givenOf = (on: string, saving = true): SitesGiven => ({
  plan: () => plan,
  plans,
  on: () => on,
  counts: new CountyCounts((work) => city.door.asJob(work)),
  redetermine: (tx, person, now) => redetermine(tx, plan, person, on, now),
  ...(saving && { saving: savingAgainst(plan, () => on) }),
})

beforeAll(async () => {
  city = await fewCounties()
  sites = siteHandlers(givenOf(ON))
  county = await city.officer('county', COUNTY, COUNTY + 1_000_000)
  whole = await city.officer('city', CITY, CITY + 1e10)
  await determineAll({ door: city.door, plan, on: ON, now: new Date(clock) })
})
afterAll(() => city?.drop())

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
const command = () => ({ clientId: randomUUID(), reason: '到车间核对过' })
const month = async (on = ON, name = '2021-08', acting = county) =>
  (await sites.getSiteMonth({ params: { id: SITE, month: name }, query: { on } }, as(acting))).people
const finding = async (key: string, on = ON, id = SITE) =>
  (await sites.getSiteFindings({ params: { id }, query: { on } }, as(county))).findings.find((each) => each.key === key)
const listed = (query: Parameters<typeof sites.listSites>[0]['query'], acting = county) =>
  sites.listSites({ query: { on: ON, limit: 200, ...query } }, as(acting))

/** Somebody without work in the county, to be put on the roster. */
async function idle(): Promise<number> {
  const [row] = await city.query<{ id: number }>(
    `SELECT p.id FROM person p WHERE p.county = 500235 AND p.birth_date BETWEEN '1970-01-01' AND '1990-01-01' AND p.death_date IS NULL
        AND NOT EXISTS (SELECT FROM employment e WHERE e.county = p.county AND e.person_id = p.id)
        AND NOT EXISTS (SELECT FROM insurance i WHERE i.county = p.county AND i.person_id = p.id AND i.payer = 'employer')
        AND NOT EXISTS (SELECT FROM roster r WHERE r.county = p.county AND r.person_id = p.id) ORDER BY p.id LIMIT 1`,
  )
  return Number(row!.id)
}
const sayAttendance = (person: number, more: object = {}) =>
  sites.confirmAttendance(
    {
      params: { id: SITE, month: '2021-08' },
      body: { ...command(), people: [{ person, days: 22, evidence: 'sign_in_sheet', ...more }] },
    },
    as(county),
  )

describe('a month of a roster', () => {
  let person: number
  const join = (more: object = {}) =>
    sites.joinRoster(
      { params: { id: SITE }, body: { ...command(), person, from: '2021-03-01', evidence: 'visit', ...more } },
      as(county),
    )

  test('somebody put on it is asked about before it is saved, stands on it by name, and is a ghost: nothing shows that they are there', async () => {
    person = await idle()
    const asked = { person, from: '2021-03-01', evidence: 'visit' }
    const { raised } = await sites.checkRoster({ params: { id: SITE }, body: asked }, as(county))
    const keys = raised.map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining(['roster-ghost', 'roster-without-work']))
    expect(await codeOf(join())).toBe('needs.finding.unconfirmed')
    // Negative control: without the asking the same line is taken.
    const silent = siteHandlers(givenOf(ON, false))
    const body = { ...command(), ...asked }
    const done = await silent.joinRoster({ params: { id: SITE }, body }, as(county))
    expect(done.gained).toContain('roster-ghost')
    expect(await silent.joinRoster({ params: { id: SITE }, body }, as(county))).toEqual(done)
    expect(await codeOf(join({ confirmed: keys }))).toBe('jobs.roster.standing')
    expect((await month()).find((line) => line.person === person)).toMatchObject({
      ...{ role: 'worker', joined: false, attendance: null, insured: 'unknown', wage: 'unknown' },
    })
    expect((await month(ON, '2021-03')).find((line) => line.person === person)?.joined).toBe(true)
    expect((await finding('roster-ghost'))?.people.map((each) => each.person)).toContain(person)
    expect((await listed({ finding: 'roster-ghost' })).sites.map(({ id }) => id)).toContain(SITE)
  })

  test('shown to be there, they are a ghost no more; the correction of a month keeps what was said before', async () => {
    expect(await codeOf(sayAttendance(person, { days: 32 }))).not.toBe('answered')
    expect(await codeOf(sayAttendance(person + 1))).toBe('jobs.attendance.notOnRoster')
    const { lost } = await sayAttendance(person)
    expect(lost).toContain('roster-ghost')
    expect((await finding('roster-ghost'))?.people.map((each) => each.person) ?? []).not.toContain(person)
    expect(await codeOf(sayAttendance(person, { days: 20 }))).toBe('jobs.attendance.stale')
    const line = (await month()).find((each) => each.person === person)!
    expect(line.attendance).toMatchObject({ days: 22, evidence: 'sign_in_sheet', by: county.title })
    await sayAttendance(person, { days: 20, wagePaidFen: 210_000, seen: line.attendance!.knownFrom })
    const said = await city.query(
      `SELECT days, superseded_by FROM attendance_history WHERE person_id = $1 AND site_id = $2`,
      [person, SITE],
    )
    expect(said).toEqual([{ days: 22, superseded_by: 'correction' }])
    // The next month offers it.
    expect((await month(ON, '2021-09')).find((each) => each.person === person)?.before).toMatchObject({
      days: 20,
      wagePaidFen: 210_000,
    })
  })

  test('who left is off the roster the day after, with day, evidence and reason in the log, and stays in the months before', async () => {
    const { roster, knownFrom } = (await month()).find((each) => each.person === person)!
    const body = { ...command(), lastDay: '2021-08-20', evidence: 'visit', knownFrom }
    const params = { id: SITE, roster }
    expect(
      await codeOf(
        sites.leaveRoster({ params, body: { ...body, lastDay: '2021-02-01', clientId: randomUUID() } }, as(county)),
      ),
    ).toBe('people.employment.wrongDay')
    expect((await sites.leaveRoster({ params, body }, as(county))).people).toBe(1)
    expect((await month()).find((each) => each.person === person)).toMatchObject({ left: true, to: '2021-08-21' })
    expect((await month(ON, '2021-09')).some((each) => each.person === person)).toBe(false)
    const [logged] = await city.query<{ detail: string; reason: string }>(
      `SELECT detail, reason FROM audit_line WHERE object_id = $1 AND action = 'people.record' ORDER BY id DESC LIMIT 1`,
      [person],
    )
    expect(logged).toEqual({ detail: `leaveRoster ${SITE}`, reason: '到车间核对过' })
    expect(await codeOf(sites.leaveRoster({ params, body: { ...body, clientId: randomUUID() } }, as(county)))).toBe(
      'jobs.roster.stale',
    )
  })
})

test('an evaluation counts its staff from the names of the day, and a site that shrank is found against it', async () => {
  const query = { on: ON }
  const before = await sites.getSiteEvaluation({ params: { id: SITE }, query }, as(county))
  const [row] = await city.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM roster WHERE site_id = $1 AND valid_from <= '2021-06-17' AND (valid_to IS NULL OR valid_to > $2)`,
    [SITE, ON],
  )
  expect(before.stable).toHaveLength(row!.n)
  const seen = before.standing.find(({ year }) => year === 2021)?.knownFrom
  const body = { ...command(), year: 2021, grade: 'good', countedOn: ON, ...(seen && { seen }) }
  const given = await sites.evaluateSite({ params: { id: SITE }, body }, as(county))
  expect(given).toEqual({ year: 2021, grade: 'good', staff: row!.n })
  expect(
    await codeOf(sites.evaluateSite({ params: { id: SITE }, body: { ...body, clientId: randomUUID() } }, as(county))),
  ).toBe('jobs.evaluation.stale')
  const after = await sites.getSiteEvaluation({ params: { id: SITE }, query }, as(county))
  expect(after.grades[0]).toMatchObject({ year: 2021, grade: 'good', staff: row!.n, countedOn: ON })
  expect(after.award).toMatchObject({ inForce: false, from: '2022-12-16' })
  expect((await listed({ kind: 'workshop' })).sites.find(({ id }) => id === SITE)?.grade).toBe('good')

  expect((await finding('site-shrinking'))?.outcome).not.toBe('yes')
  await city.query(
    `UPDATE roster SET valid_to = '2021-10-01' WHERE site_id = $1 AND id IN (SELECT id FROM roster
       WHERE site_id = $1 AND (valid_to IS NULL OR valid_to > '2021-10-01') AND valid_from < '2021-10-01' ORDER BY id LIMIT $2)`,
    [SITE, Math.ceil(row!.n * 0.7)],
  )
  const shrunk = await finding('site-shrinking', '2021-10-02')
  expect(shrunk).toMatchObject({ outcome: 'yes', about: 'site' })
  expect(shrunk!.people.length).toBeGreaterThanOrEqual(Math.ceil(row!.n * 0.7))
})

test('a finding at a site says the same in the list as on the page', async () => {
  for (const on of [ON, '2021-09-16']) {
    const { sites: found } = await listed({ finding: 'any', on })
    for (const site of found.slice(0, 6)) {
      const { findings } = await sites.getSiteFindings({ params: { id: site.id }, query: { on } }, as(county))
      const shown = findings.filter(({ outcome }) => outcome === 'yes').map(({ key, people }) => [key, people.length])
      expect(new Map(site.findings.map(({ key, people }) => [key, people]))).toEqual(
        new Map(shown as [string, number][]),
      )
    }
  }
})

test.each([ON, '2024-06-30'])(
  'on %s the workshops, their people and the lifted among them are those on the rosters by name',
  async (on) => {
    const clocks = { on, knownAt: null }
    const count = async (key: string) => {
      const indicator = plan.indicators.find((each) => each.key === key)!
      const [row] = await city.query<{ n: number }>(
        `SELECT count(*)::int AS n ${countedFrom(plan as Plan, indicator, 'value', clocks)}`,
      )
      return row!.n
    }
    const names = await city.query<{ person: number; lifted: boolean }>(
      `SELECT DISTINCT r.person_id AS person, EXISTS (SELECT FROM membership m WHERE m.county = r.county AND m.person_id = r.person_id
         AND m.kind = 'lifted' AND m.valid_from <= $1 AND (m.valid_to IS NULL OR m.valid_to > $1)) AS lifted
       FROM roster r JOIN site s ON s.county = r.county AND s.id = r.site_id AND s.kind = 'workshop'
      WHERE r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to > $1) AND s.valid_from <= $1 AND (s.valid_to IS NULL OR s.valid_to > $1)`,
      [on],
    )
    const { kinds, sites: shown } = await sites.listSites({ query: { on, kind: 'workshop', limit: 200 } }, as(whole))
    expect(kinds.map(({ key }) => key)).toContain('workshop')
    expect(await count('workshops')).toBe(shown.length)
    expect(await count('workshop-workers')).toBe(names.length)
    expect(await count('workshop-lifted')).toBe(names.filter(({ lifted }) => lifted).length)
  },
)

test('another kind of site is data: listed under its name, with a month, findings and people like any other', async () => {
  const on = '2026-03-01'
  const [site] = await city.query<{ id: number }>(
    `INSERT INTO site (county, area, kind, name, capacity, valid_from, known_from, source)
     VALUES (500101, 500101001001, 'doorstep_workshop', '试点工坊', 1, '2026-02-20', '2026-02-20', 'officer') RETURNING id`,
  )
  const people = await city.query<{ id: number }>(
    `SELECT id FROM person WHERE county = 500101 AND death_date IS NULL ORDER BY id LIMIT 2`,
  )
  await city.query(
    `INSERT INTO roster (county, area, person_id, site_id, role, valid_from, known_from, source)
     SELECT county, area, id, $1, 'worker', '2026-02-21', '2026-02-21', 'officer' FROM person WHERE county = 500101 AND id = ANY ($2)`,
    [site!.id, people.map(({ id }) => id)],
  )
  const { kinds, sites: shown } = await listed({ on, kind: 'doorstep_workshop' }, whole)
  expect(kinds).toContainEqual({ key: 'doorstep_workshop', name: { zh: '家门口就业工坊', en: 'Doorstep workshop' } })
  expect(shown).toMatchObject([{ name: '试点工坊', onRoster: 2, findings: [{ key: 'site-over-quota', people: 2 }] }])
  const view = await sites.getSiteMonth({ params: { id: site!.id, month: '2026-02' }, query: { on } }, as(whole))
  expect([view.rosterRole, view.people.map(({ joined }) => joined)]).toEqual(['worker', [true, true]])
  // Negative control: to the plan alone that does not name the kind it is a word without a meaning.
  const alone = siteHandlers({ ...givenOf(ON), plans: new Map([[plan.key, plan]]) })
  const asked = { params: { id: site!.id, month: '2026-02' }, query: { on } }
  expect((await alone.getSiteMonth(asked, as(whole))).rosterRole).toBe(null)
})

test('members of a brand are those on its roster and those at work under its name, with what is known of their wages', async () => {
  const [brand] = await city.query<{ id: number }>(
    `SELECT s.id FROM site s JOIN employment e ON e.county = s.county AND e.brand_id = s.id
      WHERE s.county = 500235 AND s.kind = 'labour_brand' GROUP BY s.id ORDER BY count(*) DESC LIMIT 1`,
  )
  const on = '2024-06-30'
  const { members, wages } = await sites.getSiteMembers({ params: { id: brand!.id }, query: { on } }, as(county))
  const rows = await city.query<{ person: number; wage: number | null }>(
    `SELECT person_id AS person, monthly_wage_fen AS wage FROM employment WHERE brand_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)`,
    [brand!.id, on],
  )
  expect(members.map(({ person }) => person).toSorted()).toEqual(
    [...new Set(rows.map(({ person }) => person))].toSorted(),
  )
  expect(wages?.known ?? 0).toBe(members.filter(({ wageFen }) => wageFen !== null).length)
})

test('one list from the workshop does all: who stands on its roster, the work, and the month’s attendance; sent again it changes nothing', async () => {
  const [site] = await city.query<{ name: string; area: number }>('SELECT name, area FROM site WHERE id = $1', [SITE])
  const identity = identityNumber(400, 731)
  const opened = {
    ...{ town: 500_235_001_000, village: 500_235_001_001, household_kind: 'lifted', identified_on: '2014-01-01' },
    ...{ household_no: 'S1', name: '册测试', identity },
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'ricebowl-sites-'))
  const imports = new Imports(city, dataDir)
  try {
    expect((await imports.take(county, { list: shippedList('lifted-population'), rows: [opened] })).outcomes).toEqual({
      new: 1,
    })
    const row = {
      ...{ county: COUNTY, village: Number(site!.area), workshop: site!.name, name: '册测试', identity },
      ...{ joined_on: '2021-05-01', wage: 260_000, month: '2021-08-01', days: 23, wage_paid: 255_000 },
      attendance_evidence: 'payroll',
    }
    const given = { list: shippedList('workshop-roster'), rows: [row] }
    const taken = await imports.take(county, given)
    expect([taken.outcomes, taken.faults]).toEqual([{ changed: 1 }, {}])
    expect((await month()).find(({ name }) => name === '册测试')).toMatchObject({
      ...{ from: '2021-05-01', wageStatedFen: 260_000, wage: 'same' },
      attendance: { days: 23, wagePaidFen: 255_000, evidence: 'payroll' },
    })
    const again = await imports.take(county, given)
    expect(again.outcomes).toEqual({ same: 1 })
    for (const { id } of [again, taken]) await imports.undo(county, id)
    expect((await month()).some(({ name }) => name === '册测试')).toBe(false)
  } finally {
    rmSync(dataDir, { recursive: true })
  }
})
