import { createSecretKey, type KeyObject } from 'node:crypto'
import { fail, Refusal } from '#domain/base/fail.ts'
import type { Keys } from '../keys.ts'
import type { Log } from '../postgres.ts'
import type { AccessDoor, Tx } from './access-door.ts'
import { auditWritten } from './audit.ts'
import { type AuditAnchor, keepAnchor } from './log/audit-anchor.ts'
import { FIRST_PREVIOUS, MerkleRoot, sealHead } from './log/audit-hash.ts'
import { findLastSeal, insertSeal, linesBetween, sealableUpTo, takeSealerLock, unsealed } from './log/audit-seal.sql.ts'

export const sealKey = (keys: Pick<Keys, 'fieldKey'>): KeyObject => createSecretKey(keys.fieldKey('audit.seal', 1))

/**
 * Seals what can be sealed now as one batch; how many lines it covered. 0 = nothing, or another server is at it.
 * A transaction that stays open holds back the sealing of everything after it, never its correctness.
 */
export async function sealOnce(tx: Tx, key: KeyObject, now: Date): Promise<{ lines: number; anchor?: AuditAnchor }> {
  if (!(await takeSealerLock(tx))) return { lines: 0 }
  const last = await findLastSeal(tx)
  const fromXid = last?.toXid ?? '0'
  const toXid = await sealableUpTo(tx, fromXid)
  const tree = new MerkleRoot()
  let firstLine = Number.POSITIVE_INFINITY
  let lastLine = 0
  for await (const { line } of linesBetween(tx, fromXid, toXid)) {
    tree.add(line)
    firstLine = Math.min(firstLine, Number(line[0]))
    lastLine = Math.max(lastLine, Number(line[0]))
  }
  if (tree.count === 0) return { lines: 0 }
  const seal = {
    batch: (last?.batch ?? 0) + 1,
    fromXid,
    toXid,
    lines: tree.count,
    firstLine,
    lastLine,
    root: tree.root(),
    previous: last?.head ?? FIRST_PREVIOUS,
    sealedAt: now.toISOString(),
  }
  const head = sealHead(key, seal)
  await insertSeal(tx, { ...seal, head })
  return { lines: tree.count, anchor: { batch: seal.batch, head: head.toString('hex') } }
}

export type Sealer = { stop(): Promise<void> }

const BEAT_MS = 1000
/** Lines that another process wrote are looked for this often; lines of this one, the second they are written. */
const LOOK_EVERY_BEATS = 30
const LAG_ALARM_SECONDS = 120

/** Seals once a second while there is something to seal; at rest a beat compares two numbers. */
export function startSealer(given: { door: AccessDoor; keys: Keys; dataDir: string; log: Log }): Sealer {
  const { door, log } = given
  const key = sealKey(given.keys)
  let seen = -1
  let beats = 0
  let busy: Promise<void> | undefined
  let alarmed = false

  const beat = async () => {
    const count = auditWritten()
    const { anchor, left } = await door.asAudit(async (tx) => {
      const sealed = await sealOnce(tx, key, new Date())
      return { ...sealed, left: await unsealed(tx, (await findLastSeal(tx))?.toXid ?? '0') }
    })
    if (anchor) keepAnchor(given.dataDir, anchor)
    if (left.behind) refuseRestored()
    const late = (left.oldestSeconds ?? 0) > LAG_ALARM_SECONDS
    if (late && !alarmed) log(lagWords(left.oldestSeconds ?? 0))
    alarmed = late
    if (left.lines === 0) seen = count
  }
  const timer = setInterval(() => {
    if (busy || (auditWritten() === seen && ++beats % LOOK_EVERY_BEATS !== 0)) return
    busy = beat()
      .catch((error) => {
        if (error instanceof Refusal && !alarmed) log(error.words)
        alarmed = true
      })
      .finally(() => {
        busy = undefined
      })
  }, BEAT_MS)
  timer.unref()

  return {
    stop: async () => {
      clearInterval(timer)
      await busy
      await beat().catch(() => {})
    },
  }
}

const lagWords = (seconds: number) => ({
  zh: `警告：审计封存已落后 ${seconds} 秒。可能有事务长时间未结束；请检查数据库。`,
  en: `Warning: the audit seal is ${seconds} seconds behind. A transaction may have been open for long: look at the database.`,
})

function refuseRestored(): never {
  fail(
    'access.audit.restored',
    {
      zh: '警告：数据库的事务号小于上次封存，可能由逻辑备份恢复而来。封存已停止；请用物理备份恢复，或由审计管理员另起封存链。',
      en: 'Warning: the database’s transaction numbers lie behind the last seal; it may have been restored from a logical backup. Sealing has stopped: restore a physical backup, or have the audit administrator begin a new chain.',
    },
    { status: 500 },
  )
}
