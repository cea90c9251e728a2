import type { Static } from 'typebox'
import type { OfficerLine } from '#domain/access/access.api.ts'
import { dutyOf, type Role } from '#domain/access/role.ts'
import { levelOf, postScope } from '#domain/access/scope.ts'
import { fail } from '#domain/base/fail.ts'
import type { AccessDoor, Tx } from '../access-door.ts'
import { type Actor, recordRead, recordWrite } from '../audit.ts'
import { postView } from '../me.ts'
import { dayInChina, heldPost } from '../session.ts'
import { handedPassword } from './handed-password.ts'
import type { LockOut } from './lock-out.ts'
import {
  areaStands,
  areasIn,
  closePost,
  disableOfficer,
  dropTotp,
  findOfficerById,
  insertOfficer,
  insertPost,
  listOfficers,
  listPosts,
  type OfficerRow,
  setPassword,
} from './officer.sql.ts'
import { refuseDemoPassword } from './own-password.ts'
import { hashPassword } from './password.ts'
import { normaliseSignIn } from './sign-in.ts'

type Line = Static<typeof OfficerLine>
/** The password is nowhere but in this answer. */
type HandedOver = { officer: Line; password: string }
type PostGiven = { role: Role; area: number | null; title: string }

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

  /** The account is there and can do nothing: posts are given by another administrator. */
  async open(given: { signIn: string; name: string }, actor: Actor, now: Date): Promise<HandedOver> {
    const password = handedPassword()
    const passwordHash = await hashPassword(password)
    const signIn = normaliseSignIn(given.signIn)
    const officer = await this.door.asAccess(async (tx) => {
      const account = { signIn, name: given.name.trim(), passwordHash, demo: false, passwordDue: true }
      const id = (await insertOfficer(tx, account, [], now)) ?? refuseTaken()
      await recordWrite(tx, actor, { action: 'access.open', object: { kind: 'officer', id } })
      return this.line(tx, id, now)
    })
    return { officer, password }
  }

  /** For whoever has lost theirs; the second factor goes too, since whoever lost the phone lost both. */
  async resetPassword(id: number, actor: Actor, now: Date): Promise<HandedOver> {
    const password = handedPassword()
    const hash = await hashPassword(password)
    const officer = await this.act(id, actor, now, 'access.reset_password', async (tx, { demo }) => {
      if (demo) refuseDemoPassword()
      await setPassword(tx, id, { hash, due: true, now, kept: null })
      await dropTotp(tx, id)
    })
    return { officer, password }
  }

  places = (parent: number) => this.door.asAccess(async (tx) => ({ places: await areasIn(tx, parent) }))

  givePost = (id: number, given: PostGiven, actor: Actor, now: Date): Promise<Line> =>
    this.act(id, actor, now, 'access.give_post', async (tx, officer) => {
      if (officer.disabledAt) refuseClosed()
      await checkPlace(tx, given)
      const { lo, hi } = given.area === null ? { lo: null, hi: null } : postScope(given)
      const held = await listPosts(tx, [id], dayInChina(now))
      if (held.some((post) => dutyOf(post.role) !== dutyOf(given.role))) refuseApart()
      if (held.some((post) => post.role === given.role && post.lo === lo)) refuseHeld()
      await insertPost(tx, id, { role: given.role, title: given.title.trim(), lo, hi }, dayInChina(now))
    })

  endPost = (id: number, post: number, actor: Actor, now: Date): Promise<Line> =>
    this.act(id, actor, now, 'access.end_post', async (tx) => {
      if (!(await closePost(tx, id, post, dayInChina(now)))) refuseNoPost()
    })

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
      return this.line(tx, id, now)
    })
  }

  private async line(tx: Tx, id: number, now: Date): Promise<Line> {
    const [line] = await this.lines(tx, [(await findOfficerById(tx, id)) ?? refuseUnknown()], now)
    return line!
  }

  private async lines(tx: Tx, officers: OfficerRow[], now: Date): Promise<Line[]> {
    const ids = officers.map(({ id }) => id)
    const posts = await listPosts(tx, ids, dayInChina(now))
    const names = officers.map(({ signIn }) => signIn)
    const locked = await this.lockOut.locked(tx, names, now)
    return officers.map(({ id, signIn, name, disabledAt, passwordDue }) => ({
      id,
      signIn,
      name,
      locked: locked.has(signIn),
      disabled: disabledAt !== null,
      passwordDue,
      posts: posts.filter(({ officerId }) => officerId === id).map((post) => postView(heldPost(post))),
    }))
  }
}

function refuseSelf(): never {
  fail(
    'access.account.own',
    {
      zh: '不能对自己的账号操作，请由另一名管理员办理',
      en: 'Nobody acts on their own account: ask another administrator',
    },
    { status: 403 },
  )
}
function refuseUnknown(): never {
  fail('access.account.unknown', { zh: '没有这个账号', en: 'There is no such account' }, { status: 404 })
}

/** The area is one of today's, and of the role's own level: a county post in a town would see nothing, or too much. */
async function checkPlace(tx: Tx, { role, area }: PostGiven): Promise<void> {
  if (dutyOf(role) !== 'files') {
    if (area !== null) refuseAdministratorsPlace()
    return
  }
  if (area === null || levelOf(area) !== role) refusePlace()
  if (!(await areaStands(tx, area))) refusePlace()
}

function refuseTaken(): never {
  fail(
    'access.account.taken',
    { zh: '这个用户名已有人使用，请换一个', en: 'This sign-in name is taken: choose another' },
    { status: 409, where: { field: 'signIn' } },
  )
}
function refuseClosed(): never {
  fail(
    'access.account.closed',
    { zh: '该账号已停用，不能再给岗位身份', en: 'This account is closed: it takes no post' },
    { status: 409 },
  )
}
function refuseAdministratorsPlace(): never {
  fail(
    'access.post.noPlace',
    {
      zh: '管理员岗位不设区划：管理员不读取档案',
      en: 'An administrator’s post has no area: administrators read no files',
    },
    { status: 422, where: { field: 'area' } },
  )
}
function refusePlace(): never {
  fail(
    'access.post.wrongPlace',
    {
      zh: '区划与身份不在同一级，或不是现行区划。请选与身份同级的区县、乡镇或村',
      en: 'The area is not of the role’s level, or not one of today’s: choose a county, town or village as the role says',
    },
    { status: 422, where: { field: 'area' } },
  )
}
function refuseApart(): never {
  fail(
    'access.post.separation',
    {
      zh: '三员分立：同一人不能兼任两种管理员，也不能既任管理员又经办档案。请先终止现有岗位身份',
      en: 'Administrators are kept apart from each other and from files: end the posts held before',
    },
    { status: 409 },
  )
}
function refuseHeld(): never {
  fail('access.post.held', { zh: '此人已有这个岗位身份', en: 'This post is held already' }, { status: 409 })
}
function refuseNoPost(): never {
  fail(
    'access.post.notHeld',
    { zh: '此人没有这个岗位身份，或已经终止', en: 'This post is not held, or has ended' },
    { status: 404 },
  )
}
