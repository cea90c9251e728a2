import { fail, type Words } from '#domain/base/fail.ts'
import type { Reply } from '#domain/base/route.ts'
import type { placesApi } from '#domain/places/places.api.ts'
import type { Reader } from './area.sql.ts'
import { areaNames } from './area-names.ts'
import { type Clocks, findSite, gradesOf, rosterOf, type SiteRecord } from './site.sql.ts'

/** What some plan says of a kind of site: its name, whom its roster holds, the words of its further fields. */
export type KindOf = (
  kind: string,
) => { name: Words; roster?: string; fields: readonly { key: string; label: Words }[] } | undefined

/** A site as it was known, with its grades and its roster on the day. Refuses what the post cannot see as if it were not there. */
export async function viewSite(
  tx: Reader,
  id: number,
  clocks: Clocks,
  kindOf: KindOf,
): Promise<Reply<typeof placesApi.getSite>> {
  const site = await getSite(tx, id, clocks)
  const [grades, roster, names] = [
    await gradesOf(tx, site, clocks),
    await rosterOf(tx, site, clocks),
    await areaNames(tx),
  ]
  const kind = kindOf(site.kind)
  return {
    kind: { name: kind?.name ?? { zh: site.kind, en: site.kind }, roster: kind?.roster ?? null },
    site: {
      id: site.id,
      kind: site.kind,
      name: site.name,
      area: site.area,
      areaName: names.pathOf(site.area),
      level: site.level,
      recognisedOn: site.valid_from,
      withdrawnOn: site.valid_to,
      capacity: site.capacity,
      grade: grades[0]?.grade ?? site.grade,
      onRoster: roster.length,
    },
    extra: Object.entries(site.extra)
      .filter(([, value]) => value !== null)
      .map(([field, value]) => ({
        label: kind?.fields.find(({ key }) => key === field)?.label ?? { zh: field, en: field },
        value: String(value),
      })),
    grades,
    roster,
  }
}

/** Refuses (404) a site there is not and one that the post may not see with the same words. */
export const getSite = async (tx: Reader, id: number, clocks: Clocks): Promise<SiteRecord> =>
  (await findSite(tx, id, clocks)) ?? refuseSite(id)

function refuseSite(id: number): never {
  return fail(
    'places.site.unknown',
    {
      zh: '没有这个载体，或它不在当前岗位的范围内。请从列表重新打开，或切换岗位。',
      en: 'There is no such site, or it lies outside this post. Open it again from a list, or change posts.',
    },
    { status: 404, where: { site: id } },
  )
}
