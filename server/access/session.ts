import { hash, randomBytes } from 'node:crypto'
import { NO_SCOPE, type Scope } from '#domain/access/scope.ts'
import { fail } from '#domain/base/fail.ts'
import type { AccessDoor, Tx } from './access-door.ts'
import { listPosts, type PostRow } from './account/officer.sql.ts'
import {
  dropOldSessions,
  heldSession,
  insertSession,
  revokeSession,
  type SessionRow,
  setSessionPost,
  touchSession,
} from './account/session.sql.ts'
import { type Actor, recordWrite } from './audit.ts'

/** A post as a session acts under it. */
export type HeldPost = Omit<PostRow, 'lo' | 'hi'> & { area: number | null; scope: Scope }

/** Who is signed in, and under which of their posts. */
export type SignedIn = {
  officer: { id: number; name: string; signIn: string; passwordDue: boolean }
  post: HeldPost
  posts: HeldPost[]
}

const IDLE_MS = 30 * 60_000
const LONGEST_MS = 12 * 3_600_000
/** A session is marked as seen at most so often: a page of ten requests is one write. */
const SEEN_EVERY_MS = 60_000
const DAY_MS = 86_400_000

/** SM3 of a token: what is stored cannot be used to sign in. */
export const tokenHash = (token: string): Buffer => hash('sm3', token, 'buffer')

/** Day in the bureau's time zone, where posts begin and end. */
export const dayInChina = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** An employer's account belongs to a county and reads nothing of it. */
export const heldPost = ({ lo, hi, ...post }: PostRow): HeldPost => ({
  ...post,
  area: lo,
  scope: lo === null || hi === null || post.role === 'employer' ? NO_SCOPE : { lo, hi },
})

export const postsHeld = async (tx: Tx, officer: number, now: Date): Promise<HeldPost[]> =>
  (await listPosts(tx, [officer], dayInChina(now))).map(heldPost)

/** A new session, always with a new token: one that was planted before signing in is worth nothing. */
export async function startSession(tx: Tx, officerId: number, postId: number, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + LONGEST_MS)
  await insertSession(tx, { tokenHash: tokenHash(token), officerId, postId, now, expiresAt })
  await dropOldSessions(tx, new Date(now.getTime() - DAY_MS))
  return token
}

/** The session a token stands for, asked of the database at every request: a revoked one ends at once. */
export async function resolveSession(
  door: AccessDoor,
  token: string | undefined,
  now: Date,
): Promise<SignedIn | undefined> {
  if (!token || token.length > 64) return undefined
  const key = tokenHash(token)
  const idleSince = new Date(now.getTime() - IDLE_MS)
  const rows = await heldSession({ query: door.readAccess }, key, { now, idleSince, on: dayInChina(now) })
  const [session] = rows
  if (!session) return undefined
  const { postId, seenAt, officerId, name, signIn, passwordDue } = session
  const posts = rows.map(postOfRow)
  const post = posts.find(({ id }) => id === postId)
  if (!post) return undefined
  if (now.getTime() - Date.parse(seenAt) >= SEEN_EVERY_MS) await door.asAccess((tx) => touchSession(tx, key, now))
  return { officer: { id: officerId, name, signIn, passwordDue }, post, posts }
}

/** The post alone of a row that tells the session as well. */
const postOfRow = ({ postId, seenAt, name, signIn, passwordDue, ...post }: SessionRow & PostRow): HeldPost =>
  heldPost(post)

export async function choosePost(
  door: AccessDoor,
  token: string,
  signedIn: SignedIn,
  post: number,
  requestId: string | null,
): Promise<SignedIn> {
  const chosen = signedIn.posts.find(({ id }) => id === post)
  if (!chosen) refusePost()
  const actor: Actor = { officerId: signedIn.officer.id, postId: chosen.id, requestId }
  await door.asAccess(async (tx) => {
    await setSessionPost(tx, tokenHash(token), chosen.id)
    await recordWrite(tx, actor, { action: 'access.choose_post', object: { kind: 'post', id: chosen.id } })
  })
  return { ...signedIn, post: chosen }
}

export async function endSession(door: AccessDoor, token: string, now: Date, requestId: string | null): Promise<void> {
  await door.asAccess(async (tx) => {
    const officerId = await revokeSession(tx, tokenHash(token), now)
    if (officerId !== undefined)
      await recordWrite(tx, { officerId, postId: null, requestId }, { action: 'access.sign_out' })
  })
}

function refusePost(): never {
  fail('access.post.notHeld', { zh: '您没有这个岗位身份', en: 'You do not hold this post' }, { status: 404 })
}
