import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engineOf } from '#domain/jobs/engine/engine.ts'
import { MarketBuilder } from '#domain/jobs/lines/market-builder.ts'
import type { RunSettings } from '#domain/jobs/matching/run-settings.ts'
import { runCity } from '#domain/jobs/run/city-run.ts'
import type { Tiers } from '#domain/jobs/tiers/tiers.ts'
import { CITY } from '#domain/places/area.ts'
import { type SmallCity, smallCity } from '../../../test/small-city.ts'
import type { Ctx } from '../../context.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { jobData } from '../job-data.ts'
import { shippedWeights } from '../matching-weights.ts'
import { personLine, vacancyLine } from '../offers/market-lines.ts'
import { offerHandlers } from '../offers/offers.handlers.ts'
import { OpenVacancies } from '../offers/open-vacancies.ts'
import { shippedTiers, tierSql } from '../tiers.ts'
import { pruneRuns } from './keep/prune-runs.ts'
import { matchingHandlers } from './matching.handlers.ts'
import { doTask, replayRun } from './run/do-run.ts'
import { findRun } from './run/match-run.sql.ts'
import { matchingApart } from './run/matching-apart.ts'
import { type MatchingJobs, type MatchingWork, matchingJobs } from './run/matching-jobs.ts'
import { ASKED, openings, seekers } from './run/read-market.sql.ts'
import { seekerOf } from './run/read-market.ts'
import { startMatchingSchedule } from './run/schedule.ts'

const plan = getPlans().get('chongqing-2021')!
const ON = '2021-09-17'
type Officer = Awaited<ReturnType<SmallCity['officer']>>

let city: SmallCity
let whole: Officer
let county: Officer
let village: Officer
let jobs: MatchingJobs
let handlers: ReturnType<typeof matchingHandlers>
let work: MatchingWork
let reported = 0

const openJobs = () =>
  matchingJobs({
    door: city.door,
    work: (...asked) => work(...asked),
    report: () => {
      reported++
    },
  })
const here: MatchingWork = async (task, onProgress) => {
  await doTask({ door: city.door, planOf: () => plan, onProgress, now: () => new Date() }, task)
  return { problem: null }
}

beforeAll(async () => {
  city = await smallCity()
  work = here
  jobs = openJobs()
  const given = { plan: () => plan, defaults: async () => ({ on: ON, plan: plan.key, demo: null }) }
  handlers = matchingHandlers({
    ...given,
    asJob: city.door.asJob,
    jobs: { nudge: () => jobs.nudge(), stopped: () => jobs.stopped() },
  })
  whole = await city.officer('city', CITY, 510_000_000_000)
  county = await city.officer('county', 500_235_000_000, 500_236_000_000)
  village = await city.officer('village', 500_235_001_001, 500_235_001_002)
})
afterAll(async () => {
  await jobs?.stop()
  await city?.drop()
})

const ctx = (officer: Officer): Ctx =>
  ({
    now: new Date(),
    actor: { officerId: officer.officer, postId: officer.post, requestId: 'test' },
    officer: { id: officer.officer, name: '测试员' },
    post: { id: officer.post, title: officer.title, area: officer.scope.lo, scope: officer.scope },
    asPost: <T>(task: Parameters<SmallCity['door']['asPost']>[1]) => city.door.asPost(officer, task) as Promise<T>,
  }) as unknown as Ctx
const start = (settings: RunSettings = {}, by = whole) =>
  handlers.startMatchRun({ body: { clientId: randomUUID(), settings: { seed: 's', ...settings } } }, ctx(by))
const view = (id: number, by = whole) => handlers.getMatchRun({ params: { id } }, ctx(by))
const ended = async (id: number) => {
  await expect.poll(async () => (await view(id)).endedAt, { timeout: 25_000 }).not.toBeNull()
  return view(id)
}

const rowsOf = async (table: string, id: number) =>
  (await city.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE run_id = $1`, [id]))[0]!.n
const result = (id: number, by = whole) => handlers.getMatchResult({ params: { id }, query: {} }, ctx(by))
type Wanted = Parameters<typeof handlers.listMatchPeople>[0]['query']
async function listed(id: number, by: Officer, wanted: Wanted = {}) {
  const found = []
  for (let after: string | undefined; ; ) {
    const query = { ...wanted, limit: 200, ...(after && { after }) }
    const { people, next } = await handlers.listMatchPeople({ params: { id }, query }, ctx(by))
    found.push(...people)
    if (next === null) return found
    after = next
  }
}
/** Nothing of a person that a run may not read stands where it stood; of men and women, and of ethnic groups, there are as many as before. */
const permute = () =>
  city.query(
    `WITH said AS (SELECT county, id, lead(sex, 1, 'male') OVER w AS sex, lead(ethnic, 3, '01') OVER w AS ethnic
       FROM person WHERE id IN (SELECT person_id FROM match_person) WINDOW w AS (ORDER BY id))
     UPDATE person AS p SET sex = said.sex, ethnic = said.ethnic FROM said WHERE p.county = said.county AND p.id = said.id`,
  )

test('everybody who looks for work is placed or told why not; numbers are lists, each within the post’s area', async () => {
  const { id } = await start()
  const done = await ended(id)
  expect(done).toMatchObject({
    state: 'done',
    certificate: { blockingPairs: { anchors: 0, backUps: 0 }, overQuota: 0 },
  })
  const { people, placed, unmatched } = done.counts!
  expect(placed).toBeGreaterThan(100)
  expect([placed + unmatched, await rowsOf('match_person', id)]).toEqual([people, people])
  const shown = await result(id)
  expect(shown.scope).toMatchObject({ people, placed })
  for (const { reason, people: few } of shown.reasons)
    expect(await listed(id, whole, { part: 'unmatched', reason })).toHaveLength(few)
  const own = shown.areas.find(({ area }) => area === county.scope.lo)!
  expect((await result(id, county)).scope).toMatchObject({ people: own.people, placed: own.placed })
  expect(await listed(id, county, { part: 'placed' })).toHaveLength(own.placed)
  expect(await listed(id, county, {})).toHaveLength(own.people)
  await expect(handlers.getMatchResult({ params: { id }, query: { area: CITY } }, ctx(village))).rejects.toMatchObject({
    code: 'jobs.run.outside',
  })
})

test('computed again it is the same to the byte, whatever came to be known since; what the past itself was changed to is told', async () => {
  const { id } = await start({ people: 'wish' })
  await ended(id)
  const replay = async () => {
    const row = (await city.door.asJob((tx) => findRun(tx, id)))!
    return replayRun({ door: city.door, planOf: () => plan, onProgress: () => {} }, row)
  }
  await city.query(
    `WITH gone AS (DELETE FROM work_wish WHERE id IN (SELECT id FROM work_wish ORDER BY id LIMIT 20) RETURNING *)
     INSERT INTO work_wish_history SELECT gone.*, now(), 'correction' FROM gone`,
  )
  expect(await replay()).toEqual({ sameInputs: true, sameResult: true })
  await city.query(
    'UPDATE vacancy SET openings = openings + 3 WHERE id IN (SELECT id FROM vacancy ORDER BY id LIMIT 300)',
  )
  expect(await replay()).toMatchObject({ sameInputs: false })
})

test('sex and ethnic group play no part, to the byte; a reader that lets one of them in is found out', async () => {
  const first = await ended((await start()).id)
  const tempted = await anchorsBy("CASE WHEN p.sex = 'female' THEN 0 ELSE 1 END")
  await permute()
  // With whom somebody would go is shown beside what a run proposes; the run knows nothing of it.
  await city.query(`UPDATE work_wish SET company = 'neighbours'`)
  const second = await ended((await start()).id)
  expect(second.resultHash).toBe(first.resultHash)
  expect(second.inputsHash).toBe(first.inputsHash)
  expect(await anchorsBy("CASE WHEN p.sex = 'female' THEN 0 ELSE 1 END")).not.toEqual(tempted)
  const barred: Tiers = {
    ...shippedTiers(),
    tiers: [{ key: 'women', name: { zh: '', en: '' }, where: 'sex = "female"' }],
  }
  expect(() => tierSql(barred, { plan, on: ON, knownAt: null })).toThrow(/may play no part/)
})

/** The run with a tier of its own, as a careless reader would make it. */
async function anchorsBy(tier: string): Promise<string[]> {
  const { smallClasses } = jobData()
  const builder = new MarketBuilder()
  const clocks = { on: ON, knownAt: new Date().toISOString() }
  return city.door.asJob(async (tx) => {
    for await (const rows of openings(tx, { ...clocks, kinds: ['employer', 'workshop', 'public_post', 'corridor'] }))
      for (const row of rows) builder.addVacancy(vacancyLine(row, smallClasses)!)
    for await (const rows of seekers(tx, { ...clocks, within: whole.scope, tier, where: ASKED }))
      for (const row of rows) builder.addPerson(personLine(seekerOf(row), smallClasses, ON))
    const built = builder.build('s', smallClasses.middleClass)
    const engine = engineOf(built.market, shippedWeights())
    const { anchor } = runCity(engine)
    return Array.from(anchor, (slot, at) => `${built.personIds[engine.order[at]!]} ${slot}`).sort()
  })
}

test('killed while it writes it leaves nothing, is shown as broken off, and is done anew; two at once are refused', async () => {
  const killer = new AbortController()
  let hold = () => {}
  const held = new Promise<void>((resolve) => {
    hold = resolve
  })
  work = async (task, onProgress, signal) => {
    await held
    const apart = matchingApart(city.database.roleUrl('ricebowl_job'))
    const dying = (share: number) => {
      onProgress(share)
      if (share >= 0.85) killer.abort()
    }
    return apart(task, dying, AbortSignal.any([signal, killer.signal]))
  }
  const { id } = await start()
  await expect(start()).rejects.toMatchObject({ code: 'jobs.run.underWay', status: 409 })
  hold()
  expect(await ended(id)).toMatchObject({ state: 'broken', counts: null, resultHash: null })
  expect([reported, await rowsOf('match_person', id), await rowsOf('match_vacancy', id)]).toEqual([1, 0, 0])
  await expect(result(id)).rejects.toMatchObject({ code: 'jobs.run.notDone' })
  work = here
  expect(await ended((await start()).id)).toMatchObject({ state: 'done' })
}, 60_000)

test('stopped, nothing of it is kept; what the server before left under way is broken off at the next start', async () => {
  work = (_, __, signal) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error())))
  const { id } = await start()
  await expect.poll(async () => (await view(id)).state).toBe('running')
  await handlers.stopMatchRun({ params: { id }, body: { clientId: randomUUID() } }, ctx(whole))
  expect(await ended(id)).toMatchObject({ state: 'stopped', resultHash: null })
  const left = await start()
  await expect.poll(async () => (await view(left.id)).state).toBe('running')
  await jobs.stop()
  expect((await view(left.id)).endedAt).toBeNull()
  work = here
  jobs = openJobs()
  await jobs.start()
  expect(await ended(left.id)).toMatchObject({ state: 'broken' })
})

test('nobody and nothing to place is a result too', async () => {
  const none = await ended((await start({ on: '1999-01-01', people: 'wish' })).id)
  expect(none).toMatchObject({ state: 'done', counts: { people: 0, vacancies: 0, openings: 0, placed: 0 } })
})

test('somebody is told what they got, what others took before them, or what alone bars them, without another’s data', async () => {
  const { id } = await ended((await start({ kinds: ['employer'] })).id)
  const told = async (person: number) =>
    (await handlers.getPersonMatch({ params: { id: person }, query: { run: id } }, ctx(county))).result!
  const people = await listed(id, county)
  const placed = await told(people.find(({ reason }) => reason === null)!.person)
  expect(placed.proposals[0]).toMatchObject({ rank: 1, worth: { total: placed.proposals[0]!.points } })
  expect((await told(people.find(({ reason }) => reason === 'notAsked')!.person)).proposals).toEqual([])
  await toldInCompany(id)
  const full = await city.query<{ person_id: number }>(
    `SELECT person_id FROM match_person WHERE run_id = $1 AND reason = 'allFull' ORDER BY better DESC, person_id LIMIT 1`,
    [id],
  )
  const all = await handlers.getPersonMatch({ params: { id: full[0]!.person_id }, query: { run: id } }, ctx(whole))
  const { ahead, better } = all.result!
  expect([ahead.length > 0, better >= ahead.length]).toEqual([true, true])
  for (const { own, cutOff, why } of ahead)
    if (why === 'tier') expect(own.tier).toBeGreaterThan(cutOff.tier)
    else if (why === 'rank') expect(own.rank).toBeGreaterThan(cutOff.rank)
  const barred = people.find(({ reason }) => reason === 'wage' || reason === 'certificate' || reason === 'place')
  if (barred) expect((await told(barred.person)).wouldOpen.length).toBeGreaterThan(0)
})

/** Two of a village who would go together: the same proposals, those near the other's first among the back-ups, and no anchor moved. */
async function toldInCompany(id: number) {
  const [pair] = await city.query<{ one: number; other: number }>(
    `SELECT a.person_id AS one, b.person_id AS other FROM match_proposal a
       JOIN match_proposal b ON b.run_id = a.run_id AND b.area = a.area AND b.person_id <> a.person_id
       JOIN vacancy x ON x.id = a.vacancy_id AND x.place % 10000000000 >= 1000000
       JOIN vacancy y ON y.id = b.vacancy_id AND y.place / 1000000 = x.place / 1000000
       JOIN work_wish w ON w.person_id = a.person_id JOIN work_wish v ON v.person_id = b.person_id
      WHERE a.run_id = $1 AND a.rank > 1 ORDER BY 1, 2 LIMIT 1`,
    [id],
  )
  await city.query(`UPDATE work_wish SET company = NULL`)
  const query = { run: id }
  const ask = async () => (await handlers.getPersonMatch({ params: { id: pair!.one }, query }, ctx(whole))).result!
  const before = await ask()
  expect(before.company).toBeNull()
  await city.query(`UPDATE work_wish SET company = 'neighbours' WHERE person_id = ANY ($1)`, [[pair!.one, pair!.other]])
  const { company, proposals } = await ask()
  expect(company).toMatchObject({ kind: 'neighbours', people: [{ person: pair!.other }] })
  const ids = (all: typeof proposals) => all.map(({ vacancy }) => vacancy.id).sort()
  expect(ids(proposals)).toEqual(ids(before.proposals))
  expect(proposals.find(({ rank }) => rank === 1)).toEqual(
    before.proposals[0]!.rank === 1 ? { ...before.proposals[0]!, together: proposals[0]!.together } : undefined,
  )
  const first = proposals.find(({ rank }) => rank > 1)!
  expect(first.together).toMatchObject({ people: 1 })
}

test('chances of getting a vacancy follow the cut-off of the last run that placed the people there; without one it is open', async () => {
  const { id } = await ended((await start()).id)
  const [full] = await city.query<{ vacancy_id: number }>(
    `SELECT vacancy_id FROM match_vacancy JOIN match_proposal USING (run_id, vacancy_id)
      WHERE run_id = $1 AND match_vacancy.cut_off IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
    [id],
  )
  const open = new OpenVacancies((task) => city.door.asJob(task))
  const handlers = () =>
    offerHandlers({
      plan: () => plan,
      defaults: async () => ({ on: ON, plan: plan.key, demo: null }),
      open,
    })
  const chances = async (by: Officer, offers = handlers()) => {
    const { run, candidates } = await offers.listCandidates({ params: { id: full!.vacancy_id }, query: {} }, ctx(by))
    return { run: run?.id, chances: [...new Set(candidates.map(({ chance }) => chance))] }
  }
  const { chance } = shippedWeights()
  const told = await chances(whole)
  expect(told.run).toBe(id)
  expect(told.chances.length).toBeGreaterThan(0)
  expect(told.chances).not.toContain(chance.open)
  const own = await ended((await start({}, county)).id)
  expect(own.counts!.people).toBe((await result(id, county)).scope.people)
  expect([(await chances(whole)).run, (await chances(county)).run]).toEqual([id, own.id])
  // What a run found never changes and is read once; where it had left places everywhere, every chance is open.
  const kept = handlers()
  await chances(whole, kept)
  await city.query('UPDATE match_vacancy SET cut_off = NULL WHERE run_id = $1', [id])
  expect((await chances(whole, kept)).chances).toEqual(told.chances)
  expect((await chances(whole)).chances).toEqual([chance.open])
})

test('what old runs proposed is taken away, but for what a referral rests on; cut-offs, hashes and the newest result stay', async () => {
  const old = (await ended((await start()).id)).id
  const newest = (await ended((await start()).id)).id
  const cutOffs = await rowsOf('match_vacancy', old)
  const [referred] = await city.query<{ person_id: number; rows: number }>(
    'SELECT person_id, count(*)::int AS rows FROM match_proposal WHERE run_id = $1 GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1',
    [old],
  )
  await city.query(
    `INSERT INTO referral (county, area, person_id, vacancy_county, vacancy_id, title, employer, origin, run_id, valid_from, known_from, source)
     SELECT county, area, person_id, county, vacancy_id, '', '', 'run', run_id, $3, now(), 'test' FROM match_proposal
      WHERE run_id = $1 AND person_id = $2 AND rank = 1`,
    [old, referred!.person_id, ON],
  )
  const in90Days = new Date(Date.now() + 90 * 86_400_000 + 60_000)
  expect(await pruneRuns(city.door, null, in90Days)).toEqual([])
  expect(await pruneRuns(city.door, 90, new Date())).toEqual([])
  expect(await pruneRuns(city.door, 90, in90Days)).toContain(old)
  expect(await pruneRuns(city.door, 90, in90Days)).toEqual([])
  expect([await rowsOf('match_person', old), await rowsOf('match_proposal', old)]).toEqual([1, referred!.rows])
  expect(await rowsOf('match_vacancy', old)).toBe(cutOffs)
  expect(await view(old)).toMatchObject({ resultHash: expect.any(String), prunedAt: expect.any(String) })
  await expect(result(old)).rejects.toMatchObject({ code: 'jobs.run.pruned', status: 410 })
  await expect(listed(old, whole)).rejects.toMatchObject({ code: 'jobs.run.pruned' })
  const query = { run: old }
  const told = await handlers.getPersonMatch({ params: { id: referred!.person_id }, query }, ctx(whole))
  expect(told.result!.proposals).toHaveLength(referred!.rows)
  expect((await result(newest)).scope.people).toBeGreaterThan(100)
  const again = (await city.door.asJob((tx) => findRun(tx, old)))!
  expect(await replayRun({ door: city.door, planOf: () => plan, onProgress: () => {} }, again)).toMatchObject({
    sameResult: true,
  })
})

test('every night one run: due once the city is determined and the time has come, made up for when it broke off, a few times', async () => {
  let now = new Date(Date.now() + 86_400_000)
  let nudged = 0
  const schedule = startMatchingSchedule({
    ...{ door: city.door, defaults: async () => ({ plan: plan.key, on: ON }), now: () => now, report: () => {} },
    keptDays: () => null,
    nudge: () => {
      nudged++
    },
  })
  const breakOff = () => city.query(`UPDATE match_run SET ended_at = asked_at WHERE ended_at IS NULL`)
  expect(await schedule.look()).toBe(false)
  await city.query(`INSERT INTO setting (key, value) VALUES ('determination', '{}')`)
  expect([await schedule.look(), await schedule.look()]).toEqual([true, false])
  for (const again of [true, true, false]) {
    await breakOff()
    expect(await schedule.look()).toBe(again)
  }
  now = new Date(now.getTime() + 86_400_000)
  expect([await schedule.look(), nudged]).toEqual([true, 4])
  await breakOff()
  schedule.stop()
})
