import type { Tx } from '../access-door.ts'

export type Attempt = { account: Buffer; failures: number; windowFrom: string }

const COLUMNS = 'account, failures, window_from AS "windowFrom"'

/** Counts an attempt before it is looked at, so that a hundred at once are a hundred. */
export async function takeAttempt(tx: Tx, account: Buffer, now: Date, windowStart: Date): Promise<Attempt> {
  const [row] = await tx.query<Attempt>(
    `INSERT INTO sign_in_attempt AS a (account, window_from, failures) VALUES ($1, $2, 1)
     ON CONFLICT (account) DO UPDATE SET
       window_from = CASE WHEN a.window_from > $3 THEN a.window_from ELSE excluded.window_from END,
       failures = CASE WHEN a.window_from > $3 THEN a.failures + 1 ELSE 1 END
     RETURNING ${COLUMNS}`,
    [account, now, windowStart],
  )
  return row!
}

export async function giveAttemptBack(tx: Tx, account: Buffer): Promise<void> {
  await tx.query('UPDATE sign_in_attempt SET failures = failures - 1 WHERE account = $1 AND failures > 0', [account])
}

export async function clearAttempts(tx: Tx, account: Buffer, windowStart: Date): Promise<void> {
  await tx.query('DELETE FROM sign_in_attempt WHERE account = $1 OR window_from <= $2', [account, windowStart])
}

/** Windows still open. */
export const listAttempts = (tx: Tx, accounts: Buffer[], windowStart: Date): Promise<Attempt[]> =>
  tx.query<Attempt>(`SELECT ${COLUMNS} FROM sign_in_attempt WHERE account = ANY ($1) AND window_from > $2`, [
    accounts,
    windowStart,
  ])
