import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion, apportionWithin } from './apportion.ts'

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 })

test('parts are whole and add up, and none is more than one off its share', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000), weights, (total, w) => {
      const parts = apportion(total, w)
      expect(sum(parts)).toBe(total)
      const off = parts.map((part, i) => Math.abs(part - (total * w[i]!) / sum(w)))
      if (sum(w) > 0) expect(Math.max(...off)).toBeLessThan(1)
    }),
  )
})
test('no part passes its ceiling; what fits nowhere is refused', () => {
  fc.assert(
    fc.property(weights, fc.nat(100), (w, share) => {
      const ceilings = w.map((n) => n + 3)
      const total = Math.floor((sum(ceilings) * share) / 100)
      const parts = apportionWithin(total, w, ceilings)
      expect(sum(parts)).toBe(total)
      expect(parts.filter((part, i) => part > ceilings[i]!)).toEqual([])
    }),
  )
  expect(() => apportionWithin(5, [1, 1], [2, 2])).toThrow(/1 of 5/)
})
