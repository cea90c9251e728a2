import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { lastDay, monthOf } from '#domain/indicators/closing/month.ts'
import { levelOf, subtree } from '#domain/places/area.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Ctx } from '#server/context.ts'
import type { Acting, Tx } from '#server/db.ts'
import { bulletinAsked } from '#server/indicators/bulletin/bulletin-asked.ts'
import { layBulletin } from '#server/indicators/bulletin/formats.ts'
import { type Actor, confirm, openDesk } from '#server/indicators/closing/approve.ts'
import { close } from '#server/indicators/closing/close.ts'
import { freeze, runToFreeze } from '#server/indicators/closing/freeze.ts'
import { getFrozen, reportedFigures } from '#server/indicators/closing/reported.ts'
import { verify } from '#server/indicators/closing/verify.ts'
import { type FigureRuns, figureRuns } from '#server/indicators/figure-run.ts'
import { figuresHandlers } from '#server/indicators/figures.handlers.ts'
import { indicatorOf } from '#server/indicators/question.ts'
import { differingRecords } from '#server/indicators/restatement/difference.sql.ts'
import { pairOf } from '#server/indicators/restatement/restated.ts'
import { allLines, openMonth } from '#server/indicators/restatement/restatement.handlers.ts'
import { trace } from '#server/indicators/restatement/trace.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { run as figuresCommand } from '../cli/figures.ts'
import type { Io } from '../cli/terminal/io.ts'
import { fewCounties, type SmallCity } from './small-city.ts'

const CITY = 500_000_000_000
const COUNTY = 500_235_000_000
const KEY = 'lifted-in-work'
const LATE = '区县逾期未报，已逐一电话核对'
const plans = getPlans()
const plan = plans.get('chongqing-2021') as Plan
/** The months of which a figure of the plan was published; closed in this order, so that one is closed after the month that follows it. */
const MONTHS = ['2021-07', '2021-06', '2021-09', '2022-06', '2024-07', '2024-09', '2024-12']
const NOW = new Date('2026-01-05T08:00:00Z')
let city: SmallCity
let runs: FigureRuns
let posts: Map<number, { acting: Acting; who: Actor }>

beforeAll(async () => {
  city = await fewCounties()
  runs = figureRuns(city.door)
}, 120_000)
afterAll(() => city?.drop())

const asker = {
  asPost: <T>(work: (tx: Tx) => Promise<T>) => city.door.asJob(work),
  post: { area: CITY, scope: subtree(CITY) },
  now: NOW,
}
const given = () => ({ plans, runs, defaults: async () => ({ on: '2021-09-17', plan: plan.key }) })

/** An officer for every unit there is: one statement, however many. */
async function officersOf(units: readonly number[]): Promise<typeof posts> {
  const roles = units.map((area) => (['city', 'county', 'town', 'village'] as const)[levelOf(area) - 1]!)
  const ends = units.map((area) => subtree(area).hi)
  const held = await city.query<{ area: number; officer: number; post: number; title: string }>(
    `WITH unit AS (SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS u(lo, hi, role)),
          who AS (INSERT INTO officer (sign_in, name, password_hash, created_at) SELECT lo::text, '测试员', 'x', '2020-01-01' FROM unit RETURNING id, sign_in)
     INSERT INTO post (officer_id, role, title, lo, hi, started_on)
     SELECT who.id, role, role || ' ' || lo, lo, hi, '2020-01-01' FROM unit JOIN who ON who.sign_in = lo::text
     RETURNING lo AS area, officer_id AS officer, id AS post, title`,
    [units, ends, roles],
  )
  return new Map(
    held.map(({ area, officer, post, title }) => {
      const scope = subtree(area)
      const who = { officer: { id: officer, name: '测试员' }, post: { id: post, title, area, scope }, now: NOW }
      return [area, { acting: { officer, post, scope }, who: who as unknown as Actor }]
    }),
  )
}
const unitsOf = (month: string) =>
  city.query<{ area: number; hash: string }>(
    `SELECT area, hash FROM snapshot_area a JOIN snapshot s ON s.id = a.snapshot AND s.unit_division = a.division
      WHERE s.on_day = $1 ORDER BY (area % 1000 = 0)::int, (area % 1000000 = 0)::int, (area = ${CITY})::int, area`,
    [lastDay(month)],
  )
const confirmAs = (month: string, { area, hash }: { area: number; hash: string }, reason?: string) => {
  const { acting, who } = posts.get(area)!
  return city.door.asPost(acting, async (tx) =>
    confirm(tx, await openDesk(tx, plan, lastDay(month), NOW, 'together'), { area, hash }, reason, who),
  )
}
const closeAs = (month: string, reason?: string) => {
  const { acting, who } = posts.get(CITY)!
  return city.door.asPost(acting, async (tx) => {
    const desk = await openDesk(tx, plan, lastDay(month), NOW, 'alone')
    const at = { ...who, now: new Date(NOW.getTime() + MONTHS.indexOf(month) * 1000) }
    return close(tx, desk, plan, { seal: desk.snapshot.seal, inPlaceReason: reason }, at)
  })
}

type Told = { figures: string; bulletin: Buffer[]; trend: unknown; cli: unknown }
/** Everything that is said of a closed month, as it is said: figures of city and county, the bulletin in every format, trend, command. */
async function told(month: string): Promise<Told> {
  const figures = await city.door.asJob(async (tx) =>
    Promise.all([CITY, COUNTY].map(async (area) => (await reportedFigures(tx, plan, month, area)).figures)),
  )
  const { text, plan: of } = await bulletinAsked(given(), asker, { month, language: 'zh', area: CITY })
  const bulletin = []
  for (const format of ['docx', 'xlsx', 'pdf'] as const)
    bulletin.push(await layBulletin({ bulletin: text, plan: of, format }))
  const query = { area: CITY, on: lastDay(month), months: 1, reported: true }
  const { points } = await figuresHandlers(given()).listFigureSeries(
    { params: { indicator: KEY }, query },
    asker as Ctx,
  )
  return { figures: JSON.stringify(figures), bulletin, trend: points.at(-1), cli: await reportedByCommand(month) }
}
async function reportedByCommand(month: string) {
  let said: unknown
  const environment = { dataDir: inject('testServer').dataDir, port: 0, databaseUrl: city.database.url }
  const io: Io = { json: true, environment, answer: (value) => (said = value), log: () => {} }
  expect(await figuresCommand(['--reported', month], io)).toBe(0)
  return (said as { indicator: string; value: number }[]).map(({ indicator, value }) => [indicator, value])
}
const before = new Map<string, Told>()

describe('every month of which a figure was published', () => {
  it('is one of those that are closed here', () => {
    expect([...new Set(plan.published.map(({ on }) => monthOf(on)))].toSorted()).toEqual(MONTHS.toSorted())
  })

  it.each(MONTHS)(
    '%s is frozen, confirmed upward and closed',
    async (month) => {
      const run = await runToFreeze(runs, { plan, on: lastDay(month), now: NOW })
      const began = performance.now()
      await city.door.asJob((tx) => freeze(tx, run, { plan, now: NOW }, null))
      console.log(`${month} frozen in ${((performance.now() - began) / 1000).toFixed(1)} s`)
      const units = await unitsOf(month)
      posts ??= await officersOf(units.map(({ area }) => area))
      const counties = units.filter(({ area }) => area % 1_000_000 === 0 && area !== CITY)
      // Of the first month every unit of one county speaks for itself, villages first; else counties speak in place of those below.
      let confirmed = 0
      for (const unit of month === MONTHS[0] ? units.filter(({ area }) => Math.floor(area / 1e6) === COUNTY / 1e6) : [])
        confirmed += await confirmAs(month, unit)
      for (const unit of counties)
        if (month !== MONTHS[0] || unit.area !== COUNTY) confirmed += await confirmAs(month, unit, LATE)
      expect(confirmed).toBe(units.length - 1)
      await closeAs(month)
      const frozen = await city.door.asJob((tx) => getFrozen(tx, plan.key, lastDay(month)))
      expect(frozen.closing).toMatchObject({ seal: frozen.snapshot.seal })
      expect(await city.door.asJob((tx) => verify(tx, frozen))).toMatchObject({ broken: [], sealed: true, whole: true })
    },
    300_000,
  )

  it('says of itself the same by figures, trend, command and bulletin, with definition and hash', async () => {
    for (const month of MONTHS) {
      before.set(month, await told(month))
      const { figures, hash, seal } = await city.door.asJob((tx) => reportedFigures(tx, plan, month, CITY))
      const own = figures.find(({ indicator }) => indicator.key === KEY)!
      expect(before.get(month)!.trend).toEqual({ on: lastDay(month), value: own.tally.value })
      expect(before.get(month)!.cli).toContainEqual([KEY, own.tally.value])
      const { text } = await bulletinAsked(given(), asker, { month, language: 'zh', area: CITY })
      expect(text.provenance.join()).toContain(hash)
      expect(text.provenance.join()).toContain(seal)
      expect(text.definitions.map((one) => one.hash)).toContain(own.definition)
    }
  }, 300_000)
})

/** Things that happen after all of it was reported, each as the ledger writes it, at a moment of its own. */
async function correctLater(): Promise<Record<'late' | 'wrong' | 'merged' | 'undone', number>> {
  const at = (minute: number) => `'2026-01-06T00:0${minute}:00Z'::timestamptz`
  const people = await city.query<{ id: number; area: number; spell: number }>(
    `SELECT p.id, p.area, min(e.id) AS spell FROM person p JOIN employment e ON e.county = p.county AND e.person_id = p.id
      WHERE p.county = 500235 AND p.id = ANY ($1::bigint[]) GROUP BY p.id, p.area HAVING count(*) = 1 ORDER BY p.id LIMIT 4`,
    [await alwaysCounted()],
  )
  const [wrong, merged, undone, model] = people
  const [idle] = await city.query<{ id: number; area: number }>(
    `SELECT p.id, p.area FROM person p JOIN membership m ON m.county = p.county AND m.person_id = p.id
      WHERE p.county = 500235 AND m.kind = 'lifted' AND m.valid_from <= '2021-01-01' AND m.valid_to IS NULL AND p.death_date IS NULL
        AND p.birth_date BETWEEN '1970-01-01' AND '1995-01-01'
        AND NOT EXISTS (SELECT FROM employment e WHERE e.county = p.county AND e.person_id = p.id)
        AND NOT EXISTS (SELECT FROM membership_history h WHERE h.county = p.county AND h.person_id = p.id) ORDER BY p.id LIMIT 1`,
  )
  const change = (spell: number, minute: number, why: string, set: string) =>
    city.query(
      `WITH said AS (SELECT * FROM employment WHERE county = 500235 AND id = ${spell}),
            kept AS (INSERT INTO employment_history SELECT said.*, ${at(minute)}, '${why}' FROM said)
       UPDATE employment t SET known_from = ${at(minute)}, ${set} FROM said WHERE t.county = said.county AND t.id = said.id`,
    )
  await city.query(
    `INSERT INTO employment SELECT (jsonb_populate_record(e, jsonb_build_object('id', nextval('ledger_id'), 'person_id', ${idle!.id},
       'area', ${idle!.area}, 'known_from', ${at(1)}, 'source', 'officer', 'valid_from', '2021-01-01', 'valid_to', NULL))).*
     FROM employment e WHERE county = 500235 AND id = ${model!.spell}`,
  )
  await change(wrong!.spell, 2, 'correction', `valid_from = '2025-02-01'`)
  await change(
    merged!.spell,
    3,
    'merged',
    `person_id = ${model!.id}, valid_from = '2010-01-01', valid_to = '2010-02-01'`,
  )
  await city.query(
    `WITH said AS (DELETE FROM employment WHERE county = 500235 AND id = ${undone!.spell} RETURNING *)
     INSERT INTO employment_history SELECT said.*, ${at(4)}, 'undone' FROM said`,
  )
  await city.query(`UPDATE ledger_head SET changed_at = '2026-01-06T00:09:00Z'`)
  return { late: idle!.id, wrong: wrong!.id, merged: merged!.id, undone: undone!.id }
}
/** People of the county whom the figure counts in every one of the months, and is the one spell of each why. */
async function alwaysCounted(): Promise<number[]> {
  const days = MONTHS.map(lastDay)
  const rows = await city.query<{ id: number }>(
    `SELECT p.id FROM person p JOIN employment e ON e.county = p.county AND e.person_id = p.id
       JOIN membership m ON m.county = p.county AND m.person_id = p.id AND m.kind = 'lifted'
      WHERE p.county = 500235 AND p.death_date IS NULL AND p.birth_date BETWEEN '1970-01-01' AND '1995-01-01'
        AND m.valid_from <= $1 AND (m.valid_to IS NULL OR m.valid_to > $2) AND e.valid_from <= $1 AND (e.valid_to IS NULL OR e.valid_to > $2)
      GROUP BY p.id HAVING count(*) = 1 ORDER BY p.id`,
    [days.toSorted()[0], days.toSorted().at(-1)],
  )
  return rows.map(({ id }) => id)
}

describe('what is learned afterwards', () => {
  it('changes nothing of what was reported, to the last byte, and opens to people with their reasons', async () => {
    const people = await correctLater()
    for (const month of MONTHS) {
      const after = await told(month)
      expect(after, month).toEqual(before.get(month))
      const asked = await openMonth(given(), asker, month, { area: CITY })
      const lines = await city.door.asJob((tx) => allLines(tx, asked))
      for (const { indicator, reported, now, added, removed } of lines)
        if (added !== null && removed !== null)
          expect((reported.value ?? 0) + added - removed, `${month} ${indicator}`).toBe(now.value ?? 0)
      const line = lines.find(({ indicator }) => indicator === KEY)!
      expect([line.added, line.removed], month).toEqual([1, 3])
      const pair = pairOf(asked, indicatorOf(asked.planThen, KEY))!
      const traced = await city.door.asJob(async (tx) =>
        trace(tx, pair, asked.intervals, await differingRecords(tx, pair, asked.intervals)),
      )
      expect(new Map(traced.map(({ id, was, reason }) => [id, `${was === null ? '+' : '−'}${reason}`])), month).toEqual(
        new Map([
          [people.late, '+late_entry'],
          [people.wrong, '−correction'],
          [people.merged, '−merged'],
          [people.undone, '−undone'],
        ]),
      )
    }
  }, 400_000)

  it('negative control: the ledger as known now says otherwise, so the comparison can fail', async () => {
    const [month] = MONTHS
    const query = { area: CITY, on: lastDay(month!), months: 1 }
    const { points } = await figuresHandlers(given()).listFigureSeries(
      { params: { indicator: KEY }, query },
      asker as Ctx,
    )
    expect(points.at(-1)).not.toEqual(before.get(month!)!.trend)
  }, 120_000)
})
