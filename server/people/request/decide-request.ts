import { fail } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import type { changeRequestApi } from '#domain/people/identity/change-request.api.ts'
import { recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { refuseStale } from '../merge/merge-files.ts'
import { acceptMove } from '../move/move-file.ts'
import { once } from '../once.ts'
import { type Asked, checkDecider, refuseDecided, refuseRequest } from './ask.ts'
import { approveMerge, approveUnmerge } from './merge-request.ts'
import { changeNumber } from './number.ts'
import { type ChangeRequest, decide, holdRequest } from './request.sql.ts'

type Approval = Input<typeof changeRequestApi.approveRequest>
type Done = Reply<typeof changeRequestApi.approveRequest>

/**
 * Does what was asked for, and says who approved, in one transaction. A move is carried out under the job login, for its two sides
 * lie in two scopes: whether this post may accept it is asked under the post itself before.
 */
export async function approveRequest({ params, body }: Approval, ctx: Ctx, given: PeopleGiven): Promise<Done> {
  const act = {
    clientId: body.clientId,
    post: ctx.post.id,
    name: 'approveRequest',
    body: { params, body },
    now: ctx.now,
  }
  const kind = await ctx.asPost(async (tx) => ((await holdRequest(tx, params.id)) ?? refuseRequest()).kind)
  if (kind !== 'move') return ctx.asPost((tx) => once(tx, act, () => approve(tx, params.id, body, ctx, given)))
  await ctx.asPost(async (tx) => checkRight((await holdRequest(tx, params.id)) ?? refuseRequest(), ctx))
  const asJob = given.asJob ?? refuseNoJob()
  return asJob((tx) =>
    once(tx, act, async () => {
      const request = await mayDecide(tx, params.id, ctx)
      const done = await acceptMove(tx, request, { ctx, given, household: body.household, relation: body.relation })
      await say(tx, request, 'approved', null, ctx)
      return done
    }),
  )
}

async function approve(tx: Tx, id: number, body: Approval['body'], ctx: Ctx, given: PeopleGiven): Promise<Done> {
  const request = await mayDecide(tx, id, ctx)
  const done = await carryOut(tx, request, body, { ctx, given })
  await say(tx, request, 'approved', null, ctx)
  return done
}

function carryOut(tx: Tx, request: ChangeRequest, body: Approval['body'], acting: { ctx: Ctx; given: PeopleGiven }) {
  if (request.kind === 'merge') return approveMerge(tx, request, acting)
  if (request.kind === 'unmerge') return approveUnmerge(tx, request, acting)
  return request.kind === 'number' ? changeNumber(tx, request, body.number, acting) : refuseStale()
}

async function mayDecide(tx: Tx, id: number, ctx: Ctx): Promise<ChangeRequest> {
  const request = (await holdRequest(tx, id)) ?? refuseRequest()
  checkDecider(request, ctx)
  return request
}

/** The same answer twice for the same command: a request decided already passes here and is answered by its receipt. */
function checkRight(request: ChangeRequest, ctx: Ctx): void {
  if (request.decision === null) checkDecider(request, ctx)
}

/** Refuses what another officer asked for. */
export async function rejectRequest(tx: Tx, id: number, reason: string, ctx: Ctx): Promise<Asked> {
  const request = await mayDecide(tx, id, ctx)
  await say(tx, request, 'rejected', reason.trim(), ctx)
  return { request: id }
}

/** Takes back what one has asked for oneself. */
export async function withdrawRequest(tx: Tx, id: number, reason: string, ctx: Ctx): Promise<Asked> {
  const request = (await holdRequest(tx, id)) ?? refuseRequest()
  if (request.decision !== null) refuseDecided()
  if (request.asked_officer !== ctx.officer.id) refuseNotOwn()
  await say(tx, request, 'withdrawn', reason.trim(), ctx)
  return { request: id }
}

async function say(tx: Tx, request: ChangeRequest, decision: string, reason: string | null, ctx: Ctx): Promise<void> {
  const { actor, officer, post, now } = ctx
  const at = now.toISOString()
  await decide(tx, request, { decision, by: post.id, officer: officer.id, title: post.title, at, reason })
  await recordWrite(tx, actor, {
    action: 'people.confirm',
    object: { kind: 'person', county: request.county, area: request.area, id: request.person_id },
    fields: [request.kind],
    detail: `${decision} request ${request.id}`,
    rows: 1,
    ...(reason !== null && { reason }),
  })
}

function refuseNotOwn(): never {
  return fail(
    'people.request.notOwn',
    {
      zh: '只有申请人本人可以撤回。您可以复核：同意或退回。',
      en: 'Only who asked can withdraw it. You can approve or reject it.',
    },
    { status: 409 },
  )
}

function refuseNoJob(): never {
  return fail(
    'people.move.notHere',
    { zh: '此处不能办理迁移，请在控制台办理。', en: 'A file cannot be moved from here; use the console.' },
    { status: 409 },
  )
}
