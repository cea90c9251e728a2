import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The newest head, kept outside the database: whoever cuts off the end of the log there cannot cut it off here. */
export type AuditAnchor = { batch: number; head: string }

const anchorFile = (dataDir: string) => join(dataDir, 'audit-anchor.json')

export function keepAnchor(dataDir: string, anchor: AuditAnchor): void {
  const file = anchorFile(dataDir)
  writeFileSync(`${file}.new`, `${JSON.stringify(anchor)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** Undefined where none was ever kept; a file that cannot be read is an anchor nothing fits. */
export function findAnchor(dataDir: string): AuditAnchor | undefined {
  const file = anchorFile(dataDir)
  if (!existsSync(file)) return undefined
  try {
    const { batch, head } = JSON.parse(readFileSync(file, 'utf8')) as AuditAnchor
    if (Number.isSafeInteger(batch) && typeof head === 'string') return { batch, head }
  } catch {
    // Answered below.
  }
  return { batch: Number.MAX_SAFE_INTEGER, head: '' }
}
