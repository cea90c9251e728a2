import type { Engine } from '../engine/engine.ts'
import type { Market } from '../market/market.ts'
import { checkRun, type Verdict } from './check-run.ts'
import type { CityRun } from './city-run.ts'
import { anchorClaim } from './claim.ts'
import { flooding } from './flooding.ts'
import { mostPlacements, tierAt } from './most-placements.ts'
import { utilityBound } from './utility-bound.ts'

/** What an independent reading of all eligible pairs found of a run. What takes longer than the run itself is left out of a quick one. */
export type Certificate = {
  eligiblePairs: number
  blockingPairs: { anchors: number; backUps: number }
  overQuota: number
  ineligible: number
  doubled: number
  onlyFlooded: number
  tiers: { tier: number; people: number; placed: number; attainable?: number }[]
  mostPlaceable?: number
  mostPlacements?: { people: number; envious: number }
  utility: number
  utilityBound?: number
}
/** Slots by position in the scenario "most placements", where it was computed. */
export type Certified = { certificate: Certificate; scenario: Int32Array | undefined }

export function certify(
  market: Market,
  engine: Engine,
  run: CityRun,
  { anchors, backUps }: { anchors: Verdict; backUps: Verdict },
  extent: 'quick' | 'full',
): Certified {
  const tiers = Array.from({ length: 8 }, (_, tier) => ({ tier: tier + 1, people: 0, placed: 0 }))
  for (let position = 0; position < engine.order.length; position++) {
    const tier = tiers[tierAt(engine, position)]!
    tier.people++
    if (run.anchor[position]! >= 0) tier.placed++
  }
  const plain: Certificate = {
    eligiblePairs: anchors.eligiblePairs,
    blockingPairs: { anchors: anchors.blockingPairs, backUps: backUps.blockingPairs },
    overQuota: anchors.overQuota + backUps.overQuota,
    ineligible: anchors.ineligible + backUps.ineligible,
    doubled: anchors.doubled + backUps.doubled,
    onlyFlooded: flooding(engine, run).only,
    tiers: tiers.filter(({ people }) => people > 0),
    utility: anchors.utility,
  }
  if (extent === 'quick') return { certificate: plain, scenario: undefined }
  const most = mostPlacements(engine, run.anchor)
  const claim = anchorClaim(engine, market.vacancies.openings, most.slot)
  const [scenario] = checkRun(market, engine.weights, [claim]) as [Verdict]
  const people = most.placed.reduce((sum, placed) => sum + placed, 0)
  const certificate: Certificate = {
    ...plain,
    tiers: plain.tiers.map((tier) => ({ ...tier, attainable: most.placed[tier.tier - 1]! })),
    mostPlaceable: people,
    mostPlacements: { people, envious: scenario.envious },
    utilityBound: utilityBound(engine, 4).bound,
  }
  return { certificate, scenario: most.slot }
}
