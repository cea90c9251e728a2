import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fail } from '#domain/base/fail.ts'
import { STATE_FOLDER } from './binaries.ts'
import { type DataFolder, refuseFullDisk } from './data-folder.ts'
import { canReach, type SystemUser } from './system-user.ts'

/** The superuser of an embedded cluster: it migrates, the application never signs in as it. */
export const ADMIN_ROLE = 'ricebowl_admin'

/** The major version of the PostgreSQL that Ricebowl carries. */
export const EMBEDDED_MAJOR = 18

/** The cluster's real folder, made when it is not there. */
export function openClusterFolder(folder: DataFolder, native: string, user: SystemUser | undefined, password: string) {
  if (!existsSync(join(folder.postgres, 'PG_VERSION'))) createCluster(folder, native, user, password)
  const cluster = realpathSync(folder.postgres)
  checkVersion(cluster)
  if (user && lstatSync(cluster).uid !== user.uid) giveTo(cluster, user)
  return cluster
}

/** Made beside and renamed into place: an initdb that was interrupted leaves nothing that looks like a database. */
function createCluster(folder: DataFolder, native: string, user: SystemUser | undefined, password: string): void {
  sweepHalfMade(folder.root)
  const home = homeFor(folder, user)
  const half = join(home, `half-made-${process.pid}`)
  const secret = `${half}.secret`
  try {
    mkdirSync(half, { mode: 0o700 })
    writeFileSync(secret, password, { mode: 0o600 })
    if (user) for (const path of [half, secret]) chownSync(path, user.uid, user.gid)
    initdb(folder, native, user, half, secret)
    const target = home === folder.root ? folder.postgres : join(home, 'postgres')
    renameSync(half, target)
    if (target !== folder.postgres) symlinkSync(target, folder.postgres)
  } finally {
    rmSync(secret, { force: true })
    rmSync(half, { recursive: true, force: true })
  }
}

function sweepHalfMade(root: string): void {
  for (const name of readdirSync(root))
    if (name.startsWith('half-made-')) rmSync(join(root, name), { recursive: true, force: true })
}

/** The data folder, or, where root's own folders are closed to the database's user, a fresh folder in the machine's state folder. */
function homeFor(folder: DataFolder, user: SystemUser | undefined): string {
  if (!user || canReach(user, folder.postgres)) return folder.root
  const home = join(STATE_FOLDER, `data-${randomBytes(6).toString('hex')}`)
  mkdirSync(home, { recursive: true })
  chmodSync(STATE_FOLDER, 0o755)
  chmodSync(home, 0o711)
  return home
}

function initdb(folder: DataFolder, native: string, user: SystemUser | undefined, cluster: string, secret: string) {
  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    [
      `--pgdata=${cluster}`,
      `--username=${ADMIN_ROLE}`,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // LC_CTYPE must be C.UTF-8 as well as the provider: with C, pg_trgm silently ignores every Chinese character.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--lc-collate=C',
      '--lc-ctype=C.UTF-8',
      ...['messages', 'monetary', 'numeric', 'time'].map((category) => `--lc-${category}=C`),
      '--no-instructions',
    ],
    { ...(user && { uid: user.uid, gid: user.gid }), cwd: native, env: postgresEnvironment(), encoding: 'utf8' },
  )
  if (made.status === 0) return
  const words = `${made.stderr ?? ''}${made.error?.message ?? ''}`.trim()
  if (/No space left on device|Disk quota exceeded/.test(words)) refuseFullDisk(folder.root)
  const last = words.split('\n').at(-1) ?? ''
  fail(
    'database.cluster.failed',
    { zh: `无法建立数据库:${last}`, en: `The database could not be created: ${last}` },
    { status: 500, where: { folder: folder.root } },
  )
}

/** Nothing of the caller's locale, PGDATA or PGPORT reaches PostgreSQL. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env
  return { PATH, ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }), LC_ALL: 'C.UTF-8', TZ: 'UTC' }
}

function checkVersion(cluster: string): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === String(EMBEDDED_MAJOR)) return
  fail(
    'database.cluster.version',
    {
      zh: `${cluster} 是 PostgreSQL ${found} 的数据,本版饭碗内置 PostgreSQL ${EMBEDDED_MAJOR}。请用创建它的版本运行 \`ricebowl backup\`,再用本版 \`ricebowl restore\`;数据未被改动。`,
      en: `${cluster} was made by PostgreSQL ${found}; this Ricebowl carries PostgreSQL ${EMBEDDED_MAJOR}. Run \`ricebowl backup\` with the release that made it and \`ricebowl restore\` with this one; nothing was changed.`,
    },
    { status: 500, where: { folder: cluster, found, known: EMBEDDED_MAJOR } },
  )
}

/** A folder that was copied or restored by root: PostgreSQL starts only on what its own user owns. */
function giveTo(cluster: string, user: SystemUser): void {
  const given = spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, cluster])
  if (given.status === 0) return
  fail('database.cluster.owner', {
    zh: `无法把 ${cluster} 交给用户 ${user.name}。`,
    en: `${cluster} could not be given to the user ${user.name}.`,
  })
}
