import type { Static } from 'typebox'
import type { OfficerLine } from '#domain/access/access.api.ts'
import { fail } from '#domain/base/fail.ts'
import type { AccessDoor, Tx } from '../access-door.ts'
import { type Actor, recordRead, recordWrite } from '../audit.ts'
import { postView } from '../me.ts'
import { dayInChina, heldPost } from '../session.ts'
import type { LockOut } from './lock-out.ts'
import { disableOfficer, findOfficerById, listOfficers, listPosts, type OfficerRow } from './officer.sql.ts'

type Line = Static<typeof OfficerLine>

/** The accounts as their administrators see them; each act is logged in its own transaction, and nobody acts on their own account. */
export class Accounts {
  private readonly door: AccessDoor
  private readonly lockOut: LockOut

  constructor(door: AccessDoor, lockOut: LockOut) {
    this.door = door
    this.lockOut = lockOut
  }

  list(after: string, limit: number, actor: Actor, now: Date): Promise<{ officers: Line[]; next: string | null }> {
    return this.door.asAccess(async (tx) => {
      const rows = await listOfficers(tx, after, limit)
      await recordRead(tx, actor, { action: 'access.accounts', object: { kind: 'officer' }, rows: rows.length })
      const next = rows.length === limit ? (rows.at(-1)?.signIn ?? null) : null
      return { officers: await this.lines(tx, rows, now), next }
    })
  }

  unlock = (id: number, actor: Actor, now: Date): Promise<Line> =>
    this.act(id, actor, now, 'access.unlock', (tx, officer) => this.lockOut.clear(tx, officer.signIn, now))

  disable = (id: number, actor: Actor, now: Date): Promise<Line> =>
    this.act(id, actor, now, 'access.disable', (tx) => disableOfficer(tx, id, now))

  private async act(
    id: number,
    actor: Actor,
    now: Date,
    action: string,
    work: (tx: Tx, officer: OfficerRow) => Promise<void>,
  ): Promise<Line> {
    if (id === actor.officerId) refuseSelf()
    return this.door.asAccess(async (tx) => {
      const officer = (await findOfficerById(tx, id)) ?? refuseUnknown()
      await work(tx, officer)
      await recordWrite(tx, actor, { action, object: { kind: 'officer', id } })
      const [line] = await this.lines(tx, [(await findOfficerById(tx, id)) ?? refuseUnknown()], now)
      return line!
    })
  }

  private async lines(tx: Tx, officers: OfficerRow[], now: Date): Promise<Line[]> {
    const ids = officers.map(({ id }) => id)
    const posts = await listPosts(tx, ids, dayInChina(now))
    const names = officers.map(({ signIn }) => signIn)
    const locked = await this.lockOut.locked(tx, names, now)
    return officers.map(({ id, signIn, name, disabledAt }) => ({
      id,
      signIn,
      name,
      locked: locked.has(signIn),
      disabled: disabledAt !== null,
      posts: posts.filter(({ officerId }) => officerId === id).map((post) => postView(heldPost(post))),
    }))
  }
}

function refuseSelf(): never {
  fail(
    'access.account.own',
    {
      zh: '不能对自己的账号操作,请由另一名管理员办理',
      en: 'Nobody acts on their own account: ask another administrator',
    },
    { status: 403 },
  )
}
function refuseUnknown(): never {
  fail('access.account.unknown', { zh: '没有这个账号', en: 'There is no such account' }, { status: 404 })
}
