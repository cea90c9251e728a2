import fc from 'fast-check'
import { expect, test } from 'vitest'

import { markets, tinyMarkets, weights } from '../../../test/small-market.ts'
import { engineOf, PERSON, PRIORITY } from '../engine/engine.ts'
import { BEST, searchOf, slotOf } from '../engine/search.ts'
import { ask, REFUSED, seatsOf } from '../engine/seats.ts'
import { unmet } from '../market/conditions.ts'
import type { Market } from '../market/market.ts'
import { utility } from '../market/utility.ts'
import { type Claim, checkRun } from './check-run.ts'
import { runCity } from './city-run.ts'
import { anchorClaim, backUpClaim, toRows } from './claim.ts'
import { mostPlacements } from './most-placements.ts'
import { plainPairs } from './plain-pairs.ts'
import { utilityBound } from './utility-bound.ts'

const verdictOn = (market: Market, claim: Claim) => checkRun(market, weights, [claim])[0]!
const sound = { blockingPairs: 0, envious: 0, overQuota: 0, ineligible: 0, doubled: 0 }

test('stable over every eligible pair, anchors and back-ups alike', () => {
  fc.assert(
    fc.property(markets, (market) => {
      const engine = engineOf(market, weights)
      const run = runCity(engine, { each: 2, factor: 2 })
      const { openings } = market.vacancies
      const claims = [anchorClaim(engine, openings, run.anchor), backUpClaim(engine, openings, run)]
      expect(checkRun(market, weights, claims)).toMatchObject([sound, sound])
    }),
    { numRuns: 400 },
  )
})

/** Every assignment of one eligible vacancy or none to each person within the openings. */
function* assignments(market: Market, person = 0, left = [...market.vacancies.openings]): Generator<number[]> {
  if (person === market.people.count) return yield []
  for (let vacancy = -1; vacancy < market.vacancies.count; vacancy++) {
    if (vacancy >= 0 && (left[vacancy]! <= 0 || unmet(market, weights, person, vacancy) !== 0)) continue
    if (vacancy >= 0) left[vacancy]!--
    for (const rest of assignments(market, person + 1, left)) yield [vacancy, ...rest]
    if (vacancy >= 0) left[vacancy]!++
  }
}
const worthOf = (market: Market, person: number, vacancy: number) =>
  vacancy < 0 ? -1 : utility(market, weights, person, vacancy).total

test('the anchors are at least as good for every person as in any other stable assignment', () => {
  // Without equal points: between those a person's own turn of the slots decides, which the plain reading does not know.
  const strict = tinyMarkets.filter((market) => !hasTies(market))
  fc.assert(
    fc.property(strict, (market) => {
      const engine = engineOf(market, weights)
      const claim = anchorClaim(engine, market.vacancies.openings, runCity(engine).anchor)
      for (const other of assignments(market)) {
        if (verdictOn(market, { ...claim, held: Int32Array.from(other) }).blockingPairs > 0) continue
        for (const [person, vacancy] of other.entries())
          expect(worthOf(market, person, claim.held[person]!)).toBeGreaterThanOrEqual(worthOf(market, person, vacancy))
      }
    }),
    { numRuns: 200 },
  )
})
function hasTies(market: Market): boolean {
  for (let person = 0; person < market.people.count; person++) {
    const worths = [...market.vacancies.openings.keys()]
      .filter((vacancy) => unmet(market, weights, person, vacancy) === 0)
      .map((vacancy) => worthOf(market, person, vacancy))
    if (new Set(worths).size < worths.length) return true
  }
  return false
}

test('most placements: none could be more, tier by tier; no assignment is worth more than the bound', () => {
  fc.assert(
    fc.property(tinyMarkets, (market) => {
      const engine = engineOf(market, weights)
      const { placed, slot } = mostPlacements(engine, runCity(engine).anchor)
      const { bound } = utilityBound(engine, 1)
      const held = toRows(engine, slot, 1)
      expect(verdictOn(market, { ...anchorClaim(engine, market.vacancies.openings, slot), held })).toMatchObject({
        overQuota: 0,
        ineligible: 0,
      })
      let most = [0, 0, 0]
      for (const other of assignments(market)) {
        const tiers = [0, 1, 2].map(
          (tier) => other.filter((vacancy, person) => vacancy >= 0 && market.people.tier[person] === tier).length,
        )
        if (tiers[0]! * 100 + tiers[1]! * 10 + tiers[2]! > most[0]! * 100 + most[1]! * 10 + most[2]!) most = tiers
        const worth = other.reduce((sum, vacancy, person) => sum + Math.max(0, worthOf(market, person, vacancy)), 0)
        expect(worth).toBeLessThanOrEqual(bound)
      }
      expect(placed.slice(0, 3)).toEqual(most)
    }),
    { numRuns: 200 },
  )
})
test('the checker catches a place taken from who stands before, given to the wrong, given twice or too often', () => {
  const caught = { blockingPairs: 0, overQuota: 0, ineligible: 0, doubled: 0 }
  for (const market of fc.sample(markets, { numRuns: 200, seed: 3 })) {
    if (market.people.count < 2 || market.vacancies.count < 1) continue
    const engine = engineOf(market, weights)
    const claim = anchorClaim(engine, market.vacancies.openings, runCity(engine).anchor)
    const tampered = [
      { ...claim, held: claim.held.map(() => -1) },
      { ...claim, held: claim.held.map(() => 0) },
      { ...claim, each: 2, held: Int32Array.from([...claim.held].flatMap((vacancy) => [vacancy, vacancy])) },
    ].map((wrong) => verdictOn(market, wrong))
    for (const name of Object.keys(caught) as (keyof typeof caught)[])
      caught[name] += tampered.some((verdict) => verdict[name] > 0) ? 1 : 0
  }
  for (const times of Object.values(caught)) expect(times).toBeGreaterThan(20)
})

test('the plain pairs are those that looking at every pair finds, and worth as much', () => {
  fc.assert(
    fc.property(markets, (market) => {
      const pairs = plainPairs(market, weights)
      for (let person = 0; person < market.people.count; person++) {
        const count = pairs.find(person)
        const found = Array.from({ length: count }, (_, at) => [pairs.vacancy[at]!, pairs.points[at]!])
        const all = [...market.vacancies.openings.keys()].filter(
          (vacancy) => unmet(market, weights, person, vacancy) === 0,
        )
        expect(found.toSorted(([a = 0], [b = 0]) => a - b)).toEqual(
          all.map((vacancy) => [vacancy, utility(market, weights, person, vacancy).total]),
        )
      }
    }),
    { numRuns: 300 },
  )
})

test('lists that end after the best vacancy leave blocking pairs, and the checker finds them', () => {
  const found = fc.sample(markets, { numRuns: 200, seed: 5 }).filter((market) => {
    const engine = engineOf(market, weights)
    const seats = seatsOf(engine.index.openings)
    const search = searchOf(engine)
    const anchor = new Int32Array(engine.order.length).fill(-1)
    for (const position of engine.order.keys()) {
      if (search.find(engine.index, position, 1, BEST) === 0) continue
      const slot = slotOf(engine, position, search.keys[0]!)
      const priority = engine.people[position * PERSON + PRIORITY]! | search.bands[0]!
      const answer = ask(seats, slot, position, priority)
      if (answer !== REFUSED) anchor[position] = slot
      if (answer >= 0) anchor[answer] = -1
    }
    return verdictOn(market, anchorClaim(engine, market.vacancies.openings, anchor)).blockingPairs > 0
  })
  expect(found.length).toBeGreaterThan(20)
})
