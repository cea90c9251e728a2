import { countyOf } from '#domain/places/area.ts'
import { recordWrite } from '../../../access/audit.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { once } from '../../../people/once.ts'

/** When, by which post, and that an officer said it. */
export const recorded = (ctx: Pick<Ctx, 'now' | 'post'>) => ({
  ...{ known_from: ctx.now.toISOString(), source: 'officer', recorded_by: ctx.post.id },
})

/** A command in the transaction of the acting post, once for its client id. */
export function command<T>(
  ctx: Ctx,
  name: string,
  { params, body }: { params: object; body: { clientId: string } },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const sent = { clientId: body.clientId, post: ctx.post.id, name, body: { params, body }, now: ctx.now }
  return ctx.asPost((tx) => once(tx, sent, () => work(tx)))
}

type Written = { kind: string; area: number; id: number }
/** The line in the log of what a unit entered, corrected or took back, the latter two with the reason. */
export const audited = (tx: Tx, ctx: Ctx, { kind, area, id }: Written, detail: string, reason?: string) =>
  recordWrite(tx, ctx.actor, {
    ...{ action: 'jobs.record', object: { kind, county: countyOf(area), area, id }, detail, rows: 1 },
    ...(reason !== undefined && { reason }),
  })
