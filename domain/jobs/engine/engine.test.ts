import fc from 'fast-check'
import { expect, test } from 'vitest'

import { marketOf, markets, weights } from '../../../test/small-market.ts'
import { unmet } from '../market/conditions.ts'
import type { Market } from '../market/market.ts'
import { utility } from '../market/utility.ts'
import { eligibleOf } from './eligible.ts'
import { type Engine, engineOf } from './engine.ts'
import { letTo, listWorkOf, makeAllLet } from './list-work.ts'
import { BEST, searchOf, slotOf, turned } from './search.ts'

/** Every key of a person, best first, by the plain reading of each pair. */
function allKeys(market: Market, engine: Engine, position: number): number[] {
  const row = engine.order[position]!
  return [...engine.index.vacancy.entries()]
    .filter(([, vacancy]) => unmet(market, weights, row, vacancy) === 0)
    .map(([slot, vacancy]) => (utility(market, weights, row, vacancy).total << 20) | turned(engine, position, slot))
    .sort((a, b) => b - a)
}
const eachPosition = (engine: Engine, look: (position: number) => void) => {
  for (let position = 0; position < engine.order.length; position++) look(position)
}

test('the best so many are those that looking at every pair finds, however many are asked for', () => {
  fc.assert(
    fc.property(markets, fc.integer({ min: 1, max: 5 }), (market, most) => {
      const engine = engineOf(market, weights)
      const search = searchOf(engine)
      eachPosition(engine, (position) => {
        const all = allKeys(market, engine, position)
        const found = search.find(engine.index, position, most, BEST)
        expect([...search.keys.subarray(0, found)]).toEqual(all.slice(0, most))
        const [first = BEST] = all
        const rest = search.find(engine.index, position, most, first)
        expect([...search.keys.subarray(0, rest)]).toEqual(all.slice(1, most + 1))
      })
    }),
    { numRuns: 300 },
  )
})
test('everything a person is eligible for is found, and nothing else', () => {
  fc.assert(
    fc.property(markets, (market) => {
      const engine = engineOf(market, weights)
      const eligible = eligibleOf(engine)
      eachPosition(engine, (position) => {
        const end = eligible.find(position, 0)
        const plain = [...engine.index.vacancy.entries()]
          .filter(([, vacancy]) => unmet(market, weights, engine.order[position]!, vacancy) === 0)
          .map(([slot]) => slot)
        expect([...eligible.slots.subarray(0, end)].sort((a, b) => a - b)).toEqual(plain)
      })
    }),
  )
})
test('a bound that leaves something out is caught: pruning by the wage alone finds another list', () => {
  const wrong = { ...weights, sameTown: 0, workshop: 0, publicPost: 0 }
  const differs = fc.sample(markets, { numRuns: 300, seed: 7 }).some((market) => {
    const engine = engineOf(market, weights)
    // The bound of these weights knows nothing of what the home county adds.
    const search = searchOf({ ...engine, weights: wrong })
    return [...engine.order.keys()].some((position) => {
      const found = search.find(engine.index, position, 1, BEST)
      return allKeys(market, engine, position).slice(0, 1).join() !== [...search.keys.subarray(0, found)].join()
    })
  })
  expect(differs).toBe(true)
})

test('a turned slot is turned back, and no two are turned to the same', () => {
  for (const market of fc.sample(markets, { numRuns: 20, seed: 1 })) {
    const engine = engineOf(market, weights)
    eachPosition(engine, (position) => {
      const slots = Array.from({ length: 300 }, (_, at) => at * 3495)
      const keys = slots.map((slot) => (5 << 20) | turned(engine, position, slot))
      expect(keys.map((key) => slotOf(engine, position, key))).toEqual(slots)
      expect(new Set(keys).size).toBe(slots.length)
    })
  }
})

test('a thread that dies with lists unmade ends the run instead of holding it for ever', () => {
  const person = { home: 0, village: 1001, age: 30, tier: 1, schooling: 2, certificates: 0, cannot: 0, wageFloor: 0 }
  const engine = engineOf(
    marketOf([{ ...person, reach: 2, stays: 0, wishes: [0], places: [0], skills: [] }], [], 'a'),
    weights,
  )
  const work = listWorkOf(engine, 3)
  letTo(work, 0, 1)
  // Somebody takes the only block and is never seen again.
  Atomics.add(work.control, 0, 1)
  expect(() => makeAllLet(work, searchOf(engine), 20)).toThrow('unmade')
})
