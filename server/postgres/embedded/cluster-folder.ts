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
import type { DataFolder } from './data-folder.ts'
import { initdb } from './initdb.ts'
import { canReach, type SystemUser } from './system-user.ts'

/** The major version of the PostgreSQL that Ricebowl carries. */
export const EMBEDDED_MAJOR = 18

/** The cluster's real folder, made when it is not there. */
export async function openClusterFolder(
  folder: DataFolder,
  native: string,
  user: SystemUser | undefined,
  password: string,
): Promise<string> {
  if (!lstatSync(folder.postgres, { throwIfNoEntry: false })) await createCluster(folder, native, user, password)
  if (!existsSync(join(folder.postgres, 'PG_VERSION'))) refuseNoCluster(folder)
  const cluster = realpathSync(folder.postgres)
  checkVersion(cluster)
  if (user && lstatSync(cluster).uid !== user.uid) giveTo(cluster, user)
  return cluster
}

/** Made beside and renamed into place: an initdb that was interrupted leaves nothing that looks like a database. */
async function createCluster(folder: DataFolder, native: string, user: SystemUser | undefined, password: string) {
  sweepHalfMade(folder.root)
  const home = homeFor(folder, user)
  const half = join(home, `half-made-${process.pid}`)
  const secret = `${half}.secret`
  try {
    mkdirSync(half, { mode: 0o700 })
    writeFileSync(secret, password, { mode: 0o600 })
    if (user) for (const path of [half, secret]) chownSync(path, user.uid, user.gid)
    await initdb(native, user, half, secret)
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

function refuseNoCluster(folder: DataFolder): never {
  fail(
    'database.cluster.gone',
    {
      zh: `${folder.postgres} 不是数据库，或其指向的文件夹已不存在。请从备份恢复；若不再需要，请删除 ${folder.root} 后重新开始。`,
      en: `${folder.postgres} is no database, or the folder that it leads to is gone. Restore it from a backup, or remove ${folder.root} to begin anew.`,
    },
    { status: 500, where: { folder: folder.postgres } },
  )
}

function checkVersion(cluster: string): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === String(EMBEDDED_MAJOR)) return
  fail(
    'database.cluster.version',
    {
      zh: `${cluster} 是 PostgreSQL ${found} 的数据，本版饭碗内置 PostgreSQL ${EMBEDDED_MAJOR}。请用创建它的版本打开；要换到本版，请在那个版本上用 pg_dump（地址见 \`ricebowl db psql-url\`）转到自备的 PostgreSQL，再以 DATABASE_URL 连接。数据未被改动。`,
      en: `${cluster} was made by PostgreSQL ${found}; this Ricebowl carries PostgreSQL ${EMBEDDED_MAJOR}. Open it with the release that made it; to change over, move it from there with pg_dump (address: \`ricebowl db psql-url\`) to a PostgreSQL of your own and name that in DATABASE_URL. Nothing was changed.`,
    },
    { status: 500, where: { folder: cluster, found, known: EMBEDDED_MAJOR } },
  )
}

/** A folder that was copied or restored by root: PostgreSQL starts only on what its own user owns. */
function giveTo(cluster: string, user: SystemUser): void {
  const given = spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, cluster])
  if (given.status === 0) return
  fail(
    'database.cluster.owner',
    {
      zh: `无法把 ${cluster} 交给用户 ${user.name}。`,
      en: `${cluster} could not be given to the user ${user.name}.`,
    },
    { status: 500, where: { folder: cluster } },
  )
}
