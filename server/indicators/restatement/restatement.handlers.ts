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
import {
  basisOf,
  bothFigures,
  cameAndWent,
  cameIn,
  countsOf,
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
  const opened = (ctx: Pick<Ctx, 'asPost' | 'post'>, month: string, asked: Asked) => openMonth(given, ctx, month, asked)
  return {
    listRestatements: async ({ params, query }, ctx) => {
      const asked = await opened(ctx, params.month, query)
      return ctx.asPost(async (tx) => {
        const both = await bothFigures(tx, asked, [asked.area], asked.planThen.indicators)
        const lines = []
        for (const [at, line] of both.entries())
          lines.push({ ...line, ...(await cameIn(tx, asked, asked.planThen.indicators[at]!)) })
        return { basis: basisOf(asked), lines }
      })
    },
    listRestatedAreas: async ({ params, query }, ctx) => {
      const asked = await opened(ctx, params.month, query)
      const indicator = indicatorOf(asked.planThen, params.indicator)
      return ctx.asPost(async (tx) => ({ basis: basisOf(asked), lines: await areasBelow(tx, asked, indicator) }))
    },
    listRestated: async ({ params, query }, ctx) => {
      const asked = await opened(ctx, params.month, query)
      const indicator = indicatorOf(asked.planThen, params.indicator)
      return ctx.asPost((tx) => restatedLines(tx, asked, indicator, query, { actor: ctx.actor, asJob }))
    },
  }
}

/** Fills in plan, area and division, refuses what lies outside the post or is not frozen, and finds today's run of the day. */
export async function openMonth(given: FiguresGiven, asker: Asker, month: string, query: Asked): Promise<Restated> {
  const { on, ...place } = await placeAsked(given, asker, { ...query, on: lastDay(month) })
  const frozen = await asker.asPost((tx) => getFrozen(tx, place.plan.key, on))
  const run = await given.runs.get(place.plan, on)
  return asker.asPost((tx) => openRestated(tx, { month, frozen, run, ...place }))
}

/** One comparison of the whole area, told apart by what lies directly below it. */
async function areasBelow(tx: Tx, asked: Restated, indicator: Indicator) {
  const { children } = await viewArea(tx, asked.area, asked.division)
  const codes = children.map(({ code }) => code)
  const both = await bothFigures(tx, asked, codes, [indicator])
  const pair = pairOf(asked, indicator)
  if (!pair) return both
  const records = indicator.distinct ? undefined : await differingRecords(tx, pair, asked.intervals)
  const lines = []
  for (const line of both) {
    const intervals = await resolveArea(tx, line.area, asked.division)
    const counts = records
      ? countsOf(cameAndWent(records, withinIntervals(intervals)))
      : await cameIn(tx, { ...asked, intervals }, indicator)
    lines.push({ ...line, ...counts })
  }
  return lines
}
