import type { Static } from 'typebox'
import type { ClosingRow, SnapshotRow } from '#db/types.ts'
import type { Reply } from '#domain/base/route.ts'
import type { closingApi } from '#domain/indicators/closing/closing.api.ts'
import { type DueDays, dueDays, lastDay, type Month, monthBefore, monthOf } from '#domain/indicators/closing/month.ts'
import { childrenOf, monthState, outstandingBelow, unitLevel } from '#domain/indicators/closing/unit-state.ts'
import { isUnusual, unusualPercent } from '#domain/indicators/closing/unusual.ts'
import { figureOf } from '#domain/indicators/figure.ts'
import type { FigureView } from '#domain/indicators/indicators.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '../../db.ts'
import { type AreaNames, areaNames } from '../../places/area-names.ts'
import { talliesOf } from '../figure-run.sql.ts'
import type { Run } from '../figure-run.ts'
import { actsOf } from './approve.ts'
import { type Frozen, findFrozen, planAsReported } from './reported.ts'
import { closingsOf, findClosing, frozenTallies, newestSnapshots } from './snapshot.sql.ts'
import { type Units, unitsOf } from './units.ts'

type MonthLine = Reply<typeof closingApi.listMonths>['months'][number]
type MonthView = Reply<typeof closingApi.getMonth>
type UnitView = NonNullable<MonthLine['mine']>

const CITY = 500_000_000_000
const NOBODY: Units = { units: [], states: new Map(), lines: [] }

/** Whose view it is: the post's own area, and today in the bureau's time zone. */
export type Viewer = { own: number; today: string }

/** The line of every month that was asked for; what is frozen and not closed is told from its dated lines. */
export async function monthLines(tx: Tx, plan: Plan, months: readonly Month[], viewer: Viewer): Promise<MonthLine[]> {
  const snapshots = new Map((await newestSnapshots(tx, plan.key)).map((row) => [row.on_day, row]))
  const closings = new Map((await closingsOf(tx, plan.key)).map((row) => [row.on_day, row]))
  const names = await areaNames(tx)
  const lines: MonthLine[] = []
  for (const month of months) {
    const snapshot = snapshots.get(lastDay(month))
    const closing = closings.get(lastDay(month))
    const units = snapshot && !closing ? await unitsOf(tx, snapshot) : NOBODY
    lines.push(lineOf(plan, month, { snapshot, closing, units }, viewer, names))
  }
  return lines
}

type Known = { snapshot: SnapshotRow | undefined; closing: ClosingRow | undefined; units: Units }

function lineOf(plan: Plan, month: Month, known: Known, viewer: Viewer, names: AreaNames): MonthLine {
  const { snapshot, closing, units } = known
  const states = snapshot ? units.states : undefined
  return {
    ...{ month, on: lastDay(month), closedAt: closing?.closed_at ?? null },
    state: monthState(closing !== undefined, states, viewer.own),
    snapshot: snapshot ? snapshotView(snapshot) : null,
    published: plan.published.some(({ on }) => monthOf(on) === month),
    mine: closing ? null : unitView(units, dueDays(plan, month), viewer, viewer.own, names),
    units: units.units.length,
    confirmed: [...units.states.values()].filter((state) => state === 'confirmed').length,
  }
}

export const snapshotView = (row: SnapshotRow): NonNullable<MonthLine['snapshot']> => ({
  ...{ edition: row.edition, knownAt: row.known_at, frozenAt: row.frozen_at, seal: row.seal },
  ...{ definition: row.definition, areas: row.areas, reread: row.reread },
})

function unitView(units: Units, due: DueDays, { own, today }: Viewer, area: number, names: AreaNames): UnitView | null {
  const unit = units.units.find((one) => one.area === area)
  const state = units.states.get(area)
  if (!unit || !state) return null
  const day = due[unitLevel(area)]
  return {
    ...{ area, areaName: names.nameOf(area), state, due: day, hash: unit.hash },
    overdue: day !== null && today > day && state !== 'confirmed',
    outstanding: outstandingBelow(units.units, units.states, area).length,
    acts: actsOf({ ...units, due, today }, own, area),
  }
}

/** Where the figures of the month before come from: what was reported, or a run of now as it was known when this month was frozen. */
export type Before = { month: Month; frozen: Frozen } | { month: Month; run: Run } | undefined

/**
 * The month before, as it was closed; undefined where it was not, and has to be counted. What was closed after the month itself does
 * not count: the bulletin of a closed month stays as it was.
 */
export async function findBefore(tx: Tx, plan: Plan, month: Month): Promise<Before> {
  const before = monthBefore(month)
  const frozen = await findFrozen(tx, plan.key, lastDay(before))
  const own = await findClosing(tx, plan.key, lastDay(month))
  if (!frozen?.closing || (own && Date.parse(own.closed_at) < Date.parse(frozen.closing.closed_at))) return undefined
  return { month: before, frozen }
}

type Asked = { plan: Plan; month: Month; area: number; before: Before }

/** One month for one unit of the division that confirms: what was frozen of it, what stands below it, what was said. */
export async function monthView(tx: Tx, { plan, month, area, before }: Asked, viewer: Viewer): Promise<MonthView> {
  const on = lastDay(month)
  const names = await areaNames(tx)
  const frozen = await findFrozen(tx, plan.key, on)
  const units = frozen ? await unitsOf(tx, frozen.snapshot) : NOBODY
  const known: Known = { snapshot: frozen?.snapshot, closing: frozen?.closing, units }
  const due = dueDays(plan, month)
  const view = (of: number) => unitView(units, due, viewer, of, names)
  const figures = frozen ? await figuresAt(tx, plan, frozen, on, area, names) : []
  const earlier = frozen && before ? await earlierFigures(tx, plan, before, frozen, area, names) : null
  const percent = unusualPercent(plan, on)
  const was = new Map(earlier?.figures.map((one) => [one.indicator, one.value]))
  const below = (childrenOf(units.units).get(area) ?? []).map((unit) => view(unit.area)!)
  const acts = frozen?.closing ? (one: UnitView): UnitView => ({ ...one, acts: [] }) : (one: UnitView) => one
  const own = view(area)
  return {
    line: lineOf(plan, month, known, viewer, names),
    ...{
      area,
      areaName: names.nameOf(area),
      unit: own && acts(own),
      figures,
      before: earlier,
      unusualPercent: percent,
    },
    unusual: figures
      .filter(({ indicator, value }) => isUnusual(value, was.get(indicator) ?? null, percent))
      .map(({ indicator }) => indicator),
    below: below.map(acts),
    lines: saidOf(units, area, names),
  }
}

/** What was said of the unit and of those directly below it, newest first. */
function saidOf({ units, lines }: Units, area: number, names: AreaNames): MonthView['lines'] {
  const shown = new Set([area, ...(childrenOf(units).get(area) ?? []).map((unit) => unit.area)])
  const hashes = new Map(units.map((unit) => [unit.area, unit.hash]))
  return lines
    .filter((line) => shown.has(line.area))
    .map((line) => ({
      ...{ area: line.area, areaName: names.nameOf(line.area), act: line.act, inPlace: line.in_place },
      ...{ reason: line.reason, at: line.acted_at, officer: line.officer_name, post: line.post_title },
      stands: hashes.get(line.area) === line.figures_hash,
    }))
    .toReversed()
}

type Figures = Static<typeof FigureView>[]

async function figuresAt(
  tx: Tx,
  plan: Plan,
  { snapshot }: Frozen,
  on: string,
  area: number,
  names: AreaNames,
): Promise<Figures> {
  const then = await planAsReported(tx, plan, snapshot)
  const own = (await frozenTallies(tx, snapshot.id, snapshot.unit_division, [area])).get(area)?.tallies ?? {}
  const place = { code: area, name: names.nameOf(area), isCity: area === CITY }
  return then.indicators.map((indicator) => figureOf(then, indicator, place, on, own[indicator.key] ?? {}))
}

async function earlierFigures(
  tx: Tx,
  plan: Plan,
  before: NonNullable<Before>,
  { snapshot }: Frozen,
  area: number,
  names: AreaNames,
): Promise<MonthView['before']> {
  const on = lastDay(before.month)
  const told = (figures: Figures) => figures.map(({ indicator, value, of }) => ({ indicator, value, of }))
  if ('frozen' in before) {
    const figures = await figuresAt(tx, plan, before.frozen, on, area, names)
    return { month: before.month, from: 'reported', figures: told(figures) }
  }
  const own = (await talliesOf(tx, before.run.id, snapshot.unit_division, [area])).get(area) ?? {}
  const place = { code: area, name: names.nameOf(area), isCity: area === CITY }
  const figures = plan.indicators.map((indicator) => figureOf(plan, indicator, place, on, own[indicator.key] ?? {}))
  return { month: before.month, from: 'counted', figures: told(figures) }
}
