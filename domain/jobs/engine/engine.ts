import { spread } from '../market/lottery.ts'
import { type Market, shared } from '../market/market.ts'
import { relatedOccupations } from '../market/related.ts'
import { referencePoints } from '../market/utility.ts'
import type { Weights } from '../market/weights.ts'
import { priorityOf, publicOrder } from './public-order.ts'
import { type Indexed, indexVacancies } from './vacancy-index.ts'

/**
 * A market packed for searching: vacancies by cell, people in `order` with what a search reads of them side by side. All of it lies in
 * memory that threads share; nothing in it changes once it is made.
 */
export type Engine = {
  places: number
  index: Indexed
  weights: Weights
  /** Row of the market behind every position. */
  order: Uint32Array
  people: Int32Array
  occupationAt: Uint32Array
  occupation: Int32Array
  placeAt: Uint32Array
  place: Int32Array
  /** Where each batch of positions begins, and the end; a batch is of one tier and follows the one before in the public order. */
  batches: Uint32Array
}

/** Integers a person's record has. */
export const PERSON = 8
export const [WAGE, CERTIFICATES, LIMITS, CANNOT, VILLAGE, PRIORITY, MASK, TURN] = [0, 1, 2, 3, 4, 5, 6, 7]
/** People of a batch: near enough in the public order that few are displaced, many enough that neighbours share cells. */
export const BATCH = 1 << 15

/** `index` where the vacancies are packed already: then only the people are. */
export function engineOf(market: Market, weights: Weights, index = indexVacancies(market, weights)): Engine {
  const ranked = publicOrder(market, weights)
  const batches = batchesOf(market, ranked)
  const { order, rank } = orderInBatches(market, ranked, batches)
  return {
    places: market.places,
    index,
    weights,
    order,
    people: packPeople(market, weights, order, rank),
    ...packOccupations(market, weights, order),
    ...packPlaces(market, weights, order),
    batches,
  }
}

function batchesOf({ people }: Market, ranked: Uint32Array): Uint32Array {
  const begins: number[] = []
  for (let at = 0, tier = -1, begun = 0; at < ranked.length; at++) {
    const here = people.tier[ranked[at]!]!
    if (here === tier && at - begun < BATCH) continue
    begins.push(at)
    tier = here
    begun = at
  }
  return Uint32Array.from([...begins, ranked.length])
}

/** Inside a batch people stand by home and first wish, so that one search finds in the cache what the one before it read. */
function orderInBatches({ people, occupations }: Market, ranked: Uint32Array, batches: Uint32Array) {
  const order = shared('u32', ranked.length)
  const rank = new Uint32Array(ranked.length)
  const keys = new Float64Array(Math.min(BATCH, ranked.length))
  for (let batch = 0; batch + 1 < batches.length; batch++) {
    const from = batches[batch]!
    const size = batches[batch + 1]! - from
    for (let at = 0; at < size; at++) {
      const row = ranked[from + at]!
      const wished = people.wishAt[row]! < people.wishAt[row + 1]! ? people.wish[people.wishAt[row]!]! : 0
      keys[at] = (people.home[row]! * occupations + wished) * BATCH + at
    }
    keys.subarray(0, size).sort()
    for (let at = 0; at < size; at++) {
      rank[from + at] = from + (keys[at]! % BATCH)
      order[from + at] = ranked[rank[from + at]!]!
    }
  }
  return { order, rank }
}

function packPeople({ people }: Market, weights: Weights, order: Uint32Array, rank: Uint32Array): Int32Array {
  const packed = shared('i32', order.length * PERSON)
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!
    const to = at * PERSON
    const floor = people.wageFloor[row]!
    packed[to + WAGE] = (floor << 16) | referencePoints(weights, floor)
    packed[to + CERTIFICATES] = people.certificates[row]!
    packed[to + LIMITS] =
      people.schooling[row]! |
      (people.age[row]! << 3) |
      (people.reach[row]! << 11) |
      (people.tier[row]! << 13) |
      (people.home[row]! << 16)
    packed[to + CANNOT] = people.cannot[row]!
    packed[to + VILLAGE] = people.village[row]!
    packed[to + PRIORITY] = priorityOf(people.tier[row]!, rank[at]!)
    packed[to + MASK] = spread(people.lottery[row]! + 1) & 0xfffff
    packed[to + TURN] = (spread(~people.lottery[row]!) & 0xfffff) | 1
  }
  return packed
}

/** Occupations a person is looked for in, wished ones first: number, level and band of skill, points. */
function packOccupations(market: Market, weights: Weights, order: Uint32Array) {
  const { people } = market
  const kin = kinOf(market, weights.related.length)
  const unskilled = weights.bands[0]! << 14
  const occupationAt = shared('u32', order.length + 1)
  const entries = new Int32Array(people.wish.length * (1 + weights.related.length))
  /** The position an occupation was last added for, from 1. */
  const added = new Uint32Array(market.occupations)
  let count = 0
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!
    const begun = count
    const [from, to] = [people.wishAt[row]!, people.wishAt[row + 1]!]
    for (let wish = from; wish < to; wish++) {
      const occupation = people.wish[wish]!
      if (added[occupation] === at + 1) continue
      added[occupation] = at + 1
      entries[count++] =
        occupation | unskilled | (weights.wished[Math.min(wish - from, weights.wished.length - 1)]! << 17)
    }
    for (let wish = from; wish < to; wish++)
      for (let each = 0; each < weights.related.length; each++) {
        const near = kin(people.wish[wish]!)[each] ?? -1
        if (near < 0 || added[near] === at + 1) continue
        added[near] = at + 1
        entries[count++] = near | unskilled | (weights.related[each]! << 17)
      }
    addSkills(people, weights, row, entries, begun, count)
    occupationAt[at + 1] = count
  }
  const occupation = shared('i32', count)
  occupation.set(entries.subarray(0, count))
  return { occupationAt, occupation }
}

/** Neighbours of an occupation, at most so many; looked up when it is first asked for. */
function kinOf({ middleClass, occupations }: Market, most: number): (occupation: number) => readonly number[] {
  const kin = new Array<readonly number[] | undefined>(occupations)
  return (occupation) => (kin[occupation] ??= relatedOccupations(middleClass, occupation, most))
}

/** Adds level, band and points of each verified skill to the entry of its occupation, if there is one. */
function addSkills(
  people: Market['people'],
  weights: Weights,
  row: number,
  entries: Int32Array,
  from: number,
  to: number,
): void {
  for (let at = people.skillAt[row]!; at < people.skillAt[row + 1]!; at++) {
    const level = people.skillLevel[at]!
    if (level === 0) continue
    for (let entry = from; entry < to; entry++)
      if ((entries[entry]! & 2047) === people.skill[at])
        entries[entry]! +=
          (level << 11) + ((weights.bands[level]! - weights.bands[0]!) << 14) + ((level * weights.skill) << 17)
  }
}

/** Places a person would go to, best first: number and points. */
function packPlaces({ people }: Market, weights: Weights, order: Uint32Array) {
  const placeAt = shared('u32', order.length + 1)
  const place = shared('i32', people.place.length)
  let count = 0
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!
    const from = people.placeAt[row]!
    for (let each = from; each < people.placeAt[row + 1]!; each++) {
      const points = weights.place[Math.min(each - from, weights.place.length - 1)]!
      place[count++] = people.place[each]! | (points << 12)
    }
    placeAt[at + 1] = count
  }
  return { placeAt, place }
}
