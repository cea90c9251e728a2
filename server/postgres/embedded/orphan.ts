import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Stops a PostgreSQL whose supervisor was killed. It is stopped rather than adopted: what its dead clients left running ends,
 * the settings are this release's, and every start takes the same way. Only called by the holder of the folder's lock.
 */
export async function stopOrphan(cluster: string): Promise<boolean> {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return false
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!isPostmasterOf(pid, cluster)) {
    // After a power cut or in a container the number may belong to a stranger by now; PostgreSQL would believe in it and refuse.
    rmSync(file, { force: true })
    return false
  }
  await stopProcess(pid)
  return true
}

function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!(pid > 1) || !isAlive(pid)) return false
  if (process.platform === 'win32') return true
  if (process.platform !== 'linux') {
    const listed = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
    return listed.stdout.includes('postgres') && listed.stdout.includes(cluster)
  }
  try {
    // PostgreSQL works in its data folder.
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    return false
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** In a container whose first process does not reap, a dead orphan stays listed. */
function isZombie(pid: number): boolean {
  try {
    return process.platform === 'linux' && /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** A shutdown's checkpoint may take a while; without it the next start recovers, and nothing is lost either way. */
const PATIENCE_S = 30

/**
 * Fast shutdown, and when that does not end, immediate shutdown. `patience` 0 begins with the latter: PostgreSQL 18 never ends
 * when it is asked to stop while it recovers from a crash.
 */
export async function stopProcess(pid: number, patience = PATIENCE_S): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', patience],
    ['SIGQUIT', 10],
    ['SIGKILL', 10],
  ] as const) {
    if (seconds === 0) continue
    if (!isAlive(pid)) return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (let waited = 0; waited < seconds * 1000; waited += 10) {
      if (!isAlive(pid)) return
      await pause(10)
    }
  }
}
