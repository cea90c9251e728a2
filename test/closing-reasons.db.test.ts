import { afterAll, beforeAll, expect, it } from 'vitest'
import { lastDay } from '#domain/indicators/closing/month.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '#server/db.ts'
import { freeze, runToFreeze } from '#server/indicators/closing/freeze.ts'
import { countedIds } from '#server/indicators/counted/counted.ts'
import { type FigureRuns, figureRuns } from '#server/indicators/figure-run.ts'
import { indicatorOf, questionOf } from '#server/indicators/question.ts'
import { differingRecords } from '#server/indicators/restatement/difference.sql.ts'
import { pairOf } from '#server/indicators/restatement/restated.ts'
import { openMonth } from '#server/indicators/restatement/restatement.handlers.ts'
import { trace } from '#server/indicators/restatement/trace.ts'
import { personTables } from '#server/people/merge/rows-of-person.sql.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { fewCounties, type SmallCity } from './small-city.ts'

const CITY = 500_000_000_000
const COUNTY = 500_235_000_000
/** A village of the county beside it. */
const AWAY = 500_236_001_001
const MONTH = '2021-09'
const KEY = 'lifted-in-work'
const NOW = new Date('2026-01-05T08:00:00Z')
const plan = getPlans().get('chongqing-2021') as Plan
let city: SmallCity
let runs: FigureRuns

beforeAll(async () => {
  city = await fewCounties()
  runs = figureRuns(city.door)
  const run = await runToFreeze(runs, { plan, on: lastDay(MONTH), now: NOW })
  await city.door.asJob((tx) => freeze(tx, run, { plan, now: NOW }, null))
}, 400_000)
afterAll(() => city?.drop())

const asker = {
  asPost: <T>(work: (tx: Tx) => Promise<T>) => city.door.asJob(work),
  post: { area: CITY, scope: { lo: 5e11, hi: 5.1e11 } },
}
const given = (of: Plan = plan) => ({
  plans: new Map([[of.key, of]]),
  runs,
  defaults: async () => ({ on: '2021-09-17', plan: of.key }),
})

/** Who came into the figure or left it, each with the reason: `+late_entry`, `−merged`. */
async function restated(area: number, of: Plan = plan): Promise<Map<number, string>> {
  const asked = await openMonth(given(of), asker, MONTH, { area })
  const pair = pairOf(asked, indicatorOf(asked.planThen, KEY))!
  return city.door.asJob(async (tx) => {
    const moved = await differingRecords(tx, pair, asked.intervals)
    const gone = moved.filter(({ was, now }) => was === null || now === null)
    const traced = await trace(tx, pair, asked.intervals, gone)
    return new Map(traced.map(({ id, was, reason }) => [id, `${was === null ? '+' : '−'}${reason}`]))
  })
}

/** People counted in the county, with one spell of work each. */
async function counted(): Promise<{ id: number; area: number; spell: number }[]> {
  const question = await questionOf(given(), asker, { area: COUNTY, on: lastDay(MONTH), reported: true })
  const ids = await city.door.asJob((tx) => countedIds(tx, question, indicatorOf(question.plan, KEY)))
  return city.query(
    `SELECT p.id, p.area, min(e.id) AS spell FROM person p JOIN employment e ON e.county = p.county AND e.person_id = p.id
      WHERE p.county = 500235 AND p.id = ANY ($1) GROUP BY p.id, p.area HAVING count(*) = 1 ORDER BY p.id LIMIT 10`,
    [ids],
  )
}

it('each kind of change is told by its own reason', async () => {
  const [undone, merged, wrong, died, moves, other] = await counted()
  const [idle] = await city.query<{ id: number; area: number }>(
    `SELECT p.id, p.area FROM person p JOIN membership m ON m.county = p.county AND m.person_id = p.id
      WHERE p.county = 500235 AND m.kind = 'lifted' AND m.valid_from <= '2021-01-01' AND m.valid_to IS NULL AND p.death_date IS NULL
        AND NOT EXISTS (SELECT FROM employment e WHERE e.county = p.county AND e.person_id = p.id)
        AND NOT EXISTS (SELECT FROM membership_history h WHERE h.county = p.county AND h.person_id = p.id) ORDER BY p.id LIMIT 1`,
  )
  // Each at a moment of its own, as the ledger writes it: what is no longer said goes to history in the same statement.
  const at = (minute: number) => `'2026-01-04T00:0${minute}:00Z'::timestamptz`
  const remove = (spell: number, minute: number, why: string) =>
    city.query(
      `WITH said AS (DELETE FROM employment WHERE county = 500235 AND id = ${spell} RETURNING *)
       INSERT INTO employment_history SELECT said.*, ${at(minute)}, '${why}' FROM said`,
    )
  const change = (table: string, id: number, minute: number, why: string, set: string) =>
    city.query(
      `WITH said AS (SELECT * FROM ${table} WHERE county = 500235 AND id = ${id}),
            kept AS (INSERT INTO ${table}_history SELECT said.*, ${at(minute)}, '${why}' FROM said)
       UPDATE ${table} t SET known_from = ${at(minute)}, ${set} FROM said WHERE t.county = said.county AND t.id = said.id`,
    )
  await city.query(
    `INSERT INTO employment SELECT (jsonb_populate_record(e, jsonb_build_object('id', nextval('ledger_id'), 'person_id', ${idle!.id},
       'area', ${idle!.area}, 'known_from', ${at(1)}, 'source', 'officer', 'valid_from', '2021-08-01', 'valid_to', NULL))).*
     FROM employment e WHERE county = 500235 AND id = ${undone!.spell}`,
  )
  await remove(undone!.spell, 2, 'undone')
  await change(
    'employment',
    merged!.spell,
    3,
    'merged',
    `person_id = ${other!.id}, valid_from = '2010-01-01', valid_to = '2010-02-01'`,
  )
  await change('employment', wrong!.spell, 4, 'correction', `valid_from = '2021-02-01', valid_to = '2021-03-01'`)
  await change('person', died!.id, 5, 'died', `death_date = '2021-09-10'`)
  const [place] = await city.query<{ area: number }>(
    'SELECT area FROM person WHERE county = 500235 AND area <> $1 ORDER BY area LIMIT 1',
    [moves!.area],
  )
  await change('person', moves!.id, 6, 'moved', `area = ${place!.area}`)
  await city.query(`UPDATE ledger_head SET changed_at = '2026-01-04T00:09:00Z'`)

  expect(await restated(COUNTY)).toEqual(
    new Map([
      [idle!.id, '+late_entry'],
      [undone!.id, '−undone'],
      [merged!.id, '−merged'],
      [wrong!.id, '−correction'],
      [died!.id, '−died'],
    ]),
  )
  expect((await restated(moves!.area)).get(moves!.id)).toBe('−moved')
  expect((await restated(place!.area)).get(moves!.id)).toBe('+moved')
}, 300_000)

it('who moved across a border is told as moved on both sides, and by what happened afterwards where the whole is asked', async () => {
  const [goes, goesAndDies] = (await counted()).slice(-2)
  const tables = (await city.door.asJob(personTables)).map(({ table }) => table)
  const at = (minute: number) => `'2026-01-04T01:0${minute}:00Z'::timestamptz`
  for (const [minute, { id }] of [goes!, goesAndDies!].entries()) {
    const carry = (table: string, key: string) =>
      `WITH gone AS (DELETE FROM ${table} WHERE county = 500235 AND ${key} = ${id} RETURNING *),
            kept AS (INSERT INTO ${table}_history SELECT gone.*, ${at(minute)}, 'moved' FROM gone)
       INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(gone) || jsonb_build_object('county', 500236, 'area', ${AWAY},
         'household_id', NULL, 'site_id', NULL, 'known_from', ${at(minute)}))).* FROM gone`
    const spells = tables.filter((table) => ['membership', 'employment'].includes(table))
    await city.query(
      `SET session_replication_role = replica; ${[carry('person', 'id'), ...spells.map((table) => carry(table, 'person_id'))].join('; ')}`,
    )
  }
  await city.query(
    `WITH said AS (SELECT * FROM person WHERE county = 500236 AND id = ${goesAndDies!.id}),
          kept AS (INSERT INTO person_history SELECT said.*, ${at(5)}, 'died' FROM said)
     UPDATE person p SET known_from = ${at(5)}, death_date = '2021-09-10' FROM said WHERE p.county = said.county AND p.id = said.id`,
  )
  await city.query(`UPDATE ledger_head SET changed_at = '2026-01-04T01:09:00Z'`)

  const [left, arrived, whole] = [await restated(COUNTY), await restated(500_236_000_000), await restated(CITY)]
  expect([left.get(goes!.id), arrived.get(goes!.id), whole.get(goes!.id)]).toEqual(['−moved', '+moved', undefined])
  const dead = goesAndDies!.id
  expect([left.get(dead), arrived.get(dead), whole.get(dead)]).toEqual(['−moved', undefined, '−died'])
}, 300_000)

it('where nothing was recorded, the definition is the reason', async () => {
  const indicators = plan.indicators.map((one) =>
    one.key === KEY ? { ...one, where: `(${one.where}) and age <= 40` } : one,
  )
  const reasons = [...(await restated(500_101_000_000, { ...plan, indicators })).values()]
  expect(reasons.length).toBeGreaterThan(10)
  expect(new Set(reasons)).toEqual(new Set(['−definition']))
}, 300_000)
