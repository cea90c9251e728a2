import { fail } from '#domain/base/fail.ts'
import { matchTotp, newTotpSecret, totpUri } from '../../adapters/totp.ts'
import type { AccessDoor } from '../access-door.ts'
import { type Actor, recordWrite } from '../audit.ts'
import type { FieldCrypto } from '../field-crypto.ts'
import type { LockOut } from './lock-out.ts'
import { findOfficerById, setTotp } from './officer.sql.ts'
import { passwordFits } from './password.ts'

/**
 * Enrolment in two steps. The new secret travels sealed to the officer's screen and back: until a code of it has been given,
 * nothing is stored, and whoever loses the app's screen in between has lost nothing.
 */
export class SecondFactor {
  private readonly door: AccessDoor
  private readonly lockOut: LockOut
  private readonly crypto: FieldCrypto

  constructor(door: AccessDoor, lockOut: LockOut, crypto: FieldCrypto) {
    this.door = door
    this.lockOut = lockOut
    this.crypto = crypto
  }

  /** Asks for the password again: an unattended screen enrols nobody's phone. */
  async enrol(officer: { id: number; signIn: string }, password: string, now: Date) {
    await this.lockOut.take(officer.signIn, now)
    const row = await this.door.asAccess((tx) => findOfficerById(tx, officer.id))
    if (!row || !(await passwordFits(password, row.passwordHash))) refusePassword()
    if (row.demo) refuseDemo()
    await this.door.asAccess((tx) => this.lockOut.clear(tx, officer.signIn, now))
    const secret = newTotpSecret()
    const sealed = this.crypto.seal('officer.totp', 0, officer.id, secret.toString('base64')).toString('base64')
    return { uri: totpUri(secret, officer.signIn), sealed }
  }

  async confirm(officer: number, given: { sealed: string; code: string }, actor: Actor, now: Date): Promise<void> {
    const cipher = Buffer.from(given.sealed, 'base64')
    const secret = this.secretOf(officer, cipher) ?? refuseCode()
    const step = matchTotp(secret, given.code, now, null) ?? refuseCode()
    await this.door.asAccess(async (tx) => {
      await setTotp(tx, officer, cipher, step)
      await recordWrite(tx, actor, { action: 'access.enrol_second_factor', object: { kind: 'officer', id: officer } })
    })
  }

  /** Undefined for what was not made by `enrol` for this officer. */
  private secretOf(officer: number, cipher: Buffer): Buffer | undefined {
    try {
      return Buffer.from(this.crypto.open('officer.totp', 0, officer, cipher), 'base64')
    } catch {
      return undefined
    }
  }
}

function refusePassword(): never {
  fail(
    'access.password.wrong',
    { zh: '口令不正确，请重新输入', en: 'The password is wrong: try again' },
    { status: 403 },
  )
}
/** Many people share these accounts: one phone would lock out all others. */
function refuseDemo(): never {
  fail(
    'access.secondFactor.demo',
    { zh: '演示账号供多人试用，不能绑定动态口令', en: 'Demonstration accounts are shared and take no second factor' },
    { status: 403 },
  )
}
function refuseCode(): never {
  fail(
    'access.secondFactor.wrong',
    {
      zh: '动态口令不符。请核对手机时间，再输入最新的六位数字',
      en: 'The code does not fit: check the phone’s clock and enter the newest six digits',
    },
    { status: 400 },
  )
}
