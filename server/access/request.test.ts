import { describe, expect, it } from 'vitest'
import { endedCookie, sessionCookie, sessionToken } from './cookie.ts'
import { requireSameOrigin } from './same-origin.ts'

describe('the session cookie', () => {
  it('is bound to the host over TLS, and plain on the loopback', () => {
    expect(sessionCookie('t', true)).toBe('__Host-ricebowl=t; Path=/; HttpOnly; SameSite=Lax; Secure')
    expect(sessionCookie('t', false)).toBe('ricebowl=t; Path=/; HttpOnly; SameSite=Lax')
    expect(endedCookie(false)).toContain('Max-Age=0')
  })
  it('is read back under its own name only', () => {
    expect(sessionToken('a=1; ricebowl=t; b=2', false)).toBe('t')
    expect(sessionToken('ricebowl=t', true)).toBeUndefined()
    expect(sessionToken('__Host-ricebowl=t', true)).toBe('t')
    expect(sessionToken('xricebowl=t; ricebowl=', false)).toBeUndefined()
    expect(sessionToken(undefined, false)).toBeUndefined()
  })
})

describe('acts from other sites', () => {
  const allowed = (method: string, headers: Record<string, string>) => () =>
    requireSameOrigin(method, { host: 'bureau.example', ...headers })
  it('are refused, whatever the method', () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: 'https://evil.example' },
        { origin: 'https://bureau.example.evil.example' },
        { origin: 'https://bureau.example:8443' },
        { origin: 'null' },
        { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
      ])
        expect(allowed(method, headers), JSON.stringify(headers)).toThrow(/another site/)
    }
  })
  it('and nothing else is', () => {
    expect(allowed('GET', { 'sec-fetch-site': 'cross-site' })).not.toThrow()
    expect(allowed('POST', { 'sec-fetch-site': 'same-origin', origin: 'https://bureau.example' })).not.toThrow()
    expect(allowed('DELETE', { origin: 'http://bureau.example' })).not.toThrow()
    expect(allowed('POST', {})).not.toThrow()
  })
})
