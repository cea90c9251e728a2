import { withinScope } from '#domain/access/scope.ts'
import { type AreaCode, ancestorsOf, CITY, type Interval, levelOf, subtree } from '#domain/places/area.ts'
import { TODAY } from '#domain/places/division.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { type Asked, type Question, readQuestion } from '../../../people/list/question.ts'
import { divisionMap, resolveArea } from '../../../places/resolve-area.ts'
import * as refuse from './corridor-refusals.ts'

export type AskedArea = Question & {
  area: AreaCode
  intervals: readonly Interval[]
  /** What the codes below the area are cut into: counties, towns, villages. */
  step: number
  /** Units whose batches and orders are shown there: those within it, and those above it. */
  units: Interval & { above: AreaCode[] }
}
const STEPS = { 1: 1_000_000, 2: 1_000, 3: 1, 4: 1 } as const

/** The area and the two clocks of a question; what is left out is the post's own area, the day the screens open with, and now. An area beyond the post is refused. */
export async function readArea(
  tx: Tx,
  asked: Asked & { area?: AreaCode },
  ctx: Pick<Ctx, 'post' | 'now'>,
  today: string,
): Promise<AskedArea> {
  const question = await readQuestion(tx, asked, { today, now: ctx.now })
  const area = asked.area ?? ctx.post.area ?? CITY
  // One's own area may be younger than the day: it is then read on today's division.
  const young = area === ctx.post.area && !(await divisionMap(tx, question.asOf.division)).has(area)
  const intervals = await resolveArea(tx, area, young ? TODAY : question.asOf.division)
  for (const interval of intervals) if (!withinScope(ctx.post.scope, interval)) refuse.outside()
  const units = { ...subtree(area), above: ancestorsOf(area) }
  return { ...question, area, intervals, step: STEPS[levelOf(area)], units }
}
