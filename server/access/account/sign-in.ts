import { fail } from '#domain/base/fail.ts'
import { matchTotp } from '../../adapters/totp.ts'
import type { AccessDoor, Tx } from '../access-door.ts'
import { type Actor, recordWrite } from '../audit.ts'
import type { FieldCrypto } from '../field-crypto.ts'
import { postsHeld, type SignedIn, startSession } from '../session.ts'
import type { LockOut } from './lock-out.ts'
import { findOfficer, type OfficerRow, passwordStands, spendTotpStep } from './officer.sql.ts'
import { nobodysHash, passwordFits } from './password.ts'

export type SignInForm = { signIn: string; password: string; code?: string }
export type SignInDeps = { door: AccessDoor; lockOut: LockOut; crypto: FieldCrypto }

/** Full-width letters, blanks around and capitals are mended: what is meant is one name. */
export const normaliseSignIn = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/**
 * Password, then the second factor where it is enrolled. A name nobody has, a wrong password and a closed account
 * with a wrong password get the same words after the same work.
 */
export async function signIn(
  deps: SignInDeps,
  form: SignInForm,
  now: Date,
  requestId: string | null,
): Promise<{ token: string; signedIn: SignedIn }> {
  const { door, lockOut } = deps
  const name = normaliseSignIn(form.signIn)
  await lockOut.take(name, now)
  const officer = await door.asAccess((tx) => findOfficer(tx, name))
  const fits = await passwordFits(form.password, officer?.passwordHash ?? (await nobodysHash()))
  const actor: Actor = { officerId: officer?.id ?? null, postId: null, requestId }
  const refused = (detail: string) =>
    door.asAccess((tx) => recordWrite(tx, actor, { action: 'access.sign_in', outcome: 'refused', detail }))
  if (!officer || !fits) {
    await refused('password')
    return refuseWrong()
  }
  if (officer.disabledAt) {
    await refused('closed')
    return refuseClosed()
  }
  const step = secondFactor(deps.crypto, officer, form.code, now)
  if (step === 'needed') {
    await door.asAccess((tx) => lockOut.giveBack(tx, name))
    return refuseNoCode()
  }
  const done = step !== 'wrong' && (await door.asAccess((tx) => begin(tx, deps, officer, step, now, actor)))
  if (done === 'changed') {
    await refused('password')
    return refuseWrong()
  }
  if (!done) {
    await refused('code')
    return refuseCode()
  }
  return done
}

/** The time step of the code; undefined when no second factor is enrolled. */
function secondFactor(crypto: FieldCrypto, officer: OfficerRow, code: string | undefined, now: Date) {
  if (!officer.totpCipher) return undefined
  if (!code) return 'needed'
  const secret = Buffer.from(crypto.open('officer.totp', 0, officer.id, officer.totpCipher), 'base64')
  return matchTotp(secret, code, now, officer.totpStep) ?? 'wrong'
}

async function begin(
  tx: Tx,
  { lockOut }: SignInDeps,
  officer: OfficerRow,
  step: number | undefined,
  now: Date,
  actor: Actor,
): Promise<{ token: string; signedIn: SignedIn } | 'changed' | undefined> {
  // Checking took its time: a password that was changed meanwhile begins nothing, and whoever changes it now waits and ends this.
  if (!(await passwordStands(tx, officer.id, officer.passwordHash))) return 'changed'
  if (step !== undefined && !(await spendTotpStep(tx, officer.id, step))) return undefined
  const posts = await postsHeld(tx, officer.id, now)
  const [post] = posts
  if (!post) return refuseNoPost()
  const token = await startSession(tx, officer.id, post.id, now)
  await lockOut.clear(tx, officer.signIn, now)
  await recordWrite(tx, { ...actor, postId: post.id }, { action: 'access.sign_in' })
  const { id, name, signIn, passwordDue } = officer
  return { token, signedIn: { officer: { id, name, signIn, passwordDue }, post, posts } }
}

function refuseWrong(): never {
  fail(
    'access.signIn.wrong',
    { zh: '登录名或口令不正确，请重新输入', en: 'The name or the password is wrong: try again' },
    { status: 401 },
  )
}
function refuseNoCode(): never {
  fail(
    'access.signIn.codeNeeded',
    { zh: '请输入动态口令（身份验证器上的六位数字）', en: 'Enter the six digits your authenticator shows' },
    { status: 401 },
  )
}
function refuseCode(): never {
  fail(
    'access.signIn.codeWrong',
    { zh: '动态口令不正确或已用过，请等待下一组数字', en: 'The code is wrong or was used: wait for the next one' },
    { status: 401 },
  )
}
function refuseClosed(): never {
  fail(
    'access.signIn.closed',
    { zh: '该账号已停用，请联系安全管理员', en: 'This account is closed: ask the security administrator' },
    { status: 403 },
  )
}
function refuseNoPost(): never {
  fail(
    'access.signIn.noPost',
    {
      zh: '该账号没有在任岗位身份，请联系安全管理员',
      en: 'This account holds no post: ask the security administrator',
    },
    { status: 403 },
  )
}
