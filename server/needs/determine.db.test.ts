import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue } from '#domain/people/catalogue.ts'
import { parametersOn } from '#domain/plan/parameters-on.ts'
import { compile } from '#domain/rules/predicate.ts'
import type { TestDatabase } from '../../test/database.ts'
import { smallCityDatabase } from '../../test/small-city.ts'
import { type Door, openDoor } from '../db.ts'
import { relationAt } from '../people/as-of.ts'
import { ruleSql } from '../people/why/compiled.ts'
import { getPlans } from '../plan/plan-folder.ts'
import { type Determination, determineAll } from './determine.ts'
import { outcomesOf } from './outcomes.ts'
import { planPredicates } from './plan-predicates.ts'
import { loadSnapshot } from './snapshot/load-snapshot.ts'

const plan = getPlans().get('chongqing-2021')!
const ON = '2024-12-31'
const NOW = new Date('2026-01-05T08:00:00Z')
const CITY = { from: 500000, to: 510000 }
const { keys, predicates } = planPredicates(plan, ON)
const OUTCOMES = new Map<unknown, number>([
  [true, 1],
  [false, 0],
  [null, 2],
])

let database: TestDatabase
let door: Door
let first: Determination

/** Rules that columns refuse and SQL answers in the same transaction: none of the plan is one. */
const ASKED_OF_SQL: string[] = []

const determine = (filesAtOnce?: number) =>
  determineAll({ door, plan, on: ON, now: NOW, ...(filesAtOnce && { filesAtOnce }) })

/** What SQL says of every file, in the order of the snapshot. */
const bySql = (place: number): Promise<Uint8Array> =>
  door.asJob(async (tx) => {
    const sql = ruleSql(predicates[place]!, { knownAt: null }, { alias: 'p', truthy: false })
    const rows = await tx.query<{ outcome: boolean | null }>(
      `SELECT ${sql} AS outcome FROM person AS p ORDER BY p.county, p.id`,
    )
    return Uint8Array.from(rows, ({ outcome }) => OUTCOMES.get(outcome)!)
  })
type Row = { county: number; predicate: string; person_id: number; outcome: string; since: string }
const tables = () =>
  door.asJob(async (tx) => ({
    rows: await tx.query<Row>(
      'SELECT county, area, predicate, person_id, outcome, since FROM determination ORDER BY county, predicate, person_id',
    ),
    counts: await tx.query<{ level: number; yes: number; unknown: number }>(
      'SELECT area, level, predicate, yes, unknown FROM determination_count ORDER BY area, level, predicate',
    ),
  }))

beforeAll(async () => {
  database = await smallCityDatabase()
  door = openDoor(database)
  first = await determine()
})
afterAll(async () => {
  await door?.close()
  await database?.drop()
})

test('columns say of every file what SQL says, for every need and finding', async () => {
  const { snapshot } = await door.asJob((tx) =>
    loadSnapshot(tx, predicates, { counties: CITY, relation: relationAt(null) }),
  )
  const outcomes = outcomesOf(predicates, snapshot)
  expect(keys.filter((_, place) => outcomes[place] === undefined)).toEqual(ASKED_OF_SQL)
  for (const [place, key] of keys.entries()) {
    if (ASKED_OF_SQL.includes(key)) continue
    const sql = await bySql(place)
    expect([key, outcomes[place]?.length]).toEqual([key, sql.length])
    expect([key, sql.findIndex((outcome, row) => outcome !== outcomes[place]![row])]).toEqual([key, -1])
  }
  // A column that is read wrong is noticed: the comparison is worth something.
  snapshot.person!.columns.birth_date!.fill(0)
  const place = keys.indexOf('wants-work')
  expect(Buffer.compare(outcomesOf(predicates, snapshot)[place]!, outcomes[place]!)).not.toBe(0)
})

test('what columns cannot tell is left to SQL, and the rest is told all the same', async () => {
  const texts = ['name < source', 'some p in same_phone satisfies p.in_school = true', 'sex = "male"']
  const parameters = parametersOn(plan, ON)
  const rules = texts.map((text) => compile(text, { catalogue, root: 'person', parameters }))
  const { snapshot } = await door.asJob((tx) => loadSnapshot(tx, rules, { counties: { from: 500101, to: 500102 } }))
  const [names, phones, men] = outcomesOf(rules, snapshot)
  expect([names, phones]).toEqual([undefined, undefined])
  expect(men?.some((outcome) => outcome === 1)).toBe(true)
})

test('the table holds what SQL finds, and counts by town and county add up to it', async () => {
  const { rows, counts } = await tables()
  expect(first).toMatchObject({ gained: rows.length, lost: 0, changed: 0, predicates: keys.length })
  expect(first.bySql).toBe(ASKED_OF_SQL.length)
  for (const key of ['wants-work', 'work-unverified', 'shared-phone', 'trainings-overlap']) {
    const found = (await bySql(keys.indexOf(key))).filter((outcome) => outcome > 0).length
    expect([key, rows.filter(({ predicate }) => predicate === key).length]).toEqual([key, found])
  }
  for (const level of [2, 3]) {
    const counted = counts
      .filter((each) => each.level === level)
      .reduce((sum, { yes, unknown }) => sum + yes + unknown, 0)
    expect(counted).toBe(rows.length)
  }
})

test('done again, in smaller parts, it changes nothing', async () => {
  const before = await tables()
  expect(await determine(3_000)).toMatchObject({ gained: 0, lost: 0, changed: 0 })
  expect(await tables()).toEqual(before)
})

test('what somebody tampered with is put right, and only that is new', async () => {
  const before = await tables()
  const [gone, turned] = before.rows.filter(({ predicate }) => predicate === 'wants-work')
  await door.asJob(async (tx) => {
    await tx.query('DELETE FROM determination WHERE county = $1 AND predicate = $2 AND person_id = $3', [
      gone!.county,
      gone!.predicate,
      gone!.person_id,
    ])
    await tx.query(
      `UPDATE determination SET outcome = CASE outcome WHEN 'yes' THEN 'unknown' ELSE 'yes' END WHERE county = $1 AND predicate = $2 AND person_id = $3`,
      [turned!.county, turned!.predicate, turned!.person_id],
    )
    await tx.query(
      `INSERT INTO determination SELECT county, area, 'lost-work', person_id, 'yes', since FROM determination d
        WHERE NOT EXISTS (SELECT FROM determination o WHERE o.county = d.county AND o.person_id = d.person_id AND o.predicate = 'lost-work') LIMIT 1`,
    )
  })
  expect(await determine()).toMatchObject({ gained: 1, lost: 1, changed: 1 })
  expect(await tables()).toEqual(before)
})
