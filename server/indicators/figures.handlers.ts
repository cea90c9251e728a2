import type { Handlers } from '#domain/base/route.ts'
import { figureOf } from '#domain/indicators/figure.ts'
import type { indicatorsApi } from '#domain/indicators/indicators.api.ts'
import { emptyTrend, trendValue } from '#domain/indicators/trend.ts'
import type { Indicator } from '#domain/plan/indicator.ts'
import type { Ctx } from '../context.ts'
import { areaNames } from '../places/area-names.ts'
import { viewArea } from '../places/area-view.ts'
import { planAsReported } from './closing/reported.ts'
import { frozenTallies, newestSnapshots } from './closing/snapshot.sql.ts'
import { countedReply } from './counted/counted.ts'
import { trendOfArea } from './counting/trend.sql.ts'
import { talliesOf } from './figure-run.sql.ts'
import { type FiguresGiven, indicatorOf, type Place, placeAsked, type Question, questionOf } from './question.ts'

type Routes = Pick<
  typeof indicatorsApi,
  'listFigures' | 'listFiguresByArea' | 'listFigureSeries' | 'listFigureRuns' | 'listCounted'
>

const CITY = 500_000_000_000
const MONTHS = 24

/** The figures as the screens ask for them; each speaks from the same moment as the list it opens. */
export function figuresHandlers(given: FiguresGiven): Handlers<Routes, Ctx> {
  return {
    listFigures: async ({ query }, ctx) => {
      const question = await questionOf(given, ctx, query)
      const figures = await ctx.asPost((tx) => figuresOf(tx, question, [question.area], question.plan.indicators))
      return { asOf: asOf(question), area: question.area, figures }
    },
    listFiguresByArea: async ({ params, query }, ctx) => {
      const question = await questionOf(given, ctx, query)
      const indicator = indicatorOf(question.plan, params.indicator)
      const figures = await ctx.asPost(async (tx) => {
        const { children } = await viewArea(tx, question.area, question.division)
        return figuresOf(
          tx,
          question,
          children.map(({ code }) => code),
          [indicator],
        )
      })
      return { asOf: asOf(question), area: question.area, figures }
    },
    listFigureSeries: async ({ params, query }, ctx) => {
      const { plan, area, division, on } = await placeAsked(given, ctx, query)
      const indicator = indicatorOf(plan, params.indicator)
      const { months = MONTHS, knownAt } = query
      const trend = await given.runs.trend(plan, indicator, { on, months, ...(knownAt && { knownAt }) })
      const kept = await ctx.asPost((tx) => trendOfArea(tx, trend.id, division, area))
      const values = kept ?? emptyTrend(indicator, trend.days.length)
      const counted = trend.days.map((day, at) => ({ on: day, value: values[at] ?? null }))
      const points = query.reported
        ? await ctx.asPost((tx) => asReported(tx, { plan, area, division }, indicator, counted))
        : counted
      return { area, points, ...told({ plan, area }, indicator) }
    },
    listFigureRuns: async () => ({
      underWay: given.runs.underWay().map(({ what, ...progress }) => ({ ...what, ...progress })),
    }),
    listCounted: async ({ params, query }, ctx) => {
      const question = await questionOf(given, ctx, query)
      return ctx.asPost((tx) =>
        countedReply(tx, question, indicatorOf(question.plan, params.indicator), query, ctx.actor),
      )
    },
  }
}

export const asOf = ({ clocks, run, division }: Question) => ({ on: clocks.on, knownAt: run.knownAt, division })

/** Figures of several indicators and areas, all out of one run. */
export async function figuresOf(
  tx: Parameters<typeof talliesOf>[0],
  { plan, run, division, clocks, snapshot }: Question,
  areas: number[],
  indicators: readonly Indicator[],
) {
  const names = await areaNames(tx)
  const tallies =
    snapshot === undefined
      ? await talliesOf(tx, run.id, division, areas)
      : new Map(
          [...(await frozenTallies(tx, snapshot, division, areas))].map(([area, frozen]) => [area, frozen.tallies]),
        )
  return areas.flatMap((code) => {
    const place = { code, name: names.nameOf(code), isCity: code === CITY }
    return indicators.map((indicator) =>
      figureOf(plan, indicator, place, clocks.on, tallies.get(code)?.[indicator.key] ?? {}),
    )
  })
}

type Point = { on: string; value: number | null }

/** Month ends that were frozen, with the value frozen for them; the others as they are counted now. */
async function asReported(
  tx: Parameters<typeof talliesOf>[0],
  { plan, area, division }: Pick<Place, 'plan' | 'area' | 'division'>,
  { key }: Indicator,
  counted: readonly Point[],
): Promise<Point[]> {
  const frozen = new Map((await newestSnapshots(tx, plan.key)).map((row) => [row.on_day, row]))
  const points: Point[] = []
  for (const point of counted) {
    const snapshot = frozen.get(point.on)
    const then = snapshot && (await planAsReported(tx, plan, snapshot))
    const indicator = then?.indicators.find((one) => one.key === key)
    if (!snapshot || !then || !indicator) {
      points.push(point)
      continue
    }
    const own = (await frozenTallies(tx, snapshot.id, division, [area])).get(area)
    points.push({ on: point.on, value: trendValue(indicator, own?.tallies[key]) })
  }
  return points
}

/** What was published of an indicator and what it must reach: of the city as a whole. */
function told({ plan, area }: Pick<Place, 'plan' | 'area'>, indicator: Indicator) {
  if (area !== CITY) return { published: [], targets: [] }
  return {
    published: plan.published
      .filter((each) => each.indicator === indicator.key)
      .map(({ on, value, text, source }) => ({ on, value, text, source })),
    targets: plan.targets
      .filter((each) => each.indicator === indicator.key)
      .map(({ from, by, value }) => ({ from, to: by, value, label: { zh: '方案目标', en: 'plan target' } })),
  }
}
