import { existsSync, readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import { dirname } from 'node:path'
import { fail } from '#domain/base/fail.ts'

/** The user PostgreSQL runs as: undefined means the one we are. */
export type SystemUser = { name: string; uid: number; gid: number }

/** PostgreSQL refuses to run as root, and as a user whom the password file does not know. */
export function databaseUser(cluster: string): SystemUser | undefined {
  if (process.platform === 'win32') return undefined
  if (process.getuid?.() !== 0) {
    requirePasswdEntry()
    return undefined
  }
  const users = passwd()
  // A cluster keeps its owner, even when a `postgres` user was added to the machine since.
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0
  const user =
    users.find((u) => u.uid === owner && u.uid !== 0) ??
    users.find((u) => u.name === 'postgres' && u.uid !== 0) ??
    users.find((u) => u.name === 'nobody' && u.uid !== 0) ??
    users.find((u) => u.uid !== 0)
  return (
    user ??
    fail('database.user.missing', {
      zh: 'PostgreSQL 不能以 root 身份运行，而本机没有其他用户。请新建一个用户（如 `useradd -r postgres`）后重试。',
      en: 'PostgreSQL does not run as root, and this machine has no other user. Add one (such as `useradd -r postgres`) and try again.',
    })
  )
}

function passwd(): SystemUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }))
}

function requirePasswdEntry(): void {
  try {
    os.userInfo()
  } catch {
    const uid = process.getuid?.() ?? -1
    fail(
      'database.user.unnamed',
      {
        zh: `PostgreSQL 需要一个在 /etc/passwd 中登记的用户，当前用户编号 ${uid} 没有登记。请以已登记的用户运行，或用 DATABASE_URL 连接自备的 PostgreSQL。`,
        en: `PostgreSQL needs a user that /etc/passwd knows; the current user ${uid} is not in it. Run as a listed user, or use your own PostgreSQL through DATABASE_URL.`,
      },
      { status: 500, where: { uid } },
    )
  }
}

/** Whether `user` may pass through every folder above `path` (access lists are not looked at). */
export function canReach(user: SystemUser, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if (!(mode & bit)) return false
    if (folder === dirname(folder)) return true
  }
}
