import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityCheckDigit, identityToIndex, readIdentity } from './identity.ts'
import { maskBank, maskIdentity, maskPhone, normalisePhone } from './identity-mask.ts'

// 110105194912310 02X is the worked example of GB 11643-1999; the others carry 500199, a prefix never assigned.
const STANDARD = '11010519491231002X'
const demo = (digits17: string) => digits17 + identityCheckDigit(digits17)
const reason = (text: string) => {
  const reading = readIdentity(text)
  return reading.ok ? 'valid' : reading.reason
}

describe('identity numbers', () => {
  it('read the example of the standard', () => {
    expect(readIdentity(STANDARD)).toEqual({
      ok: true,
      number: STANDARD,
      kind: 'resident',
      birthDate: '1949-12-31',
      sex: 'female',
      upgraded: false,
      suspect: false,
    })
  })
  it('take what hands and spreadsheets put around them', () => {
    for (const text of [
      '11010519491231002x',
      ' 110105 19491231 002X ',
      '11010519491231002X',
      "'11010519491231002X",
      '11010519491231002Х',
      '\u200b11010519491231002X\ufeff',
    ])
      expect(identityToIndex(text), text).toBe(STANDARD)
  })
  it('upgrade 15 places, the centenarians’ order codes included', () => {
    expect(readIdentity('500199900101123')).toMatchObject({
      ok: true,
      number: demo('50019919900101123'),
      upgraded: true,
      sex: 'male',
    })
    expect(readIdentity('500199980101997')).toMatchObject({ ok: true, birthDate: '1898-01-01' })
  })
  it('read residence permits and foreign permanent-resident cards', () => {
    for (const [digits, kind] of [
      ['81000019900101123', 'hong_kong'],
      ['82000019900101123', 'macau'],
      ['83000019900101123', 'taiwan'],
      ['93184019900101123', 'foreign'],
    ] as const)
      expect(readIdentity(demo(digits))).toMatchObject({ ok: true, kind })
    expect(reason(demo('84000019900101123'))).toBe('prefix')
    expect(reason(demo('01010519900101123'))).toBe('prefix')
  })
  it('do not ask today’s divisions: a code long gone is as good as any', () => {
    expect(reason(demo('51022319700101123'))).toBe('valid')
    expect(reason(demo('50019919700101123'))).toBe('valid')
  })
  it('say what is wrong', () => {
    expect(reason('')).toBe('blank')
    expect(reason('　')).toBe('blank')
    expect(reason('5001991990010112')).toBe('length')
    expect(reason('无')).toBe('length')
    expect(reason('5001991990010112XX')).toBe('character')
    expect(reason(demo('50019919900230123'))).toBe('date')
    expect(reason(demo('50019910000101123'))).toBe('date')
    expect(reason('110105194912310021')).toBe('check')
    expect(reason('5.00199E+17')).toBe('spreadsheet')
    expect(reason('500101199001011200')).toBe('spreadsheet')
    expect(reason('500199196107320000')).toBe('spreadsheet')
  })
  it('know a spreadsheet’s and a double’s rounding, and doubt a number that passes by luck', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 28000 }), fc.integer({ min: 1, max: 999 }), (day, order) => {
        const birth = new Date(Date.UTC(1930, 0, 1) + day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
        const whole = demo(`500199${birth}${String(order).padStart(3, '0')}`)
        for (const rounded of [`${whole.slice(0, 15)}000`, String(Number(whole.replace('X', '0')))]) {
          if (rounded === whole) continue
          const reading = readIdentity(rounded)
          expect(reading.ok ? reading.suspect : reading.reason).toBe(reading.ok ? true : 'spreadsheet')
        }
      }),
    )
  })
  it('notice every single wrong digit and every swap of neighbours', () => {
    const whole = demo('50019919880229231')
    for (let at = 0; at < 18; at++)
      for (const digit of '0123456789') {
        if (digit === whole[at]) continue
        expect(readIdentity(whole.slice(0, at) + digit + whole.slice(at + 1)).ok).toBe(false)
      }
    for (let at = 0; at < 17; at++) {
      const swapped = whole.slice(0, at) + whole[at + 1] + whole[at] + whole.slice(at + 2)
      if (swapped !== whole) expect(readIdentity(swapped).ok, swapped).toBe(false)
    }
  })
  it('blank and invalid numbers have nothing to index', () => {
    for (const text of [null, undefined, '', '  ', '无', '110105194912310021']) expect(identityToIndex(text)).toBeNull()
  })
})

describe('masks', () => {
  it('hide birth date, phone and account', () => {
    expect(maskIdentity(STANDARD)).toBe('110*************2X')
    expect(maskIdentity('1234567')).toBe('*******')
    expect(maskPhone('+86 138 1234 5678')).toBe('138****5678')
    expect(maskPhone('023-58881234')).toBe('023****1234')
    expect(maskPhone('110')).toBe('***')
    expect(maskBank('6217 0000 1234 5678')).toBe('****5678')
    expect(maskBank('123')).toBe('***')
    expect(normalisePhone('008613812345678')).toBe('13812345678')
    expect(normalisePhone('8613812345678')).toBe('13812345678')
  })
})
