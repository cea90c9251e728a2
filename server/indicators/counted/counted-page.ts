import { levelOf } from '#domain/places/area.ts'
import type { Indicator } from '#domain/plan/indicator.ts'
import type { Part } from '#domain/plan/indicator-rule.ts'
import type { Tx } from '../../db.ts'
import { type CountedKey, countedPage } from '../indicator.sql.ts'
import type { Question } from '../question.ts'
import { type AreaHeld, areasHolding } from './counted-areas.sql.ts'

type Asked = { filter: string; after: { area: number; id: number }; limit: number }

/** Beyond every id: what follows begins after an area. */
const LAST_ID = Number.MAX_SAFE_INTEGER
/** Each further look goes so many times as far: a filter may leave little of what was counted. */
const FURTHER = 4

/**
 * A page of what a number counted. The rule is the one that counted; where to look is known from the figure: only in areas
 * that hold some of what was counted, and in no more of them than fill the page. So a page costs as much where one file in
 * five hundred was counted as where most were.
 */
export async function firstKeys(
  tx: Tx,
  question: Question,
  indicator: Indicator,
  part: Part,
  { filter, after, limit }: Asked,
): Promise<CountedKey[]> {
  const { plan, clocks, intervals } = question
  const keys: CountedKey[] = []
  let from = after
  for (let wanted = limit; ; wanted *= FURTHER) {
    const { areas, last } = await whereToLook(tx, question, indicator, part, { from: from.area, wanted })
    for (const some of areas ? byCounty(areas) : [undefined]) {
      const page = { intervals, areas: some, filter, after: from, limit: limit - keys.length }
      keys.push(...(await countedPage(tx, plan, indicator, part, clocks, page)))
      if (keys.length === limit) return keys
    }
    if (last === undefined) return keys
    from = { area: last, id: LAST_ID }
  }
}

/** Where the next `wanted` records lie; `last` is the area after which there are more. */
async function whereToLook(
  tx: Tx,
  { run, intervals }: Question,
  indicator: Indicator,
  part: Part,
  { from, wanted }: { from: number; wanted: number },
): Promise<{ areas?: readonly number[]; last?: number | undefined }> {
  // A town and a county stand above each village and hold the same records; one village more, which an earlier page has shown.
  const most = 3 * (wanted + 1)
  const held = await areasHolding(tx, indicator, part, { run: run.id, intervals, from, most })
  // Other runs have taken the place of this one meanwhile: the whole area is asked.
  if (!held) return {}
  const areas = enough(held, from, wanted)
  const end = areas.length === held.length && held.length < most
  return { areas, last: end ? undefined : areas.at(-1) }
}

function enough(held: readonly AreaHeld[], shown: number, wanted: number): number[] {
  const areas: number[] = []
  let sum = 0
  for (const { area, value } of held) {
    if (sum >= wanted) break
    areas.push(area)
    if (area !== shown && levelOf(area) === 4) sum += value
  }
  return areas
}

const byCounty = (areas: readonly number[]): number[][] => [
  ...Map.groupBy(areas, (area) => Math.floor(area / 1_000_000)).values(),
]
