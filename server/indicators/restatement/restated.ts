import type { Reply } from '#domain/base/route.ts'
import type { closingApi } from '#domain/indicators/closing/closing.api.ts'
import { lastDay, type Month } from '#domain/indicators/closing/month.ts'
import { monthState } from '#domain/indicators/closing/unit-state.ts'
import { distinctUnit } from '#domain/indicators/rollup.ts'
import type { Tally } from '#domain/indicators/tally.ts'
import type { Interval } from '#domain/places/area.ts'
import type { Indicator, Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '../../db.ts'
import { areaNames } from '../../places/area-names.ts'
import { definitionHash, type Frozen, planAsReported } from '../closing/reported.ts'
import { frozenTallies } from '../closing/snapshot.sql.ts'
import { placesOfDivision, talliesOf } from '../figure-run.sql.ts'
import type { Run } from '../figure-run.ts'
import { countedAreas } from '../indicator.sql.ts'
import { differingRecords, type Moved, type Pair } from './difference.sql.ts'

export type Line = Reply<typeof closingApi.listRestatements>['lines'][number]
export type Basis = Reply<typeof closingApi.listRestatements>['basis']

/** A closed (or frozen) month asked both ways, for an area the post may see. */
export type Restated = {
  plan: Plan
  /** The plan by whose definitions it was reported. */
  planThen: Plan
  month: Month
  frozen: Frozen
  run: Run
  area: number
  division: string
  intervals: readonly Interval[]
  /** See `Pair`. */
  changed: Map<string, number>
}

export async function openRestated(tx: Tx, given: Omit<Restated, 'planThen' | 'changed'>): Promise<Restated> {
  return { ...given, changed: new Map(), planThen: await planAsReported(tx, given.plan, given.frozen.snapshot) }
}

export const basisOf = ({ month, frozen, run, area, division }: Restated): Basis => ({
  ...{ month, on: lastDay(month), division, area },
  reportedAt: frozen.snapshot.known_at,
  knownAt: run.knownAt,
  state: monthState(frozen.closing !== undefined, new Map(), area),
})

/** The two rules of a figure and the moments between which they are compared; undefined where the plan no longer has it. */
export function pairOf(asked: Restated, then: Indicator, part: 'value' | 'of' = 'value'): Pair | undefined {
  const now = asked.plan.indicators.find(({ key }) => key === then.key)
  if (!now || then.median || now.median) return undefined
  const on = lastDay(asked.month)
  const same = definitionHash(asked.planThen, then.key, on) === definitionHash(asked.plan, then.key, on)
  return {
    ...{ was: { plan: asked.planThen, indicator: then }, is: { plan: asked.plan, indicator: now }, same, on, part },
    ...{ since: asked.frozen.snapshot.known_at, until: asked.run.knownAt, hot: asked.run.isNow },
    changed: asked.changed,
  }
}

export type Came = { added: number[]; removed: number[] }

/** Areas of the level counted that hold a record now and held none, or the other way round. */
export async function differingAreas(
  tx: Tx,
  pair: Pair,
  { division, intervals }: Pick<Restated, 'division' | 'intervals'>,
): Promise<Came> {
  const places = await placesOfDivision(tx, division)
  const unitsAt = async ({ plan, indicator }: Pair['was'], knownAt: string | null) => {
    const rows = await countedAreas(tx, plan, indicator, { on: pair.on, knownAt }, intervals)
    const held = new Set(rows.map(({ area }) => area))
    const units = places.filter(({ area }) => held.has(area)).map((place) => distinctUnit(indicator, place))
    return new Set(units.filter((unit): unit is number => unit !== undefined))
  }
  const was = await unitsAt(pair.was, pair.since)
  const now = await unitsAt(pair.is, pair.hot ? null : pair.until)
  const without = (from: Set<number>, other: Set<number>) => [...from].filter((unit) => !other.has(unit)).toSorted()
  return { added: without(now, was), removed: without(was, now) }
}

/** What came and went in an area: a record that only moved within it did neither. */
export const cameAndWent = (records: readonly Moved[], within: (area: number) => boolean) => {
  const inside = (area: number | null) => area !== null && within(area)
  return {
    added: records.filter(({ was, now }) => inside(now) && !inside(was)),
    removed: records.filter(({ was, now }) => inside(was) && !inside(now)),
  }
}

export const countsOf = ({ added, removed }: { added: readonly unknown[]; removed: readonly unknown[] }) => ({
  added: added.length,
  removed: removed.length,
})

/** Whether a code lies in one of the intervals. */
export const withinIntervals = (intervals: readonly Interval[]) => (area: number) =>
  intervals.some(({ lo, hi }) => area >= lo && area < hi)

const told = (tally: Tally, { median, of, ofAreas }: Indicator): Line['reported'] => ({
  value: median ? (tally.median ?? null) : (tally.value ?? 0),
  of: of || ofAreas ? (tally.of ?? 0) : null,
  sum: tally.sum ?? null,
})

/** Both figures of every area asked for, out of the snapshot and out of today's run. */
export async function bothFigures(tx: Tx, asked: Restated, areas: number[], indicators: readonly Indicator[]) {
  const { frozen, run, division, month } = asked
  const reported = await frozenTallies(tx, frozen.snapshot.id, division, areas)
  const now = await talliesOf(tx, run.id, division, areas)
  const names = await areaNames(tx)
  const on = lastDay(month)
  return areas.flatMap((area) =>
    indicators.map((indicator): Line => {
      const { key } = indicator
      return {
        ...{ indicator: key, area, areaName: names.nameOf(area), added: null, removed: null },
        reported: told(reported.get(area)?.tallies[key] ?? {}, indicator),
        now: told(now.get(area)?.[key] ?? {}, indicator),
        definitionChanged: definitionHash(asked.planThen, key, on) !== definitionHash(asked.plan, key, on),
      }
    }),
  )
}

/** How many came and went of one indicator in the area asked for; null where the value is no count of records. */
export async function cameIn(
  tx: Tx,
  asked: Restated,
  indicator: Indicator,
): Promise<{ added: number; removed: number } | null> {
  const pair = pairOf(asked, indicator)
  if (!pair) return null
  if (indicator.distinct) return countsOf(await differingAreas(tx, pair, asked))
  const records = await differingRecords(tx, pair, asked.intervals)
  return countsOf(cameAndWent(records, withinIntervals(asked.intervals)))
}
