import type { Engine } from '../engine/engine.ts'
import { type Candidate, candidatesFor, type PeopleIndex } from '../engine/people-index.ts'
import type { Condition } from '../market/conditions.ts'
import type { Market } from '../market/market.ts'
import { priorityAt, type Standing, standingOf } from './for-person.ts'
import { type Judgement, judgePair } from './judge-pair.ts'

/** A person as they are proposed for one vacancy. `person` is a row of the market. */
export type Proposed = Omit<Candidate, 'position'> & {
  person: number
  conditions: Partial<Record<Condition, Judgement>>
  standing: Standing
}

/** The best people for a vacancy by expected surplus, with their reasons. */
export function proposedFor(
  market: Market,
  engine: Engine,
  people: PeopleIndex,
  cutOffs: Int32Array,
  slot: number,
  most: number,
): Proposed[] {
  const vacancy = engine.index.vacancy[slot]!
  return candidatesFor(engine, people, slot, most, cutOffs).map(({ position, ...rest }) => {
    const person = engine.order[position]!
    return {
      ...rest,
      person,
      conditions: judgePair(market, engine.weights, person, vacancy),
      standing: standingOf(priorityAt(market, engine, position, vacancy)),
    }
  })
}
