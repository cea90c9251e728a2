import type { Reply } from '#domain/base/route.ts'
import type { siteApi } from '#domain/jobs/site/site.api.ts'
import { recordWrite } from '../../../access/audit.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { bumpLedger } from '../../../people/employment/employment.sql.ts'
import { once } from '../../../people/once.ts'
import type { SiteRecord } from '../../../places/site.sql.ts'
import { getSite } from '../../../places/site-view.ts'
import type { SitesGiven } from '../sites-given.ts'

export type Done = Reply<typeof siteApi.joinRoster>
export type SiteSent = { params: { id: number }; body: { clientId: string; reason?: string } }
/** Whose files were changed, and what of them. */
export type Acted = { people: readonly { id: number; area: number }[]; fields: string[] }

/**
 * An act on people of a site's roster, done once for its client id: each file has its line in the log, the county's head moves,
 * and every file is determined again, all in one transaction.
 */
export function siteAct(
  ctx: Ctx,
  given: SitesGiven,
  name: string,
  { params, body }: SiteSent,
  act: (tx: Tx, site: SiteRecord) => Promise<Acted>,
): Promise<Done> {
  const sent = { clientId: body.clientId, post: ctx.post.id, name, body: { params, body }, now: ctx.now }
  return ctx.asPost((tx) =>
    once(tx, sent, async () => {
      const site = await getSite(tx, params.id, { on: given.on(), knownAt: null })
      const { people, fields } = await act(tx, site)
      await bumpLedger(tx, site.county, ctx.now)
      const turned: { gained: string[]; lost: string[] } = { gained: [], lost: [] }
      for (const { id, area } of people) {
        await recordWrite(tx, ctx.actor, {
          action: 'people.record',
          object: { kind: 'person', county: site.county, area, id },
          ...{ fields, detail: `${name} ${site.id}`, rows: 1, ...(body.reason && { reason: body.reason }) },
        })
        const changed = await given.redetermine?.(tx, { county: site.county, id }, ctx.now)
        turned.gained.push(...(changed?.gained ?? []))
        turned.lost.push(...(changed?.lost ?? []))
      }
      return { people: people.length, ...turned }
    }),
  )
}
