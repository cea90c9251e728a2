import type { Role } from '#domain/access/role.ts'
import type { Tx } from '../access-door.ts'

export type OfficerRow = {
  id: number
  signIn: string
  name: string
  passwordHash: string
  totpCipher: Buffer | null
  totpStep: number | null
  disabledAt: string | null
  demo: boolean
  passwordDue: boolean
}

/** A post an officer holds. `lo` and `hi` are null for administrators. */
export type PostRow = {
  id: number
  officerId: number
  role: Role
  title: string
  lo: number | null
  hi: number | null
  areaName: string | null
  /** Of an employer; null for officers. */
  creditCode: string | null
}

const OFFICER = `id, sign_in AS "signIn", name, password_hash AS "passwordHash", totp_cipher AS "totpCipher", totp_step AS "totpStep",
  disabled_at AS "disabledAt", demo, password_due AS "passwordDue"`

/** Columns of a post `p` as they are told of its holder. */
export const POST = `p.id, p.officer_id AS "officerId", p.role, p.title, p.lo, p.hi, p.credit_code AS "creditCode",
         (SELECT a.name FROM area a WHERE a.code = p.lo AND a.valid_to IS NULL) AS "areaName"`
/** Is a post `p` held on the day that a parameter names? */
export const held = (day: `$${number}`): string =>
  `p.started_on <= ${day} AND (p.ended_on IS NULL OR p.ended_on > ${day})`
export const WIDEST_FIRST = 'p.hi - p.lo DESC NULLS LAST, p.id'

/** Posts held on a day, the widest first. */
const POSTS_HELD = `SELECT ${POST} FROM post p WHERE p.officer_id = ANY ($1) AND ${held('$2')} ORDER BY ${WIDEST_FIRST}`

export async function findOfficer(tx: Tx, signIn: string): Promise<OfficerRow | undefined> {
  const [row] = await tx.query<OfficerRow>(`SELECT ${OFFICER} FROM officer WHERE sign_in = $1`, [signIn])
  return row
}

export async function findOfficerById(tx: Tx, id: number): Promise<OfficerRow | undefined> {
  const [row] = await tx.query<OfficerRow>(`SELECT ${OFFICER} FROM officer WHERE id = $1`, [id])
  return row
}

export const listPosts = (tx: Tx, officers: number[], on: string): Promise<PostRow[]> =>
  tx.query<PostRow>(POSTS_HELD, [officers, on])

export const listOfficers = (tx: Tx, after: string, limit: number): Promise<OfficerRow[]> =>
  tx.query<OfficerRow>(`SELECT ${OFFICER} FROM officer WHERE sign_in > $1 ORDER BY sign_in LIMIT $2`, [after, limit])

export const listDemoOfficers = (tx: Tx): Promise<OfficerRow[]> =>
  tx.query<OfficerRow>(`SELECT ${OFFICER} FROM officer WHERE demo AND disabled_at IS NULL ORDER BY id`)

export async function disableOfficer(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.query('UPDATE officer SET disabled_at = coalesce(disabled_at, $2) WHERE id = $1', [id, now])
  await tx.query('UPDATE session SET revoked_at = $2 WHERE officer_id = $1 AND revoked_at IS NULL', [id, now])
}

/** A password of another's choice, or of one's own; every session but `kept` ends. */
export async function setPassword(
  tx: Tx,
  id: number,
  set: { hash: string; due: boolean; now: Date; kept: Buffer | null },
): Promise<void> {
  await tx.query('UPDATE officer SET password_hash = $2, password_due = $3 WHERE id = $1', [id, set.hash, set.due])
  await tx.query(
    'UPDATE session SET revoked_at = $2 WHERE officer_id = $1 AND revoked_at IS NULL AND token_hash IS DISTINCT FROM $3',
    [id, set.now, set.kept],
  )
}

/** Whether the password is still that one; held until the transaction ends. */
export async function passwordStands(tx: Tx, id: number, hash: string): Promise<boolean> {
  const rows = await tx.query('SELECT FROM officer WHERE id = $1 AND password_hash = $2 FOR NO KEY UPDATE', [id, hash])
  return rows.length === 1
}

export async function dropTotp(tx: Tx, id: number): Promise<void> {
  await tx.query('UPDATE officer SET totp_cipher = NULL, totp_step = NULL WHERE id = $1', [id])
}

export async function setTotp(tx: Tx, id: number, cipher: Buffer, step: number): Promise<void> {
  await tx.query('UPDATE officer SET totp_cipher = $2, totp_step = $3 WHERE id = $1', [id, cipher, step])
}

/** Whether the step was still unused: of two sign-ins with the same code one succeeds. */
export async function spendTotpStep(tx: Tx, id: number, step: number): Promise<boolean> {
  const rows = await tx.query(
    'UPDATE officer SET totp_step = $2 WHERE id = $1 AND (totp_step IS NULL OR totp_step < $2) RETURNING id',
    [id, step],
  )
  return rows.length === 1
}

export type NewOfficer = { signIn: string; name: string; passwordHash: string; demo: boolean; passwordDue?: boolean }
export type NewPost = { role: Role; title: string; lo: number | null; hi: number | null; creditCode?: string }

/** An account with its posts; undefined when the sign-in name is taken. */
export async function insertOfficer(
  tx: Tx,
  officer: NewOfficer,
  posts: NewPost[],
  now: Date,
): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO officer (sign_in, name, password_hash, demo, created_at, password_due) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (sign_in) DO NOTHING RETURNING id`,
    [officer.signIn, officer.name, officer.passwordHash, officer.demo, now, officer.passwordDue ?? false],
  )
  if (!row) return undefined
  for (const post of posts) await insertPost(tx, row.id, post, now.toISOString().slice(0, 10))
  return row.id
}

export async function insertPost(tx: Tx, officer: number, post: NewPost, startedOn: string): Promise<void> {
  await tx.query(
    'INSERT INTO post (officer_id, role, title, lo, hi, started_on, credit_code) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [officer, post.role, post.title, post.lo, post.hi, startedOn, post.creditCode ?? null],
  )
}

/** Whether there was such a post to end. One given today ends tonight: a post lasts a day at least. */
export async function closePost(tx: Tx, officer: number, post: number, today: string): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE post SET ended_on = GREATEST($3::date, started_on + 1)
     WHERE id = $2 AND officer_id = $1 AND ended_on IS NULL RETURNING id`,
    [officer, post, today],
  )
  return rows.length > 0
}

/** Whether the area is one of today's division. */
export async function areaStands(tx: Tx, area: number): Promise<boolean> {
  return (await tx.query('SELECT FROM area WHERE code = $1 AND valid_to IS NULL', [area])).length > 0
}

/** Areas of today's division directly in another, by code. */
export const areasIn = (tx: Tx, parent: number): Promise<{ code: number; name: string }[]> =>
  tx.query('SELECT code, name FROM area WHERE parent = $1 AND valid_to IS NULL ORDER BY code', [parent])
