import { type Engine, LIMITS, PERSON } from './engine.ts'
import { fits } from './pair.ts'
import { RECORD } from './vacancy-index.ts'

/** All slots a person is eligible for, whatever they are worth, written from `from` on; answers where they end. With marks, of those so marked. */
export type Eligible = {
  find(position: number, from: number, marks?: Int32Array, marked?: number): number
  slots: Int32Array
}

export function eligibleOf(engine: Engine): Eligible {
  const { people, occupationAt, occupation, placeAt, place, places, index } = engine
  const eligible: Eligible = { find, slots: new Int32Array(1 << 12) }

  function find(position: number, from: number, marks?: Int32Array, marked = 0): number {
    const me = position * PERSON
    const home = people[me + LIMITS]! >> 16
    let end = from
    for (let wish = occupationAt[position]!; wish < occupationAt[position + 1]!; wish++) {
      const wished = occupation[wish]!
      for (let there = placeAt[position]!; there < placeAt[position + 1]!; there++) {
        const at = place[there]! & 4095
        const cell = (wished & 2047) * places + at
        for (let slot = index.at[cell]!; slot < index.at[cell + 1]!; slot++) {
          if (marks !== undefined && marks[slot] !== marked) continue
          if (!fits(engine, me, (wished >> 11) & 7, slot * RECORD, at === home)) continue
          if (end === eligible.slots.length) eligible.slots = doubled(eligible.slots)
          eligible.slots[end++] = slot
        }
      }
    }
    return end
  }
  return eligible
}

function doubled(slots: Int32Array): Int32Array {
  const longer = new Int32Array(slots.length * 2)
  longer.set(slots)
  return longer
}
