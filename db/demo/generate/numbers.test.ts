import { expect, test } from 'vitest'
import { readIdentity } from '#domain/people/identity.ts'
import { readCreditCode } from '#domain/places/credit-code.ts'
import { bankNumber, creditCode, identityNumber, phoneNumber } from '../invented-number.ts'
import { NumberGiver } from './numbers.ts'

const BIRTH = 3000

test('two batches never give one number, however many are born on one day; a full day moves on', () => {
  const batches = 113
  const given = [0, 1, 112].map((index) => new NumberGiver({ index, batches }))
  const numbers = given.flatMap((giver) => Array.from({ length: 30 }, () => giver.identity(BIRTH, true).number))
  expect(new Set(numbers).size).toBe(90)
  expect(given[0]?.identity(BIRTH, true).birth).toBeGreaterThan(BIRTH)
  expect(given[0]?.identity(BIRTH, false).birth).toBe(BIRTH)
})
test('identity numbers read back: valid, sex and birthday as given, prefix never assigned', () => {
  for (const male of [true, false]) {
    const number = identityNumber(BIRTH, 246 + Number(male))
    expect(readIdentity(number)).toMatchObject({ ok: true, birthDate: '1978-03-20', sex: male ? 'male' : 'female' })
    expect(number.startsWith('500199')).toBe(true)
  }
  const broken = identityNumber(BIRTH, 246).replace(/^5/, '4')
  expect(readIdentity(broken).ok).toBe(false)
})
test('phones, accounts and credit codes have their length and no real prefix', () => {
  expect(phoneNumber(1_234_567)).toMatch(/^129\d{8}$/)
  expect(bankNumber(42)).toMatch(/^009999\d{13}$/)
  const digits = [...bankNumber(42)].reverse().map(Number)
  expect(digits.reduce((total, d, i) => total + (i % 2 === 0 ? d : d * 2 > 9 ? d * 2 - 9 : d * 2), 0) % 10).toBe(0)
  expect(creditCode(17)).toMatch(/^91500199XX000017[0-9X][0-9A-Y]$/)
  for (const serial of [0, 17, 10_123, 760_000]) expect(readCreditCode(creditCode(serial)).ok).toBe(true)
})
