import { BODY_BITS, HOURS_BITS, type Market, MONTH_BITS, PUBLIC_POST } from './market.ts'
import { relatedOccupations } from './related.ts'
import type { Weights } from './weights.ts'

/**
 * Hard conditions of a pair, a bit for each that does not hold; 0 is eligible. This is the plain reading of the columns, pair by pair:
 * explanations and the checker use it, and the engine's packed form is tested against it.
 */
export const CONDITIONS = {
  openings: 1 << 0,
  occupation: 1 << 1,
  place: 1 << 2,
  reach: 1 << 3,
  wage: 1 << 4,
  schooling: 1 << 5,
  certificate: 1 << 6,
  skill: 1 << 7,
  age: 1 << 8,
  body: 1 << 9,
  hours: 1 << 10,
  season: 1 << 11,
  publicPost: 1 << 12,
} as const
export type Condition = keyof typeof CONDITIONS

/** Level of verified skill of a person in an occupation, 0 none. */
export function levelOf({ people }: Market, person: number, occupation: number): number {
  for (let at = people.skillAt[person]!; at < people.skillAt[person + 1]!; at++)
    if (people.skill[at] === occupation) return people.skillLevel[at]!
  return 0
}

export const unmet = (market: Market, weights: Weights, person: number, vacancy: number): number =>
  unmetWishes(market, weights, person, vacancy) | unmetFacts(market, weights, person, vacancy)

function unmetWishes(market: Market, weights: Weights, person: number, vacancy: number): number {
  const { people, vacancies } = market
  const place = vacancies.place[vacancy]!
  let bits = 0
  if (wishOf(market, weights, person, vacancies.occupation[vacancy]!) === undefined) bits |= CONDITIONS.occupation
  if (placeRank(market, person, place) < 0) bits |= CONDITIONS.place
  else if (place === people.home[person] && !withinReach(market, person, vacancy)) bits |= CONDITIONS.reach
  if (vacancies.wageHigh[vacancy]! < people.wageFloor[person]!) bits |= CONDITIONS.wage
  return bits
}

/** What does not hold of verified facts alone. */
export function unmetFacts(market: Market, weights: Weights, person: number, vacancy: number): number {
  const { people, vacancies } = market
  const conflicts = people.cannot[person]! & vacancies.demands[vacancy]!
  const asked = vacancies.certificates[vacancy]!
  const age = people.age[person]!
  let bits = 0
  if (vacancies.openings[vacancy]! <= 0) bits |= CONDITIONS.openings
  if (people.schooling[person]! < vacancies.schooling[vacancy]!) bits |= CONDITIONS.schooling
  if ((asked & people.certificates[person]!) !== asked) bits |= CONDITIONS.certificate
  if (levelOf(market, person, vacancies.occupation[vacancy]!) < vacancies.skill[vacancy]!) bits |= CONDITIONS.skill
  if (age < vacancies.ageMin[vacancy]! || age > vacancies.ageMax[vacancy]!) bits |= CONDITIONS.age
  if (conflicts & BODY_BITS) bits |= CONDITIONS.body
  if (conflicts & HOURS_BITS) bits |= CONDITIONS.hours
  if (conflicts & MONTH_BITS) bits |= CONDITIONS.season
  if (vacancies.kind[vacancy] === PUBLIC_POST) {
    const own = vacancies.place[vacancy] === people.home[person]
    if (!own || people.tier[person]! > weights.publicPostTier) bits |= CONDITIONS.publicPost
  }
  return bits
}

/** In the home county: is it as near as the person wishes. */
export function withinReach({ people, vacancies }: Market, person: number, vacancy: number): boolean {
  const reach = people.reach[person]!
  const [home, there] = [people.village[person]!, vacancies.village[vacancy]!]
  if (reach === 0) return there === home
  return reach > 1 || Math.floor(there / 1000) === Math.floor(home / 1000)
}

/** How many places the person would rather go to; -1 when it is none of them. */
export function placeRank({ people }: Market, person: number, place: number): number {
  const [from, to] = [people.placeAt[person]!, people.placeAt[person + 1]!]
  for (let at = from; at < to; at++) if (people.place[at] === place) return at - from
  return -1
}

/** Points of an occupation for a person, and whether it is a wished one or its neighbour; undefined when it is neither. */
export function wishOf(
  market: Market,
  weights: Weights,
  person: number,
  occupation: number,
): { points: number; wished: boolean } | undefined {
  const { people } = market
  const wishes = [...people.wish.subarray(people.wishAt[person]!, people.wishAt[person + 1]!)]
  const rank = wishes.indexOf(occupation)
  if (rank >= 0) return { points: weights.wished[Math.min(rank, weights.wished.length - 1)]!, wished: true }
  for (const wish of wishes) {
    const near = relatedOccupations(market.middleClass, wish, weights.related.length).indexOf(occupation)
    if (near >= 0) return { points: weights.related[near]!, wished: false }
  }
  return undefined
}
