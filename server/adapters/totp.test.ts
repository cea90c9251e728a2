import { describe, expect, it } from 'vitest'
import { matchTotp, newTotpSecret, totpCode, totpUri } from './totp.ts'

const SECRET = Buffer.from('12345678901234567890')
const at = (seconds: number) => new Date(seconds * 1000)

describe('one-time codes', () => {
  it('give the vectors of RFC 6238, appendix B', () => {
    const vectors: [number, string][] = [
      [59, '94287082'],
      [1111111109, '07081804'],
      [1111111111, '14050471'],
      [1234567890, '89005924'],
      [2000000000, '69279037'],
      [20000000000, '65353130'],
    ]
    for (const [seconds, code] of vectors) expect(totpCode(SECRET, Math.floor(seconds / 30), 8)).toBe(code)
  })
  it('count within one step of the clock, and once', () => {
    const code = totpCode(SECRET, 100)
    expect(matchTotp(SECRET, code, at(100 * 30), null)).toBe(100)
    expect(matchTotp(SECRET, code, at(101 * 30 + 29), null)).toBe(100)
    expect(matchTotp(SECRET, code, at(99 * 30), null)).toBe(100)
    expect(matchTotp(SECRET, code, at(102 * 30), null)).toBeUndefined()
    expect(matchTotp(SECRET, code, at(98 * 30 + 29), null)).toBeUndefined()
    expect(matchTotp(SECRET, code, at(100 * 30), 100)).toBeUndefined()
    expect(matchTotp(newTotpSecret(), code, at(100 * 30), null)).toBeUndefined()
    expect(matchTotp(SECRET, '', at(100 * 30), null)).toBeUndefined()
  })
  it('are set up by an address that apps read', () => {
    expect(totpUri(SECRET, 'yunyang')).toContain('secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ricebowl')
  })
})
