import type { Handlers } from '#domain/base/route.ts'
import type { samplingApi } from '#domain/indicators/sampling/sampling.api.ts'
import { TODAY } from '#domain/places/division.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { once } from '../../people/once.ts'
import { resolveArea } from '../../places/resolve-area.ts'
import { type FiguresGiven, indicatorOf, questionOf } from '../question.ts'
import { answerCall, calledPeople } from './call-back.ts'
import { draw, frameHash, frameOf, newSeed, planOf, viewSamplePlan } from './draw-sample.ts'
import { drawnOf, insertCounties, insertPeople, insertSample, samplesOf } from './sample.sql.ts'
import { getSample, viewSamples } from './sample-view.ts'

const CITY = 500_000_000_000
const WHOLE = [{ lo: CITY, hi: 510_000_000_000 }]

/** A figure is verified: people behind it are drawn by chance and called, and the figure is told with its error band. */
export function samplingHandlers(given: FiguresGiven): Handlers<typeof samplingApi, Ctx> {
  const defaultPlan = async (key: string | undefined): Promise<Plan> =>
    given.plans.get(key ?? (await given.defaults()).plan) ?? [...given.plans.values()][0]!
  /** A sample and the plan whose figure it verifies. */
  const known = async (tx: Tx, id: number) => {
    const { row, view } = await getSample(tx, id, WHOLE)
    return { row, view, plan: await defaultPlan(row.plan) }
  }
  return {
    planSample: async ({ query }, ctx) => {
      const question = await questionOf(given, ctx, query)
      const indicator = indicatorOf(question.plan, query.indicator)
      return ctx.asPost(async (tx) => viewSamplePlan(tx, await planOf(tx, question, indicator, query)))
    },
    drawSample: async ({ body }, ctx) => {
      const { clientId, indicator: key, seed = newSeed(), confidence, error, expected, minimum, ...asked } = body
      const question = await questionOf(given, ctx, asked)
      const indicator = indicatorOf(question.plan, key)
      return ctx.asPost((tx) =>
        once(tx, { clientId, post: ctx.post.id, name: 'drawSample', body, now: ctx.now }, async () => {
          const wanted = { confidence, error, expected, minimum }
          const { allocation, strata, frame } = await planOf(tx, question, indicator, wanted)
          const people = draw(frame, strata, seed)
          const id = await insertSample(tx, {
            ...{ plan: question.plan.key, indicator: key, frame_area: question.area, division: question.division },
            ...{ on_day: question.clocks.on, known_at: question.run.knownAt },
            ...{ ...wanted, allocation, seed, frame_hash: frameHash(frame) },
            ...{ drawn_at: ctx.now.toISOString(), drawn_by: ctx.post.title, post_id: ctx.post.id },
          })
          await insertCounties(tx, id, strata)
          await insertPeople(tx, id, people, ctx.now)
          const detail = `sample ${id} of ${key}, on ${question.clocks.on}: ${people.length} of ${frame.length}`
          const object = { kind: 'sample', id, area: question.area }
          await recordWrite(tx, ctx.actor, { action: 'indicators.sample', object, detail, rows: people.length })
          return { id }
        }),
      )
    },
    listSamples: async ({ query }, ctx) => {
      const plan = await defaultPlan(query.plan)
      return ctx.asPost(async (tx) => {
        const samples = await samplesOf(tx, plan.key, query.indicator ?? null, query.on ?? null)
        return {
          samples: await viewSamples(tx, samples, await resolveArea(tx, query.area ?? ctx.post.area ?? CITY, TODAY)),
        }
      })
    },
    getSample: ({ params }, ctx) => ctx.asPost(async (tx) => (await known(tx, params.id)).view),
    proveSample: async ({ params }, ctx) => {
      const { row, view } = await ctx.asPost((tx) => known(tx, params.id))
      const asked = {
        plan: row.plan,
        area: row.frame_area,
        on: row.on_day,
        knownAt: row.known_at,
        division: row.division,
      }
      const question = await questionOf(given, ctx, asked)
      return ctx.asPost(async (tx) => {
        const frame = await frameOf(tx, question, indicatorOf(question.plan, row.indicator))
        const strata = view.counties.map(({ area, size, drawn }) => ({
          county: Math.floor(area / 1_000_000),
          size,
          drawn,
        }))
        const again = draw(frame, strata, row.seed).map(({ id }) => id)
        const drawn = (await drawnOf(tx, row.id)).map(({ id }) => id)
        const hash = frameHash(frame)
        const sameDraw = again.length === drawn.length && again.every((id, at) => id === drawn[at])
        return {
          frameHash: hash,
          sameFrame: hash === row.frame_hash,
          sameDraw,
          size: frame.length,
          drawn: drawn.length,
        }
      })
    },
    listSamplePeople: ({ params, query }, ctx) =>
      ctx.asPost(async (tx) => {
        const { row, plan } = await known(tx, params.id)
        return calledPeople(tx, row, query, { ctx, plan })
      }),
    answerSample: ({ params, body }, ctx) =>
      ctx.asPost((tx) =>
        once(
          tx,
          { clientId: body.clientId, post: ctx.post.id, name: 'answerSample', body: { params, body }, now: ctx.now },
          async () => {
            const { row, plan } = await known(tx, params.id)
            return answerCall(tx, row, { person: params.person, body }, { ctx, plan })
          },
        ),
      ),
  }
}
