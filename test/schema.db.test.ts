import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { splitStatements } from '#server/migration/statements.ts'
import { EMBEDDED_MAJOR } from '#server/postgres/embedded/cluster-folder.ts'
import { inDatabase, withConnection } from '#server/postgres/wire/connection.ts'
import { rowTypesText } from '../db/row-types.ts'
import { schemaText } from '../db/schema-text.ts'
import { type TestDatabase, testDatabase } from './database.ts'

let database: TestDatabase
let major = 0
beforeAll(async () => {
  database = await testDatabase()
  major = await withConnection(database.adminUrl, async (client) => {
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS major")
    return rows[0].major
  })
})
afterAll(() => database.drop())

const committed = (name: string) => readFileSync(join(import.meta.dirname, '..', 'db', name), 'utf8')

/** Releases write the same schema in slightly different words: the file holds those of the embedded one. */
const sameRelease = () => major === EMBEDDED_MAJOR

test('db/schema.sql is what the migrations make (else: node db/generate.ts)', async ({ skip }) => {
  skip(!sameRelease(), `written by PostgreSQL ${EMBEDDED_MAJOR}, this is ${major}`)
  expect(await withConnection(database.adminUrl, schemaText)).toBe(committed('schema.sql'))
})

test('db/types.ts is what the migrations make (else: node db/generate.ts)', async ({ skip }) => {
  skip(!sameRelease(), `written by PostgreSQL ${EMBEDDED_MAJOR}, this is ${major}`)
  expect(await withConnection(database.adminUrl, rowTypesText)).toBe(committed('types.ts'))
})

test('db/schema.sql leaves nothing out: run on an empty database, it makes the same schema', async ({ skip }) => {
  skip(!sameRelease(), `written by PostgreSQL ${EMBEDDED_MAJOR}, this is ${major}`)
  const name = `${new URL(database.adminUrl).pathname.slice(1)}_again`
  const maintenance = inDatabase(database.adminUrl, 'postgres')
  await withConnection(maintenance, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE template0`))
  try {
    const again = await withConnection(inDatabase(database.adminUrl, name), async (client) => {
      for (const { text } of splitStatements(committed('schema.sql'))) await client.query(text)
      return schemaText(client)
    })
    expect(again).toBe(committed('schema.sql'))
  } finally {
    await withConnection(maintenance, (admin) => admin.query(`DROP DATABASE ${name}`))
  }
})

test.each([
  ['a column', 'ALTER TABLE setting ADD COLUMN note text'],
  ['a grant', 'GRANT DELETE ON setting TO ricebowl_officer'],
  ['a grant on a column', 'GRANT UPDATE (value) ON setting TO ricebowl_officer'],
  ['a policy', 'CREATE POLICY wide ON person USING (true)'],
  ['security switched off', 'ALTER TABLE person NO FORCE ROW LEVEL SECURITY'],
  ['an index', 'CREATE INDEX ON setting (value)'],
  ['a function open to all', "CREATE FUNCTION peep() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$"],
])('%s that nobody wrote down changes the text', async (_, statement) => {
  await withConnection(database.adminUrl, async (client) => {
    const before = await schemaText(client)
    await client.query('BEGIN')
    await client.query(statement)
    expect(await schemaText(client)).not.toBe(before)
    await client.query('ROLLBACK')
  })
})
