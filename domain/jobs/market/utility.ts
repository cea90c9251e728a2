import { levelOf, placeRank, wishOf } from './conditions.ts'
import { type Market, PUBLIC_POST, WAGE_NOT_STATED, WORKSHOP } from './market.ts'
import type { Weights } from './weights.ts'

/** What a vacancy is worth to a person, part by part, in points. */
export type Utility = { occupation: number; skill: number; place: number; wage: number; home: number; total: number }

/** The plain reading of the weights for one pair; explanations show its parts, and the engine's packed form is tested against it. */
export function utility(market: Market, weights: Weights, person: number, vacancy: number): Utility {
  const { vacancies } = market
  const occupation = wishOf(market, weights, person, vacancies.occupation[vacancy]!)?.points ?? 0
  const skill = weights.skill * levelOf(market, person, vacancies.occupation[vacancy]!)
  const rank = placeRank(market, person, vacancies.place[vacancy]!)
  const place = rank < 0 ? 0 : weights.place[Math.min(rank, weights.place.length - 1)]!
  const wage = payPoints(market, weights, person, vacancy)
  const home = homePoints(market, weights, person, vacancy)
  return { occupation, skill, place, wage, home, total: occupation + skill + place + wage + home }
}

/** Points of the middle of a wage band; of a wage that is not stated, those of the reference: unknown is neither good nor bad. */
export const wagePoints = (weights: Weights, low: number, high: number): number =>
  inPoints(weights, high === WAGE_NOT_STATED ? weights.wage.reference : Math.floor((low + high) / 2))
/** Points of what wages are compared with: the least wage a person stated, or the reference. */
export const referencePoints = (weights: Weights, floor: number): number =>
  inPoints(weights, floor || weights.wage.reference)

/** A band says no more than roughly what is paid: all wages within a step count as its lower end. */
const inPoints = ({ wage: { yuan, step = 1 } }: Weights, wage: number): number =>
  Math.floor((wage - (wage % step)) / yuan)

/** Points of a wage against what the person compares it with. */
export function payPoints({ people, vacancies }: Market, weights: Weights, person: number, vacancy: number): number {
  const pay = wagePoints(weights, vacancies.wageLow[vacancy]!, vacancies.wageHigh[vacancy]!)
  const points = pay - referencePoints(weights, people.wageFloor[person]!)
  return Math.min(weights.wage.most, Math.max(weights.wage.least, points))
}

/** Points of what lies in the home county. */
export function homePoints({ people, vacancies }: Market, weights: Weights, person: number, vacancy: number): number {
  if (vacancies.place[vacancy] !== people.home[person]) return 0
  const town = Math.floor(vacancies.village[vacancy]! / 1000) === Math.floor(people.village[person]! / 1000)
  const kind = vacancies.kind[vacancy]
  const byKind = kind === WORKSHOP ? weights.workshop : kind === PUBLIC_POST ? weights.publicPost : 0
  return (town ? weights.sameTown : 0) + byKind
}
