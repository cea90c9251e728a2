import type { Words } from '../base/fail.ts'
import type { Permission } from '../base/route.ts'
import { dutyOf, type Role, roleWords } from './role.ts'

const READING = [
  'places.read',
  'plan.read',
  'indicators.read',
  'people.list',
  'people.read',
  'people.reveal',
  'lists.read',
  'jobs.read',
] as const
/** Whoever has units below decides on waivers and on what others ask for, sends orders, and answers those from above. */
const LEADING = ['people.confirm', 'needs.waive', 'needs.supervise', 'needs.answer'] as const

/**
 * What each role may do within its scope. Facts are recorded one by one where the person is known; the city reads and checks. Lists of
 * the nation come to the city, for all its counties in one file: it brings them in.
 */
const PERMISSIONS: Record<Role, readonly string[]> = {
  village: [
    ...READING,
    'needs.answer',
    'people.record',
    'jobs.record',
    'jobs.refer',
    'indicators.confirm',
    'lists.import',
  ],
  town: [
    ...READING,
    ...LEADING,
    'people.record',
    'jobs.record',
    'jobs.refer',
    'people.export',
    'indicators.confirm',
    'lists.import',
  ],
  county: [
    ...READING,
    ...LEADING,
    'people.record',
    'jobs.record',
    'jobs.admit',
    'jobs.evaluate',
    'jobs.refer',
    'people.export',
    'indicators.confirm',
    'indicators.sample',
    'lists.import',
    'jobs.match',
  ],
  city: [
    ...READING,
    ...LEADING,
    'jobs.record',
    'people.export',
    'indicators.confirm',
    'indicators.close',
    'indicators.sample',
    'lists.import',
    'jobs.match',
  ],
  system: ['plan.read', 'access.accounts', 'access.open'],
  security: ['plan.read', 'access.accounts', 'access.assign'],
  audit: ['plan.read', 'access.audit'],
  employer: ['jobs.offer'],
}

export type Decision = { allowed: true } | { allowed: false; words: Words }

/** Whether a post's role carries a permission, and if not, what to do instead. `undefined` = nobody is signed in. */
export function can(post: { role: Role } | undefined, permission: Permission): Decision {
  if (permission === 'public') return { allowed: true }
  if (!post) return { allowed: false, words: { zh: '请先登录', en: 'Sign in first' } }
  if (permission === 'signedIn' || PERMISSIONS[post.role].includes(permission)) return { allowed: true }
  return { allowed: false, words: refusal(post.role, permission) }
}

/** Every permission of a role, for the screens to show what can be done. */
export const permissionsOf = (role: Role): string[] => [...PERMISSIONS[role]]

function refusal(role: Role, permission: string): Words {
  const { zh, en } = roleWords[role]
  if (dutyOf(role) !== 'files' && permission.startsWith('people.'))
    return { zh: `${zh}不查阅档案；请由经办岗位办理`, en: `A ${en} reads no files: act under an officer’s post` }
  const others = (Object.keys(PERMISSIONS) as Role[]).filter((other) => PERMISSIONS[other].includes(permission))
  return {
    zh: `${zh}无此权限；${others.length > 0 ? `请由${others.map((other) => roleWords[other].zh).join('、')}办理` : '无岗位可办理'}`,
    en: `A ${en} may not do this${others.length > 0 ? `: ask a ${others.map((other) => roleWords[other].en).join(' or a ')}` : ''}`,
  }
}
