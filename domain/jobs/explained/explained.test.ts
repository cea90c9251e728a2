import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markets, weights } from '../../../test/small-market.ts'
import { engineOf } from '../engine/engine.ts'
import { indexPeople } from '../engine/people-index.ts'
import { CONDITIONS, unmet } from '../market/conditions.ts'
import { utility } from '../market/utility.ts'
import { runCity } from '../run/city-run.ts'
import { gapsOf, unmatchedReasons } from '../run/unmatched.ts'
import { offersFor, wouldOpen } from './for-person.ts'
import { proposedFor } from './for-vacancy.ts'
import { judgePair } from './judge-pair.ts'

const rows = (count: number) => Array.from({ length: count }, (_, row) => row)

test('a person’s offers are the best by expected surplus of all eligible pairs, and each says that every condition holds', () => {
  fc.assert(
    fc.property(markets, (market) => {
      const engine = engineOf(market, weights)
      const { cutOffs } = runCity(engine)
      for (const [position, row] of engine.order.entries()) {
        const offers = offersFor(market, engine, cutOffs, position, 3)
        const all = offersFor(market, engine, cutOffs, position, 60)
        expect(all.map(({ vacancy }) => vacancy).sort()).toEqual(
          rows(market.vacancies.count)
            .filter((vacancy) => unmet(market, weights, row, vacancy) === 0)
            .sort(),
        )
        expect(all.map(({ surplus }) => surplus)).toEqual(all.map(({ surplus }) => surplus).sort((a, b) => b - a))
        expect(offers).toEqual(all.slice(0, 3))
        for (const { conditions } of offers) expect(new Set(Object.values(conditions))).toEqual(new Set(['yes']))
      }
    }),
  )
})
test('the people for a vacancy are the best of everybody, each once', () => {
  fc.assert(
    fc.property(markets, (market) => {
      const engine = engineOf(market, weights)
      const people = indexPeople(engine)
      const { cutOffs } = runCity(engine)
      for (const [slot, vacancy] of engine.index.vacancy.entries()) {
        const fits = rows(market.people.count).filter((person) => unmet(market, weights, person, vacancy) === 0)
        const proposed = proposedFor(market, engine, people, cutOffs, slot, 4)
        expect(new Set(proposed.map(({ person }) => person)).size).toBe(Math.min(4, fits.length))
        for (const { person, points } of proposed) expect(points).toBe(utility(market, weights, person, vacancy).total)
        const surplus = proposed.map((each) => each.surplus)
        expect(surplus).toEqual(surplus.toSorted((a, b) => b - a))
        const whole = proposedFor(market, engine, people, cutOffs, slot, 50)
        expect(whole).toHaveLength(fits.length)
        expect(proposed).toEqual(whole.slice(0, 4))
      }
    }),
  )
})
test('a missing fact makes a condition unknown, never a no', () => {
  fc.assert(
    fc.property(markets, (market) => {
      for (const person of rows(market.people.count))
        for (const vacancy of rows(market.vacancies.count)) {
          const { age, schooling } = judgePair(market, weights, person, vacancy)
          if (market.people.age[person] === 0) expect(age).toBe('unknown')
          if (market.people.schooling[person] === 0) expect(schooling ?? 'unknown').toBe('unknown')
        }
    }),
  )
})
test('what would open more are the vacancies that one condition alone bars', () => {
  fc.assert(
    fc.property(markets, (market) => {
      const engine = engineOf(market, weights)
      for (const person of rows(market.people.count)) {
        const single = rows(market.vacancies.count).filter((vacancy) => {
          const bits = unmet(market, weights, person, vacancy)
          const barred = bits & (CONDITIONS.occupation | CONDITIONS.openings)
          return bits !== 0 && (bits & (bits - 1)) === 0 && barred === 0
        })
        const opened = wouldOpen(market, engine, person).reduce((sum, { vacancies }) => sum + vacancies, 0)
        expect(opened).toBe(single.length)
      }
    }),
  )
})
test('everybody without an anchor has a reason, and the gaps add up to them', () => {
  fc.assert(
    fc.property(markets, (market) => {
      const engine = engineOf(market, weights)
      const { anchor } = runCity(engine)
      const reasons = unmatchedReasons(market, engine, anchor)
      const without = [...anchor].filter((slot) => slot < 0).length
      expect(reasons.filter((reason) => reason !== undefined)).toHaveLength(without)
      expect(gapsOf(market, reasons).reduce((sum, { people }) => sum + people, 0)).toBe(without)
      for (const [position, row] of engine.order.entries()) {
        const some = rows(market.vacancies.count).some((vacancy) => unmet(market, weights, row, vacancy) === 0)
        if (anchor[position]! < 0) expect(reasons[row] === 'allFull').toBe(some)
      }
    }),
  )
})
