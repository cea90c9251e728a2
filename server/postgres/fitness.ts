import type { ClientBase } from 'pg'
import { fail } from '#domain/base/fail.ts'
import type { Log } from './log.ts'
import { quoteName } from './wire/connection.ts'

/** 16 is the first with `GRANT … WITH INHERIT`, and the oldest that Citus 14 runs on. */
export const OLDEST_POSTGRES = 16
export const NEWEST_TESTED_POSTGRES = 18

const EXTENSIONS = ['pg_trgm', 'btree_gist']

/** Makes sure that a database can hold Ricebowl's data and search it; asked of the embedded one as of anybody's own. */
export async function requireFitDatabase(admin: ClientBase, log: Log): Promise<void> {
  const facts = await readFacts(admin)
  requireVersion(facts.version, log)
  requireRights(facts)
  requireLocale(facts)
  for (const name of EXTENSIONS) await requireExtension(admin, name)
  await requireChineseSearch(admin)
}

type Facts = {
  version: number
  encoding: string
  byCodePoint: boolean
  mayCreate: boolean
  passesRls: boolean
  name: string
}

async function readFacts(admin: ClientBase): Promise<Facts> {
  const { rows } = await admin.query<Facts>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding,
            'Z' < 'a' AND '_' < 'a' AS "byCodePoint", r.rolname AS name,
            r.rolsuper OR r.rolcreaterole AND has_database_privilege(current_database(), 'CREATE') AS "mayCreate",
            r.rolsuper OR r.rolbypassrls AS "passesRls"
       FROM pg_roles r WHERE r.rolname = current_user`,
  )
  return rows[0]!
}

function requireVersion(version: number, log: Log): void {
  if (version > NEWEST_TESTED_POSTGRES)
    log({
      zh: `注意：PostgreSQL ${version} 尚未经过测试（已测试到 ${NEWEST_TESTED_POSTGRES}）。`,
      en: `Note: PostgreSQL ${version} has not been tested (tested up to ${NEWEST_TESTED_POSTGRES}).`,
    })
  if (version >= OLDEST_POSTGRES) return
  fail(
    'database.server.tooOld',
    {
      zh: `DATABASE_URL 指向 PostgreSQL ${version}，饭碗需要 PostgreSQL ${OLDEST_POSTGRES}–${NEWEST_TESTED_POSTGRES}。请升级，或去掉 DATABASE_URL 以使用内置数据库。`,
      en: `DATABASE_URL leads to PostgreSQL ${version}; Ricebowl needs PostgreSQL ${OLDEST_POSTGRES} to ${NEWEST_TESTED_POSTGRES}. Upgrade it, or leave DATABASE_URL unset to use the embedded one.`,
    },
    { status: 500, where: { version } },
  )
}

/** The functions that search across row-level security run as the administrator; without the right they would find nobody. */
function requireRights({ name, mayCreate, passesRls }: Facts): void {
  if (mayCreate && passesRls) return
  fail(
    'database.role.tooWeak',
    {
      zh: `角色 ${name} 权限不足。请由数据库管理员执行：ALTER ROLE ${quoteName(name)} CREATEROLE BYPASSRLS; 并使其成为该数据库的所有者。`,
      en: `The role ${name} lacks rights. Have the database's administrator run: ALTER ROLE ${quoteName(name)} CREATEROLE BYPASSRLS; and make it the owner of the database.`,
    },
    { status: 500, where: { role: name } },
  )
}

function requireLocale({ encoding, byCodePoint }: Facts): void {
  if (encoding === 'UTF8' && byCodePoint) return
  fail(
    'database.locale.wrong',
    {
      zh: `该数据库的编码为 ${encoding}，排序${byCodePoint ? '' : '不'}按码位；饭碗需要 UTF8 编码并按码位排序。请在 DATABASE_URL 中写一个尚不存在的库名，饭碗会以正确的设置建立它。`,
      en: `The database has encoding ${encoding} and ${byCodePoint ? 'sorts' : 'does not sort'} by code point; Ricebowl needs UTF8 and code point order. Name a database in DATABASE_URL that does not exist yet, and Ricebowl will create it rightly.`,
    },
    { status: 500, where: { encoding } },
  )
}

async function requireExtension(admin: ClientBase, name: string): Promise<void> {
  try {
    await admin.query(`CREATE EXTENSION IF NOT EXISTS ${name}`)
  } catch {
    fail(
      'database.extension.missing',
      {
        zh: `PostgreSQL 缺少扩展 ${name}。请安装 contrib 包（如 postgresql-contrib），或由管理员执行：CREATE EXTENSION ${name};`,
        en: `PostgreSQL lacks the extension ${name}. Install its contrib package (such as postgresql-contrib), or have the administrator run: CREATE EXTENSION ${name};`,
      },
      { status: 500, where: { extension: name } },
    )
  }
}

/** With LC_CTYPE=C pg_trgm drops every Chinese character, and a search by name would find nobody, silently. */
async function requireChineseSearch(admin: ClientBase): Promise<void> {
  const { rows } = await admin.query<{ works: boolean }>("SELECT show_trgm('张三丰') <> '{}' AS works")
  if (rows[0]!.works) return
  fail(
    'database.search.blind',
    {
      zh: '该数据库的 LC_CTYPE 使 pg_trgm 忽略所有汉字，按姓名搜索将查不到任何人。请用 LC_CTYPE=C.UTF-8 重建该库，或在 DATABASE_URL 中写一个尚不存在的库名，由饭碗建立。',
      en: 'The LC_CTYPE of this database makes pg_trgm ignore all Chinese: a search by name would find nobody. Create it again with LC_CTYPE=C.UTF-8, or name one in DATABASE_URL that does not exist yet, and Ricebowl will create it.',
    },
    { status: 500 },
  )
}
