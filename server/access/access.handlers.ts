import type { accessApi } from '#domain/access/access.api.ts'
import { fail } from '#domain/base/fail.ts'
import type { Handlers } from '#domain/base/route.ts'
import type { Keys } from '../keys.ts'
import type { AccessDoor } from './access-door.ts'
import { Accounts } from './account/accounts.ts'
import { LockOut } from './account/lock-out.ts'
import { changePassword } from './account/own-password.ts'
import { nobodysHash } from './account/password.ts'
import { SecondFactor } from './account/second-factor.ts'
import { signIn } from './account/sign-in.ts'
import { type Actor, recordRead } from './audit.ts'
import { sealKey } from './audit-seal.ts'
import { endedCookie, sessionCookie } from './cookie.ts'
import { DEMO_PASSWORD, demoSignIns } from './demo-officers.ts'
import { fieldCrypto } from './field-crypto.ts'
import { type AuditAnchor, findAnchor } from './log/audit-anchor.ts'
import { auditPage } from './log/audit-lines.ts'
import { verifyAudit } from './log/audit-verify.ts'
import { type Defaults, meOf } from './me.ts'
import { choosePost, endSession, type SignedIn } from './session.ts'

/** What a handler of access is told of the request. */
export type AccessCtx = {
  signedIn: SignedIn | undefined
  token: string | undefined
  /** Over TLS; on plain http the cookie goes without its prefix. */
  secure: boolean
  requestId: string
  now: Date
  setCookie(header: string): void
}

export type AccessDeps = {
  door: AccessDoor
  keys: Keys
  /** Where the newest seal is kept outside the database; undefined = nowhere. */
  dataDir: string | undefined
  defaults(): Promise<Defaults>
}

const PAGE = 50

export function accessHandlers(deps: AccessDeps): Handlers<typeof accessApi, AccessCtx> {
  const { door, keys } = deps
  const lockOut = new LockOut(door, keys)
  const accounts = new Accounts(door, lockOut)
  const crypto = fieldCrypto(keys)
  const factor = new SecondFactor(door, lockOut, crypto)
  const key = sealKey(keys)
  // The first unknown name must not take longer than the second.
  nobodysHash().catch(() => {})
  const anchor = (): AuditAnchor | undefined => (deps.dataDir ? findAnchor(deps.dataDir) : undefined)
  const me = async (signedIn: SignedIn) => meOf(signedIn, await deps.defaults())

  return {
    signIn: async ({ body }, ctx) => {
      const { token, signedIn } = await signIn({ door, lockOut, crypto }, body, ctx.now, ctx.requestId)
      if (ctx.token) await endSession(door, ctx.token, ctx.now, ctx.requestId)
      ctx.setCookie(sessionCookie(token, ctx.secure))
      return me(signedIn)
    },
    signOut: async (_, ctx) => {
      if (ctx.token) await endSession(door, ctx.token, ctx.now, ctx.requestId)
      ctx.setCookie(endedCookie(ctx.secure))
      return {}
    },
    getMe: (_, ctx) => me(signedInOf(ctx)),
    choosePost: async ({ body }, ctx) =>
      me(await choosePost(door, ctx.token ?? '', signedInOf(ctx), body.post, ctx.requestId)),
    enrolSecondFactor: async ({ body }, ctx) => factor.enrol(signedInOf(ctx).officer, body.password, ctx.now),
    confirmSecondFactor: async ({ body }, ctx) => {
      await factor.confirm(signedInOf(ctx).officer.id, body, actorOf(ctx), ctx.now)
      return {}
    },
    changePassword: async ({ body }, ctx) => {
      signedInOf(ctx)
      await changePassword({ door, lockOut }, { ...body, token: ctx.token ?? '', actor: actorOf(ctx), now: ctx.now })
      return {}
    },
    listDemoSignIns: async () => {
      const signIns = await demoSignIns(door)
      return { password: signIns.length > 0 ? DEMO_PASSWORD : null, signIns }
    },
    listAudit: ({ query }, ctx) => auditPage(door, { ...query, limit: query.limit ?? PAGE }, actorOf(ctx)),
    verifyAudit: (_, ctx) =>
      door.asAudit(async (tx) => {
        const { batches, lines, intact, firstBroken } = await verifyAudit(tx, key, anchor())
        await recordRead(tx, actorOf(ctx), {
          action: 'access.verify_audit',
          detail: intact ? 'intact' : 'broken',
          rows: lines,
        })
        return { batches, lines, intact, firstBroken }
      }),
    listOfficers: ({ query }, ctx) => accounts.list(query.after ?? '', query.limit ?? PAGE, actorOf(ctx), ctx.now),
    unlockOfficer: ({ params }, ctx) => accounts.unlock(params.id, actorOf(ctx), ctx.now),
    disableOfficer: ({ params }, ctx) => accounts.disable(params.id, actorOf(ctx), ctx.now),
    openOfficer: ({ body }, ctx) => accounts.open(body, actorOf(ctx), ctx.now),
    resetPassword: ({ params }, ctx) => accounts.resetPassword(params.id, actorOf(ctx), ctx.now),
    listPostPlaces: ({ query }) => accounts.places(query.in),
    givePost: ({ params, body }, ctx) => accounts.givePost(params.id, body, actorOf(ctx), ctx.now),
    endPost: ({ params }, ctx) => accounts.endPost(params.id, params.post, actorOf(ctx), ctx.now),
  }
}

/** Who an audit line names. */
export const actorOf = (ctx: Pick<AccessCtx, 'signedIn' | 'requestId'>): Actor => ({
  officerId: ctx.signedIn?.officer.id ?? null,
  postId: ctx.signedIn?.post.id ?? null,
  requestId: ctx.requestId,
})

const signedInOf = ({ signedIn }: AccessCtx): SignedIn =>
  signedIn ?? fail('access.session.none', { zh: '请先登录', en: 'Sign in first' }, { status: 401 })
