import type { Tx } from '../access-door.ts'

export type SessionRow = {
  officerId: number
  postId: number
  seenAt: string
  signIn: string
  name: string
  passwordDue: boolean
}

export async function insertSession(
  tx: Tx,
  session: { tokenHash: Buffer; officerId: number; postId: number; now: Date; expiresAt: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO session (token_hash, officer_id, post_id, started_at, seen_at, expires_at) VALUES ($1, $2, $3, $4, $4, $5)`,
    [session.tokenHash, session.officerId, session.postId, session.now, session.expiresAt],
  )
}

/** A session that is neither revoked, expired, idle since before `idleSince`, nor of a closed account. */
export async function findSession(
  tx: Tx,
  tokenHash: Buffer,
  now: Date,
  idleSince: Date,
): Promise<SessionRow | undefined> {
  const [row] = await tx.query<SessionRow>(
    `SELECT s.officer_id AS "officerId", s.post_id AS "postId", s.seen_at AS "seenAt", o.sign_in AS "signIn", o.name,
            o.password_due AS "passwordDue"
     FROM session s JOIN officer o ON o.id = s.officer_id
     WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND s.seen_at > $3 AND o.disabled_at IS NULL`,
    [tokenHash, now, idleSince],
  )
  return row
}

export async function touchSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<void> {
  await tx.query('UPDATE session SET seen_at = $2 WHERE token_hash = $1 AND seen_at < $2', [tokenHash, now])
}

export async function setSessionPost(tx: Tx, tokenHash: Buffer, post: number): Promise<void> {
  await tx.query('UPDATE session SET post_id = $2 WHERE token_hash = $1', [tokenHash, post])
}

/** Whose session ended; undefined when there was none. */
export async function revokeSession(tx: Tx, tokenHash: Buffer, now: Date): Promise<number | undefined> {
  const [row] = await tx.query<{ officerId: number }>(
    'UPDATE session SET revoked_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL RETURNING officer_id AS "officerId"',
    [tokenHash, now],
  )
  return row?.officerId
}

/** Sessions over for a day are of no use to anybody. */
export async function dropOldSessions(tx: Tx, before: Date): Promise<void> {
  await tx.query('DELETE FROM session WHERE expires_at < $1', [before])
}
