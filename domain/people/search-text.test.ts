import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityCheckDigit } from './identity.ts'
import { nameGrams, readSearch } from './search-text.ts'

const ask = (text: string) => {
  const reading = readSearch(text)
  return reading.ok
    ? Object.fromEntries(Object.entries(reading.ask).filter(([, value]) => value !== null))
    : reading.words.en
}

describe('what is typed into the search field', () => {
  it('is part of a name', () => {
    expect(ask(' 伟 ')).toEqual({ grams: ['伟'] })
    expect(ask('建国')).toEqual({ grams: ['建国'] })
    expect(ask('张 建国')).toEqual({ grams: ['张建', '建国'] })
    expect(ask('买买提·艾力')).toEqual({ grams: ['买买', '买提', '提艾', '艾力'] })
    expect(ask('𠮷田')).toEqual({ grams: ['𠮷田'] })
  })
  it('is pinyin or initials', () => {
    expect(ask('Zhang San')).toEqual({ pinyin: 'zhangsan' })
    expect(ask('zs')).toEqual({ initials: 'zs', pinyin: 'zs' })
    expect(ask('z s')).toEqual({ initials: 'zs' })
    expect(ask('lü')).toEqual({ initials: 'lv', pinyin: 'lv' })
    expect(ask("xi'an")).toEqual({ pinyin: 'xian' })
  })
  it('is a whole identity number, or is told why it is none', () => {
    const number = `50019919900101123${identityCheckDigit('50019919900101123')}`
    expect(ask(number.toLowerCase())).toEqual({ identity: number })
    expect(ask('5001991990')).toContain('18 places')
    expect(ask(`${number.slice(0, 15)}000`)).toContain('spreadsheet')
    expect(ask('!?')).toContain('Type a name')
  })
  it('finds every name by any part of it', () => {
    const name = fc.array(fc.constantFrom(...'张王李伟芳建国欧阳'), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(name, fc.nat(3), fc.nat(4), (chars, from, length) => {
        const part = chars.slice(from, from + length + 1).join('')
        if (part === '') return
        const reading = readSearch(part)
        const kept = nameGrams(chars.join(''))
        expect(reading.ok && reading.ask.grams?.every((gram) => kept.includes(gram))).toBe(true)
      }),
    )
  })
})
