import type { Static } from 'typebox'
import type { Words } from '../base/fail.ts'
import type { Role as RoleSchema } from './access.api.ts'

export type Role = Static<typeof RoleSchema>

/** 三员分立: those who keep the system, its security and its log; none of them reads files. */
export type Duty = 'files' | 'system' | 'security' | 'audit' | 'employer'

export const roleWords: Record<Role, Words> = {
  village: { zh: '村级经办', en: 'village officer' },
  town: { zh: '乡镇经办', en: 'town officer' },
  county: { zh: '区县经办', en: 'county officer' },
  city: { zh: '市级经办', en: 'city officer' },
  system: { zh: '系统管理员', en: 'system administrator' },
  security: { zh: '安全管理员', en: 'security administrator' },
  audit: { zh: '审计管理员', en: 'audit administrator' },
  employer: { zh: '用人单位', en: 'employer' },
}

/** What keeps administrators apart, and employers from all of them: nobody holds posts of two duties at a time. */
export function dutyOf(role: Role): Duty {
  return role === 'system' || role === 'security' || role === 'audit' || role === 'employer' ? role : 'files'
}
