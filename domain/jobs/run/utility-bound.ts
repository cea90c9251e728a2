import type { Engine } from '../engine/engine.ts'
import { BEST, pointsOf, searchOf, slotOf } from '../engine/search.ts'

/**
 * A certified upper bound of what any assignment could be worth in all, in points: with prices p ≥ 0 on vacancies, no assignment is worth
 * more than Σ openings·p + Σ over people of the best (worth − p, or 0). True for every price there is, so it needs no trust in how the
 * prices were found; auctions (Bertsekas) find good ones: each person bids for what is best at the prices, a full vacancy keeps its
 * highest bids. Prices rise by at least a step, which is large at first and ends as `step` points: the less, the nearer the bound.
 */
export function utilityBound(engine: Engine, step: number): { bound: number; bids: number } {
  const { openings } = engine.index
  const prices = new Int32Array(openings.length)
  let bids = 0
  for (const scale of [64, 16, 4, 1]) {
    const auctioned = auction(engine, prices, step * scale)
    bids += auctioned.bids
    if (scale > 1) lower(prices, openings, auctioned.held, step * scale)
  }
  const search = searchOf(engine, { prices })
  let bound = 0
  for (let slot = 0; slot < openings.length; slot++) bound += openings[slot]! * prices[slot]!
  for (let position = 0; position < engine.order.length; position++)
    if (search.find(engine.index, position, 1, BEST) > 0) bound += pointsOf(search.keys[0]!)
  return { bound, bids }
}

/** Prices the next auction begins with: nothing where places stayed open, a step less elsewhere. */
function lower(prices: Int32Array, openings: Int32Array, held: Int32Array, step: number): void {
  for (let slot = 0; slot < prices.length; slot++)
    prices[slot] = held[slot]! < openings[slot]! ? 0 : Math.max(0, prices[slot]! - step)
}

function auction(engine: Engine, prices: Int32Array, step: number): { bids: number; held: Int32Array } {
  const { openings } = engine.index
  const at = new Int32Array(openings.length + 1)
  for (let slot = 0; slot < openings.length; slot++) at[slot + 1] = at[slot]! + openings[slot]!
  const held = new Int32Array(openings.length)
  const [bid, holder] = [new Int32Array(at[openings.length]!), new Int32Array(at[openings.length]!)]
  const search = searchOf(engine, { prices })
  let bids = 0
  for (let first = engine.order.length - 1; first >= 0; first--) {
    for (let position = first; position >= 0; ) {
      const found = search.find(engine.index, position, 2, BEST)
      if (found === 0) break
      bids++
      const slot = slotOf(engine, position, search.keys[0]!)
      const second = found > 1 ? pointsOf(search.keys[1]!) : 0
      const offer = prices[slot]! + pointsOf(search.keys[0]!) - second + step
      const from = at[slot]!
      const quota = at[slot + 1]! - from
      if (held[slot]! < quota) {
        bid[from + held[slot]!] = offer
        holder[from + held[slot]!++] = position
        if (held[slot] === quota) prices[slot] = lowest(bid, from, quota)
        break
      }
      let last = from
      for (let seat = from + 1; seat < from + quota; seat++) if (bid[seat]! < bid[last]!) last = seat
      position = swap(holder, last, position)
      bid[last] = offer
      prices[slot] = lowest(bid, from, quota)
    }
  }
  return { bids, held }
}

function swap(holder: Int32Array, seat: number, position: number): number {
  const leaving = holder[seat]!
  holder[seat] = position
  return leaving
}

function lowest(bid: Int32Array, from: number, count: number): number {
  let least = bid[from]!
  for (let seat = from + 1; seat < from + count; seat++) if (bid[seat]! < least) least = bid[seat]!
  return least
}
