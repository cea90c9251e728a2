import { Type } from 'typebox'
import { contract } from '../base/route.ts'
import { AreaCode, Instant, LedgerId, page } from '../base/shapes.ts'

const OFFICERS = [
  Type.Literal('village'),
  Type.Literal('town'),
  Type.Literal('county'),
  Type.Literal('city'),
  Type.Literal('system'),
  Type.Literal('security'),
  Type.Literal('audit'),
] as const
/** Roles that administrators give; the account of an employer is opened by its county. */
const OfficerRole = Type.Union([...OFFICERS])
export const Role = Type.Union([...OFFICERS, Type.Literal('employer')])

/** 岗位身份: a role in a place; a session acts under exactly one. Administrators have no area to read. */
export const PostView = Type.Object({
  id: LedgerId,
  role: Role,
  title: Type.String(),
  area: Type.Union([AreaCode, Type.Null()]),
  areaName: Type.Union([Type.String(), Type.Null()]),
})

export const Me = Type.Object({
  officer: Type.Object({ id: LedgerId, name: Type.String(), signIn: Type.String() }),
  post: PostView,
  posts: Type.Array(PostView),
  can: Type.Array(Type.String()),
  /** The password was handed over by an administrator: until another is chosen nothing else answers. */
  passwordDue: Type.Boolean(),
  /** What the console opens with. */
  defaults: Type.Object({ on: Type.String(), plan: Type.String(), demo: Type.Union([Type.String(), Type.Null()]) }),
})

export const AuditLine = Type.Object({
  id: LedgerId,
  at: Instant,
  action: Type.String(),
  officer: Type.Union([Type.String(), Type.Null()]),
  post: Type.Union([Type.String(), Type.Null()]),
  object: Type.Union([Type.String(), Type.Null()]),
  detail: Type.Union([Type.String(), Type.Null()]),
  sealed: Type.Boolean(),
})

export const OfficerLine = Type.Object({
  id: LedgerId,
  signIn: Type.String(),
  name: Type.String(),
  locked: Type.Boolean(),
  disabled: Type.Boolean(),
  /** Has not yet chosen a password of their own. */
  passwordDue: Type.Boolean(),
  posts: Type.Array(PostView),
})

/** A password as an administrator hands it over: it is stored nowhere and shown once. */
const HandedOver = Type.Object({ officer: OfficerLine, password: Type.String() })

export const accessApi = contract({
  signIn: {
    method: 'POST',
    path: '/api/session',
    needs: 'public',
    summary: 'Sign in with name and password; a second factor where the post demands it',
    body: Type.Object({
      signIn: Type.String({ minLength: 1, maxLength: 60 }),
      password: Type.String({ minLength: 1, maxLength: 200 }),
      code: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
    }),
    reply: Me,
  },
  signOut: {
    method: 'DELETE',
    path: '/api/session',
    needs: 'signedIn',
    summary: 'End this session',
    reply: Type.Object({}),
  },
  getMe: {
    method: 'GET',
    path: '/api/me',
    needs: 'signedIn',
    summary: 'Who is signed in, under which post, and what that post may do',
    reply: Me,
  },
  choosePost: {
    method: 'POST',
    path: '/api/session/post',
    needs: 'signedIn',
    summary: 'Act under another of one’s own posts',
    body: Type.Object({ post: LedgerId }),
    reply: Me,
  },
  enrolSecondFactor: {
    method: 'POST',
    path: '/api/me/second-factor',
    needs: 'signedIn',
    summary: 'A new secret for an authenticator app; it counts once a code of it has been given back',
    body: Type.Object({ password: Type.String({ minLength: 1, maxLength: 200 }) }),
    reply: Type.Object({ uri: Type.String(), sealed: Type.String() }),
  },
  confirmSecondFactor: {
    method: 'POST',
    path: '/api/me/second-factor/confirm',
    needs: 'signedIn',
    summary: 'Give back a code of the new secret; from now on every sign-in asks for one',
    body: Type.Object({ sealed: Type.String({ maxLength: 400 }), code: Type.String({ pattern: '^\\d{6}$' }) }),
    reply: Type.Object({}),
  },
  changePassword: {
    method: 'POST',
    path: '/api/me/password',
    needs: 'signedIn',
    summary: 'Choose another password; one’s other sessions end',
    body: Type.Object({
      password: Type.String({ minLength: 1, maxLength: 200 }),
      fresh: Type.String({ minLength: 1, maxLength: 200 }),
    }),
    reply: Type.Object({}),
  },
  listDemoSignIns: {
    method: 'GET',
    path: '/api/demo/sign-ins',
    needs: 'public',
    summary: 'Sign-in names of the demonstration city; empty elsewhere',
    reply: Type.Object({
      password: Type.Union([Type.String(), Type.Null()]),
      signIns: Type.Array(
        Type.Object({ signIn: Type.String(), name: Type.String(), role: Role, title: Type.String() }),
      ),
    }),
  },
  listAudit: {
    method: 'GET',
    path: '/api/audit',
    needs: 'access.audit',
    summary: 'The audit log, newest first',
    query: Type.Object({ ...page, action: Type.Optional(Type.String()) }),
    reply: Type.Object({ lines: Type.Array(AuditLine), next: Type.Union([Type.String(), Type.Null()]) }),
  },
  verifyAudit: {
    method: 'POST',
    path: '/api/audit/verify',
    needs: 'access.audit',
    summary: 'Recompute every seal and say whether the log is as it was written',
    reply: Type.Object({
      batches: Type.Integer(),
      lines: Type.Integer(),
      intact: Type.Boolean(),
      firstBroken: Type.Union([LedgerId, Type.Null()]),
    }),
  },
  listOfficers: {
    method: 'GET',
    path: '/api/officers',
    needs: 'access.accounts',
    summary: 'Accounts and their posts',
    query: Type.Object({ ...page }),
    reply: Type.Object({ officers: Type.Array(OfficerLine), next: Type.Union([Type.String(), Type.Null()]) }),
  },
  unlockOfficer: {
    method: 'POST',
    path: '/api/officers/:id/unlock',
    needs: 'access.accounts',
    summary: 'Lift a lock-out before its time',
    params: Type.Object({ id: LedgerId }),
    reply: OfficerLine,
  },
  disableOfficer: {
    method: 'POST',
    path: '/api/officers/:id/disable',
    needs: 'access.accounts',
    summary: 'Close an account; its sessions end at once',
    params: Type.Object({ id: LedgerId }),
    reply: OfficerLine,
  },
  openOfficer: {
    method: 'POST',
    path: '/api/officers',
    needs: 'access.open',
    summary: 'Open an account; its first password is shown once, and it can do nothing until a post is given',
    body: Type.Object({
      signIn: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{1,59}$' }),
      name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    }),
    reply: HandedOver,
  },
  resetPassword: {
    method: 'POST',
    path: '/api/officers/:id/password',
    needs: 'access.open',
    summary: 'A new first password, shown once; the account’s sessions end and its second factor is taken off',
    params: Type.Object({ id: LedgerId }),
    reply: HandedOver,
  },
  listPostPlaces: {
    method: 'GET',
    path: '/api/post-places',
    needs: 'access.assign',
    summary: 'Areas of today that lie directly in one, for choosing where a post is',
    query: Type.Object({ in: AreaCode }),
    reply: Type.Object({ places: Type.Array(Type.Object({ code: AreaCode, name: Type.String() })) }),
  },
  givePost: {
    method: 'POST',
    path: '/api/officers/:id/posts',
    needs: 'access.assign',
    summary: 'Give a post: a role in a place; administrators have no place',
    params: Type.Object({ id: LedgerId }),
    body: Type.Object({
      role: OfficerRole,
      area: Type.Union([AreaCode, Type.Null()]),
      title: Type.String({ minLength: 2, maxLength: 60, pattern: '\\S' }),
    }),
    reply: OfficerLine,
  },
  endPost: {
    method: 'POST',
    path: '/api/officers/:id/posts/:post/end',
    needs: 'access.assign',
    summary: 'End a post; sessions under it end with it',
    params: Type.Object({ id: LedgerId, post: LedgerId }),
    reply: OfficerLine,
  },
})
