import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../test/database.ts'
import { migrate, migrationStatus } from './migrate.ts'
import { connect, withConnection } from './postgres/wire/connection.ts'

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await testDatabase()
  folder = mkdtempSync(join(os.tmpdir(), 'ricebowl-migrations-'))
  // The template's own history would speak of files that this folder has not.
  await run('DELETE FROM ricebowl_migration')
  write('0001_one.sql', 'CREATE TABLE one (n int);')
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await database.drop()
})

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
const run = (sql: string) => withConnection(database.adminUrl, (admin) => admin.query(sql))
const forward = () => migrate(database.adminUrl, { folder })
const exists = async (table: string) => (await run(`SELECT to_regclass('${table}') IS NOT NULL AS yes`)).rows[0].yes

test('what is new is applied, in order, once', async () => {
  write('0002_two.sql', 'ALTER TABLE one ADD m int; CREATE INDEX ON one (m);')
  expect(await forward()).toEqual(['0001_one.sql', '0002_two.sql'])
  expect(await forward()).toEqual([])
  write('0010_ten.sql', 'CREATE TABLE ten ();')
  expect((await migrationStatus(database.adminUrl, folder)).pending).toEqual(['0010_ten.sql'])
  expect(await forward()).toEqual(['0010_ten.sql'])
})

test('a file that fails leaves nothing behind, those before it stay; the refusal names file, line and code', async () => {
  write('0002_two.sql', 'CREATE TABLE two ();\n\nSELECT 1/0;')
  await expect(forward()).rejects.toMatchObject({
    code: 'migration.statement.failed',
    where: { file: '0002_two.sql', line: 3, code: '22012' },
  })
  expect([await exists('one'), await exists('two')]).toEqual([true, false])
  write('0002_two.sql', 'CREATE TABLE two ();')
  expect(await forward()).toEqual(['0002_two.sql'])
})

test('a file edited after it was applied is refused; Windows line ends are no edit', async () => {
  write('0001_one.sql', 'CREATE TABLE one (\n  n int\n);\n')
  await forward()
  write('0001_one.sql', 'CREATE TABLE one (\r\n  n int\r\n);\r\n')
  expect(await forward()).toEqual([])
  appendFileSync(join(folder, '0001_one.sql'), '-- harmless')
  await expect(forward()).rejects.toMatchObject({ code: 'migration.file.edited' })
})

test('a database that a newer release has upgraded is refused', async () => {
  write('0002_two.sql', 'CREATE TABLE two ();')
  await forward()
  rmSync(join(folder, '0002_two.sql'))
  await expect(forward()).rejects.toMatchObject({ code: 'migration.database.newer' })
})

test('a lower number that lands after a higher one is applied too, in order, once, and it is said', async () => {
  write('0004_four.sql', 'CREATE TABLE four ();')
  await forward()
  write('0003_three.sql', 'ALTER TABLE two ADD n int;')
  write('0002_two.sql', 'CREATE TABLE two ();')
  write('0005_five.sql', 'ALTER TABLE two ADD m int;')
  const said: string[] = []
  const log = ({ en }: { en: string }) => said.push(en)
  const applied = await migrate(database.adminUrl, { folder, log })
  expect(applied).toEqual(['0002_two.sql', '0003_three.sql', '0005_five.sql'])
  expect(said.at(-1)).toContain('0002_two.sql, 0003_three.sql')
  expect(await forward()).toEqual([])
})

test('a lower number that does not fit what came after it changes nothing and says what to do', async () => {
  write('0003_three.sql', 'DROP TABLE one;')
  await forward()
  write('0002_two.sql', 'CREATE TABLE two ();\nALTER TABLE one ADD m int;')
  const refused = await forward().catch((error) => error)
  expect(refused).toMatchObject({ code: 'migration.statement.failed', where: { file: '0002_two.sql', line: 2 } })
  expect(refused.words).toMatchObject({
    zh: expect.stringContaining('更大的编号'),
    en: expect.stringContaining('a higher number'),
  })
  expect(await exists('two')).toBe(false)
})

test('a database that had a file between ours which we lack is refused: the words say which release to use', async () => {
  write('0002_two.sql', 'CREATE TABLE two ();')
  write('0003_three.sql', 'CREATE TABLE three ();')
  await forward()
  rmSync(join(folder, '0002_two.sql'))
  const refused = await forward().catch((error) => error)
  expect([refused.code, refused.words.en]).toEqual([
    'migration.file.gone',
    expect.stringContaining('release that started it last'),
  ])
})

test('a file that has a twin or a wrong name is refused', async () => {
  write('0003_three.sql', 'SELECT 1')
  write('0003_again.sql', 'SELECT 1')
  await expect(forward()).rejects.toMatchObject({ code: 'migration.file.twins' })
  write('4_four.sql', 'SELECT 1')
  await expect(forward()).rejects.toMatchObject({ code: 'migration.file.name' })
})

test.each(['BEGIN', 'commit', 'ROLLBACK TO a', 'SAVEPOINT a'])('%s in a file is refused', async (sql) => {
  write('0002_two.sql', `CREATE TABLE two ();\n${sql};`)
  await expect(forward()).rejects.toMatchObject({ code: 'migration.file.transaction', where: { line: 2 } })
  expect(await exists('two')).toBe(false)
})

test('two machines that migrate at once apply each file once', async () => {
  write('0002_slow.sql', 'SELECT pg_sleep(0.3); CREATE TABLE slow ();')
  const applied = await Promise.all([forward(), forward(), forward()])
  expect(applied.flat()).toEqual(['0001_one.sql', '0002_slow.sql'])
})

test('a table in use is waited for, but not for ever', async () => {
  await forward()
  write('0002_two.sql', 'ALTER TABLE one ADD m int;')
  const reader = await connect(database.adminUrl)
  await reader.query('BEGIN')
  await reader.query('SELECT * FROM one')
  const hurried = migrate(database.adminUrl, { folder, lockTimeout: '200ms' })
  await expect(hurried).rejects.toMatchObject({ code: 'migration.table.busy' })
  await reader.query('COMMIT')
  await reader.end()
  expect(await forward()).toEqual(['0002_two.sql'])
})
