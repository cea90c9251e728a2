import type { Reply } from '#domain/base/route.ts'
import type { closingApi } from '#domain/indicators/closing/closing.api.ts'
import { type RestatedReason, restatedReason } from '#domain/indicators/closing/reason.ts'
import type { Indicator } from '#domain/plan/indicator.ts'
import { type Actor, recordRead } from '../../access/audit.ts'
import type { Tx } from '../../db.ts'
import { personLines } from '../../people/list/person-line.ts'
import { areaNames } from '../../places/area-names.ts'
import { recordLines } from '../counted/record-line.ts'
import { sitesOf } from '../counted/site-line.ts'
import type { CountedKey } from '../indicator.sql.ts'
import { differingRecords, type Moved, type Pair } from './difference.sql.ts'
import { basisOf, cameAndWent, differingAreas, pairOf, type Restated, withinIntervals } from './restated.ts'
import { type Traced, trace } from './trace.ts'

type Answer = Reply<typeof closingApi.listRestated>
type Line = Answer['lines'][number]
type Asked = { part?: 'value' | 'of'; after?: string; limit?: number }
/** Reasons are told from the whole ledger: what moved out of the post's sight is still told as moved. */
export type AsJob = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

const LIMIT = 50

/** 更正的人: who and what came into a figure or left it since it was reported, page by page, each with its reason. */
export async function restatedLines(
  tx: Tx,
  asked: Restated,
  indicator: Indicator,
  { part, after, limit = LIMIT }: Asked,
  { actor, asJob }: { actor: Actor; asJob: AsJob },
): Promise<Answer> {
  const empty: Answer = { basis: basisOf(asked), record: indicator.counts, reasons: [], lines: [], next: null }
  const pair = pairOf(asked, indicator, part)
  if (!pair) return empty
  if (indicator.distinct) return { ...empty, record: 'area', lines: await areaLines(tx, pair, asked) }
  const { added, removed } = cameAndWent(
    await differingRecords(tx, pair, asked.intervals),
    withinIntervals(asked.intervals),
  )
  const all = [...removed, ...added]
  const traced = await asJob((job) => trace(job, pair, asked.intervals, all))
  const from = Number(/^\d{1,9}$/.exec(after ?? '')?.[0] ?? 0)
  const page = traced.slice(from, from + limit)
  const lines = await shown(tx, pair, indicator, page, new Set(added))
  await logged(tx, asked, indicator, lines, actor)
  return {
    ...empty,
    reasons: countReasons(traced, new Set(added.map(({ id }) => id))),
    lines,
    next: from + limit < traced.length ? String(from + limit) : null,
  }
}

function countReasons(traced: readonly Traced[], added: ReadonlySet<number>): Answer['reasons'] {
  const found = new Map<RestatedReason, { added: number; removed: number }>()
  for (const { id, reason } of traced) {
    const count = found.get(reason) ?? { added: 0, removed: 0 }
    count[added.has(id) ? 'added' : 'removed'] += 1
    found.set(reason, count)
  }
  return [...found]
    .map(([code, count]) => ({ code, words: restatedReason[code], ...count }))
    .toSorted((a, b) => b.added + b.removed - a.added - a.removed)
}

/** What came is shown as it is now, what left as it was when it was reported. */
async function shown(
  tx: Tx,
  pair: Pair,
  indicator: Indicator,
  page: readonly Traced[],
  added: ReadonlySet<Moved>,
): Promise<Line[]> {
  const came = new Set([...added].map(({ id }) => id))
  const sides = [
    { change: 'added' as const, of: page.filter(({ id }) => came.has(id)), knownAt: pair.hot ? null : pair.until },
    { change: 'removed' as const, of: page.filter(({ id }) => !came.has(id)), knownAt: pair.since },
  ]
  const lines = new Map<number, Line>()
  for (const { change, of, knownAt } of sides) {
    const keys = of.map(
      ({ county, id, was, now }): CountedKey => ({ county, id, area: (now ?? was)!, person_id: null }),
    )
    const found = await described(tx, indicator, keys, { on: pair.on, knownAt })
    for (const { id, reason, at } of of) {
      const nothing = { person: null, site: null, record: null, place: null }
      lines.set(id, {
        id,
        change,
        reason: { code: reason, words: restatedReason[reason], at },
        ...nothing,
        ...found.get(id),
      })
    }
  }
  return page.map(({ id }) => lines.get(id)!)
}

type Described = Partial<Pick<Line, 'person' | 'site' | 'record'>>

async function described(
  tx: Tx,
  { counts }: Indicator,
  keys: readonly CountedKey[],
  clocks: { on: string; knownAt: string | null },
): Promise<Map<number, Described>> {
  if (counts === 'person')
    return new Map((await personLines(tx, keys, clocks)).map((person) => [person.id, { person }]))
  if (counts === 'site') return new Map((await sitesOf(tx, keys, clocks)).map((site) => [site.id, { site }]))
  return new Map((await recordLines(tx, counts, keys, clocks)).map((record) => [record.id, { record }]))
}

/** The areas themselves were counted: those that hold a record now and held none, or the other way round. */
async function areaLines(tx: Tx, pair: Pair, asked: Restated): Promise<Line[]> {
  const { added, removed } = await differingAreas(tx, pair, asked)
  const names = await areaNames(tx)
  const code: RestatedReason = pair.same ? 'below' : 'definition'
  const line = (change: Line['change']) => (area: number) => ({
    ...{ id: area, change, reason: { code, words: restatedReason[code], at: null } },
    ...{ person: null, site: null, record: null, place: { code: area, name: names.pathOf(area) } },
  })
  return [...removed.map(line('removed')), ...added.map(line('added'))]
}

/** Who left a figure is read as much as who is in it. */
async function logged(tx: Tx, { area, month }: Restated, indicator: Indicator, lines: readonly Line[], actor: Actor) {
  const ids = lines.map(({ person, record }) => person?.id ?? record?.person?.id).filter((id) => id !== undefined)
  if (ids.length === 0) return
  await recordRead(tx, actor, {
    action: 'people.list',
    object: { kind: 'person', area, ids },
    detail: `restatement of ${month}, indicator ${indicator.key}`,
    rows: ids.length,
  })
}
