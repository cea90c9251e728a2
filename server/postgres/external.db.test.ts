import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testFolder } from '../../test/server.ts'
import { openDatabase, useDatabase } from '../postgres.ts'
import { openDataFolder } from './embedded/data-folder.ts'
import { type Embedded, startEmbedded } from './embedded/embedded.ts'
import { LOGIN_ROLES } from './login-roles.ts'
import { inDatabase, withConnection } from './wire/connection.ts'

/** Somebody's own server: an embedded one that Ricebowl has never prepared. */
let theirs: Embedded
let root: string
beforeAll(async () => {
  root = testFolder()
  const folder = openDataFolder(join(root, 'theirs'))
  theirs = await startEmbedded({ folder, password: 'theirs', purpose: 'trial', log: () => {}, onLost: console.error })
})
afterAll(async () => {
  await theirs.stop()
  rmSync(root, { recursive: true })
})

const run = (sql: string) => withConnection(theirs.url, (admin) => admin.query(sql))
const open = (name: string, folder = 'ours', url = theirs.url) =>
  useDatabase({ dataDir: join(root, folder), databaseUrl: inDatabase(url, name) }, async (database) => database)

test('a database that does not exist is created rightly, with logins that work', async () => {
  const { kind, roleUrl } = await open('ricebowl')
  expect(kind).toBe('external')
  for (const role of LOGIN_ROLES)
    await withConnection(roleUrl(role), async (client) => {
      const { rows } = await client.query("SELECT current_user AS role, show_trgm('张三丰') <> '{}' AS finds")
      expect(rows).toEqual([{ role, finds: true }])
    })
})

test('another installation on the same server takes nothing over', async () => {
  await open('ricebowl')
  await expect(open('ricebowl', 'others')).rejects.toMatchObject({ code: 'keys.file.foreign' })
  await expect(open('another', 'others')).rejects.toMatchObject({ code: 'database.role.foreign' })
  expect((await open('ricebowl')).kind).toBe('external')
})

test.each([
  [
    'blind to Chinese',
    "ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C'",
    'database.search.blind',
  ],
  ['in another encoding', "ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'", 'database.locale.wrong'],
  [
    'sorted by a language',
    "ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'",
    'database.locale.wrong',
  ],
])('a database %s is refused', async (name, options, code) => {
  await run(`CREATE DATABASE "${name}" TEMPLATE template0 ${options}`)
  await expect(open(name)).rejects.toMatchObject({ code })
})

test('a role that may not create roles or pass row-level security is refused, and told what it lacks', async () => {
  await run("CREATE ROLE weak LOGIN PASSWORD 'weak'")
  await run('CREATE DATABASE weakly OWNER weak')
  const url = new URL(theirs.url)
  url.username = 'weak'
  url.password = 'weak'
  await expect(open('weakly', 'weak', url.href)).rejects.toMatchObject({
    code: 'database.role.tooWeak',
    words: { en: expect.stringContaining('ALTER ROLE "weak" CREATEROLE BYPASSRLS') },
  })
  await run('ALTER ROLE weak CREATEROLE BYPASSRLS')
  await run(LOGIN_ROLES.map((role) => `DROP ROLE IF EXISTS ${role}`).join(';')).catch(() => {})
})

test('a server that cannot be reached is named, its password is not', async () => {
  const refused = openDatabase({
    dataDir: join(root, 'ours'),
    databaseUrl: 'postgres://me:secret@127.0.0.1:1/ricebowl',
  })
  await expect(refused).rejects.toMatchObject({ code: 'database.server.unreachable', where: { server: '127.0.0.1:1' } })
  await expect(refused).rejects.not.toMatchObject({ words: { en: expect.stringContaining('secret') } })
})
