import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaScope, inScope, levelOf, NO_SCOPE, postScope, withinScope } from './scope.ts'

const place = fc.record({
  county: fc.integer({ min: 500101, max: 500243 }),
  town: fc.integer({ min: 1, max: 999 }),
  village: fc.integer({ min: 1, max: 999 }),
})
const digits = (county: number, town: number, village: number) => county * 1_000_000 + town * 1000 + village

describe('scope', () => {
  it('is the subtree, as the digits of the code say', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const area = digits(b.county, b.town, b.village)
        const sees = (top: number) => inScope(areaScope(top), area)
        expect(sees(digits(a.county, 0, 0))).toBe(a.county === b.county)
        expect(sees(digits(a.county, a.town, 0))).toBe(a.county === b.county && a.town === b.town)
        expect(sees(digits(a.county, a.town, a.village))).toBe(digits(a.county, a.town, a.village) === area)
        expect(sees(500_000_000_000)).toBe(true)
      }),
    )
  })
  it('knows the level of a code', () => {
    expect([500000000000, 500235000000, 500235001000, 500235001001].map(levelOf)).toEqual([
      'city',
      'county',
      'town',
      'village',
    ])
  })
  it('is empty for administrators and where role and area do not fit', () => {
    for (const role of ['system', 'security', 'audit'] as const)
      expect(postScope({ role, area: null })).toEqual(NO_SCOPE)
    expect(postScope({ role: 'village', area: 500235000000 })).toEqual(NO_SCOPE)
    expect(postScope({ role: 'county', area: 500235000000 })).toEqual({ lo: 500235000000, hi: 500236000000 })
    expect(inScope(NO_SCOPE, 0)).toBe(false)
  })
  it('lies within another or not', () => {
    expect(withinScope(areaScope(500235000000), areaScope(500235001001))).toBe(true)
    expect(withinScope(areaScope(500235001001), areaScope(500235000000))).toBe(false)
    expect(withinScope(areaScope(500235001000), NO_SCOPE)).toBe(true)
  })
})
