import { levelOf } from '../market/conditions.ts'
import type { Market } from '../market/market.ts'
import { countOptions } from '../market/options.ts'
import type { Weights } from '../market/weights.ts'
import { type PlainPairs, plainPairs } from './plain-pairs.ts'

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
 * Checks claims over all eligible pairs by the plain reading of the columns; knows nothing of lists, cut-offs or packed forms. A person
 * prefers more points; equal points are no reason to prefer.
 */
export function checkRun(market: Market, weights: Weights, claims: readonly Claim[]): Verdict[] {
  const pairs = plainPairs(market, weights)
  const options = countOptions(market, weights)
  const scenes = claims.map((claim) => sceneOf(market, weights, claim, options))
  for (let person = 0; person < market.people.count; person++) {
    const count = pairs.find(person)
    for (const scene of scenes) checkPerson(scene, person, pairs, count)
  }
  return scenes.map(({ verdict }) => verdict)
}

type Scene = {
  market: Market
  claim: Claim
  options: Uint32Array
  /** Where the last admitted of each vacancy stands in its public order; Infinity while places are open. */
  last: Float64Array
  /** Who was last found to hold a vacancy, from 1. */
  holder: Uint32Array
  verdict: Verdict
}

function sceneOf(market: Market, weights: Weights, claim: Claim, options: Uint32Array): Scene {
  const { vacancies, people } = market
  const [taken, last] = [new Int32Array(vacancies.count), new Float64Array(vacancies.count)]
  const none = { eligiblePairs: 0, blockingPairs: 0, envious: 0, overQuota: 0, ineligible: 0, doubled: 0, utility: 0 }
  const verdict = { ...none, better: new Uint32Array(people.count) }
  const holder = new Uint32Array(vacancies.count)
  const scene: Scene = { market, claim, options, last, holder, verdict }
  for (let person = 0; person < people.count; person++)
    for (let at = person * claim.each; at < (person + 1) * claim.each; at++) {
      const vacancy = claim.held[at]!
      if (vacancy < 0) continue
      taken[vacancy]!++
      const skilled = vacancies.skill[vacancy]! > 0
      const band = skilled ? weights.bands[levelOf(market, person, vacancies.occupation[vacancy]!)]! : 0
      last[vacancy] = Math.max(last[vacancy]!, standing(scene, person, band))
    }
  for (let vacancy = 0; vacancy < vacancies.count; vacancy++) {
    verdict.overQuota += Math.max(0, taken[vacancy]! - claim.quota[vacancy]!)
    if (taken[vacancy]! < claim.quota[vacancy]!) last[vacancy] = Number.POSITIVE_INFINITY
  }
  return scene
}

/** Where a person stands in a vacancy's public order: less is before. Tier, skill band where asked for, options, lottery. */
function standing({ market: { people }, claim, options }: Scene, person: number, band: number): number {
  const after = claim.first && !claim.first[person] ? 8 : 0
  const group = (after + people.tier[person]!) * 8 + 7
  return (group * 0x100000 + Math.min(options[person]!, 0xfffff)) * 0x1000000 + people.lottery[person]! - band * BAND
}
const BAND = 0x100000 * 0x1000000

function checkPerson(scene: Scene, person: number, { vacancy, points, band }: PlainPairs, count: number): void {
  const { claim, last, holder, verdict } = scene
  const except = claim.except === undefined ? -1 : claim.except[person]!
  const mine = person + 1
  let places = 0
  for (let at = person * claim.each; at < mine * claim.each; at++) {
    const held = claim.held[at]!
    if (held < 0) continue
    places++
    if (holder[held] === mine || held === except) verdict.doubled++
    holder[held] = mine
  }
  let [best, least, found] = [-1, places < claim.each ? -1 : Number.POSITIVE_INFINITY, 0]
  for (let at = 0; at < count && found < places; at++) {
    if (holder[vacancy[at]!] !== mine) continue
    found++
    best = Math.max(best, points[at]!)
    if (places === claim.each) least = Math.min(least, points[at]!)
    verdict.utility += points[at]!
  }
  const before = standing(scene, person, 0)
  let [blocking, better] = [0, 0]
  for (let at = 0; at < count; at++) {
    if (points[at]! > best) better++
    if (points[at]! <= least || before - band[at]! * BAND >= last[vacancy[at]!]!) continue
    if (holder[vacancy[at]!] !== mine && vacancy[at] !== except) blocking++
  }
  verdict.eligiblePairs += count
  verdict.ineligible += places - found
  verdict.better[person] = better
  verdict.blockingPairs += blocking
  verdict.envious += blocking > 0 ? 1 : 0
}
