import { describe, expect, it } from 'vitest'
import { api } from '../api.ts'
import { can, permissionsOf } from './permission.ts'
import { type Role, roleWords } from './role.ts'

const roles = Object.keys(roleWords) as Role[]
const needed = [...new Set(Object.values(api).map((route) => route.needs))]
const asked = needed.filter((permission) => permission !== 'public' && permission !== 'signedIn')

describe('permissions', () => {
  it('are all held by somebody, and only those routes ask for are held', () => {
    expect([...new Set(roles.flatMap(permissionsOf))].sort()).toEqual([...asked].sort())
  })
  it('keep the three administrators from files, and officers from accounts and the log', () => {
    for (const role of ['system', 'security', 'audit'] as const)
      expect(permissionsOf(role).filter((permission) => /^(people|places|indicators)\./.test(permission))).toEqual([])
    for (const role of ['village', 'town', 'county', 'city'] as const)
      expect(permissionsOf(role).filter((permission) => permission.startsWith('access.'))).toEqual([])
    expect(can({ role: 'audit' }, 'access.accounts').allowed).toBe(false)
    expect(can({ role: 'security' }, 'access.audit').allowed).toBe(false)
  })
  it('say nothing is open to nobody but what is public', () => {
    for (const permission of needed) expect(can(undefined, permission).allowed).toBe(permission === 'public')
  })
  it('tell whom to ask', () => {
    expect(can({ role: 'village' }, 'people.export')).toMatchObject({
      words: { zh: expect.stringContaining('乡镇经办') },
    })
    expect(can({ role: 'audit' }, 'people.read')).toMatchObject({
      words: { en: expect.stringContaining('reads no files') },
    })
    expect(can({ role: 'city' }, 'gizmo.turn')).toMatchObject({ allowed: false })
  })
})
