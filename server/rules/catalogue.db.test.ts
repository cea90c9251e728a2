import { afterAll, beforeAll, expect, test } from 'vitest'
import * as people from '#domain/people/catalogue.ts'
import type { Catalogue } from '#domain/people/fact.ts'
import type { Mode } from '#domain/rules/evaluate.ts'
import { compile } from '#domain/rules/predicate.ts'
import { toSql } from '#domain/rules/to-sql.ts'
import { isRecord } from '#domain/rules/type.ts'
import { connect } from '#server/postgres/wire/connection.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'

const catalogue: Catalogue = people.catalogue
let database: TestDatabase
let connection: Awaited<ReturnType<typeof connect>>
beforeAll(async () => {
  database = await testDatabase()
  connection = await connect(database.adminUrl)
})
afterAll(async () => {
  await connection?.end()
  await database?.drop()
})

const parameters = { on: { type: 'date', value: '2024-06-30', label: { zh: '当日', en: 'on the day' } } } as const

test.each(Object.keys(catalogue))(
  'every fact of %s, by key and by label, is SQL that the ledger takes',
  async (root) => {
    const record = catalogue[root]!
    for (const [key, fact] of Object.entries(record.facts)) {
      for (const text of [key, fact.label.zh]) {
        const predicate = compile(text, { catalogue, root, parameters })
        if (isRecord(predicate.type)) continue
        for (const mode of ['feel', 'strict'] as Mode[]) {
          const options = { alias: 'p', relation: (table: string) => table, mode }
          const list = typeof predicate.type === 'object'
          const asked = list ? compile(`count(${text})`, { catalogue, root, parameters }) : predicate
          const truthy = predicate.type === 'boolean' ? ` WHERE ${toSql(predicate, { ...options, truthy: true })}` : ''
          const statement = `SELECT ${toSql(asked, options)} FROM ${record.table} AS p${truthy}`
          await expect(connection.query(statement), statement).resolves.toBeDefined()
        }
      }
    }
  },
)

/** Rules as plans write them, on real tables: with spells, households, sites, and names in both languages. */
const rules = [
  'age on(birth_date, on) in [16..60) and not(some e in employments satisfies e.current)',
  '年龄 >= 16 and some r in 花名册记录 satisfies r.site.kind != null and r.当日有效',
  'count(补贴记录[programme = "transport"]) >= 1',
  'count(employments[current and verified_on != null]) >= 1 and sex = "女"',
  'some m in household.members satisfies count(m.employments[current]) > 0',
]
test.each(rules)('%s runs on the ledger', async (text) => {
  const predicate = compile(text, { catalogue, root: 'person', parameters })
  const sql = toSql(predicate, { alias: 'p', relation: (table) => table, mode: 'strict', truthy: true })
  await expect(connection.query(`SELECT count(*) FROM person AS p WHERE ${sql}`)).resolves.toBeDefined()
})
