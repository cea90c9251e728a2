import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { type Keys, loadKeys } from '#server/keys.ts'
import type { LoginRole } from '#server/postgres/login-roles.ts'
import { asLogin, databaseOf, inDatabase, quoteName, withConnection } from '#server/postgres/wire/connection.ts'
import { startTestServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { templateUrl: string; dataDir: string }
  }
}

/** Vitest's global set-up of the `db` project: one PostgreSQL a run, with one migrated database to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { templateUrl, dataDir, stop } = await startTestServer(process.env.DATABASE_URL)
  project.provide('testServer', { templateUrl, dataDir })
  return stop
}

export type TestDatabase = {
  /** As DATABASE_URL would name it. */
  url: string
  adminUrl: string
  roleUrl(role: LoginRole): string
  keys: Keys
  drop(): Promise<void>
}

/** The data folder that the keys of every test database lie in: processes that a test starts read them there. */
export const dataFolderOf = (): string => inject('testServer').dataDir

/** A migrated, empty database of the caller's own. What is not dropped goes with the run. */
export const testDatabase = (): Promise<TestDatabase> => copyOf(databaseOf(inject('testServer').templateUrl))

/**
 * A database of the caller's own, as `fill` leaves an empty one, or the one that `from` gives. It is filled once a run, by whoever asks first, and copied then:
 * a copy of some hundred megabytes takes a second where filling takes ten.
 */
export async function filledDatabase(
  kind: string,
  fill: (empty: TestDatabase) => Promise<void>,
  from: () => Promise<TestDatabase> = testDatabase,
): Promise<TestDatabase> {
  const { templateUrl } = inject('testServer')
  const filled = `${databaseOf(templateUrl)}_${kind}`
  await withConnection(inDatabase(templateUrl, 'postgres'), async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [filled])
    const { rows } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [filled])
    if (rows.length > 0) return
    const empty = await from()
    await fill(empty)
    // Under its name only once it is whole.
    await admin.query(`ALTER DATABASE ${quoteName(databaseOf(empty.url))} RENAME TO ${quoteName(filled)}`)
  })
  return copyOf(filled)
}

async function copyOf(template: string): Promise<TestDatabase> {
  const { templateUrl, dataDir } = inject('testServer')
  const name = `${databaseOf(templateUrl)}_${randomBytes(6).toString('hex')}`
  const maintenance = inDatabase(templateUrl, 'postgres')
  // A copy through the log needs no checkpoint and is the quicker one.
  await run(maintenance, `CREATE DATABASE ${quoteName(name)} TEMPLATE ${quoteName(template)} STRATEGY wal_log`)
  const url = inDatabase(templateUrl, name)
  const keys = loadKeys(dataDir)
  return {
    url,
    adminUrl: url,
    roleUrl: (role) => asLogin(url, role, keys.roleSecret(role)),
    keys,
    drop: () => run(maintenance, `DROP DATABASE IF EXISTS ${quoteName(name)} WITH (FORCE)`),
  }
}

const run = (url: string, statement: string) =>
  withConnection(url, async (admin) => {
    await admin.query(statement)
  })
