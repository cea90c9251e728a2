import { createHash } from 'node:crypto'
import { fail } from '#domain/base/fail.ts'
import type { Tx } from '../db.ts'
import { findReceipt, keepReceipt, lockClientId } from './once.sql.ts'

export type Command = { clientId: string; post: number; name: string; body: unknown; now: Date }

/**
 * Runs a command once for its client id, in the transaction of the act: the second time it answers what it answered then.
 * Another command, body or post under a client id that was used is refused (`people.command.reused`, 409).
 */
export async function once<T>(tx: Tx, command: Command, run: () => Promise<T>): Promise<T> {
  const hash = createHash('sm3').update(canonical(command.body)).digest()
  await lockClientId(tx, command.clientId)
  const done = await findReceipt(tx, command.clientId)
  if (!done) {
    const reply = await run()
    await keepReceipt(tx, command, hash, reply)
    return reply
  }
  const same = done.command === command.name && done.post_id === command.post && hash.equals(done.body_hash)
  return same ? (done.reply as T) : refuseReuse()
}

/** The same body gives the same text, whatever the order of its keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function refuseReuse(): never {
  return fail(
    'people.command.reused',
    {
      zh: '这个操作编号已用于另一次操作，本次没有执行。请刷新页面后重新提交。',
      en: 'This client id was used for another command; nothing was done. Reload the page and submit again.',
    },
    { status: 409 },
  )
}
