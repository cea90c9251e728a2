import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { loadKeys } from '#server/keys.ts'
import { migrate } from '#server/migrate.ts'
import { dataFolder, openDataFolder } from '#server/postgres/embedded/data-folder.ts'
import { startEmbedded } from '#server/postgres/embedded/embedded.ts'
import { tryFolderLock } from '#server/postgres/embedded/folder-lock.ts'
import { ADMIN_ROLE } from '#server/postgres/embedded/initdb.ts'
import { stopOrphan } from '#server/postgres/embedded/orphan.ts'
import { databaseOf, inDatabase, quoteName, withConnection } from '#server/postgres/wire/connection.ts'
import { networkUrl } from '#server/postgres/wire/network-url.ts'
import { prepareDatabase } from '#server/postgres.ts'

const PREFIX = 'ricebowl-test-'

export type TestServer = { templateUrl: string; dataDir: string; stop(): Promise<void> }

/** The embedded PostgreSQL in a temporary folder, or the one of DATABASE_URL; all of it gone after `stop`. */
export async function startTestServer(databaseUrl: string | undefined): Promise<TestServer> {
  await sweepAbandoned()
  const dataDir = testFolder()
  const folder = openDataFolder(dataDir)
  const lock = tryFolderLock(folder, { kind: 'server', command: 'test' })
  // On somebody's own server the roles stay behind: their secrets follow from its address, which holds its password.
  const keys = loadKeys(dataDir, databaseUrl ? { seed: databaseUrl } : {})
  const password = keys.roleSecret(ADMIN_ROLE)
  const server = databaseUrl
    ? { url: networkUrl(databaseUrl), stop: async () => {} }
    : await startEmbedded({ folder, password, purpose: 'trial', log: () => {}, onLost: console.error })
  const templateUrl = inDatabase(server.url, `ricebowl_test_${randomBytes(4).toString('hex')}`)
  const stop = async () => {
    if (databaseUrl) await dropCopies(templateUrl)
    await server.stop()
    lock?.release()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await prepareDatabase(templateUrl, keys)
    await migrate(templateUrl)
    return { templateUrl, dataDir, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A temporary folder that the database's user may pass through when the tests run as root. */
export function testFolder(): string {
  const folder = mkdtempSync(join(os.tmpdir(), PREFIX))
  chmodSync(folder, 0o711)
  return folder
}

async function dropCopies(templateUrl: string): Promise<void> {
  await withConnection(inDatabase(templateUrl, 'postgres'), async (admin) => {
    const { rows } = await admin.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [databaseOf(templateUrl)],
    )
    for (const { datname } of rows) await admin.query(`DROP DATABASE IF EXISTS ${quoteName(datname)} WITH (FORCE)`)
  })
}

/** No run takes that long: what is older and held by nobody belongs to a run that was killed. */
const ABANDONED_MS = 2 * 3_600_000

/** A younger folder may be another run's, between two of its servers. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(os.tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    const folder = dataFolder(join(os.tmpdir(), name))
    try {
      if (Date.now() - statSync(folder.root).birthtimeMs < ABANDONED_MS) continue
      const lock = tryFolderLock(folder, { kind: 'command', command: 'sweep' })
      if (!lock) continue
      if (existsSync(folder.postgres)) await stopOrphan(realpathSync(folder.postgres))
      lock.release()
      rmSync(folder.root, { recursive: true, force: true })
    } catch {
      // Another user's, or swept by another run in the same moment.
    }
  }
}
