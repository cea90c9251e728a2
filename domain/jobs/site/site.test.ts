import fc from 'fast-check'
import { expect, test } from 'vitest'
import { awardAid } from './award.ts'
import { insuredHere, type MonthFacts, wageMatch } from './match.ts'
import { wageSpread } from './wage-spread.ts'

const facts: fc.Arbitrary<MonthFacts> = fc.record({
  paid: fc.record({ here: fc.boolean(), other: fc.boolean(), unnamed: fc.boolean() }),
  covered: fc.option(fc.boolean()),
  elsewhere: fc.boolean(),
})
test('nobody is said to be uninsured whom this employer insures, nor insured whom nobody does', () => {
  fc.assert(
    fc.property(facts, (month) => {
      const said = insuredHere(month)
      const { paid, covered } = month
      if (paid.here || covered === true) expect(said).toBe('yes')
      if (!paid.here && !paid.other && !paid.unnamed && covered === null) expect(said).toBe('unknown')
      if (said === 'yes') expect(paid.here || paid.unnamed || covered === true).toBe(true)
      if (said === 'no') expect(paid.other || covered === false).toBe(true)
    }),
  )
})

test.each([
  [200_000, 200_000, false, 'same'],
  [200_000, 180_000, false, 'same'],
  [200_000, 179_999, false, 'less'],
  [200_000, 220_001, false, 'more'],
  [200_000, 90_000, true, 'unknown'],
  [null, 90_000, false, 'unknown'],
  [200_000, null, false, 'unknown'],
] as const)('recorded %s, paid %s, part of a month %s: %s', (statedFen, paidFen, part, said) => {
  expect(wageMatch({ statedFen, paidFen, part }, 10)).toBe(said)
})

const CLASSES = { stableMonths: 3, least: [40, 20, 10], yuan: { excellent: [100_000, 70_000, 40_000] } }
test.each([
  [9, null, {}, { least: 10, more: 1 }],
  [10, 10, { excellent: 40_000 }, { least: 20, more: 10 }],
  [39, 20, { excellent: 70_000 }, { least: 40, more: 1 }],
  [40, 40, { excellent: 100_000 }, null],
])('%s stable people are in class %s', (stable, least, yuan, next) => {
  expect(awardAid(CLASSES, stable)).toEqual({ class: least, yuan, next })
})

test('the middle wage lies between the lowest and the highest, and half of the wages on either side', () => {
  expect(wageSpread([])).toBe(null)
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 1 }), (wages) => {
      const { known, medianFen, lowestFen, highestFen } = wageSpread(wages)!
      expect(known).toBe(wages.length)
      expect(lowestFen <= medianFen && medianFen <= highestFen).toBe(true)
      expect(wages.filter((wage) => wage <= medianFen).length * 2).toBeGreaterThanOrEqual(wages.length)
      expect(wages.filter((wage) => wage >= medianFen).length * 2).toBeGreaterThanOrEqual(wages.length)
    }),
  )
})
