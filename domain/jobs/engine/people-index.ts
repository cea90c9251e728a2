import { shared } from '../market/market.ts'
import { chanceOf } from './chance.ts'
import { type Engine, LIMITS, PERSON, PRIORITY, WAGE } from './engine.ts'
import { fits, pairPoints, type Side } from './pair.ts'
import { BAND_SHIFT, MOST_BAND } from './public-order.ts'
import { RECORD } from './vacancy-index.ts'

/**
 * Whoever would look for a vacancy of a cell, by occupation × place, tier, and a step of what the pair can be worth before its wage, best
 * step first: a search goes from step to step and stops where its bound says that nobody better can come.
 */
export type PeopleIndex = {
  at: Uint32Array
  /** Position, and where in the person's own lists the occupation and the place stand. */
  entry: Uint32Array
  /** Most points before the wage a pair can have, and points a step spans. */
  most: number
  span: number
  /** The least anybody compares wages with, in points. */
  reference: number
}

const TIERS = 8
const STEPS = 16
const GROUPS = TIERS * STEPS
/** A place in a person's lists that does not fit beside the position: it is looked for. */
const FAR = 15

export function indexPeople(engine: Engine): PeopleIndex {
  const { index, weights, people, order } = engine
  const { wished, related, place, skill, sameTown, workshop, publicPost } = weights
  const home = sameTown + Math.max(workshop, publicPost)
  const most = Math.max(...wished, ...related) + Math.max(...place) + home + 5 * skill
  const span = Math.ceil((most - Math.min(...wished, ...related) - Math.min(...place) + 1) / STEPS)
  let reference = 0xffff
  for (let position = 0; position < order.length; position++)
    reference = Math.min(reference, people[position * PERSON + WAGE]! & 0xffff)
  const at = shared('u32', index.cells * GROUPS + 1)
  eachSide(engine, { most, span, home }, (group) => {
    at[group + 1]!++
  })
  for (let group = 0; group < index.cells * GROUPS; group++) at[group + 1]! += at[group]!
  const entry = shared('u32', at[index.cells * GROUPS]!)
  const next = at.slice()
  eachSide(engine, { most, span, home }, (group, packed) => {
    entry[next[group]!++] = packed
  })
  return { at, entry, most, span, reference }
}

function eachSide(
  { index, places, order, people, occupationAt, occupation, placeAt, place }: Engine,
  { most, span, home }: { most: number; span: number; home: number },
  look: (group: number, packed: number) => void,
): void {
  for (let position = 0; position < order.length; position++) {
    const limits = people[position * PERSON + LIMITS]!
    const tier = (limits >> 13) & 7
    const [wishes, theres] = [occupationAt[position]!, placeAt[position]!]
    for (let wish = wishes; wish < occupationAt[position + 1]!; wish++)
      for (let there = theres; there < placeAt[position + 1]!; there++) {
        const cell = (occupation[wish]! & 2047) * places + (place[there]! & 4095)
        // Cells without a vacancy are never asked for.
        if (index.at[cell] === index.at[cell + 1]) continue
        const atHome = (place[there]! & 4095) === limits >> 16
        const base = (occupation[wish]! >> 17) + (place[there]! >> 12) + (atHome ? home : 0)
        const step = Math.floor((most - base) / span)
        const sides = (Math.min(FAR, wish - wishes) << 4) | Math.min(FAR, there - theres)
        look((cell * TIERS + tier) * STEPS + step, (position << 8) | sides)
      }
  }
}

export type Candidate = { position: number; points: number; chance: number; surplus: number }

/**
 * The `most` people for a vacancy by expected surplus, points × chance in thousandths; where it is equal, whoever stands first in the
 * engine's order. Exact: a step is left only where its bound says that nobody in it can be among them.
 */
export function candidatesFor(
  engine: Engine,
  people: PeopleIndex,
  slot: number,
  most: number,
  cutOffs: Int32Array,
): Candidate[] {
  const cell = cellOf(engine, slot)
  const { least, most: mostWage } = engine.weights.wage
  const pay = (engine.index.record[slot * RECORD]! & 0xffff) - people.reference
  const wage = Math.min(mostWage, Math.max(least, pay))
  const skilled = (engine.index.record[slot * RECORD + 2]! & 56) !== 0
  const asked: Asked = { slot, cell, cutOff: cutOffs[slot]!, keys: new Float64Array(most), count: 0 }
  for (let tier = 0; tier < TIERS; tier++) {
    const chance = chanceOf(engine.weights, asked.cutOff, ((7 - tier) << 27) | (skilled ? MOST_BAND : 0))
    for (let step = 0; step < STEPS; step++) {
      const bound = (people.most - step * people.span + wage) * chance * POSITIONS + (POSITIONS - 1)
      if (asked.count === most && bound <= asked.keys[most - 1]!) break
      const group = (cell * TIERS + tier) * STEPS + step
      for (let at = people.at[group]!; at < people.at[group + 1]!; at++) weigh(engine, asked, people.entry[at]!)
    }
  }
  return Array.from(asked.keys.subarray(0, asked.count), (key) =>
    told(engine, asked, POSITIONS - 1 - (key % POSITIONS)),
  )
}

const POSITIONS = 0x1000000
const ANY_LEVEL = 7
type Asked = { slot: number; cell: number; cutOff: number; keys: Float64Array; count: number }

function weigh(engine: Engine, asked: Asked, entry: number): void {
  const position = entry >>> 8
  const atHome = engine.people[position * PERSON + LIMITS]! >> 16 === asked.cell % engine.places
  // Most fail on what their record alone says; skill is not in it.
  if (!fits(engine, position * PERSON, ANY_LEVEL, asked.slot * RECORD, atHome)) return
  const side = sideOf(engine, position, asked.cell, (entry >> 4) & FAR, entry & FAR)
  const points = pairPoints(engine, position, asked.slot, side)
  if (points < 0) return
  const key = points * chanceAt(engine, asked, position, side) * POSITIONS + (POSITIONS - 1 - position)
  const { keys, count } = asked
  if (count === keys.length && key <= keys[count - 1]!) return
  let at = Math.min(count, keys.length - 1)
  for (; at > 0 && keys[at - 1]! < key; at--) keys[at] = keys[at - 1]!
  keys[at] = key
  asked.count = Math.min(count + 1, keys.length)
}

function chanceAt(engine: Engine, { slot, cutOff }: Asked, position: number, { wished }: Side): number {
  const skilled = (engine.index.record[slot * RECORD + 2]! & 56) !== 0
  const band = skilled ? ((wished >> 14) & 7) << BAND_SHIFT : 0
  return chanceOf(engine.weights, cutOff, engine.people[position * PERSON + PRIORITY]! | band)
}

function told(engine: Engine, asked: Asked, position: number): Candidate {
  const side = sideOf(engine, position, asked.cell, FAR, FAR)
  const points = pairPoints(engine, position, asked.slot, side)
  const chance = chanceAt(engine, asked, position, side)
  return { position, points, chance, surplus: Math.floor((points * chance) / 1000) }
}

/** The cell a slot lies in: the last that begins at or before it. */
function cellOf({ index }: Engine, slot: number): number {
  let [low, high] = [0, index.cells - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (index.at[middle]! <= slot) low = middle
    else high = middle - 1
  }
  return low
}

function sideOf(
  { places, occupationAt, occupation, placeAt, place }: Engine,
  position: number,
  cell: number,
  nearWish: number,
  nearPlace: number,
): Side {
  const wanted = cell % places
  let wish = occupationAt[position]! + nearWish
  if (nearWish === FAR) {
    wish = occupationAt[position]!
    while ((occupation[wish]! & 2047) !== (cell - wanted) / places) wish++
  }
  let there = placeAt[position]! + nearPlace
  if (nearPlace === FAR) {
    there = placeAt[position]!
    while ((place[there]! & 4095) !== wanted) there++
  }
  return { wished: occupation[wish]!, place: place[there]! }
}
