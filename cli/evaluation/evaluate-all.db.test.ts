import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meaning } from '#domain/rules/fuzz/meaning.ts'
import { refusals } from '#domain/rules/fuzz/refusals.ts'
import { feelFunctionsSql } from '#domain/rules/sql/functions.ts'
import { connect } from '#server/postgres/wire/connection.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { evaluateAll } from './evaluate-all.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database?.drop()
})
const evaluateBoth = (items: Parameters<typeof evaluateAll>[0]) => evaluateAll(items, () => connect(database.adminUrl))

test('every expression of the table has its value in this process and in PostgreSQL', async () => {
  const results = await evaluateBoth(meaning.map(([expr, , context]) => ({ expr, ...(context && { context }) })))
  const found = results.map((result, i) => [
    meaning[i]![0],
    'error' in result ? result : [result.evaluated, result.sql],
  ])
  expect(found).toEqual(meaning.map(([expr, expected]) => [expr, [expected, expected]]))
})

test('a refused item is an error in its place and spoils no other', async () => {
  const items = refusals.flatMap(([expr, , , context]) => [{ expr, ...(context && { context }) }, { expr: '1 + 1' }])
  const results = await evaluateBoth(items)
  for (const [i, result] of results.entries()) {
    if (i % 2) expect(result).toEqual({ type: 'number', evaluated: 2, sql: 2 })
    else expect(result).toHaveProperty('error.code')
  }
})

test('a thousand items take seconds', async () => {
  const items = Array.from({ length: 1000 }, (_, i) => ({
    expr: `sum(l[item > ${i}]) + x / 3`,
    context: { l: [i, i + 1, i + 2], x: i },
  }))
  const started = performance.now()
  const results = await evaluateBoth(items)
  expect(results.filter((result) => 'error' in result || result.evaluated !== result.sql)).toEqual([])
  expect(performance.now() - started).toBeLessThan(20_000)
})

test('the migration holds the functions that eval brings along', () => {
  const migration = readFileSync(join(import.meta.dirname, '../../db/migrations/0002_feel_functions.sql'), 'utf8')
  expect(migration).toBe(feelFunctionsSql)
})
