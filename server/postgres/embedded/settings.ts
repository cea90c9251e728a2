import { chownSync, existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import type { SystemUser } from './system-user.ts'

const MB = 2 ** 20

/** `service` keeps every acknowledged commit; `trial` is for test clusters that nobody will miss. */
export type Purpose = 'service' | 'trial'

/** Written at every start; `local.conf` beside it is the operator's and wins. */
export function writeSettings(cluster: string, purpose: Purpose, user: SystemUser | undefined): void {
  const write = (name: string, text: string, flag = 'w') => {
    const file = join(cluster, name)
    writeFileSync(file, text, { mode: 0o600, flag })
    if (user) chownSync(file, user.uid, user.gid)
  }
  const lines = Object.entries(settings(purpose)).map(([name, value]) => `${name} = '${value}'`)
  write('ricebowl.conf', `# Rewritten at every start. Put your own settings in local.conf.\n${lines.join('\n')}\n`)
  write('local.conf', '', 'a')
  write('pg_hba.conf', ACCESS)
  const include = "include 'ricebowl.conf'\ninclude 'local.conf'\n"
  const main = readFileSync(join(cluster, 'postgresql.conf'), 'utf8')
  if (!main.includes(include)) write('postgresql.conf', `${main}\n${include}`)
}

/** Passwords everywhere, also behind the closed socket folder; loopback is used only where Node has no sockets (Windows). */
const ACCESS = `# Rewritten at every start.
local all all scram-sha-256
local replication all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
`

function settings(purpose: Purpose): Record<string, string | number> {
  return {
    ...memory(),
    max_connections: 100,
    // The packaged build has no JIT; the line keeps plans equal on builds that have one.
    jit: 'off',
    random_page_cost: 1.1,
    max_wal_size: '2GB',
    min_wal_size: '64MB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    io_workers: 2,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and their errors carry persons' data; the application logs what failed, in its own words.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: 0,
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    ...(purpose === 'trial' && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      shared_buffers: '64MB',
    }),
  }
}

function memory(): Record<string, string> {
  const bytes = Math.min(os.totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
  const share = (part: number, low: number, high: number) =>
    `${Math.round(Math.min(Math.max(bytes / part, low * MB), high * MB) / MB)}MB`
  return {
    shared_buffers: share(32, 64, 1024),
    effective_cache_size: share(2, 256, 65536),
    maintenance_work_mem: share(64, 32, 512),
    work_mem: '16MB',
    // A part of an import lies in temporary tables, and is gone through a dozen times.
    temp_buffers: '32MB',
    ...(smallSharedMemory() && { dynamic_shared_memory_type: 'sysv' }),
  }
}

/** A container's /dev/shm is often 64 MB, on which parallel queries fail with "could not resize shared memory segment". */
function smallSharedMemory(): boolean {
  if (process.platform !== 'linux' || !existsSync('/dev/shm')) return process.platform === 'linux'
  const { blocks, bsize } = statfsSync('/dev/shm')
  return blocks * bsize < 256 * MB
}
