import { afterAll, beforeAll, expect, test } from 'vitest'
import { subtree } from '#domain/places/area.ts'
import { evaluate } from '#domain/rules/evaluate.ts'
import type { TestDatabase } from '../../test/database.ts'
import { smallCityDatabase } from '../../test/small-city.ts'
import { type Door, openDoor, type Tx } from '../db.ts'
import { loadFile } from '../people/file/load-file.ts'
import { getPlans } from '../plan/plan-folder.ts'
import { countFound } from './count-found.sql.ts'
import { determineAll } from './determine.ts'
import { determinedOf } from './one-file.sql.ts'
import { planPredicates } from './plan-predicates.ts'
import { redetermine } from './redetermine.ts'

const plan = getPlans().get('chongqing-2021')!
const ON = '2024-12-31'
const NOW = new Date('2026-01-05T08:00:00Z')
const LATER = new Date('2026-01-06T08:00:00Z')
const { keys, predicates } = planPredicates(plan, ON)

let database: TestDatabase
let door: Door
type Person = { county: number; id: number; area: number }
let people: Person[]

beforeAll(async () => {
  database = await smallCityDatabase()
  door = openDoor(database)
  await determineAll({ door, plan, on: ON, now: NOW })
  people = await door.asJob((tx) =>
    tx.query<Person>(
      `SELECT county, id, area FROM person WHERE birth_date BETWEEN '1975-01-01' AND '2000-01-01' AND NOT in_school ORDER BY county, id`,
    ),
  )
})
afterAll(async () => {
  await door?.close()
  await database?.drop()
})

const city = (tx: Tx) => countFound(tx, subtree(500000000000), 1)
const enrol = (tx: Tx, { county, id }: Person, inSchool: boolean) =>
  tx.query('UPDATE person SET in_school = $3 WHERE county = $1 AND id = $2', [county, id, inSchool])

test('closures say of a file what the table says, for every need and finding', async () => {
  const sample = people.filter((_, place) => place % 40 === 0)
  expect(sample.length).toBeGreaterThan(200)
  await door.asJob(async (tx) => {
    for (const person of sample) {
      const file = await loadFile(tx, person.county, person.id, { knownAt: null })
      const known = await determinedOf(tx, person)
      const said = predicates.flatMap((predicate, place) => {
        const value = evaluate(predicate, file!, 'strict')
        return value === false ? [] : [`${keys[place]} ${value === true ? 'yes' : 'unknown'}`]
      })
      expect(said.toSorted()).toEqual([...known!.outcomes].map(([key, outcome]) => `${key} ${outcome}`).toSorted())
    }
  })
})

test('a file determined again after a change is what a full determination finds, and counts follow', async () => {
  const sample = people.filter((_, place) => place % 400 === 7)
  const differences = await door.asJob(async (tx) => {
    const found = []
    for (const person of sample) {
      await enrol(tx, person, true)
      found.push(await redetermine(tx, plan, person, ON, LATER))
    }
    return found
  })
  expect(differences.flatMap(({ gained }) => gained)).toContain('student-at-work')
  expect(differences.flatMap(({ lost }) => lost).length).toBeGreaterThan(0)
  const before = await door.asJob(city)
  expect(await determineAll({ door, plan, on: ON, now: LATER })).toMatchObject({ gained: 0, lost: 0, changed: 0 })
  expect(await door.asJob(city)).toEqual(before)
})

test('a change that nobody determined again is found by the full determination', async () => {
  const person = people[11]!
  await door.asJob((tx) => enrol(tx, person, true))
  const { gained, lost, changed } = await determineAll({ door, plan, on: ON, now: LATER })
  expect(gained + lost + changed).toBeGreaterThan(0)
})

test('a village officer’s change counts in the village, the county and the city, and nowhere where it fails', async () => {
  const [person] = (await door.asJob((tx) =>
    tx.query<Person>(
      "SELECT county, person_id AS id, area FROM determination WHERE predicate = 'wants-work' AND outcome = 'yes' LIMIT 1",
    ),
  )) as [Person]
  const levels = async (tx: Tx) => {
    const village = await countFound(tx, subtree(person.area), 4)
    const county = await countFound(tx, subtree(person.county * 1_000_000), 2)
    return [village, county].map(({ counts }) =>
      [...counts.values()].reduce((sum, { yes, unknown }) => sum + yes + unknown, 0),
    )
  }
  const acting = { officer: 1, post: 1, scope: { lo: person.area, hi: person.area + 1 } }
  const before = await door.asJob(levels)
  const change = (fails: boolean) =>
    door.asPost(acting, async (tx) => {
      await enrol(tx, person, true)
      const { gained, lost } = await redetermine(tx, plan, person, ON, LATER)
      expect(gained.length + lost.length).toBeGreaterThan(0)
      if (fails) throw new Error('later in the same transaction')
    })
  await expect(change(true)).rejects.toThrow('later')
  expect(await door.asJob(levels)).toEqual(before)
  await change(false)
  const after = await door.asJob(levels)
  expect(after).not.toEqual(before)
  expect(after.map((sum, at) => sum - before[at]!)).toEqual([after[0]! - before[0]!, after[0]! - before[0]!])
  await determineAll({ door, plan, on: ON, now: LATER })
  expect(await door.asJob(levels)).toEqual(after)
})

test('outside the scope there is nobody to determine', async () => {
  const person = people[0]!
  const acting = { officer: 1, post: 1, scope: { lo: 500101000000, hi: 500101000001 } }
  const elsewhere = people.find(({ county }) => county !== 500101) ?? person
  expect(await door.asPost(acting, (tx) => redetermine(tx, plan, elsewhere, ON, LATER))).toEqual({
    gained: [],
    lost: [],
  })
})
