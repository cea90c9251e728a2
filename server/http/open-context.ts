import type { FastifyRequest } from 'fastify'
import { can } from '#domain/access/permission.ts'
import { fail } from '#domain/base/fail.ts'
import type { Permission } from '#domain/base/route.ts'
import type { AccessDoor } from '../access/access-door.ts'
import { recordWrite } from '../access/audit.ts'
import { sessionToken } from '../access/cookie.ts'
import { requireSameOrigin } from '../access/same-origin.ts'
import { resolveSession, type SignedIn } from '../access/session.ts'
import type { Ctx } from '../context.ts'
import type { Door } from '../db.ts'
import type { OpenContext } from './routes.ts'

type Given = { access: AccessDoor; door: Door }

/** Who asks, and may they: origin, session, permission, in this order; a refusal for want of permission is logged. */
export function contextOpener({ access, door }: Given): OpenContext {
  return async (request, reply, needs) => {
    requireSameOrigin(request.method, request.headers)
    const secure = request.protocol === 'https'
    const token = sessionToken(request.headers.cookie, secure)
    const now = new Date()
    const signedIn = await resolveSession(access, token, now)
    const requestId = requestIdOf(request)
    await requirePermission(access, signedIn, needs as Permission, requestId)
    const setCookie = (header: string) => void reply?.header('set-cookie', header)
    return contextOf(door, { signedIn, token, secure, requestId, now, setCookie })
  }
}

async function requirePermission(
  access: AccessDoor,
  signedIn: SignedIn | undefined,
  needs: Permission,
  requestId: string,
) {
  if (signedIn?.officer.passwordDue && needs !== 'public' && needs !== 'signedIn') refuseHandedPassword()
  const decision = can(signedIn?.post, needs)
  if (decision.allowed) return
  if (!signedIn) fail('access.session.none', decision.words, { status: 401 })
  const actor = { officerId: signedIn.officer.id, postId: signedIn.post.id, requestId }
  await access.asAccess((tx) => recordWrite(tx, actor, { action: needs, outcome: 'refused' }))
  fail('access.post.notAllowed', decision.words, { status: 403 })
}

/** Whoever handed the password over knows it: nothing is done in its owner's name before another is chosen. */
function refuseHandedPassword(): never {
  fail(
    'access.password.due',
    {
      zh: '请先设置自己的密码：现在的密码是管理员代设的',
      en: 'First choose a password of your own: this one was handed over',
    },
    { status: 403 },
  )
}

type Parts = Pick<Ctx, 'signedIn' | 'token' | 'secure' | 'requestId' | 'now' | 'setCookie'>

/** The context of a request; `officer`, `post` and `asPost` are for those who are signed in. */
export function contextOf(door: Door, parts: Parts): Ctx {
  const { signedIn, requestId } = parts
  const known = (): SignedIn =>
    signedIn ?? fail('access.session.none', { zh: '请先登录', en: 'Sign in first' }, { status: 401 })
  return {
    ...parts,
    actor: { officerId: signedIn?.officer.id ?? null, postId: signedIn?.post.id ?? null, requestId },
    get officer() {
      return known().officer
    },
    get post() {
      return known().post
    },
    asPost: (work) => {
      const { officer, post } = known()
      if (post.role === 'employer') refuseOther()
      return door.asPost({ officer: officer.id, post: post.id, scope: post.scope }, work)
    },
    asEmployer: (work) => {
      const { officer, post } = known()
      if (post.role !== 'employer' || post.creditCode === null || post.area === null) refuseOther()
      return door.asEmployer({ officer: officer.id, post: post.id, employer: post.creditCode, unit: post.area }, work)
    },
  }
}

/** Officers and employers act under different logins of the database: neither ever under the other's. */
function refuseOther(): never {
  fail('access.post.otherLogin', { zh: '当前岗位身份不能这样办理', en: 'This post does not act here' }, { status: 403 })
}

const requestIdOf = (request: FastifyRequest): string => String(request.id)
