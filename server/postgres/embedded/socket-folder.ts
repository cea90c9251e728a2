import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import { dirname, join } from 'node:path'
import { fail } from '#domain/base/fail.ts'
import type { SystemUser } from './system-user.ts'

/** Only part of the socket's name: nothing listens on this TCP port. */
export const SOCKET_PORT = 5432
/** `sun_path` holds 108 bytes on Linux and 104 on macOS, with the closing zero. */
const LONGEST_PATH = process.platform === 'linux' ? 107 : 103

/** Where the cluster's socket lives: beside the cluster, or in a short folder of the system's temporary one. */
export function socketFolder(cluster: string): string {
  const beside = join(dirname(cluster), 'socket')
  if (fits(beside)) return beside
  const name = `ricebowl-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`
  const short = join(os.tmpdir(), name)
  return fits(short) ? short : join('/tmp', name)
}

const fits = (folder: string) => Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_PATH

/** Makes the folder, closed to everybody else, and clears what a dead server left: its socket lock can name a living stranger. */
export function openSocketFolder(folder: string, user: SystemUser | undefined): void {
  const uid = user?.uid ?? process.getuid?.() ?? 0
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (user) chownSync(folder, user.uid, user.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const found = lstatSync(folder)
    if (!found.isDirectory() || found.uid !== uid || found.mode & 0o077) refuseSquatted(folder)
  }
  for (const name of [`.s.PGSQL.${SOCKET_PORT}`, `.s.PGSQL.${SOCKET_PORT}.lock`])
    rmSync(join(folder, name), { force: true })
}

/** Nothing stays behind in the system's temporary folder. */
export function closeSocketFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

function refuseSquatted(folder: string): never {
  fail(
    'database.socket.taken',
    {
      zh: `文件夹 ${folder} 已存在且不归数据库用户独有。请删除它后重试。`,
      en: `The folder ${folder} exists and does not belong to the database's user alone. Remove it and try again.`,
    },
    { status: 500, where: { folder } },
  )
}
