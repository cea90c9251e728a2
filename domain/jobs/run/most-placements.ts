import { eligibleOf } from '../engine/eligible.ts'
import type { Engine } from '../engine/engine.ts'
import { LIMITS, PERSON } from '../engine/engine.ts'

/**
 * As many people placed as can be, whatever anybody prefers (Hopcroft–Karp with openings), tier by tier: nobody of a tier is given up for
 * more of a later one, so the number placed of each tier is the most there can be once the tiers before it have theirs. A start, if given,
 * is kept where it can be: slots by position, -1 none.
 */
export function mostPlacements(
  engine: Engine,
  start?: Int32Array,
): { slot: Int32Array; placed: number[]; people: number[] } {
  const state = stateOf(engine)
  const tiers = Array.from({ length: 8 }, (): number[] => [])
  for (let position = 0; position < engine.order.length; position++) tiers[tierAt(engine, position)]!.push(position)
  const placed = tiers.map((positions) => {
    const waiting = positions.filter((position) => !seat(state, position, start?.[position] ?? -1))
    let left = waiting
    for (;;) {
      const found = level(state, left)
      if (!found) break
      left = left.filter((position) => !place(state, position, 0))
    }
    return positions.length - left.length
  })
  return { slot: state.slot, placed, people: tiers.map(({ length }) => length) }
}

export const tierAt = (engine: Engine, position: number): number =>
  (engine.people[position * PERSON + LIMITS]! >> 13) & 7

type State = {
  engine: Engine
  eligible: ReturnType<typeof eligibleOf>
  /** Slot of every position, -1 none; holders of every slot, `held` of them from `at`. */
  slot: Int32Array
  at: Int32Array
  held: Int32Array
  holder: Int32Array
  /** Steps from somebody waiting to a slot in this phase, -1 not reached; how many of its holders were tried. */
  steps: Int32Array
  tried: Int32Array
}

function stateOf(engine: Engine): State {
  const { openings } = engine.index
  const at = new Int32Array(openings.length + 1)
  for (let slot = 0; slot < openings.length; slot++) at[slot + 1] = at[slot]! + openings[slot]!
  return {
    engine,
    eligible: eligibleOf(engine),
    slot: new Int32Array(engine.order.length).fill(-1),
    at,
    held: new Int32Array(openings.length),
    holder: new Int32Array(at[openings.length]!),
    steps: new Int32Array(openings.length),
    tried: new Int32Array(openings.length),
  }
}

const isOpen = ({ at, held }: State, slot: number): boolean => held[slot]! < at[slot + 1]! - at[slot]!

function seat(state: State, position: number, slot: number): boolean {
  if (slot < 0 || !isOpen(state, slot)) return false
  state.holder[state.at[slot]! + state.held[slot]!++] = position
  state.slot[position] = slot
  return true
}

/** Breadth first from those who wait to the nearest open slots; false when none can be reached. */
function level(state: State, waiting: readonly number[]): boolean {
  const { steps, tried, eligible, at, held, holder } = state
  steps.fill(-1)
  tried.fill(0)
  let frontier: readonly number[] = waiting
  for (let step = 0, found = false; frontier.length > 0 && !found; step++) {
    const next: number[] = []
    for (const position of frontier) {
      const end = eligible.find(position, 0, steps, -1)
      for (let each = 0; each < end; each++) {
        const slot = eligible.slots[each]!
        steps[slot] = step
        if (isOpen(state, slot)) found = true
        else for (let seatAt = 0; seatAt < held[slot]!; seatAt++) next.push(holder[at[slot]! + seatAt]!)
      }
    }
    if (found) return true
    frontier = next
  }
  return false
}

/** Depth first along the levels: seats a person, moving others on where that frees a place. `from` is where its slots may be written. */
function place(state: State, position: number, step: number, from = 0): boolean {
  const { steps, tried, eligible, at, held, holder, slot: slots } = state
  const end = eligible.find(position, from, steps, step)
  for (let each = from; each < end; each++) {
    const slot = eligible.slots[each]!
    if (steps[slot] !== step) continue
    if (seat(state, position, slot)) return true
    while (tried[slot]! < held[slot]!) {
      const seatAt = at[slot]! + tried[slot]!++
      if (!place(state, holder[seatAt]!, step + 1, end)) continue
      holder[seatAt] = position
      slots[position] = slot
      return true
    }
    steps[slot] = -1
  }
  return false
}
