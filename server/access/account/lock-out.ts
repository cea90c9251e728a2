import { createHmac, createSecretKey } from 'node:crypto'
import { fail } from '#domain/base/fail.ts'
import type { Keys } from '../../keys.ts'
import type { AccessDoor, Tx } from '../access-door.ts'
import { clearAttempts, giveAttemptBack, listAttempts, takeAttempt } from './attempt.sql.ts'

const MOST_FAILURES = 5
const WINDOW_MS = 15 * 60_000

/**
 * Five attempts at a sign-in name within a fixed quarter of an hour; further ones are refused unheard, and do not prolong it.
 * A name nobody has is counted alike: being locked out says nothing about an account.
 */
export class LockOut {
  private readonly key
  private readonly door: AccessDoor

  constructor(door: AccessDoor, keys: Pick<Keys, 'fieldKey'>) {
    this.door = door
    this.key = createSecretKey(keys.fieldKey('signIn.account', 1))
  }

  /** Counted in a transaction of its own: what follows may fail, the count stays. */
  async take(signIn: string, now: Date): Promise<void> {
    const attempt = await this.door.asAccess((tx) => takeAttempt(tx, this.account(signIn), now, windowStart(now)))
    if (attempt.failures > MOST_FAILURES) refuseLocked(new Date(Date.parse(attempt.windowFrom) + WINDOW_MS), now)
  }

  /** The attempt asked for the second factor and is no failure. */
  giveBack = (tx: Tx, signIn: string): Promise<void> => giveAttemptBack(tx, this.account(signIn))

  clear = (tx: Tx, signIn: string, now: Date): Promise<void> =>
    clearAttempts(tx, this.account(signIn), windowStart(now))

  /** Which of these names are locked now. */
  async locked(tx: Tx, signIns: string[], now: Date): Promise<Set<string>> {
    const byAccount = new Map(signIns.map((signIn) => [this.account(signIn).toString('hex'), signIn]))
    const accounts = [...byAccount.keys()].map((hex) => Buffer.from(hex, 'hex'))
    const open = await listAttempts(tx, accounts, windowStart(now))
    const full = open.filter(({ failures }) => failures >= MOST_FAILURES)
    return new Set(full.map(({ account }) => byAccount.get(account.toString('hex'))!))
  }

  private account = (signIn: string): Buffer => createHmac('sm3', this.key).update(signIn).digest()
}

const windowStart = (now: Date) => new Date(now.getTime() - WINDOW_MS)

function refuseLocked(until: Date, now: Date): never {
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))
  fail(
    'access.signIn.locked',
    {
      zh: `登录失败次数过多，请 ${minutes} 分钟后再试，或请安全管理员解锁`,
      en: `Too many failed sign-ins: try again in ${minutes} minutes, or ask the security administrator to unlock`,
    },
    { status: 429, where: { minutes } },
  )
}
