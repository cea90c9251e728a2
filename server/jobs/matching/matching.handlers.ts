import { inScope } from '#domain/access/scope.ts'
import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Handlers, Input } from '#domain/base/route.ts'
import type { matchingApi } from '#domain/jobs/matching/matching.api.ts'
import { tierName } from '#domain/jobs/tiers/tiers.ts'
import { CITY, subtree } from '#domain/places/area.ts'
import { recordRead, recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Door, Tx } from '../../db.ts'
import { getPerson } from '../../people/list/find-person.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import { once } from '../../people/once.ts'
import { areaNames } from '../../places/area-names.ts'
import { shippedWeights } from '../matching-weights.ts'
import { shippedTiers } from '../tiers.ts'
import { keptDaysOn } from './keep/prune-runs.ts'
import { lastRun, runTold } from './last-run.sql.ts'
import { personMatch } from './person-match.ts'
import { peopleOf } from './result.sql.ts'
import { occupationView, resultView } from './result-view.ts'
import { askToReplay, askToStop, endAbandoned, insertRun, runsBefore } from './run/match-run.sql.ts'
import type { MatchingJobs } from './run/matching-jobs.ts'
import { newRun } from './run/new-run.ts'
import { nextMatching } from './run/schedule.ts'
import { getDone, getRun, getWhole, runLine, runView, stateOf } from './run-view.ts'
import { idAfter, vacanciesOfRun, vacancyMatch } from './vacancy-match.ts'

const PAGE = 50
type PeopleQuery = Input<typeof matchingApi.listMatchPeople>['query']
export type MatchingGiven = Pick<PeopleGiven, 'defaults' | 'plan'> & {
  asJob: Door['asJob']
  jobs: Pick<MatchingJobs, 'nudge' | 'stopped'>
}

/** Runs of matching: asked for, watched, stopped, computed again; and what they propose to whom, within the post's area. */
export function matchingHandlers(given: MatchingGiven): Handlers<typeof matchingApi, Ctx> {
  return { ...runHandlers(given), ...resultHandlers() }
}

type Acts = 'listMatchRuns' | 'startMatchRun' | 'getMatchRun' | 'stopMatchRun' | 'replayMatchRun'

function runHandlers({ defaults, plan, asJob, jobs }: MatchingGiven): Pick<Handlers<typeof matchingApi, Ctx>, Acts> {
  return {
    listMatchRuns: async ({ query }, ctx) => {
      const { on } = await defaults()
      return ctx.asPost(async (tx) => {
        const limit = query.limit ?? PAGE
        const rows = await runsBefore(tx, query.after === undefined ? null : idAfter(query.after), limit + 1)
        const names = await areaNames(tx)
        return {
          runs: rows.slice(0, limit).map((row) => runLine(row, names, ctx.now)),
          next: rows.length > limit ? String(rows[limit - 1]!.id) : null,
          ...rulesNow(),
          keptDays: keptDaysOn(plan(), on),
          ...(await nextMatching(tx, ctx.now)),
        }
      })
    },
    startMatchRun: async ({ body }, ctx) => {
      const { on, plan: key } = { on: (await defaults()).on, plan: plan().key }
      if (body.settings.on !== undefined && !isDay(body.settings.on)) refuseDay()
      // Whoever was killed does not keep others out.
      await asJob((tx) => endAbandoned(tx, ctx.now, false))
      const area = ctx.post.area ?? CITY
      const by = {
        ...{ officer_id: ctx.officer.id, officer_name: ctx.officer.name },
        ...{ post_id: ctx.post.id, post_title: ctx.post.title },
      }
      const run = newRun(body.settings, { plan: key, area, on, cause: 'hand', by, now: ctx.now })
      const started = await act(ctx, 'startMatchRun', { body }, async (tx) => {
        const id = (await insertRun(tx, run)) ?? refuseUnderWay()
        await noteAct(tx, ctx, id, area, `started for ${run.on_day}, ${run.people}, seed ${run.seed}`)
        return { id }
      })
      jobs.nudge()
      return started
    },
    getMatchRun: ({ params }, ctx) =>
      ctx.asPost(async (tx) => runView(tx, await getRun(tx, params.id), await areaNames(tx), ctx.now)),
    stopMatchRun: async ({ params, body }, ctx) => {
      const stopped = await act(ctx, 'stopMatchRun', { params, body }, async (tx) => {
        const row = await getRun(tx, params.id)
        refuseAnothers(ctx, row.frame_area)
        if (!['waiting', 'running', 'stopping'].includes(stateOf(row, ctx.now))) refuseEnded()
        await askToStop(tx, row.id, ctx.now)
        await noteAct(tx, ctx, row.id, row.frame_area, 'stopped')
        return { id: row.id }
      })
      await jobs.stopped()
      return stopped
    },
    replayMatchRun: async ({ params, body }, ctx) => {
      const asked = await act(ctx, 'replayMatchRun', { params, body }, async (tx) => {
        const row = await getDone(tx, params.id)
        refuseAnothers(ctx, row.frame_area)
        await askToReplay(tx, row.id, ctx.now)
        await noteAct(tx, ctx, row.id, row.frame_area, 'computed again')
        return { id: row.id }
      })
      jobs.nudge()
      return asked
    },
  }
}

function resultHandlers(): Omit<Handlers<typeof matchingApi, Ctx>, Acts> {
  return {
    getMatchResult: ({ params, query }, ctx) =>
      ctx.asPost(async (tx) => {
        const row = await getWhole(tx, params.id)
        return resultView(tx, row, areaAsked(ctx, query.area), await areaNames(tx))
      }),
    listMatchPeople: ({ params, query }, ctx) => ctx.asPost((tx) => listPeople(tx, ctx, params.id, query)),
    listMatchVacancies: ({ params, query }, ctx) =>
      ctx.asPost(async (tx) => vacanciesOfRun(tx, await getDone(tx, params.id), query)),
    getPersonMatch: ({ params, query }, ctx) =>
      ctx.asPost(async (tx) => {
        const person = await getPerson(tx, params.id)
        const found = await lastRun(tx, person.area, query.run ?? null)
        const run = found && (await getDone(tx, found.id))
        const object = { kind: 'person', county: person.county, area: person.area, id: person.id }
        await recordRead(tx, ctx.actor, { action: 'people.read', object, detail: 'match', rows: 1 })
        const result = (run && (await personMatch(tx, run, person))) ?? null
        const ids = result?.company?.people.map((each) => each.person) ?? []
        const companions = { object: { kind: 'person', ids }, detail: 'company of the match', rows: ids.length }
        if (ids.length > 0) await recordRead(tx, ctx.actor, { action: 'people.list', ...companions })
        return { run: runTold(found), result }
      }),
    getVacancyMatch: ({ params, query }, ctx) =>
      ctx.asPost(async (tx) => {
        const found = await lastRun(tx, ctx.post.area ?? CITY, query.run ?? null)
        const run = found && (await getDone(tx, found.id))
        const result = (run && (await vacancyMatch(tx, run, params.id, query))) ?? null
        const ids = result?.people.map(({ person }) => person) ?? []
        const detail = `match of vacancy ${params.id}`
        await recordRead(tx, ctx.actor, {
          ...{ action: 'people.list', object: { kind: 'person', ids }, detail, rows: ids.length },
        })
        return { run: runTold(found), result }
      }),
  }
}

function rulesNow() {
  const [weights, tiers] = [shippedWeights(), shippedTiers()]
  const rules = [...tiers.tiers.map(({ where }) => where), null]
  return {
    weights: { version: weights.version, assumption: weights.assumption },
    tiers: {
      ...{ version: tiers.version, assumption: tiers.assumption },
      tiers: rules.map((where, at) => ({ tier: at + 1, name: tierName(tiers, at + 1), where })),
    },
  }
}

async function listPeople(tx: Tx, ctx: Ctx, id: number, query: PeopleQuery) {
  const row = await getWhole(tx, id)
  const { part, reason, tier, occupation, after, limit = PAGE } = query
  const found = await peopleOf(tx, row.id, {
    ...{ within: subtree(areaAsked(ctx, query.area)), part, reason, tier },
    ...{ occupation: occupation === 'none' ? null : occupation, after: idAfter(after), limit: limit + 1 },
  })
  const names = await areaNames(tx)
  const tiers = row.tiers as ReturnType<typeof shippedTiers>
  const people = found.slice(0, limit).map((each) => ({
    ...{ person: each.person_id, name: each.name ?? '—', areaName: names.pathOf(each.area), asked: each.asked },
    ...{ tier: { tier: each.tier, name: tierName(tiers, each.tier) }, occupation: occupationView(each.occupation) },
    reason: (each.reason as PeopleQuery['reason'] | null) ?? null,
    vacancy: each.vacancy === null ? null : { id: each.vacancy, title: each.title!, employer: each.employer! },
  }))
  const ids = people.map(({ person }) => person)
  await recordRead(tx, ctx.actor, {
    ...{
      action: 'people.list',
      object: { kind: 'person', ids },
      detail: `people of match run ${id}`,
      rows: ids.length,
    },
  })
  return { people, next: found.length > limit ? String(people.at(-1)!.person) : null }
}

/** Once for its client id, in one transaction with its line in the log. */
const act = <T>(
  ctx: Ctx,
  name: string,
  asked: { params?: object; body: { clientId: string } },
  run: (tx: Tx) => Promise<T>,
) =>
  ctx.asPost((tx) =>
    once(tx, { clientId: asked.body.clientId, post: ctx.post.id, name, body: asked, now: ctx.now }, () => run(tx)),
  )

const noteAct = (tx: Tx, ctx: Ctx, id: number, area: number, detail: string) =>
  recordWrite(tx, ctx.actor, { action: 'jobs.match', object: { kind: 'match_run', id, area }, detail })

/** The area asked for, or the post's own; what lies outside the post has nobody to show. */
function areaAsked(ctx: Ctx, area: number | undefined): number {
  const own = ctx.post.area ?? CITY
  if (area !== undefined && !inScope(ctx.post.scope, area)) refuseOutside(area)
  return area ?? own
}

function refuseAnothers(ctx: Ctx, frame: number): void {
  if (inScope(ctx.post.scope, frame)) return
  fail(
    'jobs.run.anothers',
    {
      zh: '这次匹配的范围大于当前岗位的辖区，请由上级岗位停止或重算。',
      en: 'The match run covers more than this post’s area: ask the post above to stop it or to compute it again.',
    },
    { status: 409 },
  )
}

function refuseOutside(area: number): never {
  fail(
    'jobs.run.outside',
    {
      zh: '这个地方不在当前岗位的范围内。请从本辖区的结果打开，或切换岗位。',
      en: 'This area lies outside the post. Open it from the results of your own area, or change posts.',
    },
    { status: 404, where: { area } },
  )
}

function refuseUnderWay(): never {
  return fail(
    'jobs.run.underWay',
    {
      zh: '已有一次匹配在排队或运行，本次没有开始。请等它完成，或先停止它。',
      en: 'A match run waits or goes on already; nothing was started. Wait until it is done, or stop it first.',
    },
    { status: 409 },
  )
}

function refuseEnded(): never {
  return fail(
    'jobs.run.ended',
    { zh: '这次匹配已经结束，不用再停止。', en: 'The match run has ended already; there is nothing to stop.' },
    { status: 409 },
  )
}

function refuseDay(): never {
  return fail(
    'jobs.run.day',
    { zh: '日期应写作 2021-09-17。请改正后再开始。', en: 'A day is written 2021-09-17. Correct it and start again.' },
    { status: 422, where: { field: 'on' } },
  )
}
