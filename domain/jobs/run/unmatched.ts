import { eligibleOf } from '../engine/eligible.ts'
import type { Engine } from '../engine/engine.ts'
import { CONDITIONS, type Condition, unmet } from '../market/conditions.ts'
import type { Market } from '../market/market.ts'
import { relatedOccupations } from '../market/related.ts'

/**
 * Why a run gave somebody nothing: everything eligible went to people before them; without a birth date nobody is of working age; nothing they wish for is offered where they would go;
 * the one condition that, lifted, would open most; or no single one would open anything.
 */
export type UnmatchedReason = 'allFull' | 'birthNotKnown' | 'nothingOffered' | 'severalConditions' | Condition
export type Gap = { place: number; occupation: number; reason: UnmatchedReason; people: number }

/** Reason of every row of the market without an anchor, undefined for the others. */
export function unmatchedReasons(market: Market, engine: Engine, anchor: Int32Array): (UnmatchedReason | undefined)[] {
  const reasons = new Array<UnmatchedReason | undefined>(engine.order.length)
  const eligible = eligibleOf(engine)
  const cells = cellsOf(market)
  for (let position = 0; position < engine.order.length; position++) {
    if (anchor[position]! >= 0) continue
    const row = engine.order[position]!
    reasons[row] = eligible.find(position, 0) > 0 ? 'allFull' : barring(market, engine, cells, row)
  }
  return reasons
}

/** How many people of each home and first wish are without an anchor for each reason, the most first; -1 for who wished for nothing. */
export function gapsOf({ people }: Market, reasons: readonly (UnmatchedReason | undefined)[]): Gap[] {
  const gaps = new Map<string, Gap>()
  for (const [row, reason] of reasons.entries()) {
    if (reason === undefined) continue
    const wished = people.wishAt[row]! < people.wishAt[row + 1]! ? people.wish[people.wishAt[row]!]! : -1
    const key = `${people.home[row]} ${wished} ${reason}`
    const gap = gaps.get(key) ?? { place: people.home[row]!, occupation: wished, reason, people: 0 }
    gap.people++
    gaps.set(key, gap)
  }
  const byReason = (a: Gap, b: Gap) => (a.reason < b.reason ? -1 : 1)
  return [...gaps.values()].sort(
    (a, b) => b.people - a.people || a.place - b.place || a.occupation - b.occupation || byReason(a, b),
  )
}

function cellsOf({ vacancies, places }: Market): Map<number, number[]> {
  const cells = new Map<number, number[]>()
  for (let row = 0; row < vacancies.count; row++) {
    const cell = vacancies.occupation[row]! * places + vacancies.place[row]!
    if (cells.get(cell)?.push(row) === undefined) cells.set(cell, [row])
  }
  return cells
}

function barring(market: Market, { weights }: Engine, cells: Map<number, number[]>, row: number): UnmatchedReason {
  const { people, middleClass, places } = market
  if (people.age[row] === 0) return 'birthNotKnown'
  const wishes = people.wish.subarray(people.wishAt[row], people.wishAt[row + 1])
  const near = [...wishes].flatMap((wish) => relatedOccupations(middleClass, wish, weights.related.length))
  const opened = new Map<number, number>()
  let offered = 0
  for (const occupation of new Set([...wishes, ...near]))
    for (const place of people.place.subarray(people.placeAt[row], people.placeAt[row + 1]))
      for (const vacancy of cells.get(occupation * places + place) ?? []) {
        const bits = unmet(market, weights, row, vacancy)
        if (bits === CONDITIONS.openings) continue
        offered++
        // Only what a single condition bars would be opened by lifting it.
        if ((bits & (bits - 1)) === 0) opened.set(bits, (opened.get(bits) ?? 0) + 1)
      }
  if (offered === 0) return 'nothingOffered'
  const [most] = [...opened].sort(([a, less], [b, more]) => more - less || a - b)
  return most === undefined ? 'severalConditions' : nameOf(most[0])
}

const nameOf = (bit: number): Condition =>
  (Object.keys(CONDITIONS) as Condition[]).find((name) => CONDITIONS[name] === bit)!
