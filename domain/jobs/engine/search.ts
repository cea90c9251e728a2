import { PUBLIC_POST, WORKSHOP } from '../market/market.ts'
import { chanceOf } from './chance.ts'
import { CANNOT, CERTIFICATES, type Engine, LIMITS, MASK, PERSON, PRIORITY, TURN, VILLAGE, WAGE } from './engine.ts'
import { BAND_SHIFT } from './public-order.ts'
import { RECORD, type VacancyIndex } from './vacancy-index.ts'

/**
 * A found vacancy is one integer: points, then its slot as the person's own numbers turn it. Greater is better. The numbers come from the
 * lottery, so that of vacancies with equal points each is preferred by as many people as the others, and no two keys of a person are equal.
 */
export const SLOT_BITS = 20
const SLOT_MASK = (1 << SLOT_BITS) - 1
export const BEST = 0x7fffffff
export const pointsOf = (key: number): number => key >> SLOT_BITS

/** A slot turned: another number below 2^20 for each slot, since an odd factor and a fold by half can be taken back. */
export const turned = ({ people }: Engine, position: number, slot: number): number =>
  turnedBy(slot ^ people[position * PERSON + MASK]!, people[position * PERSON + TURN]!)

function turnedBy(slot: number, turn: number): number {
  const half = Math.imul(slot, turn) & SLOT_MASK
  return Math.imul(half ^ (half >> 10), turn) & SLOT_MASK
}

export function slotOf({ people }: Engine, position: number, key: number): number {
  const turn = people[position * PERSON + TURN]!
  // The inverse of an odd factor modulo 2^32 by Newton's steps: right bits double from three.
  let inverse = turn
  for (let step = 0; step < 4; step++) inverse = Math.imul(inverse, 2 - Math.imul(turn, inverse))
  const half = Math.imul(key & SLOT_MASK, inverse) & SLOT_MASK
  return (Math.imul(half ^ (half >> 10), inverse) & SLOT_MASK) ^ people[position * PERSON + MASK]!
}

/** What narrows or changes the searches of a searcher. */
export type Asked = {
  /** Cut-off of every slot: who stands behind it is not shown the vacancy. */
  cutOffs?: Int32Array | undefined
  /** Points are multiplied by the chance of getting the vacancy, told by these cut-offs: expected surplus. */
  chanceBy?: Int32Array | undefined
  /** Price of every slot, in points, taken off. */
  prices?: Int32Array | undefined
}

export type Search = {
  /**
   * The `most` best eligible vacancies of a person that are worse than `below` (`BEST` for all), best first, in `keys` and `bands` from 0;
   * answers how many. Exact: a cell is left only where its bound says that nothing in it can be among them. `lifted` is added to the
   * person's priority, the slot `except` is left out.
   */
  find(index: VacancyIndex, position: number, most: number, below: number, lifted?: number, except?: number): number
  keys: Int32Array
  /** Skill band of the person where the vacancy asks for skill, shifted into place; 0 elsewhere. */
  bands: Int32Array
}

export function searchOf(engine: Engine, { cutOffs, chanceBy, prices }: Asked = {}): Search {
  const { people, occupationAt, occupation, placeAt, place, places, weights } = engine
  const keys = new Int32Array(64)
  const bands = new Int32Array(64)
  const { sameTown, workshop, publicPost, publicPostTier } = weights
  const [least, mostWage] = [weights.wage.least, weights.wage.most]
  const mostAtHome = sameTown + Math.max(workshop, publicPost)

  /** Puts a key among the `count` best, which stay sorted; what falls off the end is gone. */
  function insert(key: number, band: number, count: number, most: number): number {
    let at = count < most ? count : most - 1
    for (; at > 0 && keys[at - 1]! < key; at--) {
      keys[at] = keys[at - 1]!
      bands[at] = bands[at - 1]!
    }
    keys[at] = key
    bands[at] = band
    return count < most ? count + 1 : most
  }

  function find(index: VacancyIndex, position: number, most: number, below: number, lifted = 0, except = -1): number {
    const { at: cellAt, record, slot: slots } = index
    const me = position * PERSON
    const wageFloor = people[me + WAGE]! >>> 16
    const reference = people[me + WAGE]! & 0xffff
    const certificates = ~people[me + CERTIFICATES]!
    const limits = people[me + LIMITS]!
    const cannot = people[me + CANNOT]!
    const village = people[me + VILLAGE]!
    const priority = people[me + PRIORITY]! | lifted
    const mask = people[me + MASK]!
    const turn = people[me + TURN]!
    const schooling = limits & 7
    const age = (limits >> 3) & 255
    const reach = (limits >> 11) & 3
    const mayPost = ((limits >> 13) & 7) <= publicPostTier
    const home = limits >> 16
    const town = (village / 1000) | 0
    const [placesFrom, placesTo] = [placeAt[position]!, placeAt[position + 1]!]
    let count = 0
    let worst = -1
    for (let wish = occupationAt[position]!, last = occupationAt[position + 1]!; wish < last; wish++) {
      const wished = occupation[wish]!
      const level = (wished >> 11) & 7
      const band = ((wished >> 14) & 7) << BAND_SHIFT
      const row = (wished & 2047) * places
      for (let there = placesFrom; there < placesTo; there++) {
        const at = place[there]! & 4095
        let from = cellAt[row + at]!
        const to = cellAt[row + at + 1]!
        if (from === to) continue
        const atHome = at === home
        const base = (wished >> 17) + (place[there]! >> 12)
        const bound = base + (atHome ? mostAtHome : 0)
        for (; from < to; from++) {
          const here = from * RECORD
          const pay = record[here]!
          let points = (pay & 0xffff) - reference
          if (points > mostWage) points = mostWage
          else if (points < least) points = least
          // Wages only fall within a cell: neither this vacancy nor any after it can be better than the bound.
          if ((((bound + points) << SLOT_BITS) | SLOT_MASK) <= worst) break
          const asks = record[here + 2]!
          if (
            (((pay >>> 16) - wageFloor) |
              (schooling - (asks & 7)) |
              (level - ((asks >> 3) & 7)) |
              (age - ((asks >> 6) & 127)) |
              (((asks >> 13) & 127) - age)) <
              0 ||
            ((record[here + 1]! & certificates) | (record[here + 3]! & cannot)) !== 0
          )
            continue
          const kind = asks >> 20
          points += base
          if (atHome) {
            const area = record[here + 4]!
            const near = ((area / 1000) | 0) === town
            if (reach < 2 && !(reach === 0 ? area === village : near)) continue
            if (kind === PUBLIC_POST && !mayPost) continue
            if (near) points += sameTown
            if (kind === WORKSHOP) points += workshop
            else if (kind === PUBLIC_POST) points += publicPost
          } else if (kind === PUBLIC_POST) continue
          const slot = slots[from]!
          const skilled = (asks & 56) !== 0 ? band : 0
          if (cutOffs !== undefined && (priority | skilled) <= cutOffs[slot]!) continue
          if (chanceBy !== undefined)
            points = ((points * chanceOf(weights, chanceBy[slot]!, priority | skilled)) / 1000) | 0
          if (prices !== undefined) {
            points -= prices[slot]!
            if (points < 0) continue
          }
          const key = (points << SLOT_BITS) | turnedBy(slot ^ mask, turn)
          if (key >= below || key <= worst || slot === except) continue
          count = insert(key, skilled, count, most)
          if (count === most) worst = keys[most - 1]!
        }
      }
    }
    return count
  }
  return { find, keys, bands }
}
