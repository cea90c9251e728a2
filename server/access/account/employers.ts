import { areaScope } from '#domain/access/scope.ts'
import { fail } from '#domain/base/fail.ts'
import type { AccessDoor } from '../access-door.ts'
import { type Actor, recordRead, recordWrite } from '../audit.ts'
import { type EmployerRow, employersOf } from './employer-account.sql.ts'
import { handedPassword } from './handed-password.ts'
import { disableOfficer, insertOfficer } from './officer.sql.ts'
import { hashPassword } from './password.ts'
import { normaliseSignIn } from './sign-in.ts'

/** The credit code as `readCreditCode` gives it. */
type Opening = { signIn: string; name: string; creditCode: string; unit: number }

/**
 * Accounts of employers. A county opens them, each for one credit code: they read no file and nothing that is not the employer's own, so no
 * two administrators are needed as for officers. The password is nowhere but in the answer.
 */
export async function openEmployer(
  door: AccessDoor,
  { signIn, name, creditCode, unit }: Opening,
  actor: Actor,
  now: Date,
): Promise<{ signIn: string; password: string }> {
  const password = handedPassword()
  const passwordHash = await hashPassword(password)
  const named = normaliseSignIn(signIn)
  await door.asAccess(async (tx) => {
    const standing = await employersOf(tx, unit)
    if (standing.some((each) => each.creditCode === creditCode && !each.closed)) refuseOpened()
    const account = { signIn: named, name: name.trim(), passwordHash, demo: false, passwordDue: true }
    const post = { role: 'employer' as const, title: name.trim(), ...areaScope(unit), creditCode }
    const id = (await insertOfficer(tx, account, [post], now)) ?? refuseTaken()
    await recordWrite(tx, actor, { action: 'jobs.admit', object: { kind: 'officer', id }, detail: 'open employer' })
  })
  return { signIn: named, password }
}

export const listEmployers = (door: AccessDoor, unit: number, actor: Actor): Promise<EmployerRow[]> =>
  door.asAccess(async (tx) => {
    const rows = await employersOf(tx, unit)
    await recordRead(tx, actor, { action: 'jobs.admit', object: { kind: 'officer' }, rows: rows.length })
    return rows
  })

/** Of the unit's own; an employer's account of another county is as if there were none. */
export const closeEmployer = (door: AccessDoor, id: number, unit: number, actor: Actor, now: Date): Promise<void> =>
  door.asAccess(async (tx) => {
    const rows = await employersOf(tx, unit)
    if (!rows.some((row) => row.id === id)) refuseUnknown()
    await disableOfficer(tx, id, now)
    await recordWrite(tx, actor, { action: 'jobs.admit', object: { kind: 'officer', id }, detail: 'close employer' })
  })

function refuseOpened(): never {
  return fail(
    'access.employer.opened',
    {
      zh: '本区县已为这个单位开过账号。忘记密码的，先停用再重新开设。',
      en: 'This county has opened an account for this employer. If the password is lost, close it and open another.',
    },
    { status: 409, where: { field: 'creditCode' } },
  )
}
function refuseTaken(): never {
  return fail(
    'access.account.taken',
    { zh: '这个用户名已有人使用，请换一个', en: 'This sign-in name is taken: choose another' },
    { status: 409, where: { field: 'signIn' } },
  )
}
function refuseUnknown(): never {
  return fail(
    'access.employer.unknown',
    {
      zh: '没有这个单位账号，或它不是本区县开设的。',
      en: 'There is no such account of an employer, or another county opened it.',
    },
    { status: 404 },
  )
}
