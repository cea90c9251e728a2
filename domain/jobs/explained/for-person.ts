import { chanceOf } from '../engine/chance.ts'
import { type Engine, PERSON, PRIORITY } from '../engine/engine.ts'
import { BAND_SHIFT } from '../engine/public-order.ts'
import { BEST, searchOf, slotOf } from '../engine/search.ts'
import { CONDITIONS, type Condition, levelOf, unmet } from '../market/conditions.ts'
import type { Market } from '../market/market.ts'
import { relatedOccupations } from '../market/related.ts'
import { type Utility, utility } from '../market/utility.ts'
import { type Judgement, judgePair } from './judge-pair.ts'

/** A vacancy as it is offered to one person: what it is worth, part by part, the chance of getting it, and how every condition stands. */
export type Offer = {
  vacancy: number
  worth: Utility
  /** In thousandths. */
  chance: number
  surplus: number
  conditions: Partial<Record<Condition, Judgement>>
  /** Where the person stands in the public order, and the last admitted of the last run, undefined while openings were left. */
  standing: Standing
  cutOff: Standing | undefined
}
/** Tier and skill band from 1, public rank from 1. */
export type Standing = { tier: number; band: number; rank: number }

export const standingOf = (priority: number): Standing => ({
  tier: 8 - ((priority >> 27) & 7),
  band: (priority >> 24) & 7,
  rank: 0x1000000 - (priority & 0xffffff),
})
export const standingText = ({ tier, band, rank }: Standing): string => `T${tier}-B${band}-${rank}`

/** The best vacancies for a person by expected surplus, with their reasons. `cutOffs` are of the last run, in slots. */
export function offersFor(
  market: Market,
  engine: Engine,
  cutOffs: Int32Array,
  position: number,
  most: number,
): Offer[] {
  const search = searchOf(engine, { chanceBy: cutOffs })
  const found = search.find(engine.index, position, most, BEST)
  return Array.from(search.keys.subarray(0, found), (key) =>
    offerAt(market, engine, cutOffs, position, slotOf(engine, position, key)),
  )
}

/** One eligible vacancy as it is offered. */
export function offerAt(market: Market, engine: Engine, cutOffs: Int32Array, position: number, slot: number): Offer {
  const { weights, index, order } = engine
  const row = order[position]!
  const vacancy = index.vacancy[slot]!
  const priority = priorityAt(market, engine, position, vacancy)
  const worth = utility(market, weights, row, vacancy)
  const chance = chanceOf(weights, cutOffs[slot]!, priority)
  return {
    ...{ vacancy, worth, chance, surplus: Math.floor((worth.total * chance) / 1000) },
    conditions: judgePair(market, weights, row, vacancy),
    standing: standingOf(priority),
    cutOff: cutOffs[slot]! < 0 ? undefined : standingOf(cutOffs[slot]!),
  }
}

/** Where a person stands at one vacancy: with their skill band where it asks for skill. */
export function priorityAt(market: Market, engine: Engine, position: number, vacancy: number): number {
  const { people, order, weights } = engine
  const { vacancies } = market
  const level = levelOf(market, order[position]!, vacancies.occupation[vacancy]!)
  const band = vacancies.skill[vacancy]! > 0 ? weights.bands[level]! : 0
  return people[position * PERSON + PRIORITY]! | (band << BAND_SHIFT)
}

/** What would open more: the condition that alone bars so many vacancies; of certificates, which. */
export type Opening = { condition: Condition; certificate?: number; vacancies: number; openings: number }

/** Vacancies of the wished occupations and their neighbours, anywhere, that one single condition bars; what opens most first. */
export function wouldOpen(market: Market, { weights, index, places }: Engine, row: number): Opening[] {
  const { people, vacancies } = market
  const opened = new Map<string, Opening>()
  for (const occupation of lookedFor(market, weights.related.length, row))
    for (let slot = index.at[occupation * places]!; slot < index.at[(occupation + 1) * places]!; slot++) {
      const vacancy = index.vacancy[slot]!
      const bits = unmet(market, weights, row, vacancy)
      if (bits === 0 || (bits & (bits - 1)) !== 0) continue
      const condition = (Object.keys(CONDITIONS) as Condition[]).find((name) => CONDITIONS[name] === bits)!
      const lacking = vacancies.certificates[vacancy]! & ~people.certificates[row]!
      const certificate = condition === 'certificate' && (lacking & (lacking - 1)) === 0 ? 31 - Math.clz32(lacking) : -1
      const key = `${condition} ${certificate}`
      const opening = opened.get(key) ?? {
        condition,
        ...(certificate >= 0 && { certificate }),
        vacancies: 0,
        openings: 0,
      }
      opening.vacancies++
      opening.openings += vacancies.openings[vacancy]!
      opened.set(key, opening)
    }
  return [...opened.values()].sort((a, b) => b.vacancies - a.vacancies || (a.condition < b.condition ? -1 : 1))
}

function lookedFor({ people, middleClass }: Market, most: number, row: number): Set<number> {
  const wishes = [...people.wish.subarray(people.wishAt[row]!, people.wishAt[row + 1]!)]
  return new Set([...wishes, ...wishes.flatMap((wish) => relatedOccupations(middleClass, wish, most))])
}
