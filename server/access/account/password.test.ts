import { describe, expect, it } from 'vitest'
import { hashPassword, nobodysHash, passwordFits } from './password.ts'

describe('passwords', () => {
  it('fit their own hash and no other, however they were composed', async () => {
    const hash = await hashPassword('饭碗 é 1234')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await passwordFits('饭碗 é 1234', hash)).toBe(true)
    expect(await passwordFits('饭碗 é 1234', hash)).toBe(true)
    expect(await passwordFits('饭碗 é 1235', hash)).toBe(false)
    expect(await passwordFits('饭碗 é 1234', await nobodysHash())).toBe(false)
    expect(await passwordFits('', 'nonsense')).toBe(false)
    expect(await hashPassword('饭碗 é 1234')).not.toBe(hash)
  })
  it('are checked two at a time; a flood is turned away and leaves nothing behind', async () => {
    const hash = await hashPassword('once')
    const flood = await Promise.allSettled(Array.from({ length: 60 }, () => passwordFits('once', hash)))
    expect(flood.filter((one) => one.status === 'fulfilled' && one.value)).toHaveLength(42)
    expect(flood.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'access.signIn.busy',
      status: 503,
    })
    expect(await passwordFits('once', hash)).toBe(true)
  }, 20_000)
})
