import { createCipheriv, createHmac, hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fieldCrypto } from './field-crypto.ts'

const testKeys = (secret: string, fieldKeyId = 1) => ({
  fieldKeyId,
  fieldKey: (purpose: string, id = fieldKeyId) => createHmac('sm3', secret).update(`${purpose} ${id}`).digest(),
})
const sealed = fieldCrypto(testKeys('a'))
const NUMBER = '50019919900101123X'

describe('known answers of the national algorithms', () => {
  it('SM3 of "abc" (GB/T 32905 A.1)', () => {
    expect(hash('sm3', 'abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  })
  it('SM4 of the block of GB/T 32907 A.1', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false)
    expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  })
})

describe('sealed fields', () => {
  it('open to what was sealed, and never look the same twice', () => {
    const one = sealed.seal('person.id', 500235, 7, NUMBER)
    const two = sealed.seal('person.id', 500235, 7, NUMBER)
    expect(one.equals(two)).toBe(false)
    expect(one.includes(NUMBER)).toBe(false)
    expect(sealed.open('person.id', 500235, 7, one)).toBe(NUMBER)
    expect(
      sealed.open('household.address', 500235, 7, sealed.seal('household.address', 500235, 7, '双江街道一组12号')),
    ).toBe('双江街道一组12号')
    expect(sealed.open('person.phone', 500235, 7, sealed.seal('person.phone', 500235, 7, ''))).toBe('')
  })
  it('refuse every altered byte and every cut', () => {
    const cipher = sealed.seal('person.id', 500235, 7, NUMBER)
    for (let at = 0; at < cipher.length; at++) {
      const altered = Buffer.from(cipher)
      altered[at]! ^= 1
      expect(() => sealed.open('person.id', 500235, 7, altered), `byte ${at}`).toThrow()
      expect(() => sealed.open('person.id', 500235, 7, cipher.subarray(0, at)), `cut at ${at}`).toThrow(/damaged/)
    }
  })
  it('refuse a cipher moved to another row, county, column or installation', () => {
    const cipher = sealed.seal('person.id', 500235, 7, NUMBER)
    expect(() => sealed.open('person.id', 500235, 8, cipher)).toThrow(/another row/)
    expect(() => sealed.open('person.id', 500236, 7, cipher)).toThrow(/another row/)
    expect(() => sealed.open('person.phone', 500235, 7, cipher)).toThrow(/another row/)
    expect(() => fieldCrypto(testKeys('b')).open('person.id', 500235, 7, cipher)).toThrow(/another row/)
  })
  it('say nothing of the value when they refuse', () => {
    const altered = sealed.seal('person.id', 500235, 7, NUMBER).fill(0, 20, 21)
    expect(() => sealed.open('person.id', 500235, 7, altered)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('5001') }),
    )
  })
  it('are read after a change of keys, and indexes stay equal', () => {
    const later = fieldCrypto(testKeys('a', 2))
    const old = sealed.seal('person.id', 500235, 7, NUMBER)
    expect(later.open('person.id', 500235, 7, old)).toBe(NUMBER)
    expect(later.seal('person.id', 500235, 7, NUMBER).readUInt16BE(1)).toBe(2)
    expect(later.index('person.id', NUMBER).equals(sealed.index('person.id', NUMBER))).toBe(true)
  })
  it('have an index a column, of 32 bytes', () => {
    expect(sealed.index('person.id', NUMBER).length).toBe(32)
    expect(sealed.index('person.id', NUMBER).equals(sealed.index('person.phone', NUMBER))).toBe(false)
  })
})
