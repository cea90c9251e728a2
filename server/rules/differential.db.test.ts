import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '#server/postgres/wire/connection.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { compareBackEnds, type DifferentialOptions, type Query } from './differential.ts'

let database: TestDatabase
let connection: Awaited<ReturnType<typeof connect>>
const query: Query = (text) => connection.query(text)

beforeAll(async () => {
  database = await testDatabase()
  connection = await connect(database.adminUrl)
  await connection.query('SET jit = off')
})
afterAll(async () => {
  await connection?.end()
  await database?.drop()
})

const runs: DifferentialOptions[] = [
  { seed: 1, rules: 900, persons: 40, depth: 2 },
  { seed: 2, rules: 700, persons: 40, depth: 3 },
  { seed: 3, rules: 300, persons: 40, depth: 4 },
]

test('closures, SQL and columns agree on more than 100,000 cells of generated rules and files, in both modes', async () => {
  let [cells, columnCells] = [0, 0]
  for (const run of runs) {
    const tally = await compareBackEnds(query, run)
    expect(tally.differences, `seed ${run.seed}`).toEqual([])
    expect(Math.min(...Object.values(tally.answers)) / tally.cells).toBeGreaterThan(0.1)
    cells += tally.cells
    columnCells += tally.columnCells
  }
  expect(cells).toBeGreaterThan(100_000)
  expect(columnCells).toBeGreaterThan(50_000)
})

/** Each breaks one thing in the SQL that comes out; a comparison that did not notice would be worth nothing. */
const mutations: [name: string, mutate: (sql: string) => string][] = [
  ['>= read as >', (sql) => sql.replaceAll(' >= ', ' > ')],
  ['< read as <=', (sql) => sql.replaceAll(' < ', ' <= ')],
  ['null not told from different', (sql) => sql.replaceAll(' IS NOT DISTINCT FROM ', ' = ')],
  ['different read as SQL reads it', (sql) => sql.replaceAll(' IS DISTINCT FROM ', ' <> ')],
  ['unknown taken for false in every', (sql) => sql.replaceAll(') IS NOT TRUE', ') IS FALSE')],
  ['and read as or', (sql) => sql.replace(' AND ', ' OR ')],
  ['strings in another order', (sql) => sql.replaceAll(' COLLATE "C"', ' COLLATE "und-x-icu"')],
  ['a month too many', (sql) => sql.replaceAll('feel_months_between(', '1 + feel_months_between(')],
  ['sums that overlook nulls', (sql) => sql.replaceAll('count(*) = count(t._v)', 'TRUE')],
  ['exists without its not', (sql) => sql.replaceAll('NOT EXISTS', 'EXISTS')],
]
test.each(mutations)('a broken back-end is noticed: %s', async (name, mutate) => {
  const noticed = await compareBackEnds(query, { seed: 7, rules: 2000, persons: 20, depth: 3, mutate, enough: 1 })
    .then(({ differences }) => differences.length)
    // A mutation may also make a statement that fails.
    .catch((error: { code?: string }) => (error.code ? 1 : 0))
  expect(noticed, name).toBeGreaterThan(0)
})
