import type { accessApi } from '#domain/access/access.api.ts'
import type { Role } from '#domain/access/role.ts'
import { areaScope } from '#domain/access/scope.ts'
import type { Reply } from '#domain/base/route.ts'
import type { AccessDoor, Tx } from './access-door.ts'
import { insertOfficer, listDemoOfficers, listPosts, type NewPost } from './account/officer.sql.ts'
import { hashPassword } from './account/password.ts'
import { dayInChina } from './session.ts'

/** Printed on the sign-in page of a demonstration; the accounts have no second factor, so that it can be tried without a phone. */
export const DEMO_PASSWORD = 'ricebowl-2021'

/** Where the officers of the demonstration sit: codes of today's division, each within the one before. */
export type DemoPlaces = { city: number; county: number; town: number; village: number }
/** 云阳县, 双江街道 and its first community. */
const YUNYANG: DemoPlaces = { city: 500_000_000_000, county: 500235000000, town: 500235001000, village: 500235001001 }

type Given = { signIn: string; name: string; posts: (keyof DemoPlaces | 'system' | 'security' | 'audit')[] }
const OFFICERS: Given[] = [
  { signIn: 'city', name: '程市文', posts: ['city', 'county'] },
  { signIn: 'county', name: '向县英', posts: ['county'] },
  { signIn: 'town', name: '谭镇平', posts: ['town'] },
  { signIn: 'village', name: '冉村芳', posts: ['village'] },
  { signIn: 'system', name: '余系明', posts: ['system'] },
  { signIn: 'security', name: '安全珍', posts: ['security'] },
  { signIn: 'audit', name: '申计华', posts: ['audit'] },
]

/** Opens the demonstration's accounts; those that are there stay as they are. How many are new. */
export async function createDemoOfficers(door: AccessDoor, now: Date, places = YUNYANG): Promise<number> {
  const passwords = await Promise.all(OFFICERS.map(() => hashPassword(DEMO_PASSWORD)))
  return door.asAccess(async (tx) => {
    const names = await areaNames(tx, Object.values(places))
    let made = 0
    for (const [at, { signIn, name, posts }] of OFFICERS.entries()) {
      const officer = { signIn, name, passwordHash: passwords[at]!, demo: true }
      const held = posts.map((role) => demoPost(role, places, names))
      if ((await insertOfficer(tx, officer, held, now)) !== undefined) made++
    }
    return made
  })
}

/** An employer of the demonstration, signing in like the officers, for one of the invented employers that offer something. */
export async function createDemoEmployer(
  door: AccessDoor,
  now: Date,
  { name, creditCode, unit }: { name: string; creditCode: string; unit: number },
): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const officer = { signIn: 'employer', name: '单位人事（演示）', passwordHash, demo: true }
  const post: NewPost = { role: 'employer', title: name, ...areaScope(unit), creditCode }
  await door.asAccess((tx) => insertOfficer(tx, officer, [post], now))
}

function demoPost(role: Exclude<Role, 'employer'>, places: DemoPlaces, names: Map<number, string>): NewPost {
  if (role === 'system' || role === 'security' || role === 'audit')
    return { role, title: ADMINISTRATORS[role], lo: null, hi: null }
  const name = names.get(places[role]) ?? String(places[role])
  return { role, title: OFFICES[role](name), ...areaScope(places[role]) }
}

const ADMINISTRATORS = { system: '系统管理员', security: '安全管理员', audit: '审计管理员' }
const OFFICES = {
  city: (name: string) => `${name}人力社保局`,
  county: (name: string) => `${name}人力社保局`,
  town: (name: string) => `${name}劳动就业社会保障服务所`,
  village: (name: string) => `${name.replace(/(居民|村民)委员会$/, '')}就业服务岗`,
}

async function areaNames(tx: Tx, codes: number[]): Promise<Map<number, string>> {
  const rows = await tx.query<{ code: number; name: string }>(
    'SELECT code, name FROM area WHERE code = ANY ($1) AND valid_to IS NULL',
    [codes],
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** Names for the sign-in page; empty outside a demonstration. */
export function demoSignIns(
  door: AccessDoor,
  now = new Date(),
): Promise<Reply<(typeof accessApi)['listDemoSignIns']>['signIns']> {
  return door.asAccess(async (tx) => {
    const officers = await listDemoOfficers(tx)
    const posts = await listPosts(
      tx,
      officers.map(({ id }) => id),
      dayInChina(now),
    )
    return officers.flatMap(({ id, signIn, name }) => {
      const post = posts.find(({ officerId }) => officerId === id)
      return post ? [{ signIn, name, role: post.role, title: post.title }] : []
    })
  })
}
