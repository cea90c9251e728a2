import type { Handlers } from '#domain/base/route.ts'
import type { changeRequestApi } from '#domain/people/identity/change-request.api.ts'
import type { Ctx } from '../../context.ts'
import { command } from '../identity/identity.handlers.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { compareFiles } from '../merge/compare-files.ts'
import { askMove } from '../move/move-file.ts'
import { approveRequest, rejectRequest, withdrawRequest } from './decide-request.ts'
import { askMerge, askUnmerge } from './merge-request.ts'
import { askNumber } from './number.ts'
import { listRequests, standingOf } from './requests.ts'

/** Changes of who somebody is: asked for by one officer, decided by another. */
export function requestHandlers(given: PeopleGiven): Handlers<typeof changeRequestApi, Ctx> {
  return {
    compareFiles: (input, ctx) => ctx.asPost((tx) => compareFiles(tx, input, ctx)),
    askMerge: ({ params, body }, ctx) =>
      command(ctx, 'askMerge', { ...body, params }, (tx) => askMerge(tx, params.id, body, ctx)),
    askUnmerge: ({ params, body }, ctx) =>
      command(ctx, 'askUnmerge', { ...body, params }, (tx) => askUnmerge(tx, params.id, body, ctx)),
    askNumber: ({ params, body }, ctx) =>
      command(ctx, 'askNumber', { ...body, params }, (tx) => askNumber(tx, params.id, body, ctx, given)),
    askMove: ({ params, body }, ctx) =>
      command(ctx, 'askMove', { ...body, params }, (tx) => askMove(tx, params.id, body, ctx)),
    listRequests: ({ query }, ctx) => ctx.asPost((tx) => listRequests(tx, query, ctx)),
    approveRequest: (input, ctx) => approveRequest(input, ctx, given),
    rejectRequest: ({ params, body }, ctx) =>
      command(ctx, 'rejectRequest', { ...body, params }, (tx) => rejectRequest(tx, params.id, body.reason, ctx)),
    withdrawRequest: ({ params, body }, ctx) =>
      command(ctx, 'withdrawRequest', { ...body, params }, (tx) => withdrawRequest(tx, params.id, body.reason, ctx)),
    getStanding: ({ params }, ctx) => ctx.asPost((tx) => standingOf(tx, params.id, ctx)),
  }
}
