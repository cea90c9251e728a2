import type { Tx } from '../access-door.ts'
import { held, POST, type PostRow, WIDEST_FIRST } from './officer.sql.ts'

export type SessionRow = {
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

const HELD_SESSION = `
  SELECT s.post_id AS "postId", s.seen_at AS "seenAt", o.sign_in AS "signIn", o.name, o.password_due AS "passwordDue", ${POST}
  FROM session s JOIN officer o ON o.id = s.officer_id JOIN post p ON p.officer_id = s.officer_id AND ${held('$4')}
  WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND s.seen_at > $3 AND o.disabled_at IS NULL
  ORDER BY ${WIDEST_FIRST}`

/**
 * A session that is neither revoked, expired, idle since before `idleSince`, nor of a closed account: a row for each post that
 * its officer holds on the day, the widest first.
 */
export const heldSession = (
  { query }: Tx,
  tokenHash: Buffer,
  { now, idleSince, on }: { now: Date; idleSince: Date; on: string },
): Promise<(SessionRow & PostRow)[]> => query(HELD_SESSION, [tokenHash, now, idleSince, on], 'held-session')

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
