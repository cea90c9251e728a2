import type { Handlers } from '#domain/base/route.ts'
import { figureOf } from '#domain/indicators/figure.ts'
import type { indicatorsApi } from '#domain/indicators/indicators.api.ts'
import type { Indicator } from '#domain/plan/indicator.ts'
import type { Ctx } from '../context.ts'
import { areaNames } from '../places/area-names.ts'
import { viewArea } from '../places/area-view.ts'
import { countedReply } from './counted.ts'
import { talliesOf } from './figure-run.sql.ts'
import { type FiguresGiven, indicatorOf, type Question, questionOf } from './question.ts'
import { monthEnds, SeriesMemory, valueOn } from './series.ts'

type Routes = Pick<typeof indicatorsApi, 'listFigures' | 'listFiguresByArea' | 'listFigureSeries' | 'listCounted'>

const CITY = 500_000_000_000
const MONTHS = 24

/** The figures as the screens ask for them; each speaks from the same moment as the list it opens. */
export function figuresHandlers(given: FiguresGiven): Handlers<Routes, Ctx> {
  const memory = new SeriesMemory()
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
      const question = await questionOf(given, ctx, query)
      const indicator = indicatorOf(question.plan, params.indicator)
      const points = await ctx.asPost(async (tx) => {
        const done = []
        for (const on of monthEnds(question.clocks.on, query.months ?? MONTHS)) {
          const { area, division, run, plan } = question
          const key = [plan.key, indicator.key, area, division, run.knownAt, on].join(' ')
          done.push({ on, value: await memory.get(key, () => valueOn(tx, question, indicator, on)) })
        }
        return done
      })
      return { area: question.area, points, ...told(question, indicator) }
    },
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
  { plan, run, division, clocks }: Question,
  areas: number[],
  indicators: readonly Indicator[],
) {
  const names = await areaNames(tx)
  const tallies = await talliesOf(tx, run.id, division, areas)
  return areas.flatMap((code) => {
    const place = { code, name: names.nameOf(code), isCity: code === CITY }
    return indicators.map((indicator) =>
      figureOf(plan, indicator, place, clocks.on, tallies.get(code)?.[indicator.key] ?? {}),
    )
  })
}

/** What was published of an indicator and what it must reach: of the city as a whole. */
function told({ plan, area }: Question, indicator: Indicator) {
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
