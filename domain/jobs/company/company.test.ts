import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markets, weights } from '../../../test/small-market.ts'
import { engineOf } from '../engine/engine.ts'
import { offersFor } from '../explained/for-person.ts'
import { offersTogether } from '../explained/offers-together.ts'
import { runCity } from '../run/city-run.ts'
import { aroundOf, companyAt, nearestTo, type Spot, STEPS } from './company.ts'

const places = [500_235_001_001, 500_235_001_002, 500_235_002_001, 500_235_000_000, 500_000_000_000, 440_000_000_000]
const spot = fc.record({
  id: fc.integer({ min: 1, max: 6 }),
  employer: fc.constantFrom('甲', '乙'),
  place: fc.constantFrom(...places),
  left: fc.integer({ min: 1, max: 2 }),
})
const spots = fc.uniqueArray(spot, { selector: ({ id }) => id })

/** The same said pair by pair. */
function stepOf(one: Spot, other: Spot) {
  if (one.id === other.id && one.left < 2) return undefined
  if (one.employer === other.employer && one.place === other.place) return 'workplace'
  const [a, b] = [String(one.place), String(other.place)]
  if (a.slice(0, 9) === b.slice(0, 9) && a.slice(6, 9) !== '000') return 'town'
  return a.slice(0, 6) === b.slice(0, 6) && a.slice(2, 6) !== '0000' ? 'county' : undefined
}

test('the nearest a companion could work is the nearest of all pairs, and alone there is no company', () => {
  fc.assert(
    fc.property(spot, spots, (own, others) => {
      const steps = others.map((other) => stepOf(own, own.id === other.id ? own : other))
      const same = others.map((other) => (own.id === other.id ? own : other))
      expect(nearestTo(own, aroundOf(same))?.step).toBe(STEPS.find((step) => steps.includes(step)))
      expect(companyAt(own, [])).toBeUndefined()
      expect(companyAt(own, [aroundOf([]), aroundOf(same)])?.people ?? 0).toBe(steps.some((step) => step) ? 1 : 0)
    }),
    { numRuns: 500, seed: 2021 },
  )
})
test('company moves offers within what is eligible: by points for it, exactly, and not at all where it is worth nothing', () => {
  fc.assert(
    fc.property(markets, fc.func(fc.integer({ min: 0, max: 60 })), (market, worth) => {
      const engine = engineOf(market, weights)
      const { cutOffs } = runCity(engine)
      for (const position of engine.order.keys()) {
        const all = offersFor(market, engine, cutOffs, position, 60)
        const nothing = offersTogether(market, engine, cutOffs, position, 60, () => 0)
        expect(nothing.map(({ surplus }) => surplus)).toEqual(all.map(({ surplus }) => surplus))
        const together = offersTogether(market, engine, cutOffs, position, 3, worth)
        const expected = all
          .map((each) => Math.floor(((each.worth.total + worth(each.vacancy)) * each.chance) / 1000))
          .sort((a, b) => b - a)
        expect(together.map(({ surplus }) => surplus)).toEqual(expected.slice(0, 3))
      }
    }),
    { seed: 2021 },
  )
})
