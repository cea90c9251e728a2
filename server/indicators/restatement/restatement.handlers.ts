import type { Handlers } from '#domain/base/route.ts'
import type { closingApi } from '#domain/indicators/closing/closing.api.ts'
import { lastDay } from '#domain/indicators/closing/month.ts'
import type { Indicator } from '#domain/plan/indicator.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { viewArea } from '../../places/area-view.ts'
import { resolveArea } from '../../places/resolve-area.ts'
import { getFrozen } from '../closing/reported.ts'
import { type Asker, type FiguresGiven, indicatorOf, placeAsked } from '../question.ts'
import { differingRecords } from './difference.sql.ts'
import { KeptAnswers } from './kept-answers.ts'
import {
  basisOf,
  bothFigures,
  cameAndWent,
  cameIn,
  countsOf,
  type Line,
  openRestated,
  pairOf,
  type Restated,
  withinIntervals,
} from './restated.ts'
import { type AsJob, restatedLines } from './restated-lines.ts'

type Routes = Pick<typeof closingApi, 'listRestatements' | 'listRestatedAreas' | 'listRestated'>
type Asked = { plan?: string; area?: number; division?: string }

/** A month asked both ways: as reported, and as known now. */
export function restatementHandlers(given: FiguresGiven, asJob: AsJob): Handlers<Routes, Ctx> {
  const kept = new KeptAnswers<Line[]>()
  const opened = (ctx: Pick<Ctx, 'asPost' | 'post'>, month: string, asked: Asked) => openMonth(given, ctx, month, asked)
  return {
    listRestatements: async ({ params, query }, ctx) => {
      const asked = await opened(ctx, params.month, query)
      const lines = await kept.get(nameOf(asked), () => ctx.asPost((tx) => allLines(tx, asked)))
      return { basis: basisOf(asked), lines }
    },
    listRestatedAreas: async ({ params, query }, ctx) => {
      const asked = await opened(ctx, params.month, query)
      const indicator = indicatorOf(asked.planThen, params.indicator)
      const name = `${nameOf(asked)} ${indicator.key}`
      const lines = await kept.get(name, () => ctx.asPost((tx) => areasBelow(tx, asked, indicator)))
      return { basis: basisOf(asked), lines }
    },
    listRestated: async ({ params, query }, ctx) => {
      const asked = await opened(ctx, params.month, query)
      const indicator = indicatorOf(asked.planThen, params.indicator)
      return ctx.asPost((tx) => restatedLines(tx, asked, indicator, query, { actor: ctx.actor, asJob }))
    },
  }
}

/** What an answer speaks of. Whoever may see the area is told the same of it, and a run is of one moment of the ledger. */
const nameOf = ({ plan, planThen, frozen, run, area, division }: Restated): string =>
  [plan.key, plan === planThen, frozen.snapshot.id, run.id, area, division].join(' ')

/** Every indicator of an area both ways, with how many came and went. */
export async function allLines(tx: Tx, asked: Restated): Promise<Line[]> {
  const { indicators } = asked.planThen
  const both = await bothFigures(tx, asked, [asked.area], indicators)
  const lines: Line[] = []
  for (const [at, line] of both.entries()) lines.push({ ...line, ...(await cameIn(tx, asked, indicators[at]!)) })
  return lines
}

/** Fills in plan, area and division, refuses what lies outside the post or is not frozen, and finds today's run of the day. */
export async function openMonth(given: FiguresGiven, asker: Asker, month: string, query: Asked): Promise<Restated> {
  const { on, ...place } = await placeAsked(given, asker, { ...query, on: lastDay(month) })
  const frozen = await asker.asPost((tx) => getFrozen(tx, place.plan.key, on))
  const run = await given.runs.get(place.plan, on)
  return asker.asPost((tx) => openRestated(tx, { month, frozen, run, ...place }))
}

/** One comparison of the whole area, told apart by what lies directly below it. */
export async function areasBelow(tx: Tx, asked: Restated, indicator: Indicator): Promise<Line[]> {
  const { children } = await viewArea(tx, asked.area, asked.division)
  const codes = children.map(({ code }) => code)
  const both = await bothFigures(tx, asked, codes, [indicator])
  const pair = pairOf(asked, indicator)
  if (!pair) return both
  const records = indicator.distinct ? undefined : await differingRecords(tx, pair, asked.intervals)
  const lines: Line[] = []
  for (const line of both) {
    const intervals = await resolveArea(tx, line.area, asked.division)
    const counts = records
      ? countsOf(cameAndWent(records, withinIntervals(intervals)))
      : await cameIn(tx, { ...asked, intervals }, indicator)
    lines.push({ ...line, ...counts })
  }
  return lines
}
