import { eligibleOf } from '../engine/eligible.ts'
import type { Engine } from '../engine/engine.ts'
import type { Market } from '../market/market.ts'
import { type Offer, offerAt } from './for-person.ts'

/**
 * The best vacancies for a person who would go in company: `extra` says how many points a vacancy (a row of the market) has besides, since
 * a companion could work near it. A soft preference of whoever is looked at alone: no run knows of it. Exact: every eligible one is weighed.
 */
export function offersTogether(
  market: Market,
  engine: Engine,
  cutOffs: Int32Array,
  position: number,
  most: number,
  extra: (vacancy: number) => number,
): Offer[] {
  const eligible = eligibleOf(engine)
  const end = eligible.find(position, 0)
  return Array.from(eligible.slots.subarray(0, end), (slot) => {
    const offer = offerAt(market, engine, cutOffs, position, slot)
    const points = offer.worth.total + extra(offer.vacancy)
    return { ...offer, surplus: Math.floor((points * offer.chance) / 1000) }
  })
    .sort((a, b) => b.surplus - a.surplus || a.vacancy - b.vacancy)
    .slice(0, most)
}
