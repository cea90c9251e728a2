import type { Words } from '../../base/fail.ts'
import { type AreaCode, levelOf, parentOf } from '../../places/area.ts'
import type { UnitLevel } from './month.ts'

/**
 * Where a unit stands with its figures of a month, derived from dated lines and never typed.
 * waiting: a unit below has not confirmed; ready: its turn; confirmed; sent_back: the figures were found wrong and are the same still.
 */
export type UnitState = 'waiting' | 'ready' | 'confirmed' | 'sent_back'
export type UnitAct = 'confirm' | 'confirm_in_place' | 'send_back'
/** A line of approval: of which unit's figures, told by their hash. */
export type ApprovalLine = { area: AreaCode; act: 'confirmed' | 'sent_back'; hash: string }
/** A unit of a snapshot: an area in which something was counted. */
export type Unit = { area: AreaCode; hash: string }

export const unitStateWords: Record<UnitState, Words> = {
  waiting: { zh: '待下级确认', en: 'waiting for units below' },
  ready: { zh: '待本级确认', en: 'to be confirmed' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  sent_back: { zh: '已退回', en: 'sent back' },
}

/** What may be done in a state, and the state it leads to. The server refuses what is not here; the screen offers what is. */
export const transitions: Record<UnitState, Partial<Record<UnitAct, UnitState>>> = {
  waiting: { confirm_in_place: 'confirmed', send_back: 'sent_back' },
  ready: { confirm: 'confirmed', confirm_in_place: 'confirmed', send_back: 'sent_back' },
  confirmed: { send_back: 'sent_back' },
  sent_back: { confirm: 'confirmed', confirm_in_place: 'confirmed' },
}

const LEVELS: UnitLevel[] = ['city', 'county', 'town', 'village']
export const unitLevel = (area: AreaCode): UnitLevel => LEVELS[levelOf(area) - 1]!

/** Units by the unit they lie in; one whose town has no row of its own hangs on the county. */
export function childrenOf(units: readonly Unit[]): Map<AreaCode, Unit[]> {
  const known = new Set(units.map(({ area }) => area))
  const below = new Map<AreaCode, Unit[]>()
  for (const unit of units) {
    let parent = parentOf(unit.area)
    while (parent !== null && !known.has(parent)) parent = parentOf(parent)
    if (parent !== null) below.set(parent, [...(below.get(parent) ?? []), unit])
  }
  return below
}

/**
 * The state of every unit. `lines` oldest first, over all editions of the month: a line holds for as long as the figures it
 * spoke of are the figures of the unit, so what did not change in a new edition need not be confirmed again.
 */
export function unitStates(units: readonly Unit[], lines: readonly ApprovalLine[]): Map<AreaCode, UnitState> {
  const below = childrenOf(units)
  const last = new Map<AreaCode, ApprovalLine['act']>()
  const hashes = new Map(units.map(({ area, hash }) => [area, hash]))
  for (const { area, act, hash } of lines) if (hashes.get(area) === hash) last.set(area, act)
  const states = new Map<AreaCode, UnitState>()
  const lowestFirst = units.toSorted((a, b) => levelOf(b.area) - levelOf(a.area))
  for (const { area } of lowestFirst) {
    const complete = (below.get(area) ?? []).every((unit) => states.get(unit.area) === 'confirmed')
    states.set(area, stateOf(last.get(area), complete))
  }
  return states
}

function stateOf(last: ApprovalLine['act'] | undefined, complete: boolean): UnitState {
  if (last === 'sent_back') return 'sent_back'
  if (!complete) return 'waiting'
  return last === 'confirmed' ? 'confirmed' : 'ready'
}

/** The units below an area that have not confirmed, the lowest first: whom a confirmation in place stands for. */
export function outstandingBelow(
  units: readonly Unit[],
  states: ReadonlyMap<AreaCode, UnitState>,
  area: AreaCode,
): Unit[] {
  const below = childrenOf(units)
  const found: Unit[] = []
  const visit = (at: AreaCode) => {
    for (const unit of below.get(at) ?? []) {
      visit(unit.area)
      if (states.get(unit.area) !== 'confirmed') found.push(unit)
    }
  }
  visit(area)
  return found
}

/** Where a month stands. */
export type MonthState = 'open' | 'frozen' | 'sent_back' | 'ready' | 'closed'
/** `own`: the states of the units one sees; `top` that of the highest of them. */
export function monthState(
  closed: boolean,
  states: ReadonlyMap<AreaCode, UnitState> | undefined,
  top: AreaCode,
): MonthState {
  if (closed) return 'closed'
  if (!states) return 'open'
  if ([...states.values()].includes('sent_back')) return 'sent_back'
  return unitLevel(top) === 'city' && states.get(top) === 'ready' ? 'ready' : 'frozen'
}
