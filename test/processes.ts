import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { STATE_FOLDER } from '#server/postgres/embedded/binaries.ts'
import { dataFolder } from '#server/postgres/embedded/data-folder.ts'
import { stopOrphan } from '#server/postgres/embedded/orphan.ts'
import { canReach } from '#server/postgres/embedded/system-user.ts'

const ROOT = join(import.meta.dirname, '..')

export type Supervisor = {
  child: ChildProcess
  /** What `openDatabase` answered, or refused with. */
  opened: Promise<{ ready?: string; adopted?: boolean; error?: { code: string; en: string } }>
  acknowledged: number[]
  lost: string[]
  ended: Promise<number | null>
}

/** A user to run as, when the tests run as root. */
export type RunAs = { uid: number; gid: number }
export const NOBODY = { name: 'nobody', uid: 65_534, gid: 65_534 }
export const isRoot = () => process.getuid?.() === 0

/** Why a test cannot run as somebody else here; undefined when it can. */
export function whyNotAsNobody(): string | undefined {
  if (!isRoot()) return 'only root can run as somebody else; the other tests have just run as an ordinary user'
  return canReach(NOBODY, process.execPath) && canReach(NOBODY, join(ROOT, 'bin', 'x'))
    ? undefined
    : 'the project lies in a folder that nobody but root may enter'
}

/** A process of its own that supervises the folder's PostgreSQL, and writes to it when asked to. */
export function startSupervisor(dataDir: string, writers = 0, as: Partial<RunAs> = {}): Supervisor {
  const child = spawn(process.execPath, [join(ROOT, 'test', 'supervisor.ts'), dataDir, String(writers)], {
    ...as,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const acknowledged: number[] = []
  const lost: string[] = []
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const opened = new Promise<Awaited<Supervisor['opened']>>((resolve) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const said = JSON.parse(line)
      if (said.ack) acknowledged.push(said.ack)
      else if (said.lost) lost.push(said.lost)
      else resolve(said)
    })
    ended.then(() => resolve({}))
  })
  return { child, opened, acknowledged, lost, ended }
}

export async function untilAcknowledged(supervisor: Supervisor, more: number): Promise<void> {
  const goal = supervisor.acknowledged.length + more
  for (let waited = 0; supervisor.acknowledged.length < goal; waited += 10) {
    if (waited > 20_000) throw new Error(`only ${supervisor.acknowledged.length} of ${goal} acknowledged`)
    await pause(10)
  }
}

/** The first process of the folder's PostgreSQL. */
export function postmasterOf(dataDir: string): number {
  const file = join(realpathSync(dataFolder(dataDir).postgres), 'postmaster.pid')
  return Number(readFileSync(file, 'utf8').split('\n')[0])
}

export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        // After the name in brackets: state, then the parent.
        return Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]) === pid
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Whatever a test left of a folder: its server, then its files, wherever its cluster was put. */
export async function discard(dataDir: string): Promise<void> {
  const { postgres } = dataFolder(dataDir)
  if (existsSync(postgres)) {
    const cluster = realpathSync(postgres)
    await stopOrphan(cluster)
    if (cluster !== postgres && dirname(cluster).startsWith(STATE_FOLDER))
      rmSync(dirname(cluster), { recursive: true, force: true })
  }
  rmSync(dataDir, { recursive: true, force: true })
}

/** `ricebowl …`, to its end. */
export async function ricebowl(args: string[], env: Record<string, string>, as: Partial<RunAs> = {}) {
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'ricebowl.mjs'), ...args], {
    ...as,
    env: { ...process.env, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const [code] = await once(child, 'close')
  return { code: code as number | null, out, err }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
