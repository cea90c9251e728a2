import { DuckDBInstance } from '@duckdb/node-api'
import type { Engine } from '#domain/jobs/engine/engine.ts'
import { pointsOf } from '#domain/jobs/engine/search.ts'
import { levelOf, wishOf } from '#domain/jobs/market/conditions.ts'
import type { Market } from '#domain/jobs/market/market.ts'
import { relatedOccupations } from '#domain/jobs/market/related.ts'
import { referencePoints, wagePoints } from '#domain/jobs/market/utility.ts'
import type { Weights } from '#domain/jobs/market/weights.ts'
import { timed } from '../measure.ts'

type Database = Awaited<ReturnType<Awaited<ReturnType<typeof DuckDBInstance.create>>['connect']>>
export type Lists = { keys: Int32Array; length: Uint8Array; most: number }

/** The same ten best of everybody by one statement over columns; answers how long it took, and of how many people the points differ from `ours`. */
export async function topTenByDuck(market: Market, engine: Engine, ours: Lists, threads: number) {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) })
  const duck = await instance.connect()
  const filled = await timed(() => fill(duck, market, engine.weights))
  const asked = await timed(() => duck.run(statement(engine.weights)))
  const differs = await countDifferent(duck, engine, ours)
  duck.closeSync()
  instance.closeSync()
  return { fillMs: filled.ms, ms: asked.ms, cpuMs: asked.cpuMs, differs }
}

const PERSON = 'id, home, village, age, tier, schooling, certificates, cannot, floor, reach, reference'
const VACANCY =
  'occupation, place, village, high, pay, schooling, skill, age_min, age_max, certificates, demands, kind, openings'

async function fill(duck: Database, market: Market, weights: Weights): Promise<void> {
  const { people, vacancies } = market
  await fillTable(duck, 'person', PERSON, people.count, (row) => [
    [
      ...[row, people.home[row]!, people.village[row]!, people.age[row]!, people.tier[row]!, people.schooling[row]!],
      ...[people.certificates[row]!, people.cannot[row]!, people.wageFloor[row]!, people.reach[row]!],
      referencePoints(weights, people.wageFloor[row]!),
    ],
  ])
  await fillTable(duck, 'wish', 'person, occupation, level, points', people.count, (row) => {
    const wishes = [...people.wish.subarray(people.wishAt[row]!, people.wishAt[row + 1]!)]
    const near = wishes.flatMap((wish) => relatedOccupations(market.middleClass, wish, weights.related.length))
    return [...new Set([...wishes, ...near])].map((occupation) => [
      ...[row, occupation, levelOf(market, row, occupation)],
      wishOf(market, weights, row, occupation)!.points,
    ])
  })
  await fillTable(duck, 'goes', 'person, place, points', people.count, (row) =>
    Array.from(people.place.subarray(people.placeAt[row]!, people.placeAt[row + 1]!), (place, rank) => [
      ...[row, place, weights.place[Math.min(rank, weights.place.length - 1)]!],
    ]),
  )
  await fillTable(duck, 'vacancy', VACANCY, vacancies.count, (row) => [
    [
      ...[vacancies.occupation[row]!, vacancies.place[row]!, vacancies.village[row]!, vacancies.wageHigh[row]!],
      ...[wagePoints(weights, vacancies.wageLow[row]!, vacancies.wageHigh[row]!), vacancies.schooling[row]!],
      ...[vacancies.skill[row]!, vacancies.ageMin[row]!, vacancies.ageMax[row]!, vacancies.certificates[row]!],
      ...[vacancies.demands[row]!, vacancies.kind[row]!, vacancies.openings[row]!],
    ],
  ])
}

async function fillTable(
  duck: Database,
  table: string,
  columns: string,
  count: number,
  rowsOf: (row: number) => number[][],
): Promise<void> {
  await duck.run(`CREATE TABLE ${table} (${columns.replaceAll(/\w+/g, '$& INTEGER')})`)
  const appender = await duck.createAppender(table)
  for (let row = 0; row < count; row++)
    for (const values of rowsOf(row)) {
      for (const value of values) appender.appendInteger(value)
      appender.endRow()
    }
  appender.closeSync()
}

const statement = ({ wage, sameTown, workshop, publicPost, publicPostTier, skill }: Weights): string => `
CREATE TABLE best AS
SELECT p.id, max(w.points + w.level * ${skill} + g.points + least(${wage.most}, greatest(${wage.least}, v.pay - p.reference))
                 + CASE WHEN v.place = p.home THEN CASE WHEN v.village // 1000 = p.village // 1000 THEN ${sameTown} ELSE 0 END
                     + CASE v.kind WHEN 1 THEN ${workshop} WHEN 2 THEN ${publicPost} ELSE 0 END ELSE 0 END, 10) AS points
  FROM person p JOIN wish w ON w.person = p.id JOIN goes g ON g.person = p.id
  JOIN vacancy v ON v.occupation = w.occupation AND v.place = g.place
 WHERE v.openings > 0 AND v.high >= p.floor AND p.schooling >= v.schooling AND w.level >= v.skill
   AND p.age BETWEEN v.age_min AND v.age_max AND v.certificates & ~p.certificates = 0 AND v.demands & p.cannot = 0
   AND CASE WHEN v.place <> p.home THEN v.kind <> 2
            ELSE (v.kind <> 2 OR p.tier <= ${publicPostTier}) AND CASE p.reach WHEN 0 THEN v.village = p.village
                  WHEN 1 THEN v.village // 1000 = p.village // 1000 ELSE true END END
 GROUP BY p.id`

async function countDifferent(duck: Database, { order }: Engine, { keys, length, most }: Lists): Promise<number> {
  const theirs = new Map<number, string>()
  const read = await duck.runAndReadAll("SELECT id, array_to_string(points, ' ') FROM best")
  for (const [id, points] of read.getRows() as [number, string][]) theirs.set(id, points)
  let differs = 0
  for (const [position, row] of order.entries()) {
    const own = Array.from(keys.subarray(position * most, position * most + length[position]!), pointsOf)
    if (own.join(' ') !== (theirs.get(row) ?? '')) differs++
  }
  return differs
}
