import { levelOf, unmetFacts, withinReach } from '../market/conditions.ts'
import type { Market } from '../market/market.ts'
import { countOptions } from '../market/options.ts'
import { relatedOccupations } from '../market/related.ts'
import { homePoints, payPoints } from '../market/utility.ts'
import type { Weights } from '../market/weights.ts'

/** What is checked, in rows of the market, so that nothing of the engine's order is trusted. */
export type Claim = {
  /** `each` vacancies a person, -1 none. */
  held: Int32Array
  each: number
  /** Places of every vacancy. */
  quota: Int32Array
  /** People who stand before everybody else, if any do. */
  first?: Uint8Array
  /** A vacancy a person may not hold again, -1 none. */
  except?: Int32Array
}

export type Verdict = {
  eligiblePairs: number
  /** Pairs of all eligible ones who would both rather have each other. */
  blockingPairs: number
  /** People who are in such a pair. */
  envious: number
  /** Places given beyond the quotas; to people not eligible; the same vacancy twice, or one that was excepted. */
  overQuota: number
  ineligible: number
  doubled: number
  /** Points of all that is held. */
  utility: number
  /** For each person, how many eligible vacancies they like better than the best they hold; all eligible ones if they hold none. */
  better: Uint32Array
}

/**
 * Checks a run over all eligible pairs by the plain reading of the columns; knows nothing of lists, cut-offs or packed forms. A person
 * prefers more points; equal points are no reason to prefer.
 */
export function checkRun(market: Market, weights: Weights, claim: Claim): Verdict {
  const { people } = market
  const scene = sceneOf(market, weights, claim)
  const verdict: Verdict = {
    ...{ eligiblePairs: 0, blockingPairs: 0, envious: 0, ineligible: 0, doubled: 0, utility: 0 },
    overQuota: scene.taken.reduce((sum, taken, vacancy) => sum + Math.max(0, taken - claim.quota[vacancy]!), 0),
    better: new Uint32Array(people.count),
  }
  const points = new Int32Array(market.vacancies.count).fill(-1)
  for (let person = 0; person < people.count; person++) checkPerson(scene, person, points, verdict)
  return verdict
}

type Scene = {
  market: Market
  weights: Weights
  claim: Claim
  /** Vacancies of each occupation × place. */
  cells: Map<number, number[]>
  kin: number[][]
  options: Uint32Array
  taken: Int32Array
  /** Where the last admitted of each vacancy stands in its public order; Infinity while places are open. */
  last: Float64Array
}

function sceneOf(market: Market, weights: Weights, claim: Claim): Scene {
  const { vacancies, people, places, occupations, middleClass } = market
  const cells = new Map<number, number[]>()
  for (let vacancy = 0; vacancy < vacancies.count; vacancy++) {
    const cell = vacancies.occupation[vacancy]! * places + vacancies.place[vacancy]!
    if (cells.get(cell)?.push(vacancy) === undefined) cells.set(cell, [vacancy])
  }
  const kin = Array.from({ length: occupations }, (_, each) =>
    relatedOccupations(middleClass, each, weights.related.length),
  )
  const [taken, last] = [new Int32Array(vacancies.count), new Float64Array(vacancies.count)]
  const scene: Scene = { market, weights, claim, cells, kin, options: countOptions(market, weights), taken, last }
  for (let person = 0; person < people.count; person++)
    for (let at = person * claim.each; at < (person + 1) * claim.each; at++) {
      const vacancy = claim.held[at]!
      if (vacancy < 0) continue
      taken[vacancy]!++
      last[vacancy] = Math.max(last[vacancy]!, standing(scene, person, vacancy))
    }
  for (let vacancy = 0; vacancy < vacancies.count; vacancy++)
    if (taken[vacancy]! < claim.quota[vacancy]!) last[vacancy] = Number.POSITIVE_INFINITY
  return scene
}

/** Where a person stands in a vacancy's public order: less is before. Tier, skill band where asked for, options, lottery. */
function standing({ market, weights, claim, options }: Scene, person: number, vacancy: number): number {
  const { people, vacancies } = market
  const skilled = vacancies.skill[vacancy]! > 0
  const band = skilled ? weights.bands[levelOf(market, person, vacancies.occupation[vacancy]!)]! : 0
  const after = claim.first && !claim.first[person] ? 8 : 0
  const group = (after + people.tier[person]!) * 8 + (7 - band)
  return (group * 0x100000 + Math.min(options[person]!, 0xfffff)) * 0x1000000 + people.lottery[person]!
}

function checkPerson(scene: Scene, person: number, points: Int32Array, verdict: Verdict): void {
  const { claim } = scene
  const eligible = eligibleVacancies(scene, person, points)
  verdict.eligiblePairs += eligible.length
  const held = [...claim.held.subarray(person * claim.each, (person + 1) * claim.each)].filter((each) => each >= 0)
  if (new Set(held).size < held.length || held.includes(claim.except?.[person] ?? -2)) verdict.doubled++
  verdict.ineligible += held.filter((vacancy) => points[vacancy] === -1).length
  const worths = held.map((vacancy) => Math.max(0, points[vacancy]!))
  const best = held.length > 0 ? Math.max(...worths) : -1
  const least = held.length === claim.each ? Math.min(...worths) : -1
  let blocking = 0
  for (const vacancy of eligible) {
    const worth = points[vacancy]!
    points[vacancy] = -1
    if (worth > best) verdict.better[person]!++
    if (worth <= least || held.includes(vacancy) || vacancy === claim.except?.[person]) continue
    if (standing(scene, person, vacancy) < scene.last[vacancy]!) blocking++
  }
  verdict.utility += worths.reduce((sum, worth) => sum + worth, 0)
  verdict.blockingPairs += blocking
  verdict.envious += blocking > 0 ? 1 : 0
}

/** All vacancies a person is eligible for; their worth is left in `points`. */
function eligibleVacancies(scene: Scene, person: number, points: Int32Array): number[] {
  const { market, weights, cells } = scene
  const { people, vacancies, places } = market
  const found: number[] = []
  const floor = people.wageFloor[person]!
  for (const [occupation, worth] of wishesOf(scene, person)) {
    const skill = weights.skill * levelOf(market, person, occupation)
    for (let at = people.placeAt[person]!; at < people.placeAt[person + 1]!; at++) {
      const place = people.place[at]!
      const rank = Math.min(at - people.placeAt[person]!, weights.place.length - 1)
      for (const vacancy of cells.get(occupation * places + place) ?? []) {
        if (vacancies.wageHigh[vacancy]! < floor || unmetFacts(market, weights, person, vacancy) !== 0) continue
        if (place === people.home[person] && !withinReach(market, person, vacancy)) continue
        const rest = payPoints(market, weights, person, vacancy) + homePoints(market, weights, person, vacancy)
        points[vacancy] = worth + skill + weights.place[rank]! + rest
        found.push(vacancy)
      }
    }
  }
  return found
}

function wishesOf({ market: { people }, weights, kin }: Scene, person: number): Map<number, number> {
  const wishes = people.wish.subarray(people.wishAt[person], people.wishAt[person + 1])
  const worths = new Map<number, number>()
  const add = (occupation: number, worth: number) => {
    if (!worths.has(occupation)) worths.set(occupation, worth)
  }
  for (const [rank, wish] of wishes.entries()) add(wish, weights.wished[Math.min(rank, weights.wished.length - 1)]!)
  for (const wish of wishes) for (const [rank, near] of kin[wish]!.entries()) add(near, weights.related[rank]!)
  return worths
}
