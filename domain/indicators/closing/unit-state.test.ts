import { describe, expect, it } from 'vitest'
import { type ApprovalLine, outstandingBelow, unitStates } from './unit-state.ts'

const COUNTY = 500235000000
const TOWN = 500235001000
const ONE = 500235001001
const TWO = 500235001002
const units = [COUNTY, TOWN, ONE, TWO].map((area) => ({ area, hash: `h${area}` }))
const said = (area: number, act: ApprovalLine['act'] = 'confirmed', hash = `h${area}`): ApprovalLine => ({
  area,
  act,
  hash,
})
const states = (...lines: ApprovalLine[]) => [COUNTY, TOWN, ONE, TWO].map((area) => unitStates(units, lines).get(area))

describe('where units stand', () => {
  it('follows from what was said, the lowest first', () => {
    expect(states()).toEqual(['waiting', 'waiting', 'ready', 'ready'])
    expect(states(said(ONE))).toEqual(['waiting', 'waiting', 'confirmed', 'ready'])
    expect(states(said(ONE), said(TWO))).toEqual(['waiting', 'ready', 'confirmed', 'confirmed'])
    expect(states(said(ONE), said(TWO), said(TOWN))).toEqual(['ready', 'confirmed', 'confirmed', 'confirmed'])
  })
  it('a unit above does not stand confirmed while one below is sent back', () => {
    const all = [said(ONE), said(TWO), said(TOWN), said(COUNTY)]
    expect(states(...all, said(ONE, 'sent_back'))).toEqual(['waiting', 'waiting', 'sent_back', 'confirmed'])
    expect(states(...all, said(ONE, 'sent_back'), said(ONE))).toEqual(Array(4).fill('confirmed'))
  })
  it('what was said of other figures does not count; of the same figures it holds', () => {
    const before = [said(ONE, 'confirmed', 'other'), said(TWO, 'sent_back', 'other'), said(TWO)]
    expect(states(...before)).toEqual(['waiting', 'waiting', 'ready', 'confirmed'])
  })
  it('names whom a confirmation in place stands for, the lowest first; a village without a town hangs on the county', () => {
    const areas = (all: typeof units, of: number) =>
      outstandingBelow(all, unitStates(all, [said(ONE)]), of).map(({ area }) => area)
    expect(areas(units, COUNTY)).toEqual([TWO, TOWN])
    expect(
      areas(
        units.filter(({ area }) => area !== TOWN),
        COUNTY,
      ),
    ).toEqual([TWO])
  })
})
