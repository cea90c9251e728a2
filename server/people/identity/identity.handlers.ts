import type { Handlers } from '#domain/base/route.ts'
import type { identityApi } from '#domain/people/identity/identity.api.ts'
import { recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { once } from '../once.ts'
import { findCandidates } from './candidates.ts'
import { keepApart, listDuplicates } from './duplicates/duplicates.ts'
import { openFile } from './open-file.ts'

/** Who somebody is: files opened after a search, files that may be one person, and what is decided of them. */
export function identityHandlers(given: PeopleGiven): Handlers<typeof identityApi, Ctx> {
  return {
    findCandidates: (input, ctx) => ctx.asPost((tx) => findCandidates(tx, input, ctx, given)),
    openFile: ({ body }, ctx) => command(ctx, 'openFile', body, (tx) => openFile(tx, body, ctx, given)),
    listDuplicates: ({ query }, ctx) => ctx.asPost((tx) => listDuplicates(tx, query, ctx, given)),
    keepApart: ({ body }, ctx) =>
      command(ctx, 'keepApart', body, async (tx) => {
        const done = await keepApart(tx, body, ctx)
        await recordWrite(tx, ctx.actor, {
          action: 'people.record',
          object: { kind: 'person', ids: [body.one, body.other] },
          detail: 'keepApart',
          reason: body.reason,
          rows: 2,
        })
        return done
      }),
  }
}

/** Under the acting post, once for its client id. */
export const command = <T>(
  ctx: Ctx,
  name: string,
  body: { clientId: string; params?: object },
  run: (tx: Tx) => Promise<T>,
) =>
  ctx.asPost((tx) => once(tx, { clientId: body.clientId, post: ctx.post.id, name, body, now: ctx.now }, () => run(tx)))
