import { can } from '#domain/access/permission.ts'
import { fail } from '#domain/base/fail.ts'
import type { Permission } from '#domain/base/route.ts'
import { openAccessDoor } from '#server/access/access-door.ts'
import { findOfficer } from '#server/access/account/officer.sql.ts'
import { recordWrite } from '#server/access/audit.ts'
import { createDemoOfficers } from '#server/access/demo-officers.ts'
import { type HeldPost, postsHeld } from '#server/access/session.ts'
import type { Door } from '#server/db.ts'
import { installationDefaults } from '#server/http/defaults.ts'
import type { Database } from '#server/postgres.ts'

export type AsPost = { officer: { id: number; name: string }; post: HeldPost }

/**
 * The post a command acts under: a sign-in name (its first post that may), or `sign-in:post id`. Whoever runs commands holds the keys of
 * the folder already; what a post may see and write is the database's to say, as for the officer. A post that may not is refused (403).
 */
export async function actAs(database: Database, door: Door, name: string, needs: Permission): Promise<AsPost> {
  const access = openAccessDoor(database)
  const now = new Date()
  try {
    const [signIn = '', post] = name.toLowerCase().split(':')
    const demo = (await installationDefaults(door)).demo !== null
    const known = (await access.asAccess((tx) => findOfficer(tx, signIn))) ?? (demo && (await afterDemo(signIn)))
    const posts = known ? await access.asAccess((tx) => postsHeld(tx, known.id, now)) : []
    const meant = posts.filter(({ id }) => post === undefined || String(id) === post)
    const held = meant.find((each) => can(each, needs).allowed) ?? meant[0]
    if (!known || !held) return refusePost(name)
    const decision = can(held, needs)
    if (!decision.allowed) {
      const actor = { officerId: known.id, postId: held.id, requestId: 'command' }
      await access.asAccess((tx) => recordWrite(tx, actor, { action: needs, outcome: 'refused' }))
      fail('access.post.notAllowed', decision.words, { status: 403 })
    }
    return { officer: { id: known.id, name: known.name }, post: held }
  } finally {
    await access.close()
  }

  /** The accounts of a demonstration are made at its first start; a command may come before. */
  async function afterDemo(signIn: string) {
    await createDemoOfficers(access, now)
    return access.asAccess((tx) => findOfficer(tx, signIn))
  }
}

function refusePost(name: string): never {
  return fail(
    'command.post.unknown',
    {
      zh: `没有登录名或岗位“${name}”。请用 --as 写明登录名，例如 --as county；演示账号见登录页。`,
      en: `There is no sign-in or post "${name}". Name one with --as, such as --as county; demo accounts stand on the sign-in page.`,
    },
    { status: 422 },
  )
}
