import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marketOf, markets, weights } from '../../../test/small-market.ts'
import { engineOf } from '../engine/engine.ts'
import { unmet } from '../market/conditions.ts'
import type { Market } from '../market/market.ts'
import { utility } from '../market/utility.ts'
import { runCity } from './city-run.ts'
import { toRows } from './claim.ts'

const anchorsOf = (market: Market): Int32Array => {
  const engine = engineOf(market, weights)
  return toRows(engine, runCity(engine, { each: 0 }).anchor, 1)
}
/** What somebody got is worth by what they truly wish; nothing if they would not take it. */
const worth = (market: Market, person: number, vacancy: number): number =>
  vacancy < 0 || unmet(market, weights, person, vacancy) !== 0 ? -1 : utility(market, weights, person, vacancy).total

/** The first person states other wishes, as many as before. */
function stating(market: Market, { wish, place, floor, reach }: Stated): Market {
  const { people } = market
  const changed = {
    wish: people.wish.with(0, wish),
    place: people.place.subarray(0, people.placeAt[1]).toReversed(),
    wageFloor: people.wageFloor.with(0, floor),
    reach: people.reach.with(0, reach),
  }
  const turned = people.place.slice()
  if (place) turned.set(changed.place, 0)
  return { ...market, people: { ...people, ...changed, place: turned } }
}
type Stated = { wish: number; place: boolean; floor: number; reach: number }
const stated = fc.record({
  wish: fc.integer({ min: 0, max: 5 }),
  place: fc.boolean(),
  floor: fc.constantFrom(0, 2000, 3000),
  reach: fc.integer({ min: 0, max: 2 }),
})

test('nobody gets a better anchor by wishing for something else than they do', () => {
  const asked = markets.filter(({ people }) => people.count > 1 && people.wishAt[1]! > 0)
  fc.assert(
    fc.property(asked, stated, (market, lie) => {
      const honest = worth(market, 0, anchorsOf(market)[0]!)
      const lying = worth(market, 0, anchorsOf(stating(market, lie))[0]!)
      expect(lying).toBeLessThanOrEqual(honest)
    }),
    { numRuns: 400 },
  )
})

const person = {
  ...{ home: 0, village: 1001, age: 30, tier: 1, schooling: 2, certificates: 0, cannot: 0, wageFloor: 0, reach: 2 },
  ...{ stays: 0, wishes: [0], places: [0], skills: [] as { occupation: number; level: number }[] },
}
const vacancy = {
  ...{ occupation: 0, place: 0, village: 2001, openings: 3, wageLow: 2600, wageHigh: 3000, schooling: 0 },
  ...{ certificates: 0, skill: 0, demands: 0, ageMin: 16, ageMax: 127, kind: 0 },
}
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)

test('of equal vacancies none is favoured', () => {
  const market = marketOf(many(3000, person), many(3, { ...vacancy, openings: 3000 }), 'a')
  const counts = [0, 0, 0]
  for (const each of anchorsOf(market)) counts[each]!++
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120)
})
test('between equals the lottery decides, and every opening is taken', () => {
  const market = marketOf(many(10, person), [vacancy], 'a')
  const served = [...anchorsOf(market).entries()].filter(([, each]) => each === 0).map(([row]) => row)
  const first = [...market.people.lottery.entries()].sort(([, a], [, b]) => a - b).map(([row]) => row)
  expect(served).toEqual(first.slice(0, 3).sort((a, b) => a - b))
})
test('tier comes before everything, skill before options where it is asked for, options before the lottery', () => {
  const skilled = { ...person, skills: [{ occupation: 0, level: 5 }] }
  const served = (people: Parameters<typeof marketOf>[0], asks: number): number[] => {
    const market = marketOf(people, [{ ...vacancy, openings: 1, skill: asks }], 'b')
    return [...anchorsOf(market).entries()].filter(([, each]) => each === 0).map(([row]) => row)
  }
  const low = { ...skilled, skills: [{ occupation: 0, level: 1 }] }
  expect(served([{ ...skilled, tier: 2 }, low], 1)).toEqual([1])
  expect(served([low, skilled], 1)).toEqual([1])
  // The skilled one has more options, so the other stands first where skill is not asked for.
  expect(served([skilled, person], 0)).toEqual([1])
})
