import { describe, expect, it } from 'vitest'
import { creditCodeCheck, readCreditCode } from './credit-code.ts'

describe('unified social credit codes', () => {
  it('take the example of GB 32100-2015 and what hands put around it', () => {
    for (const text of ['91350100M000100Y43', ' 91350100m000100y43', '91350100M000100Y43'])
      expect(readCreditCode(text)).toEqual({ ok: true, code: '91350100M000100Y43' })
  })
  it('refuse every single wrong place', () => {
    const code = '91350100M000100Y43'
    for (let at = 0; at < 18; at++)
      for (const place of '0123456789ABCDEFGHJKLMNPQRTUWXY')
        if (place !== code[at]) expect(readCreditCode(code.slice(0, at) + place + code.slice(at + 1)).ok).toBe(false)
  })
  it('say what is wrong', () => {
    for (const text of ['', null, '91350100M000100Y4', '91350100I000100Y43'])
      expect(readCreditCode(text).ok).toBe(false)
    expect(creditCodeCheck('91350100M000100Y4')).toBe('3')
  })
})
