import type { Handlers } from '#domain/base/route.ts'
import type { closingApi } from '#domain/indicators/closing/closing.api.ts'
import { lastDay, monthsOf } from '#domain/indicators/closing/month.ts'
import { TODAY } from '#domain/places/division.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { recordWrite } from '../../access/audit.ts'
import { dayInChina } from '../../access/session.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { once } from '../../people/once.ts'
import { getPlan } from '../../plan/get-plan.ts'
import { type FiguresGiven, placeAsked } from '../question.ts'
import { CITY, confirm, openDesk, refuseCity, sendBack } from './approve.ts'
import { mayClose } from './close.ts'
import { momentToFreeze, refuseClosed } from './freeze.ts'
import { askClosing, jobView, refuseWhileUnderWay } from './job/ask-closing.ts'
import { newestJob } from './job/closing-job.sql.ts'
import type { ClosingJobs } from './job/closing-jobs.ts'
import { beforeOf } from './month-before.ts'
import { monthLines, monthView, type Viewer } from './month-view.ts'
import { findFrozen, getFrozen } from './reported.ts'
import { lockMonth } from './snapshot.sql.ts'
import { unitsOf } from './units.ts'
import { verify } from './verify.ts'

type Routes = Pick<
  typeof closingApi,
  | 'listMonths'
  | 'getMonth'
  | 'freezeMonth'
  | 'confirmMonth'
  | 'sendBackMonth'
  | 'closeMonth'
  | 'getMonthJob'
  | 'verifyMonth'
>
/** What the city alone asks for. */
const CLOSING = { area: CITY, permission: 'indicators.close' }

/** Months: frozen, confirmed upward unit by unit, closed; each act once for its client id, with its line in the log. */
export function closingHandlers(given: FiguresGiven, jobs: Pick<ClosingJobs, 'nudge'>): Handlers<Routes, Ctx> {
  const planAsked = async (key: string | undefined): Promise<Plan> =>
    getPlan(given.plans, key ?? (await given.defaults()).plan)
  return {
    listMonths: async ({ query }, ctx) => {
      const plan = await planAsked(query.plan)
      const viewer = viewerOf(ctx)
      const months = await ctx.asPost((tx) => monthLines(tx, plan, monthsOf(plan, viewer.today), viewer))
      return { today: viewer.today, months }
    },
    getMonth: async ({ params, query }, ctx) => {
      // Units are areas of the division that confirms; one's own may be younger than the month.
      const asked = { ...query, area: query.area ?? ctx.post.area ?? CITY, division: TODAY, on: lastDay(params.month) }
      const { plan, area } = await placeAsked(given, ctx, asked)
      const before = await beforeOf(given, ctx, plan, params.month)
      return ctx.asPost((tx) => monthView(tx, { plan, month: params.month, area, before }, viewerOf(ctx)))
    },
    freezeMonth: async ({ params, body }, ctx) => {
      const plan = await planAsked(body.plan)
      const on = lastDay(params.month)
      momentToFreeze({ on, knownAt: body.knownAt, now: ctx.now })
      const job = await act(ctx, 'freezeMonth', { params, body }, CLOSING, async (tx) => {
        await refuseWhileUnderWay(tx, plan.key, on)
        await lockMonth(tx, plan.key, on, 'alone')
        if ((await findFrozen(tx, plan.key, on))?.closing) refuseClosed(on)
        return askClosing(tx, { plan: plan.key, on, kind: 'freeze', knownAt: body.knownAt }, ctx)
      })
      jobs.nudge()
      return job
    },
    confirmMonth: async ({ params, body }, ctx) => {
      // What lies outside the post is refused before anything is said of the month.
      const { plan } = await placeAsked(given, ctx, unitAsked(params.month, body))
      return act(ctx, 'confirmMonth', { params, body }, { area: body.area }, async (tx) => {
        await refuseWhileUnderWay(tx, plan.key, lastDay(params.month))
        const desk = await openDesk(tx, plan, lastDay(params.month), ctx.now, 'together')
        if (body.area === CITY) refuseCity()
        const confirmed = await confirm(tx, desk, body, body.inPlaceReason, ctx)
        return { state: (await unitsOf(tx, desk.snapshot)).states.get(body.area)!, confirmed }
      })
    },
    sendBackMonth: async ({ params, body }, ctx) => {
      // What lies outside the post is refused before anything is said of the month.
      const { plan } = await placeAsked(given, ctx, unitAsked(params.month, body))
      return act(ctx, 'sendBackMonth', { params, body }, { area: body.area }, async (tx) => {
        await refuseWhileUnderWay(tx, plan.key, lastDay(params.month))
        const desk = await openDesk(tx, plan, lastDay(params.month), ctx.now, 'together')
        await sendBack(tx, desk, body, body.reason, ctx)
        return { state: (await unitsOf(tx, desk.snapshot)).states.get(body.area)! }
      })
    },
    closeMonth: async ({ params, body }, ctx) => {
      const plan = await planAsked(body.plan)
      const on = lastDay(params.month)
      const job = await act(ctx, 'closeMonth', { params, body }, CLOSING, async (tx) => {
        await refuseWhileUnderWay(tx, plan.key, on)
        mayClose(await openDesk(tx, plan, on, ctx.now, 'alone'), body, ctx)
        return askClosing(tx, { plan: plan.key, on, kind: 'close', ...body }, ctx)
      })
      jobs.nudge()
      return job
    },
    getMonthJob: async ({ params, query }, ctx) => {
      const plan = await planAsked(query.plan)
      const job = await ctx.asPost((tx) => newestJob(tx, plan.key, lastDay(params.month)))
      return { job: job ? jobView(job, ctx.now) : null }
    },
    verifyMonth: async ({ params, query }, ctx) => {
      const plan = await planAsked(query.plan)
      return ctx.asPost(async (tx) => {
        const { areas, broken, sealed } = await verify(tx, await getFrozen(tx, plan.key, lastDay(params.month)))
        return { areas, broken, sealed: ctx.post.role === 'city' ? sealed : null }
      })
    },
  }
}

const viewerOf = ({ post, now }: Pick<Ctx, 'post' | 'now'>): Viewer => ({
  own: post.area ?? CITY,
  today: dayInChina(now),
})

/** A unit is an area of the division that confirms: today's. */
const unitAsked = (month: string, { area, plan }: { area: number; plan?: string }) => ({
  ...(plan !== undefined && { plan }),
  ...{ area, division: TODAY, on: lastDay(month) },
})

type Sent = { params: { month: string }; body: { clientId: string; reason?: string; inPlaceReason?: string } }

/** Once for its client id, and with its line in the log, all in one transaction. */
const act = <T>(
  ctx: Ctx,
  name: keyof Routes,
  { params, body }: Sent,
  { area, permission = 'indicators.confirm' }: { area: number; permission?: string },
  work: (tx: Tx) => Promise<T>,
): Promise<T> =>
  ctx.asPost((tx) =>
    once(tx, { clientId: body.clientId, post: ctx.post.id, name, body: { params, body }, now: ctx.now }, async () => {
      const done = await work(tx)
      const reason = body.reason ?? body.inPlaceReason
      await recordWrite(tx, ctx.actor, {
        action: permission,
        object: { kind: 'area', county: Math.floor(area / 1_000_000), area },
        detail: `${name} ${params.month}`,
        ...(reason !== undefined && { reason }),
      })
      return done
    }),
  )
