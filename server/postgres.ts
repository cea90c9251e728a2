import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fail, type Refusal } from '#domain/base/fail.ts'
import { type Keys, loadKeys } from './keys.ts'
import { ensureDatabase } from './postgres/embedded/create-database.ts'
import { type DataFolder, dataFolder, openDataFolder } from './postgres/embedded/data-folder.ts'
import { startEmbedded } from './postgres/embedded/embedded.ts'
import { type FolderLock, findHolder, type Holder, holderOf, tryFolderLock } from './postgres/embedded/folder-lock.ts'
import { ADMIN_ROLE } from './postgres/embedded/initdb.ts'
import { requireOwnKeys } from './postgres/embedded/installation.ts'
import { isAlive } from './postgres/embedded/orphan.ts'
import { runningServerUrl } from './postgres/embedded/running-server.ts'
import { requireFitDatabase } from './postgres/fitness.ts'
import type { Log } from './postgres/log.ts'
import { ensureLoginRoles, type LoginRole } from './postgres/login-roles.ts'
import { asLogin, inDatabase, withConnection } from './postgres/wire/connection.ts'
import { networkUrl } from './postgres/wire/network-url.ts'

export type { Log, LoginRole }

export type Database = {
  kind: 'embedded' | 'external'
  /** Migrates and maintains; the application itself signs in through `roleUrl`. */
  adminUrl: string
  roleUrl(role: LoginRole): string
  keys: Keys
  /** A PostgreSQL whose supervisor had been killed was found on the folder and taken care of. */
  adopted: boolean
  stop(): Promise<void>
}

export type OpenOptions = {
  /** RICEBOWL_DATA */
  dataDir: string
  /** DATABASE_URL */
  databaseUrl?: string | undefined
  log?: Log
  /** What others are told who find the folder taken. */
  holder?: Pick<Holder, 'kind' | 'command' | 'port'>
  /** The embedded server died and could not be started again. */
  onLost?: (error: Refusal) => void
}

const EMBEDDED_DATABASE = 'ricebowl'
const SERVER = { kind: 'server', command: 'start' } as const

/** The one way to a database: found fit, with its login roles, and with nobody else in charge of the folder. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const folder = openDataFolder(options.dataDir)
  const lock = tryFolderLock(folder, options.holder ?? SERVER) ?? refuseHeld(folder, await holderOf(folder))
  return openLocked(options, folder, lock)
}

async function openLocked(options: OpenOptions, folder: DataFolder, lock: FolderLock): Promise<Database> {
  const { log = () => {}, onLost = () => {} } = options
  try {
    if (options.databaseUrl) {
      const keys = loadKeys(folder.root)
      const adminUrl = networkUrl(options.databaseUrl)
      const database = await openPrepared({ kind: 'external', adminUrl, keys, log })
      return { ...database, adopted: false, stop: async () => lock.release() }
    }
    const keys = loadKeys(folder.root, { existing: existsSync(folder.postgres) })
    const password = keys.roleSecret(ADMIN_ROLE)
    const server = await startEmbedded({ folder, password, purpose: 'service', log, onLost })
    const stop = async () => {
      await server.stop()
      lock.release()
    }
    try {
      const adminUrl = inDatabase(server.url, EMBEDDED_DATABASE)
      return { ...(await openPrepared({ kind: 'embedded', adminUrl, keys, log })), adopted: server.orphan, stop }
    } catch (error) {
      await server.stop()
      throw error
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

type Prepared = Pick<Database, 'kind' | 'adminUrl' | 'keys'>

async function openPrepared({
  log,
  ...prepared
}: Prepared & { log: Log }): Promise<Omit<Database, 'adopted' | 'stop'>> {
  await prepareDatabase(prepared.adminUrl, prepared.keys, log)
  return withRoles(prepared)
}

const withRoles = (prepared: Prepared) => ({
  ...prepared,
  roleUrl: (role: LoginRole) => asLogin(prepared.adminUrl, role, prepared.keys.roleSecret(role)),
})

/** Everything a database needs before its first migration; harmless on one that has it. */
export async function prepareDatabase(adminUrl: string, keys: Keys, log: Log = () => {}): Promise<void> {
  await ensureDatabase(adminUrl)
  await withConnection(adminUrl, async (admin) => {
    await requireFitDatabase(admin, log)
    await requireOwnKeys(admin, keys)
    await ensureLoginRoles(admin, keys)
  })
}

/**
 * A database for the length of `work`: the one of a server that runs on the folder, or one that is started for it and stopped
 * after it. Two commands without a server take turns.
 */
export async function useDatabase<T>(options: OpenOptions, work: (database: Database) => Promise<T>): Promise<T> {
  // At the end of the process its PostgreSQL is told to stop; a signal must not skip that.
  const interrupt = () => process.exit(1)
  for (const signal of INTERRUPTIONS) process.once(signal, interrupt)
  try {
    const database = await joinOrOpen(options)
    return await work(database).finally(() => database.stop())
  } finally {
    for (const signal of INTERRUPTIONS) process.removeListener(signal, interrupt)
  }
}
const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

async function joinOrOpen(options: OpenOptions): Promise<Database> {
  const folder = openDataFolder(options.dataDir)
  const holder = { kind: 'command', command: 'command', ...options.holder } as const
  for (let told = false; ; await pause(200)) {
    // An external database has a server of its own: commands need no lock, and hold up nobody.
    const lock = options.databaseUrl ? NO_LOCK : tryFolderLock(folder, holder)
    if (lock) return openLocked(options, folder, lock)
    const other = await holderOf(folder)
    const url = other?.kind === 'server' ? runningServerUrl(folder) : undefined
    if (url) return joined(folder, url)
    if (!told && other) sayWaiting(options, other)
    told = true
  }
}
const NO_LOCK: FolderLock = { announce() {}, release() {} }

function joined(folder: DataFolder, url: string): Database {
  const keys = loadKeys(folder.root, { existing: true })
  return {
    ...withRoles({ kind: 'embedded', adminUrl: asAdmin(url, keys), keys }),
    adopted: false,
    stop: async () => {},
  }
}

const asAdmin = (url: string, keys: Keys) =>
  asLogin(inDatabase(url, EMBEDDED_DATABASE), ADMIN_ROLE, keys.roleSecret(ADMIN_ROLE))

/** The administrator's URL of the embedded server that runs on the folder now, if one does. */
export function findRunningDatabase(dataDir: string): string | undefined {
  const folder = dataFolder(dataDir)
  const holder = findHolder(folder)
  const url = holder && isAlive(holder.pid) && runningServerUrl(folder)
  return url ? asAdmin(url, loadKeys(folder.root, { existing: true })) : undefined
}

function sayWaiting(options: OpenOptions, { command, pid }: Holder): void {
  options.log?.({
    zh: `正在等待 ricebowl ${command}（进程 ${pid}）让出数据文件夹…`,
    en: `Waiting for ricebowl ${command} (process ${pid}), which is using the data folder…`,
  })
}

function refuseHeld(folder: DataFolder, holder: Holder | undefined): never {
  const { command = '?', pid = 0, since = '', port } = holder ?? {}
  const at = port ? ` http://127.0.0.1:${port}` : ''
  fail(
    'database.folder.held',
    {
      zh: `数据文件夹 ${folder.root} 正由 ricebowl ${command}（进程 ${pid}，始于 ${since}）使用${at}。请先停止它，或用 RICEBOWL_DATA 指定另一个文件夹。`,
      en: `The data folder ${folder.root} is in use by ricebowl ${command} (process ${pid}, since ${since})${at}. Stop it first, or name another folder with RICEBOWL_DATA.`,
    },
    { status: 409, where: { folder: folder.root, pid } },
  )
}
