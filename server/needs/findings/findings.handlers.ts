import { addDays, type Day } from '#domain/base/date.ts'
import type { Handlers, Input } from '#domain/base/route.ts'
import type { needsApi } from '#domain/needs/needs.api.ts'
import { levelOf, subtree } from '#domain/places/area.ts'
import { recordRead } from '../../access/audit.ts'
import { dayInChina } from '../../access/session.ts'
import type { Ctx } from '../../context.ts'
import { cursorOf, readCursor } from '../../people/list/cursor.ts'
import { personLines } from '../../people/list/person-line.ts'
import { areaNames } from '../../places/area-names.ts'
import { countFound } from '../count-found.sql.ts'
import { findingRules } from '../finding-rules.ts'
import { fileFindings } from './file-findings.ts'
import { countsByArea, flowByPeriod, flowByRule, waivedByRule } from './finding-counts.sql.ts'
import { foundKeys } from './finding-people.sql.ts'
import { CITY, type FindingsGiven, getFinding } from './findings-given.ts'

type Routes = Pick<
  typeof needsApi,
  'listFindings' | 'listFindingAreas' | 'listFindingTrend' | 'listFindingPeople' | 'listFileFindings'
>
const PAGE = 50
const DAYS_SHOWN = 31
const MONTHS_SHOWN = 13

/** Findings counted and listed under the scope of the acting post, waived ones apart. Acts run on the calendar, rules on the day shown. */
export function findingsHandlers(given: FindingsGiven): Handlers<Routes, Ctx> {
  return {
    listFindings: async ({ query }, ctx) => {
      const { interval, level } = placeOf(query, ctx)
      const rules = findingRules(given.planOf(query.plan), given.on())
      const today = dayInChina(ctx.now)
      const { counts, waived, flow } = await ctx.asPost(async (tx) => ({
        counts: (await countFound(tx, interval, level)).counts,
        waived: byKey(await waivedByRule(tx, interval, today)),
        flow: byKey(await flowByRule(tx, interval, monthOf(today))),
      }))
      const findings = rules.map(({ key, name, clause, severity, mend }) => {
        const { yes = 0, unknown = 0 } = counts.get(key) ?? {}
        const left = waived.get(key)?.waived ?? 0
        const { found = 0, mended = 0 } = flow.get(key) ?? {}
        return { key, name, clause, severity, mend, open: yes - left, waived: left, unknown, found, mended }
      })
      return { findings }
    },
    listFindingAreas: async ({ query }, ctx) => {
      const { interval, level } = placeOf(query, ctx)
      const today = dayInChina(ctx.now)
      const asked = { interval, keys: keysOf(given, query), today, since: monthOf(today) }
      const { rows, names } = await ctx.asPost(async (tx) => ({
        rows: await countsByArea(tx, level, asked),
        names: await areaNames(tx),
      }))
      return { areas: rows.map((row) => ({ ...row, areaName: names.nameOf(row.area) })) }
    },
    listFindingTrend: ({ query }, ctx) => trend(given, query, ctx),
    listFindingPeople: (input, ctx) => peopleWith(given, input, ctx),
    listFileFindings: ({ params }, ctx) => ctx.asPost((tx) => fileFindings(tx, params.id, given, ctx)),
  }
}

type Where = { plan?: string; area?: number; finding?: string }

function placeOf(query: Where, ctx: Ctx) {
  const area = query.area ?? ctx.post.area ?? CITY
  return { level: levelOf(area), interval: subtree(area) }
}
const keysOf = (given: FindingsGiven, { plan, finding }: Where): string[] =>
  finding === undefined
    ? findingRules(given.planOf(plan), given.on()).map(({ key }) => key)
    : [getFinding(given, plan, finding).key]

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`
const byKey = <T extends { predicate: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.predicate, row]))

/** Back from what is open now: what came and went after a day is taken off again. */
async function trend(given: FindingsGiven, query: Input<Routes['listFindingTrend']>['query'], ctx: Ctx) {
  const { interval, level } = placeOf(query, ctx)
  const keys = keysOf(given, query)
  const today = dayInChina(ctx.now)
  const by = query.by ?? 'day'
  const from = by === 'day' ? addDays(today, 1 - DAYS_SHOWN) : monthsBefore(today, MONTHS_SHOWN - 1)
  const { counts, periods } = await ctx.asPost(async (tx) => ({
    counts: (await countFound(tx, interval, level)).counts,
    periods: await flowByPeriod(tx, { interval, keys, today }, { from, by }),
  }))
  let held = keys.reduce((sum, key) => sum + (counts.get(key)?.yes ?? 0), 0)
  const points = periods.toReversed().map(({ on, found, mended, redrawn, waived }) => {
    const point = { on, found, mended, waived, open: held - waived }
    held -= found - mended + redrawn
    return point
  })
  return { points: points.toReversed() }
}

function monthsBefore(day: Day, months: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

async function peopleWith(given: FindingsGiven, { params, query }: Input<Routes['listFindingPeople']>, ctx: Ctx) {
  const { interval } = placeOf(query, ctx)
  const { key } = getFinding(given, query.plan, params.finding)
  const state = query.state ?? 'open'
  const limit = query.limit ?? PAGE
  return ctx.asPost(async (tx) => {
    const after = readCursor(query.after)
    const today = dayInChina(ctx.now)
    const found = await foundKeys(tx, { interval, key, state, today, after, limit: limit + 1 })
    const keys = found.slice(0, limit)
    const lines = await personLines(tx, keys, { on: given.on(), knownAt: null })
    const byId = new Map(keys.map((each) => [each.id, each]))
    await recordRead(tx, ctx.actor, {
      action: 'people.list',
      object: { kind: 'person', ids: keys.map(({ id }) => id), area: interval.lo },
      detail: `finding ${key}, ${state}`,
      rows: lines.length,
    })
    const people = lines.map((person) => {
      const { since, waivedUntil } = byId.get(person.id)!
      return { person, since, waivedUntil }
    })
    return { people, next: found.length > limit ? cursorOf(keys.at(-1)!) : null }
  })
}
