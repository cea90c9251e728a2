import { type Market, MOST_PEOPLE } from '../market/market.ts'
import { countOptions } from '../market/options.ts'
import type { Weights } from '../market/weights.ts'

/**
 * The public order: assistance tier, then fewest options by verified facts, then the lottery. A vacancy that asks for skill puts the skill
 * band between tier and options. Priorities are numbers of which the greater stands first; no two people have the same.
 */
export const BAND_SHIFT = 24
const TIER_SHIFT = 27
/** Set in the second run on those the first gave nothing: they come before everybody else. */
export const UNMATCHED_FIRST = 1 << 30
export const MOST_BAND = 7 << BAND_SHIFT

export const priorityOf = (tier: number, rank: number): number => ((7 - tier) << TIER_SHIFT) | (MOST_PEOPLE - 1 - rank)
export const tierOf = (priority: number): number => 7 - ((priority >> TIER_SHIFT) & 7)

/** Rows of the market in the public order, without skill bands. */
export function publicOrder(market: Market, weights: Weights): Uint32Array {
  const { people } = market
  if (people.count >= MOST_PEOPLE) throw new RangeError('more people than the engine holds')
  // Nobody stands before or behind who is looked at alone: what they could be given need not be counted.
  if (people.count === 1) return Uint32Array.of(0)
  const options = countOptions(market, weights)
  const keys = new Float64Array(people.count)
  const byLottery = new Uint32Array(people.count)
  for (let row = 0; row < people.count; row++) {
    const lottery = people.lottery[row]!
    byLottery[lottery] = row
    const few = Math.min(options[row]!, 0xfffff)
    keys[row] = (people.tier[row]! * 0x100000 + few) * MOST_PEOPLE + lottery
  }
  keys.sort()
  return Uint32Array.from(keys, (key) => byLottery[key % MOST_PEOPLE]!)
}
