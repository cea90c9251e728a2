import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fail } from '#domain/base/fail.ts'
import { refuseFullDisk } from './data-folder.ts'
import { postgresEnvironment } from './postgres-environment.ts'
import type { SystemUser } from './system-user.ts'

/** The superuser of an embedded cluster: it migrates, the application never signs in as it. */
export const ADMIN_ROLE = 'ricebowl_admin'

const OPTIONS = [
  `--username=${ADMIN_ROLE}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // LC_CTYPE must be C.UTF-8 as well as the provider: with C, pg_trgm silently ignores every Chinese character.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--lc-collate=C',
  '--lc-ctype=C.UTF-8',
  ...['messages', 'monetary', 'numeric', 'time'].map((category) => `--lc-${category}=C`),
  '--no-instructions',
]

/** Fills the empty folder `cluster`; the password is read from a file, since arguments can be seen by everybody. */
export async function initdb(
  native: string,
  user: SystemUser | undefined,
  cluster: string,
  passwordFile: string,
): Promise<void> {
  const args = [`--pgdata=${cluster}`, `--pwfile=${passwordFile}`, ...OPTIONS]
  const as = { ...(user && { uid: user.uid, gid: user.gid }), cwd: native, env: postgresEnvironment() }
  const words = await new Promise<string>((resolve) =>
    execFile(join(native, 'bin', 'initdb'), args, as, (error, _, said) =>
      resolve(error ? `${said}${error.message}` : ''),
    ),
  )
  if (!words) return
  if (/No space left on device|Disk quota exceeded/.test(words)) refuseFullDisk(cluster)
  const last = words.match(/error: .*/)?.[0] ?? words.trim().split('\n')[0]
  fail(
    'database.cluster.failed',
    { zh: `无法建立数据库：${last}`, en: `The database could not be created: ${last}` },
    { status: 500, where: { folder: cluster } },
  )
}
