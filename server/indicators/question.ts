import { withinScope } from '#domain/access/scope.ts'
import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Interval } from '#domain/places/area.ts'
import { TODAY } from '#domain/places/division.ts'
import type { Indicator, Plan } from '#domain/plan/indicator.ts'
import type { Clocks, Ctx } from '../context.ts'
import type { Tx } from '../db.ts'
import { chooseDivision } from '../places/choose-division.ts'
import { divisionMap, resolveArea } from '../places/resolve-area.ts'
import { getPlan } from '../plan/get-plan.ts'
import { getFrozen, planAsReported } from './closing/reported.ts'
import type { FigureRuns, Run } from './figure-run.ts'

export type FiguresGiven = {
  plans: ReadonlyMap<string, Plan>
  runs: FigureRuns
  /** What is asked where a question leaves it out. */
  defaults(): Promise<{ on: string; plan: string }>
}
export type Asked = {
  plan?: string
  area?: number
  on?: string
  knownAt?: string
  division?: string
  /** As reported: out of the snapshot of the month whose last day is `on`, its lists by the definitions and the knowledge of then. */
  reported?: boolean
}

/** A question about figures with everything it left out filled in, and allowed to the post that asks. */
export type Question = {
  plan: Plan
  area: number
  intervals: readonly Interval[]
  division: string
  run: Run
  clocks: Clocks
  /** Id of the snapshot that speaks instead of the run. */
  snapshot?: number
}
/** The same before any figure was asked of it. */
export type Place = Pick<Question, 'plan' | 'area' | 'intervals' | 'division'> & { on: string }
export type Asker = Pick<Ctx, 'asPost'> & { post: { area: number | null; scope: { lo: number; hi: number } } }

const CITY = 500_000_000_000

/** Fills in plan, day, division and area, and refuses what is unknown or outside the post. */
export async function placeAsked(given: FiguresGiven, asker: Asker, asked: Asked): Promise<Place> {
  const defaults = await given.defaults()
  const on = dayOf(asked.on ?? defaults.on)
  const plan = getPlan(given.plans, asked.plan ?? defaults.plan)
  const area = asked.area ?? asker.post.area ?? CITY
  const place = await asker.asPost((tx) =>
    placeOf(tx, { area, named: asked.division, on, chosen: asked.area !== undefined }),
  )
  for (const interval of place.intervals) if (!withinScope(asker.post.scope, interval)) refuseOutside(area)
  return { plan, area, ...place, on }
}

/** The same, with the run of that day and moment, counted now if nobody asked for it before. */
export async function questionOf(given: FiguresGiven, asker: Asker, asked: Asked): Promise<Question> {
  const { on, ...place } = await placeAsked(given, asker, asked)
  if (asked.reported) return reportedQuestion(asker, place, on)
  const run = await given.runs.get(place.plan, on, asked.knownAt)
  return { ...place, run, clocks: { on, knownAt: run.isNow ? null : run.knownAt } }
}

/** Nothing is counted: the figures are those that were frozen, and the lists are read as of the moment they speak from. */
const reportedQuestion = (asker: Asker, place: Omit<Place, 'on'>, on: string): Promise<Question> =>
  asker.asPost(async (tx) => {
    const { snapshot } = await getFrozen(tx, place.plan.key, on)
    const plan = await planAsReported(tx, place.plan, snapshot)
    const run = { id: 0, on, knownAt: snapshot.known_at, isNow: false }
    return { ...place, plan, run, clocks: { on, knownAt: snapshot.known_at }, snapshot: snapshot.id }
  })

type PlaceAsked = { area: number; named: string | undefined; on: string; chosen: boolean }

/** One's own area may be younger than the day: it is then read on today's division. */
async function placeOf(tx: Tx, { area, named, on, chosen }: PlaceAsked) {
  const division = await chooseDivision(tx, named, on)
  const own = !chosen && named === undefined && !(await divisionMap(tx, division)).has(area)
  const read = own ? TODAY : division
  return { division: read, intervals: await resolveArea(tx, area, read) }
}

export function indicatorOf(plan: Plan, key: string): Indicator {
  const found = plan.indicators.find((each) => each.key === key)
  if (found) return found
  const near = plan.indicators.filter((each) => each.key.includes(key.slice(0, 5))).map((each) => each.key)
  return fail(
    'indicators.indicator.unknown',
    {
      zh: `方案中没有指标“${key}”${near.length ? `；相近的有：${near.join('、')}` : ''}。`,
      en: `The plan has no indicator “${key}”${near.length ? `; near: ${near.join(', ')}` : ''}.`,
    },
    { status: 404 },
  )
}

function dayOf(text: string): string {
  if (isDay(text)) return text
  return fail(
    'indicators.day.unknown',
    { zh: `没有 ${text} 这一天，请按 2021-09-17 的写法。`, en: `There is no day ${text}; write it like 2021-09-17.` },
    { where: { on: text } },
  )
}

function refuseOutside(area: number): never {
  fail(
    'indicators.area.outside',
    {
      zh: '该区划不在当前岗位范围内。请切换岗位，或查看本岗位所在区划。',
      en: 'This area lies outside your post. Change posts, or look at your own area.',
    },
    { status: 403, where: { area } },
  )
}
