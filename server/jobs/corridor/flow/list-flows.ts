import type { Words } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import { AT_WORK } from '#domain/jobs/corridor/credit.ts'
import type { flowApi } from '#domain/jobs/corridor/flow.api.ts'
import { findProvince } from '#domain/places/provinces.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import type { PeopleGiven } from '../../../people/list/people-given.ts'
import { areaNames } from '../../../places/area-names.ts'
import { readArea } from '../agreement/asked-area.ts'
import { countPeople, sumOf } from '../agreement/credited.sql.ts'
import { countFlows, type FlowRow, IN_CITY, OWN_COUNTY } from './flow.sql.ts'

type View = Reply<typeof flowApi.listFlows>

/** 流向: where the people of an area work, by the areas below it; the largest first. */
export async function listFlows(
  tx: Tx,
  query: Input<typeof flowApi.listFlows>['query'],
  ctx: Ctx,
  given: PeopleGiven,
): Promise<View> {
  const asked = await readArea(tx, query, ctx, (await given.defaults()).on)
  const counting = { plan: given.plan(), ...asked }
  const rows = await countFlows(tx, counting)
  const totals = await countPeople(tx, AT_WORK, counting)
  const names = await areaNames(tx)
  const below = Map.groupBy(rows, ({ area }) => area)
  const areas = [...totals].map(([area, total]) => ({
    ...{ area, name: names.nameOf(area), total },
    places: (below.get(area) ?? []).map(({ place, people }) => ({ place, people })).toSorted(mostFirst),
  }))
  return {
    ...{ asOf: asked.asOf, area: asked.area, areaName: names.pathOf(asked.area), total: sumOf(totals) },
    places: placesOf(rows),
    areas: areas.toSorted((a, b) => b.total - a.total || a.area - b.area),
  }
}

function placesOf(rows: readonly FlowRow[]): View['places'] {
  const sums = Map.groupBy(rows, ({ place }) => place)
  return [...sums]
    .map(([place, each]) => ({ place, name: nameOf(place), people: each.reduce((sum, { people }) => sum + people, 0) }))
    .toSorted(mostFirst)
}

/** Near places first, then the provinces by how many work there. */
const mostFirst = (a: { place: number; people: number }, b: { place: number; people: number }): number =>
  Math.min(a.place, 2) - Math.min(b.place, 2) || b.people - a.people || a.place - b.place

function nameOf(place: number): Words {
  if (place === OWN_COUNTY) return { zh: '本区县', en: 'Own county' }
  if (place === IN_CITY) return { zh: '市内其他区县', en: 'Elsewhere in the city' }
  return findProvince(place) ?? { zh: String(place), en: String(place) }
}
