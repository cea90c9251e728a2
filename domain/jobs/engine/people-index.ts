import { shared } from '../market/market.ts'
import { chanceOf } from './chance.ts'
import { type Engine, PERSON, PRIORITY } from './engine.ts'
import { pairPoints } from './pair.ts'
import { BAND_SHIFT } from './public-order.ts'
import { RECORD } from './vacancy-index.ts'

/** People by occupation × place: whoever would look for a vacancy of that cell. */
export type PeopleIndex = { at: Uint32Array; position: Int32Array }

export function indexPeople({ index, places, order, occupationAt, occupation, placeAt, place }: Engine): PeopleIndex {
  const at = shared('u32', index.cells + 1)
  const each = (look: (cell: number, position: number) => void) => {
    for (let position = 0; position < order.length; position++)
      for (let wish = occupationAt[position]!; wish < occupationAt[position + 1]!; wish++)
        for (let there = placeAt[position]!; there < placeAt[position + 1]!; there++) {
          const cell = (occupation[wish]! & 2047) * places + (place[there]! & 4095)
          // Cells without a vacancy are never asked for.
          if (index.at[cell] !== index.at[cell + 1]) look(cell, position)
        }
  }
  each((cell) => {
    at[cell + 1]!++
  })
  for (let cell = 0; cell < index.cells; cell++) at[cell + 1]! += at[cell]!
  const position = shared('i32', at[index.cells]!)
  const next = at.slice()
  each((cell, who) => {
    position[next[cell]!++] = who
  })
  return { at, position }
}

export type Candidate = { position: number; points: number; chance: number; surplus: number }

/**
 * The `most` people for a vacancy by expected surplus, points × chance in thousandths, those before in the public order first where it is
 * equal; how many are eligible in all.
 */
export function candidatesFor(
  engine: Engine,
  people: PeopleIndex,
  slot: number,
  most: number,
  cutOffs: Int32Array,
): { best: Candidate[]; eligible: number } {
  const cell = cellOf(engine, slot)
  const skilled = (engine.index.record[slot * RECORD + 2]! & 56) !== 0
  const keys = new Float64Array(most)
  let [count, worst, eligible] = [0, -1, 0]
  for (let at = people.at[cell]!; at < people.at[cell + 1]!; at++) {
    const position = people.position[at]!
    const side = sideOf(engine, position, cell)
    const points = pairPoints(engine, position, slot, side)
    if (points < 0) continue
    eligible++
    const band = skilled ? ((side.wished >> 14) & 7) << BAND_SHIFT : 0
    const chance = chanceOf(engine.weights, cutOffs[slot]!, engine.people[position * PERSON + PRIORITY]! | band)
    // Positions follow the public order but for neighbours within a batch; that is fine where surplus is equal.
    const key = points * chance * 0x1000000 + (0xffffff - position)
    if (key <= worst) continue
    count = insert(keys, key, count)
    if (count === most) worst = keys[most - 1]!
  }
  const best = Array.from(keys.subarray(0, count), (key) => {
    const position = 0xffffff - (key % 0x1000000)
    return { ...judge(engine, position, slot, cell, skilled, cutOffs), position }
  })
  return { best, eligible }
}

function judge(engine: Engine, position: number, slot: number, cell: number, skilled: boolean, cutOffs: Int32Array) {
  const side = sideOf(engine, position, cell)
  const points = pairPoints(engine, position, slot, side)
  const band = skilled ? ((side.wished >> 14) & 7) << BAND_SHIFT : 0
  const chance = chanceOf(engine.weights, cutOffs[slot]!, engine.people[position * PERSON + PRIORITY]! | band)
  return { points, chance, surplus: points * chance }
}

function insert(keys: Float64Array, key: number, count: number): number {
  let at = Math.min(count, keys.length - 1)
  for (; at > 0 && keys[at - 1]! < key; at--) keys[at] = keys[at - 1]!
  keys[at] = key
  return Math.min(count + 1, keys.length)
}

/** The cell a slot lies in: the last that begins at or before it. */
export function cellOf({ index }: Engine, slot: number): number {
  let [low, high] = [0, index.cells - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (index.at[middle]! <= slot) low = middle
    else high = middle - 1
  }
  return low
}

function sideOf({ places, occupationAt, occupation, placeAt, place }: Engine, position: number, cell: number) {
  const wantedPlace = cell % places
  const wantedOccupation = (cell - wantedPlace) / places
  let wish = occupationAt[position]!
  while ((occupation[wish]! & 2047) !== wantedOccupation && wish < occupationAt[position + 1]!) wish++
  let there = placeAt[position]!
  while ((place[there]! & 4095) !== wantedPlace && there < placeAt[position + 1]!) there++
  return { wished: occupation[wish]!, place: place[there]! }
}
