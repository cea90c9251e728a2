import fc from 'fast-check'
import { expect, test } from 'vitest'

import { markets, weights } from '../../../test/small-market.ts'
import { levelOf, unmetFacts } from './conditions.ts'
import { drawLottery, randomOf } from './lottery.ts'
import { type Market, WAGE_NOT_STATED } from './market.ts'
import { countOptions } from './options.ts'
import { relatedOccupations } from './related.ts'
import { referencePoints, wagePoints } from './utility.ts'
import { faultOfWeights } from './weights.ts'

/** Options vacancy by vacancy: openings in known occupations and their neighbours that no verified fact forbids. */
function plainOptions(market: Market, person: number): number {
  const { people, vacancies } = market
  const skills = [...people.skill.subarray(people.skillAt[person], people.skillAt[person + 1])]
  const near = skills.flatMap((skill) => relatedOccupations(market.middleClass, skill, weights.related.length))
  const known = [...skills, ...near]
  return [...vacancies.openings].reduce((sum, openings, row) => {
    const hours = { ...market, people: { ...people, cannot: people.cannot.map((bits) => bits & 0xff) } }
    const counts =
      known.includes(vacancies.occupation[row]!) &&
      (!people.stays[person] || vacancies.place[row] === people.home[person]) &&
      unmetFacts(hours, weights, person, row) === 0
    return sum + (counts ? openings : 0)
  }, 0)
}

test('options are counted from verified facts, vacancy by vacancy', () => {
  fc.assert(
    fc.property(markets, (market) => {
      const plain = Array.from({ length: market.people.count }, (_, person) => plainOptions(market, person))
      expect([...countOptions(market, weights)]).toEqual(plain)
    }),
    { numRuns: 300 },
  )
})
test('wishing for something else changes nobody’s options', () => {
  fc.assert(
    fc.property(markets, (market) => {
      const { people } = market
      const other = {
        ...market,
        people: {
          ...people,
          wish: people.wish.map((wish) => 5 - wish),
          reach: people.reach.map(() => 0),
          wageFloor: people.wageFloor.map(() => 9000),
        },
      }
      expect(countOptions(other, weights)).toEqual(countOptions(market, weights))
    }),
  )
})
test.each([0, 1, 2, 1000])('the lottery gives each of %i ranks once, and again by the same seed', (count) => {
  const ranks = drawLottery(count, '2026-11')
  expect([...ranks].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, rank) => rank))
  expect(drawLottery(count, '2026-11')).toEqual(ranks)
})
test('another seed draws another lottery, and no rank is likelier than another', () => {
  expect(drawLottery(100, 'a')).not.toEqual(drawLottery(100, 'b'))
  const below = randomOf('even')
  const drawn = new Array<number>(6).fill(0)
  for (let time = 0; time < 60_000; time++) drawn[below(6)]!++
  for (const times of drawn) expect(Math.abs(times - 10_000)).toBeLessThan(400)
})
test('neighbours in the classification, nearest first, never beyond the middle class', () => {
  const middle = [0, 0, 0, 0, 1, 1]
  expect([
    relatedOccupations(middle, 1, 2),
    relatedOccupations(middle, 3, 2),
    relatedOccupations(middle, 5, 2),
  ]).toEqual([[0, 2], [2, 1], [4]])
})
test('a level is that of the occupation', () => {
  fc.assert(
    fc.property(markets, (market) => {
      const { people } = market
      for (let person = 0; person < people.count; person++)
        for (let at = people.skillAt[person]!; at < people.skillAt[person + 1]!; at++)
          expect(levelOf(market, person, people.skill[at]!)).toBe(people.skillLevel[at])
    }),
  )
})
test('weights that the engine cannot hold are refused', () => {
  expect(faultOfWeights(weights)).toBeUndefined()
  expect(faultOfWeights({ ...weights, sameTown: 5000 })).toMatch('exceed')
  expect(faultOfWeights({ ...weights, skill: 1.5 })).toMatch('whole')
  expect(faultOfWeights({ ...weights, wage: { ...weights.wage, least: -600 } })).toMatch('below 0')
  expect(faultOfWeights({ ...weights, wished: [] })).toMatch('at least one')
  expect(faultOfWeights({ ...weights, wage: { ...weights.wage, step: 0 } })).toMatch('wage.step')
})
test('wages within one step are worth the same, and a wage not stated is worth what wages are compared with', () => {
  const stepped = { ...weights, wage: { ...weights.wage, yuan: 8, step: 200, reference: 2100 } }
  const { step: _, ...everyYuan } = stepped.wage
  const points = (of: typeof weights, yuan: number) => wagePoints(of, yuan, yuan) - referencePoints(of, 0)
  expect([2000, 2199, 2200, 2399].map((yuan) => points(stepped, yuan))).toEqual([0, 0, 25, 25])
  expect(wagePoints(stepped, 0, WAGE_NOT_STATED)).toBe(referencePoints(stepped, 0))
  // Without a step, as runs of older weights have it, eight yuan are a point.
  expect([2100, 2199].map((yuan) => points({ ...weights, wage: everyYuan }, yuan))).toEqual([0, 12])
})
