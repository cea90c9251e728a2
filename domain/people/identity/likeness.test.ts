import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identityCheckDigit, readIdentity } from '../identity.ts'
import { type Likened, likeness, POSSIBLE, PROBABLE } from './likeness.ts'
import { numberLikeness, slipsOf } from './near-number.ts'

const numbered = (digits: string) => digits + identityCheckDigit(digits)
const NUMBER = numbered('50019919880312123')
const nobody: Likened = {
  ...{ name: '', pinyin: '', sex: null, birthDate: null, household: null, area: null },
  ...{ phone: null, bank: null, number: null },
}
const ran: Likened = {
  ...{ name: '冉光秀', pinyin: 'ran guang xiu', sex: 'female', birthDate: '1988-03-12', household: 1, area: 2 },
  ...{ phone: 'a', bank: 'b', number: NUMBER },
}

test('slips of the pen are recognised whatever they did to the check digit', () => {
  expect(numberLikeness(NUMBER, numbered('50019919880312133'))).toBe('one_place')
  expect(numberLikeness(NUMBER, numbered('50019919880312132'))).toBe('swapped')
  expect(numberLikeness(NUMBER, numbered('50019919880312199'))).toBe('two_places')
  expect(numberLikeness(NUMBER, numbered('50019919750101001'))).toBe(null)
})

test('every slip is a valid number and near, and its slips lead back', () => {
  const slips = slipsOf(NUMBER)
  expect(slips.length).toBeGreaterThan(100)
  for (const slip of slips) {
    expect(readIdentity(slip).ok).toBe(true)
    expect(['one_place', 'swapped']).toContain(numberLikeness(NUMBER, slip))
  }
  expect(slipsOf(slips[7]!)).toContain(NUMBER)
})

test('a blank is like nothing, not even another blank', () => {
  expect(likeness(nobody, { ...nobody, name: '甲' })).toEqual({ score: 0, reasons: [] })
  expect(likeness(nobody, { ...nobody })).toEqual({ score: 0, reasons: [] })
  expect(likeness({ ...ran, number: null }, { ...nobody, name: '乙' }).reasons).toEqual([])
})

test('a name with a birthday is looked at; two numbers of their own outweigh it; a slip makes it probable', () => {
  const twin = { ...nobody, name: ran.name, birthDate: ran.birthDate }
  expect(likeness(ran, twin).score).toBeGreaterThanOrEqual(POSSIBLE)
  expect(likeness(ran, { ...twin, number: numbered('50019919880312477') }).score).toBeLessThan(PROBABLE)
  expect(likeness(ran, { ...twin, number: numbered('50019819880312477') }).score).toBeLessThan(POSSIBLE)
  expect(likeness(ran, { ...twin, number: numbered('50019919880312133') }).score).toBeGreaterThanOrEqual(PROBABLE)
})

test('neighbours of one birthday have near numbers and are nobody’s duplicates for it', () => {
  const neighbour = { ...nobody, name: '谭英', pinyin: 'tan ying', birthDate: ran.birthDate, area: ran.area }
  expect(likeness(ran, { ...neighbour, number: numbered('50019919880312133') }).score).toBeLessThan(POSSIBLE)
})

test('one number with neither name nor birthday in common is possible, not probable: oftener it was mistyped', () => {
  const other = { ...ran, name: '谭英', pinyin: 'tan ying', birthDate: '1950-01-09' }
  const { score } = likeness(ran, other)
  expect(score).toBeGreaterThanOrEqual(POSSIBLE)
  expect(score).toBeLessThan(PROBABLE)
  expect(likeness(ran, { ...other, birthDate: ran.birthDate }).score).toBeGreaterThanOrEqual(PROBABLE)
})

test('likeness does not depend on which file comes first', () => {
  const file = fc.record({
    ...{ name: fc.constantFrom('冉光秀', '冉广秀', '李文'), pinyin: fc.constantFrom('ran guang xiu', 'li wen', '') },
    ...{ sex: fc.constantFrom('male', 'female', null), birthDate: fc.constantFrom('1988-03-12', '1988-12-03', null) },
    ...{ household: fc.constantFrom(1, 2, null), area: fc.constantFrom(1, 2, null) },
    ...{ phone: fc.constantFrom('a', null), bank: fc.constantFrom('b', null) },
    number: fc.constantFrom(NUMBER, numbered('50019919880312133'), numbered('50019919750101001'), null),
  })
  const symmetric = fc.property(file, file, (one, other) => {
    expect(likeness(one, other)).toEqual(likeness(other, one))
  })
  fc.assert(symmetric)
})
