import { passwordFault } from '#domain/access/password-rule.ts'
import { fail, type Words } from '#domain/base/fail.ts'
import type { AccessDoor } from '../access-door.ts'
import { type Actor, recordWrite } from '../audit.ts'
import { tokenHash } from '../session.ts'
import type { LockOut } from './lock-out.ts'
import { findOfficerById, setPassword } from './officer.sql.ts'
import { hashPassword, passwordFits } from './password.ts'

type Given = { door: AccessDoor; lockOut: LockOut }
type Asked = { password: string; fresh: string; token: string; actor: Actor; now: Date }

/** One’s own password: the present one is asked again and counted like a sign-in; this session goes on, all others end. */
export async function changePassword({ door, lockOut }: Given, { password, fresh, token, actor, now }: Asked) {
  const id = actor.officerId!
  const officer = (await door.asAccess((tx) => findOfficerById(tx, id)))!
  if (officer.demo) refuseDemoPassword()
  const fault = passwordFault(fresh, officer.signIn)
  if (fault) refuseWeak(fault)
  await lockOut.take(officer.signIn, now)
  if (!(await passwordFits(password, officer.passwordHash))) refuseWrong()
  if (password.normalize('NFKC') === fresh.normalize('NFKC')) refuseSame()
  const hash = await hashPassword(fresh)
  await door.asAccess(async (tx) => {
    await setPassword(tx, id, { hash, due: false, now, kept: tokenHash(token) })
    await lockOut.clear(tx, officer.signIn, now)
    await recordWrite(tx, actor, { action: 'access.change_password', object: { kind: 'officer', id } })
  })
}

function refuseWeak(words: Words): never {
  fail('access.password.weak', words, { status: 422, where: { field: 'fresh' } })
}
function refuseWrong(): never {
  fail(
    'access.password.wrong',
    { zh: '现在的密码不正确，请重新输入', en: 'The present password is wrong: try again' },
    { status: 403, where: { field: 'password' } },
  )
}
function refuseSame(): never {
  fail(
    'access.password.same',
    { zh: '新密码与现在的相同，请换一个', en: 'The new password is the present one: choose another' },
    { status: 422, where: { field: 'fresh' } },
  )
}
/** Many people share these accounts. */
export function refuseDemoPassword(): never {
  fail(
    'access.password.demo',
    { zh: '演示账号供多人试用，密码不能更改', en: 'Demonstration accounts are shared: their password stays' },
    { status: 403 },
  )
}
