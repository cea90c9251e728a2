import { afterAll, beforeAll, expect, test } from 'vitest'
import { LOGIN_ROLES } from '#server/postgres/login-roles.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { type TestDatabase, testDatabase } from './database.ts'

let one: TestDatabase
let other: TestDatabase
beforeAll(async () => {
  one = await testDatabase()
  other = await testDatabase()
})
afterAll(() => Promise.all([one.drop(), other.drop()]))

test('every database is its own', async () => {
  await withConnection(one.adminUrl, (admin) => admin.query('CREATE TABLE only_here ()'))
  const found = await withConnection(other.adminUrl, (admin) => admin.query("SELECT to_regclass('only_here') AS table"))
  expect(found.rows).toEqual([{ table: null }])
})

test.each(LOGIN_ROLES)('%s signs in with its own secret, and owns nothing', async (role) => {
  await withConnection(one.roleUrl(role), async (client) => {
    const { rows } = await client.query(
      `SELECT current_user::text AS role, rolsuper OR rolbypassrls OR rolcreaterole AS strong,
              (SELECT count(*) FROM pg_class WHERE relowner = r.oid) AS owned
         FROM pg_roles r WHERE rolname = current_user`,
    )
    expect(rows).toEqual([{ role, strong: false, owned: 0 }])
  })
})

test('a login with another secret is refused', async () => {
  const wrong = new URL(one.roleUrl('ricebowl_officer'))
  wrong.password = 'guess'
  await expect(withConnection(wrong.href, async () => {})).rejects.toMatchObject({ code: '28P01' })
})
