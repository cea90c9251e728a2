import { endWork, firstPriority, type ListWork, letTo, makeAllLet, makeList, priorityIn } from './list-work.ts'
import { BAND_SHIFT, MOST_BAND } from './public-order.ts'
import { type Search, searchOf, slotOf } from './search.ts'
import { ADMITTED, ask, REFUSED, type Seats } from './seats.ts'
import { narrow, RECORD } from './vacancy-index.ts'

/**
 * Deferred acceptance for everybody at once: each person asks for up to `each` vacancies, best first; a full vacancy keeps those who stand
 * first in the public order. Lists are made ahead, batch by batch, against the cut-offs as they stand, and made anew from where they ended
 * when they are used up: so the result is stable over all eligible pairs, not over lists of a certain length. It is unique, and therefore
 * the same in whatever order people ask and lists are made.
 */
export function acceptAll(work: ListWork, seats: Seats, each: number): { asked: number; relisted: number } {
  const { engine, groups } = work
  const state: State = {
    work,
    seats,
    each,
    search: searchOf(engine, work.asked),
    next: new Uint8Array(engine.order.length),
    holds: new Uint8Array(engine.order.length),
    round: 0,
    begun: 0,
    counts: { asked: 0, relisted: 0 },
  }
  const steps = Array.from({ length: groups }, (_, round) => round).flatMap((round) =>
    Array.from({ length: engine.batches.length - 1 }, (_, batch) => ({ round, batch })),
  )
  for (const [at, { round, batch }] of steps.entries()) {
    // The lists of this batch were let with the batch before it, except for the very first.
    if (at > 0) makeAllLet(work, state.search)
    openFor(state, round, batch)
    if (at === 0) {
      letTo(work, 0, engine.batches[1]!)
      makeAllLet(work, state.search)
    }
    const ahead = steps[at + 1]
    if (ahead) letTo(work, ahead.round, engine.batches[ahead.batch + 1]!)
    for (let position = engine.batches[batch]!; position < engine.batches[batch + 1]!; position++)
      if (work.group[position] === round) settle(state, position)
  }
  endWork(work)
  return state.counts
}

type State = {
  work: ListWork
  seats: Seats
  each: number
  search: Search
  /** Where in their list people have come to, and how many vacancies hold them. */
  next: Uint8Array
  holds: Uint8Array
  round: number
  /** First position of the batch that asks now. */
  begun: number
  counts: { asked: number; relisted: number }
}

/** Keeps in the live index only what somebody of this batch or after it could still be given. No list may be in the making. */
function openFor(state: State, round: number, batch: number): void {
  const { work, seats } = state
  const { engine, live } = work
  state.round = round
  state.begun = engine.batches[batch]!
  if (live === engine.index) return
  const first = firstPriority(work, round, state.begun)
  narrow(engine.index, live, (slot) => {
    const skilled = (engine.index.record[slot * RECORD + 2]! & 56) !== 0
    return seats.cutOffs[slot]! < (skilled ? first | MOST_BAND : first)
  })
}

/** One person asks until they hold enough or nothing is left; whoever they displace goes on asking. */
function settle(state: State, first: number): void {
  const { work, seats, each, next, holds, counts } = state
  const stack = [first]
  for (let position = stack.pop(); position !== undefined; position = stack.pop()) {
    const priority = priorityIn(work, position)
    while (holds[position]! < each) {
      if (next[position]! >= work.length[position]!) {
        if (!relist(state, position)) break
        continue
      }
      const at = position * work.most + next[position]!++
      const slot = slotOf(work.engine, position, work.keys[at]!)
      counts.asked++
      const answer = ask(seats, slot, position, priority | (work.bands[at]! << BAND_SHIFT))
      if (answer === REFUSED) continue
      holds[position]!++
      if (answer === ADMITTED) continue
      holds[answer]!--
      stack.push(answer)
    }
  }
}

/** Goes on from where the list ended; false when there is nothing more for this person. */
function relist(state: State, position: number): boolean {
  const { work, search, round, begun } = state
  const length = work.length[position]!
  if (length < work.most) return false
  const below = work.keys[position * work.most + length - 1]!
  const asksNow = work.group[position] === round && position >= begun
  state.next[position] = 0
  state.counts.relisted++
  return makeList(work, search, asksNow ? work.live : work.engine.index, position, below) > 0
}
