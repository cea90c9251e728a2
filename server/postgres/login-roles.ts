import type { ClientBase } from 'pg'
import { fail } from '#domain/base/fail.ts'
import type { Keys } from '../keys.ts'
import { quoteName, quoteText } from './wire/connection.ts'
import { scramVerifier } from './wire/scram.ts'

/** One login a population: none owns a table, none escapes row-level security; migrations grant each what it needs. */
export const LOGIN_ROLES = [
  'ricebowl_officer',
  'ricebowl_job',
  'ricebowl_access',
  'ricebowl_audit',
  'ricebowl_citizen',
  'ricebowl_organisation',
] as const
export type LoginRole = (typeof LOGIN_ROLES)[number]

/** Roles belong to the whole server: the comment says whose they are, so that two installations never take each other's. */
export async function ensureLoginRoles(admin: ClientBase, keys: Keys): Promise<void> {
  const mine = `Ricebowl login, keys ${keys.fingerprint}`
  for (const role of await missingOrForeign(admin, mine)) {
    if (role.comment !== null) refuseForeign(role.name)
    const attributes = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD ${quoteText(scramVerifier(keys.roleSecret(role.name)))}`
    await admin.query(`${role.exists ? 'ALTER' : 'CREATE'} ROLE ${quoteName(role.name)} ${attributes}`)
    await admin.query(`COMMENT ON ROLE ${quoteName(role.name)} IS ${quoteText(mine)}`)
  }
}

async function missingOrForeign(admin: ClientBase, mine: string) {
  const { rows } = await admin.query<{ name: LoginRole; exists: boolean; comment: string | null }>(
    `SELECT wanted AS name, r.oid IS NOT NULL AS exists, shobj_description(r.oid, 'pg_authid') AS comment
       FROM unnest($1::text[]) AS wanted LEFT JOIN pg_roles r ON r.rolname = wanted`,
    [LOGIN_ROLES],
  )
  return rows.filter((row) => row.comment !== mine)
}

function refuseForeign(role: LoginRole): never {
  fail(
    'database.role.foreign',
    {
      zh: `PostgreSQL 上的角色 ${role} 属于另一套饭碗。若是同一套的另一台机器，请复制其 keys.json；否则请使用另一个 PostgreSQL 实例。`,
      en: `The role ${role} of this PostgreSQL belongs to another Ricebowl. If this is another machine of the same one, copy its keys.json; otherwise use another PostgreSQL server.`,
    },
    { status: 500, where: { role } },
  )
}
