import type { Words } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import type { flowApi } from '#domain/jobs/corridor/flow.api.ts'
import { findProvince } from '#domain/places/provinces.ts'
import type { Ctx } from '../../../context.ts'
import type { CountedArea } from '../../../people/count/county-count.sql.ts'
import type { CountyCounts } from '../../../people/count/county-counts.ts'
import type { PeopleGiven } from '../../../people/list/people-given.ts'
import { areaNames } from '../../../places/area-names.ts'
import { readArea } from '../agreement/asked-area.ts'
import { EVERYBODY, flowCount, IN_CITY, OWN_COUNTY } from './flow.sql.ts'

type View = Reply<typeof flowApi.listFlows>

/** 流向: where the people of an area work, by the areas below it; the largest first. Counted once by county. */
export async function listFlows(
  query: Input<typeof flowApi.listFlows>['query'],
  ctx: Ctx,
  { given, counts }: { given: PeopleGiven; counts: CountyCounts },
): Promise<View> {
  const { on } = await given.defaults()
  const { asked, names } = await ctx.asPost(async (tx) => ({
    asked: await readArea(tx, query, ctx, on),
    names: await areaNames(tx),
  }))
  const { intervals, step } = asked
  const counted = await counts.read(ctx, flowCount(given.plan(), asked.clocks), {
    ...{ intervals, whole: step === WHOLE_COUNTIES },
  })
  const areas = [...Map.groupBy(counted, ({ area }) => area - (area % step))].map(([area, parts]) => ({
    ...{ area, name: names.nameOf(area), total: sumOf(parts, EVERYBODY) },
    places: placesIn(parts).toSorted(mostFirst),
  }))
  return {
    ...{ asOf: asked.asOf, area: asked.area, areaName: names.pathOf(asked.area), total: sumOf(counted, EVERYBODY) },
    places: placesIn(counted)
      .map((each) => ({ ...each, name: nameOf(each.place) }))
      .toSorted(mostFirst),
    areas: areas.filter(({ total }) => total > 0).toSorted((a, b) => b.total - a.total || a.area - b.area),
  }
}

const WHOLE_COUNTIES = 1_000_000

const sumOf = (areas: readonly CountedArea[], key: string): number =>
  areas.reduce((sum, { numbers }) => sum + (numbers[key] ?? 0), 0)

function placesIn(areas: readonly CountedArea[]): { place: number; people: number }[] {
  const keys = new Set(areas.flatMap(({ numbers }) => Object.keys(numbers)))
  keys.delete(EVERYBODY)
  return [...keys].map((key) => ({ place: Number(key), people: sumOf(areas, key) }))
}

/** Near places first, then the provinces by how many work there. */
const mostFirst = (a: { place: number; people: number }, b: { place: number; people: number }): number =>
  Math.min(a.place, 2) - Math.min(b.place, 2) || b.people - a.people || a.place - b.place

function nameOf(place: number): Words {
  if (place === OWN_COUNTY) return { zh: '本区县', en: 'Own county' }
  if (place === IN_CITY) return { zh: '市内其他区县', en: 'Elsewhere in the city' }
  return findProvince(place) ?? { zh: String(place), en: String(place) }
}
