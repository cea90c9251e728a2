import { hash } from 'node:crypto'
import type { ApprovalRow, ClosingRow, SnapshotRow } from '#db/types.ts'
import { fail } from '#domain/base/fail.ts'
import { canonical } from '#domain/indicators/closing/canonical.ts'
import {
  type Definitions,
  definitionsOf,
  definitionText,
  planAsDefined,
} from '#domain/indicators/closing/definitions.ts'
import { lastDay, type Month } from '#domain/indicators/closing/month.ts'
import type { MonthState, UnitState } from '#domain/indicators/closing/unit-state.ts'
import type { Tally } from '#domain/indicators/tally.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Indicator, Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '../../db.ts'
import { sm3 } from './seal.ts'
import { findClosing, findDefinition, frozenTallies, newestSnapshots } from './snapshot.sql.ts'
import { unitsOf } from './units.ts'

/** The edition of a month that counts: the one that was closed, else the newest. */
export type Frozen = { snapshot: SnapshotRow; closing: ClosingRow | undefined }

/** Until a month is closed the newest edition speaks for it; a closed month has no newer one. */
export async function findFrozen(tx: Tx, plan: string, on: string): Promise<Frozen | undefined> {
  const [snapshot] = await newestSnapshots(tx, plan, on)
  return snapshot && { snapshot, closing: await findClosing(tx, plan, on) }
}

export async function getFrozen(tx: Tx, plan: string, on: string): Promise<Frozen> {
  const month = on.slice(0, 7)
  return (
    (await findFrozen(tx, plan, on)) ??
    fail(
      'closing.month.notFrozen',
      {
        zh: `${month} 的数字还没有冻结，没有报告口径。请由市级先冻结，或改看“现在所知”。`,
        en: `The figures of ${month} are not frozen yet, so nothing is reported. The city freezes them first; or look at what is known now.`,
      },
      { status: 404, where: { month } },
    )
  )
}

const catalogueHash = hash('sm3', JSON.stringify(catalogue), 'hex')
export const currentDefinitions = (plan: Plan): Definitions => definitionsOf(plan, catalogueHash)

const kept = new Map<string, { today: Plan; then: Plan }>()
/** The plan as its indicators were defined for a snapshot; kept, so that its rules are compiled once. */
export async function planAsReported(tx: Tx, plan: Plan, { definition }: SnapshotRow): Promise<Plan> {
  const known = kept.get(definition)
  if (known?.today === plan) return known.then
  const text = await findDefinition(tx, definition)
  const then =
    text === canonical(currentDefinitions(plan)) ? plan : planAsDefined(plan, JSON.parse(text) as Definitions)
  kept.set(definition, { today: plan, then })
  return then
}

/** Told apart by everything that decides what an indicator counts on a day. */
export const definitionHash = (plan: Plan, indicator: string, on: string): string =>
  sm3(definitionText(plan, indicator, on))

type ReportedFigure = {
  indicator: Indicator
  /** What was counted; zeros are left out. */
  tally: Tally
  /** SM3 of the indicator's definition and the parameters in force on the day. */
  definition: string
}
export type Reported = {
  month: Month
  on: string
  area: number
  division: string
  /** The moment of knowledge, when it was frozen, and when the city closed it. */
  knownAt: string
  frozenAt: string
  closedAt: string | null
  edition: number
  state: Extract<MonthState, 'frozen' | 'closed'>
  /** Of this area's figures; null where nothing was counted in it. */
  hash: string | null
  /** Chained over all areas. */
  seal: string
  figures: ReportedFigure[]
  /** Where the unit itself stands, and the lines that say so, oldest first; null where it is no unit of the division that confirms. */
  unit: { state: UnitState; lines: ApprovalRow[] } | null
  /** The plan by whose definitions it was counted. */
  plan: Plan
}

/**
 * The figures of an area as they were frozen for a month: definition, hash, and how far their approval has come.
 * `division` left out: that of the units. Refuses (404) a month that is not frozen. Reads under the scope of `tx`.
 */
export async function reportedFigures(
  tx: Tx,
  plan: Plan,
  month: Month,
  area: number,
  division?: string,
): Promise<Reported> {
  const on = lastDay(month)
  const frozen = await getFrozen(tx, plan.key, on)
  const { snapshot, closing } = frozen
  const read = division ?? snapshot.unit_division
  const own = (await frozenTallies(tx, snapshot.id, read, [area])).get(area)
  const then = await planAsReported(tx, plan, snapshot)
  const units = await unitsOf(tx, snapshot)
  const state = units.states.get(area)
  return {
    ...{ month, on, area, division: read, plan: then },
    ...{ knownAt: snapshot.known_at, frozenAt: snapshot.frozen_at, edition: snapshot.edition, seal: snapshot.seal },
    closedAt: closing?.closed_at ?? null,
    state: closing ? 'closed' : 'frozen',
    hash: own?.hash ?? null,
    figures: then.indicators.map((indicator) => ({
      indicator,
      tally: own?.tallies[indicator.key] ?? {},
      definition: definitionHash(then, indicator.key, on),
    })),
    unit: state ? { state, lines: units.lines.filter((line) => line.area === area) } : null,
  }
}
