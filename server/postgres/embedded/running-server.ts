import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFolder } from './data-folder.ts'

/** Where a cluster that runs listens, by the file that PostgreSQL itself keeps; undefined until it accepts connections. */
export function runningServerUrl(folder: DataFolder): string | undefined {
  if (!existsSync(folder.postgres)) return undefined
  const file = join(realpathSync(folder.postgres), 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [, , , port, socket, address, , status] = readFileSync(file, 'utf8').split('\n')
  if (status?.trim() !== 'ready') return undefined
  return `postgres://${encodeURIComponent(socket || address || '127.0.0.1')}:${port}/postgres`
}
