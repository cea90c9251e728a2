import { withinScope } from '#domain/access/scope.ts'
import { fail } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import type { roundApi } from '#domain/casework/round.api.ts'
import { levelOf } from '#domain/places/area.ts'
import { TODAY } from '#domain/places/division.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { partKey, partRule, type Round, roundParts } from '#domain/plan/round.ts'
import type { Clocks, Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import { readQuestion } from '../../people/list/question.ts'
import { compiledRule, ruleSql } from '../../people/why/compiled.ts'
import { isDetermined } from '../../people/why/determined.sql.ts'
import { viewArea } from '../../places/area-view.ts'
import { divisionMap, resolveArea } from '../../places/resolve-area.ts'
import { countedByFile, countedByRule, countedByTown, type Place, type PlaceCount } from './round-coverage.sql.ts'
import { getRound, viewRound } from './round-view.ts'

type Counts = Reply<typeof roundApi.getRoundCoverage>['total']
const COUNTED = [...roundParts, 'changed'] as const
const CITY = 500_000_000_000
const NOTHING: Counts = { belongs: 0, open: 0, tried: 0, reported: 0, verified: 0, changed: 0, unknown: 0 }

/**
 * How far the round is, by the areas below one, or of a village itself. Only what the post may see is counted; each number is
 * that of the list behind it, because both come of the same rule.
 */
export async function roundCoverage(
  tx: Tx,
  query: Input<typeof roundApi.getRoundCoverage>['query'],
  ctx: Pick<Ctx, 'now' | 'post'>,
  given: PeopleGiven,
): Promise<Reply<typeof roundApi.getRoundCoverage>> {
  const plan = given.plan()
  const round = getRound(plan)
  const { clocks, asOf } = await readQuestion(tx, query, { today: (await given.defaults()).on, now: ctx.now })
  const area = query.area ?? ctx.post.area ?? CITY
  const map = await divisionMap(tx, asOf.division)
  // One's own area may be younger than the day: it is then read on today's division.
  const division = query.area === undefined && !map.has(area) ? TODAY : asOf.division
  for (const interval of await resolveArea(tx, area, division))
    if (!withinScope(ctx.post.scope, interval)) refuseOutside(area)
  const { area: self, children } = await viewArea(tx, area, division)
  const below = children.length > 0 ? children : [self]
  const places: Place[] = []
  for (const { code } of below) places.push({ code, intervals: await resolveArea(tx, code, division) })
  const counts = await countsOf(tx, plan, round, places, clocks)
  const areas = below.map(({ code, name }) => ({ area: code, areaName: name, ...(counts.get(code) ?? NOTHING) }))
  return {
    asOf: { ...asOf, division },
    round: viewRound(round, asOf.on),
    area,
    total: areas.reduce(plus, NOTHING),
    areas,
  }
}

async function countsOf(tx: Tx, plan: Plan, round: Round, places: Place[], clocks: Clocks) {
  const keys = COUNTED.map((part) => partKey(round, part))
  const counted = async (): Promise<PlaceCount[]> => {
    if (!(await isDetermined(tx, plan.key, clocks)))
      return countedByRule(tx, places, exactRules(plan, round, clocks), clocks)
    const villages = places.every(({ code }) => levelOf(code) === 4)
    return (villages ? countedByFile : countedByTown)(tx, places, keys)
  }
  const byPlace = Map.groupBy(await counted(), ({ code }) => code)
  return new Map([...byPlace].map(([code, rows]) => [code, partsOf(round, rows)]))
}

const exactRules = (plan: Plan, round: Round, clocks: Clocks): [string, string][] =>
  COUNTED.map((part) => {
    const rule = compiledRule(plan, 'person', partRule(round, part), clocks.on)
    return [partKey(round, part), ruleSql(rule, clocks, { alias: 'p', truthy: false })]
  })

/** Everybody who belongs is in one part; of whom that cannot be told, all that is asked stays open. */
function partsOf(round: Round, rows: readonly PlaceCount[]): Counts {
  const of = (part: (typeof COUNTED)[number]) => rows.find(({ predicate }) => predicate === partKey(round, part))
  const [open = 0, tried = 0, reported = 0, verified = 0, changed = 0] = COUNTED.map((part) => of(part)?.yes)
  const belongs = open + tried + reported + verified
  return { belongs, open, tried, reported, verified, changed, unknown: of('open')?.unknown ?? 0 }
}

const plus = (a: Counts, b: Counts): Counts => ({
  belongs: a.belongs + b.belongs,
  open: a.open + b.open,
  tried: a.tried + b.tried,
  reported: a.reported + b.reported,
  verified: a.verified + b.verified,
  changed: a.changed + b.changed,
  unknown: a.unknown + b.unknown,
})

function refuseOutside(area: number): never {
  fail(
    'casework.area.outside',
    {
      zh: '该区划不在当前岗位范围内。请切换岗位，或查看本岗位所在区划。',
      en: 'This area lies outside your post. Change posts, or look at your own area.',
    },
    { status: 403, where: { area } },
  )
}
