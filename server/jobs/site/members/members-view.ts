import type { Input, Reply } from '#domain/base/route.ts'
import type { siteApi } from '#domain/jobs/site/site.api.ts'
import { wageSpread } from '#domain/jobs/site/wage-spread.ts'
import { recordRead } from '../../../access/audit.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { readQuestion } from '../../../people/list/question.ts'
import { areaNames } from '../../../places/area-names.ts'
import { getSite } from '../../../places/site-view.ts'
import type { SitesGiven } from '../sites-given.ts'
import { memberRows } from './member.sql.ts'

/** The members of a brand by name, what they earn, what they hold, where they work. */
export async function viewMembers(
  tx: Tx,
  { params, query }: Input<typeof siteApi.getSiteMembers>,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  given: SitesGiven,
): Promise<Reply<typeof siteApi.getSiteMembers>> {
  const { clocks } = await readQuestion(tx, query, { today: given.on(), now: ctx.now })
  const site = await getSite(tx, params.id, clocks)
  const rows = await memberRows(tx, site, clocks)
  const names = await areaNames(tx)
  await recordRead(tx, ctx.actor, {
    action: 'people.list',
    object: { kind: 'site', county: site.county, area: site.area, id: site.id },
    detail: `members, on ${clocks.on}`,
    rows: rows.length,
  })
  return {
    members: rows.map(({ on_roster: onRoster, wage_fen: wageFen, place, ...row }) => ({
      ...{ ...row, onRoster, wageFen, place },
      placeName: place === null ? null : names.pathOf(place),
    })),
    wages: wageSpread(rows.flatMap(({ wage_fen: wage }) => (wage === null ? [] : [wage]))),
  }
}
