import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { fail } from '#domain/base/fail.ts'

/** How the folder is laid out. A change that an older Ricebowl could not read raises it. */
const DATA_FORMAT = 1

/** What Ricebowl keeps on this machine: RICEBOWL_DATA, `.ricebowl` when nothing is said. */
export type DataFolder = {
  root: string
  /** The PostgreSQL cluster, or a link to it where the database's user cannot reach this folder. */
  postgres: string
  keys: string
  lock: string
  holder: string
  log: string
  /** What can be made again at any time: what Node compiled lives here. */
  cache: string
}

export function dataFolder(root: string): DataFolder {
  const at = (name: string) => join(resolve(root), name)
  return {
    root: resolve(root),
    postgres: at('postgres'),
    keys: at('keys.json'),
    lock: at('lock'),
    holder: at('holder.json'),
    log: at('postgres.log'),
    cache: at('cache'),
  }
}

/** Creates the folder, or refuses one that cannot be written, is of another format or on a full disk. */
export function openDataFolder(root: string): DataFolder {
  const folder = dataFolder(root)
  try {
    // Under root others may pass through, not look around, whatever the umask: PostgreSQL then runs as another user.
    if (mkdirSync(folder.root, { recursive: true, mode: 0o700 }) && process.getuid?.() === 0)
      chmodSync(folder.root, 0o711)
    accessSync(folder.root, constants.W_OK | constants.X_OK)
  } catch (error) {
    refuseFolder(folder.root, error)
  }
  const fresh = !existsSync(folder.postgres)
  requireSpace(folder.root, fresh ? SPACE_FOR_A_NEW_DATABASE : SPACE_TO_START)
  checkFormat(folder)
  return folder
}

function refuseFolder(root: string, error: unknown): never {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown'
  if (reason === 'ENOSPC' || reason === 'EDQUOT') refuseFullDisk(root)
  fail(
    'database.folder.unwritable',
    {
      zh: `数据文件夹 ${root} 不可写（${reason}）。请更改其权限，或用 RICEBOWL_DATA 指定另一个文件夹。`,
      en: `The data folder ${root} cannot be written (${reason}). Change its permissions, or name another folder with RICEBOWL_DATA.`,
    },
    { status: 500, where: { folder: root, reason } },
  )
}

const MB = 2 ** 20
/** A new cluster takes some 45 MB, its first WAL segments 32 MB, the demo city more. */
const SPACE_FOR_A_NEW_DATABASE = 300 * MB
/** Recovery after a crash writes WAL before it can free any. */
const SPACE_TO_START = 48 * MB

function requireSpace(root: string, need: number): void {
  const { bavail, bsize } = statfsSync(root)
  if (bavail * bsize < need) refuseFullDisk(root, { free: bavail * bsize, need })
}

export function refuseFullDisk(root: string, space?: { free: number; need: number }): never {
  const megabytes = (bytes: number) => Math.floor(bytes / MB)
  const zh = space ? `:剩余 ${megabytes(space.free)} MB,至少需要 ${megabytes(space.need)} MB` : ''
  const en = space ? `: ${megabytes(space.free)} MB free, at least ${megabytes(space.need)} MB needed` : ''
  fail(
    'database.disk.full',
    {
      zh: `数据文件夹 ${root} 所在磁盘空间不足${zh}。请腾出空间后重试，已有数据未受影响。`,
      en: `The disk of the data folder ${root} is full${en}. Free some space and try again; what was stored is safe.`,
    },
    { status: 507, where: { folder: root } },
  )
}

function checkFormat(folder: DataFolder): void {
  const file = join(folder.root, 'format')
  if (!existsSync(file)) {
    try {
      writeFileSync(file, `${DATA_FORMAT}\n`, { flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') refuseFolder(folder.root, error)
    }
    return
  }
  const found = readFileSync(file, 'utf8').trim()
  if (found === String(DATA_FORMAT) || found === '') return
  fail(
    'database.folder.format',
    {
      zh: `数据文件夹 ${folder.root} 的格式为 ${found}，本版饭碗只认识格式 ${DATA_FORMAT}。请使用创建它的版本，或用 RICEBOWL_DATA 指定另一个文件夹。`,
      en: `The data folder ${folder.root} has format ${found}; this Ricebowl knows format ${DATA_FORMAT}. Use the release that made it, or name another folder with RICEBOWL_DATA.`,
    },
    { status: 500, where: { folder: folder.root, found, known: DATA_FORMAT } },
  )
}
