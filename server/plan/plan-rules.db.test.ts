import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Fact } from '#domain/people/fact.ts'
import { fileOf, recordOfCase } from '#domain/plan/case-file.ts'
import { parametersOn } from '#domain/plan/parameters-on.ts'
import type { CaseFile } from '#domain/plan/read/files.ts'
import { compile } from '#domain/rules/predicate.ts'
import { toSql } from '#domain/rules/to-sql.ts'
import { connect } from '#server/postgres/wire/connection.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { getPlans, SHIPPED_PLANS } from './plan-folder.ts'

/** The shipped rules in PostgreSQL, over tables of the ledger's own columns that hold the people of the worked cases. */
type Made = Record<string, unknown>
const plan = getPlans().get('chongqing-2021')!
const folder = join(SHIPPED_PLANS, 'chongqing-2021', 'cases')
const caseFiles = readdirSync(folder).map((name) => parse(readFileSync(join(folder, name), 'utf8')) as CaseFile)
const relation = (table: string) => `case_${table}`
const sqlOf = (text: string, record: string, on: string, mode: 'strict' | 'feel', truthy: boolean) =>
  toSql(compile(text, { catalogue, root: record, parameters: parametersOn(plan, on) }), {
    alias: 't',
    relation,
    mode,
    truthy,
  })

let database: TestDatabase
let connection: Awaited<ReturnType<typeof connect>>
const caseIds = new Map<string, number>()

/** Every record reached from a person, once, as a row of its table. */
class Rows {
  readonly rows = new Map<Made, { record: string; id: number; columns: Made }>()

  add(record: string, made: Made): { id: number; columns: Made } {
    const known = this.rows.get(made)
    if (known) return known
    const row = { record, id: this.rows.size + 1, columns: {} as Made }
    this.rows.set(made, row)
    const facts: Readonly<Record<string, Fact>> = catalogue[record as 'person'].facts
    for (const [key, value] of Object.entries(made)) {
      const fact = facts[key]!
      if (fact.kind === 'scalar') row.columns[fact.column] = value
      else if (fact.kind === 'ref' && value) row.columns[fact.on[1]![0]] = this.add(fact.to, value as Made).id
      else if (fact.kind === 'list' && value) this.addList(fact.on[1]!, fact.of, value as Made[], row.id)
    }
    return row
  }

  /** Children point at the id of their parent; people with the same number share it. */
  private addList([here, there]: readonly [string, string], of: string, children: readonly Made[], parent: number) {
    for (const child of children) {
      const { columns } = this.add(of, child)
      columns[there] = here === 'id' ? parent : `\\x${parent.toString(16).padStart(8, '0')}`
    }
  }
}

beforeAll(async () => {
  database = await testDatabase()
  connection = await connect(database.adminUrl)
  for (const { table } of Object.values(catalogue))
    await connection.query(`CREATE TEMP TABLE ${relation(table)} AS SELECT * FROM ${table} WITH NO DATA`)
  const rows = new Rows()
  for (const file of caseFiles) {
    const record = recordOfCase(file)
    for (const [i, { with: given }] of file.cases.entries())
      caseIds.set(`${file.predicate}/${i}`, rows.add(record, fileOf({ ...file[record], ...given }, record)).id)
  }
  for (const { record, id, columns } of rows.rows.values()) {
    const { table } = catalogue[record as 'person']
    const given = { ...columns, id }
    const names = Object.keys(given).join(', ')
    const places = Object.keys(given).map((_, i) => `$${i + 1}`)
    await connection.query(
      `INSERT INTO ${relation(table)} (${names}) VALUES (${places.join(', ')})`,
      Object.values(given),
    )
  }
})
afterAll(async () => {
  await connection?.end()
  await database?.drop()
})

const OUTCOMES = new Map<unknown, string>([
  [true, 'yes'],
  [false, 'no'],
  [null, 'unknown'],
])
test.each(plan.predicates.map(({ key, where, record }) => [key, where, record] as const))(
  '%s: PostgreSQL says what its cases say',
  async (key, where, record) => {
    const files = caseFiles.filter(({ predicate }) => predicate === key)
    for (const { on, cases } of files) {
      const [exact, truthy] = [false, true].map((yesOnly) => sqlOf(where, record, on, 'strict', yesOnly))
      for (const [i, { expect: expected, about }] of cases.entries()) {
        const id = caseIds.get(`${key}/${i}`)
        const { rows } = await connection.query(
          `SELECT ${exact} AS outcome, ${truthy} AS yes FROM case_${record} t WHERE t.id = $1`,
          [id],
        )
        expect([OUTCOMES.get(rows[0].outcome), rows[0].yes === true], about.en).toEqual([expected, expected === 'yes'])
      }
    }
  },
)

test.each(plan.indicators.map((indicator) => [indicator.key, indicator] as const))(
  '%s is counted by PostgreSQL without error',
  async (_, { counts, where, of }) => {
    const { table } = catalogue[counts as 'person']
    for (const text of of === undefined ? [where] : [where, of]) {
      const { rows } = await connection.query(
        `SELECT count(*)::int AS n FROM ${relation(table)} t WHERE ${sqlOf(text, counts, '2024-06-15', 'strict', true)}`,
      )
      expect(rows[0].n).toBeGreaterThanOrEqual(0)
    }
  },
)

test('the cases tell strict from plain: read as FEEL reads it, a missing fact would pass for a no', async () => {
  const { where } = plan.predicates.find(({ key }) => key === 'work-without-contract')!
  const unknown = caseFiles.find(({ predicate }) => predicate === 'work-without-contract')!.cases.length - 1
  const outcome = sqlOf(where, 'person', '2024-06-15', 'feel', false)
  const id = caseIds.get(`work-without-contract/${unknown}`)
  const { rows } = await connection.query(`SELECT ${outcome} AS outcome FROM case_person t WHERE t.id = $1`, [id])
  expect(rows[0].outcome).toBe(false)
})
