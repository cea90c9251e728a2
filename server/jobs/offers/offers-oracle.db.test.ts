import { afterAll, beforeAll, expect, test } from 'vitest'
import { offersFor } from '#domain/jobs/explained/for-person.ts'
import { alone } from '#domain/jobs/explained/open-market.ts'
import { CONDITIONS, type Condition, unmet } from '#domain/jobs/market/conditions.ts'
import { randomOf } from '#domain/jobs/market/lottery.ts'
import { utility } from '#domain/jobs/market/utility.ts'
import { type SmallCity, smallCity } from '../../../test/small-city.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { jobData } from '../job-data.ts'
import { shippedWeights } from '../matching-weights.ts'
import { shippedTiers, tierSql } from '../tiers.ts'
import { personLine, type Wisher } from './market-lines.ts'
import { findPersonAndWish } from './offer-rows.sql.ts'
import { judgedBySql, type OracleLine, topBySql } from './offers-oracle.sql.ts'
import { countyCodes } from './open-vacancies.sql.ts'
import { OpenVacancies, type Snapshot } from './open-vacancies.ts'

const ON = '2021-09-17'
const PEOPLE = 25
const weights = shippedWeights()

let city: SmallCity
let snapshot: Snapshot
let told: { wisher: Wisher; lines: OracleLine[]; top: OracleLine[] }[]

beforeAll(async () => {
  city = await smallCity()
  const people = await drawWishes()
  await varyVacancies()
  await city.query('ANALYZE work_wish, vacancy, person, membership, training')
  await city.door.asJob(async (tx) => {
    // Compiling a statement that is asked once takes longer than asking it.
    await tx.query('SET LOCAL jit = off')
    snapshot = await new OpenVacancies((work) => work(tx)).on(ON)
    const given = { on: ON, weights, classes: jobData().smallClasses.codes, counties: (await countyCodes(tx)).sort() }
    told = []
    const tier = tierSql(shippedTiers(), { plan: getPlans().get('chongqing-2021')!, on: ON, knownAt: null })
    for (const person of people) {
      const ask = { ...given, person }
      const wisher = (await findPersonAndWish(tx, person, { on: ON, tier })) as Wisher
      told.push({ wisher, lines: await judgedBySql(tx, ask), top: await topBySql(tx, ask, 10) })
    }
  })
})
afterAll(() => city?.drop())

/** Wishes of every kind, drawn by chance, of people of every kind. */
async function drawWishes(): Promise<number[]> {
  const below = randomOf('wishes')
  const some = <T>(all: readonly T[], most: number) => all.filter(() => below(all.length) < most)
  const people = await city.query<{ id: number; area: number; county: number }>(
    `SELECT id, area, county FROM person WHERE death_date IS NULL AND NOT EXISTS (SELECT FROM work_wish w WHERE w.person_id = person.id)
      ORDER BY id % 997, id LIMIT $1`,
    [PEOPLE],
  )
  const offered = await city.query<{ occupation: string }>('SELECT DISTINCT occupation FROM vacancy ORDER BY 1')
  for (const [at, { id, area, county }] of people.entries()) {
    const first = offered[below(offered.length)]!.occupation
    const others = some(offered, 2).map(({ occupation }) => occupation)
    await city.query(
      `INSERT INTO work_wish (county, area, id, person_id, occupations, reach, provinces, wage_floor_fen, cannot, busy_months, valid_from,
         valid_to, known_from, source, evidence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '2021-09-01', '2022-09-01', '2021-09-02', 'test', 'visit')`,
      [
        ...[county, area, 8_000_000_000 + at, id, [...new Set([first, ...others])].slice(0, 4)],
        ['village', 'town', 'county', 'city', 'away'][at % 5],
        at % 5 === 4 ? [440_000_000_000, 370_000_000_000] : [],
        [null, 150_000, 320_050, 450_000][below(4)],
        some(['lifting', 'heights', 'longDays', 'nights', 'dust'], 1),
        below(4) ? [] : [5, 9],
      ],
    )
  }
  return people.map(({ id }) => id)
}

/** What the generated ones leave out: vacancies near these people, wages of every form and none, schooling, ages, seasons. */
async function varyVacancies(): Promise<void> {
  await city.query(
    `UPDATE vacancy SET place = w.area FROM (SELECT area, row_number() OVER (ORDER BY id) AS n FROM work_wish) AS w WHERE vacancy.id % 150 = w.n`,
  )
  const column = (set: string, of: number, at: number) =>
    city.query(`UPDATE vacancy SET ${set} WHERE id % ${of} = ${at}`)
  await column('wage_low_fen = NULL, wage_high_fen = NULL', 7, 1)
  await column("wage_form = 'hour', wage_low_fen = 1833, wage_high_fen = 2417", 11, 2)
  await column("education = 'senior'", 5, 3)
  await column("education = 'junior', age_from = 30, age_to = 44, age_rule = 'x'", 6, 4)
  await column('season = NULL', 4, 1)
  await column("certificate = '健康证、茶艺师证'", 13, 5)
}

/** Where engine and SQL say something else of a person. */
function differences(wisher: Wisher, lines: readonly OracleLine[], top: readonly OracleLine[]): string[] {
  const { packed } = snapshot
  const { market, engine } = alone(packed, personLine(wisher, jobData().smallClasses, ON))
  const row = new Map(packed.vacancyIds.map((id, at) => [Number(id), at]))
  const found: string[] = []
  for (const line of lines) {
    const bits = unmet(market, weights, 0, row.get(line.id)!)
    const names = (Object.keys(CONDITIONS) as Condition[]).filter((name) => bits & CONDITIONS[name])
    if (names.join() !== line.unmet.join()) found.push(`${line.id}: ${names} ≠ ${line.unmet}`)
    const { total } = utility(market, weights, 0, row.get(line.id)!)
    if (bits === 0 && total !== line.points) found.push(`${line.id}: ${total} ≠ ${line.points} points`)
  }
  const offers = offersFor(market, engine, new Int32Array(packed.index.vacancy.length).fill(-1), 0, 10)
  const best = offers.map(({ vacancy, surplus }) => ({ id: Number(packed.vacancyIds[vacancy]), surplus }))
  if (best.map(({ surplus }) => surplus).join() !== top.map(({ surplus }) => surplus).join()) found.push('other top 10')
  const sure = (all: readonly { id: number; surplus: number }[]) =>
    all.flatMap(({ id, surplus }) => (surplus > (top.at(-1)?.surplus ?? 0) ? id : [])).toSorted()
  if (sure(best).join() !== sure(top).join()) found.push('others in the top 10')
  return found
}

test('engine and SQL agree on every condition, the points and the ten best of every drawn person', () => {
  expect(told.flatMap(({ wisher, lines, top }) => differences(wisher, lines, top))).toEqual([])
  const all = told.flatMap(({ lines }) => lines)
  expect(all.length).toBe(PEOPLE * (snapshot.rows.size - [...snapshot.rows.values()].filter(isCityWide).length))
  expect(told.filter(({ top }) => top.length > 0).length).toBeGreaterThan(PEOPLE / 3)
  // Every condition that rows of the ledger can fail is failed by somebody.
  expect(new Set(all.flatMap(({ unmet: names }) => names)).size).toBe(11)
})
const isCityWide = ({ place }: { place: number }) => place === 500_000_000_000

test.each<[string, Partial<Wisher>]>([
  ['the least wage', { wage_floor_fen: null }],
  ['what the body cannot', { cannot: [] }],
  ['the busy months', { busy_months: [] }],
  ['the age', { birth_date: '1990-01-01' }],
  ['the reach', { reach: 'county' }],
  ['the tier', { tier: 3 }],
  ['the schooling', { education: 'master' }],
  ['the certificates', { certificates: ['健康证', '茶艺师证'] }],
])('negative control: an engine that does not read %s is noticed', (_, broken) => {
  expect(told.flatMap(({ wisher, lines, top }) => differences({ ...wisher, ...broken }, lines, top))).not.toEqual([])
})
