import type { ClientBase } from 'pg'
import { fail } from '#domain/base/fail.ts'
import { MIGRATIONS, readMigrations } from './migration/files.ts'
import { openHistory, type Pending, pendingAfter, readHistory, record } from './migration/history.ts'
import { type Statement, splitStatements } from './migration/statements.ts'
import type { Log } from './postgres/log.ts'
import { withConnection } from './postgres/wire/connection.ts'

/** Any number that nothing else locks: two machines that start at once migrate one after the other. */
const ADVISORY_LOCK = 7_205_759_403
/** A migration that waits behind a long reader makes everybody else wait behind it. */
const LOCK_TIMEOUT = '10s'

/** Brings the database forward; what it applied. There is no way back but a backup. */
export async function migrate(
  adminUrl: string,
  options: { folder?: string; lockTimeout?: string; log?: Log } = {},
): Promise<string[]> {
  const files = readMigrations(options.folder ?? MIGRATIONS)
  return withConnection(adminUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK])
    const pending = pendingAfter(await openHistory(admin), files)
    if (pending.length > 0) sayPending(pending, options.log)
    for (const migration of pending) await apply(admin, migration, options.lockTimeout ?? LOCK_TIMEOUT)
    return pending.map(({ name }) => name)
  })
}

function sayPending(pending: Pending[], log: Log = () => {}): void {
  const range = [...new Set([pending[0]!.name, pending.at(-1)!.name])].join(' … ')
  log({
    zh: `升级数据库：${pending.length} 项（${range}）`,
    en: `Migrating the database: ${pending.length} steps (${range})`,
  })
  const late = pending.filter((each) => each.late).map(({ name }) => name)
  if (late.length === 0) return
  log({
    zh: `其中补上编号较早、此数据库尚未执行的：${late.join('、')}`,
    en: `Among them some of lower numbers that this database never had: ${late.join(', ')}`,
  })
}

export type MigrationStatus = { applied: { name: string; appliedAt: string }[]; pending: string[] }

export async function migrationStatus(adminUrl: string, folder = MIGRATIONS): Promise<MigrationStatus> {
  const files = readMigrations(folder)
  return withConnection(adminUrl, async (admin) => {
    const history = await readHistory(admin)
    const pending = pendingAfter(history, files).map(({ name }) => name)
    return { applied: history.map(({ name, appliedAt }) => ({ name, appliedAt })), pending }
  })
}

/** The whole file or nothing of it, one statement a message. */
async function apply(admin: ClientBase, migration: Pending, lockTimeout: string): Promise<void> {
  const statements = splitStatements(migration.sql)
  const startedAt = new Date()
  await admin.query('BEGIN')
  try {
    await admin.query(`SET LOCAL lock_timeout = '${lockTimeout}'`)
    for (const statement of statements) await run(admin, migration, statement)
    await record(admin, migration, startedAt, Date.now() - startedAt.getTime())
    await admin.query('COMMIT')
  } catch (error) {
    await admin.query('ROLLBACK').catch(() => {})
    throw error
  }
}

async function run(admin: ClientBase, migration: Pending, { text, line }: Statement): Promise<void> {
  const { name } = migration
  if (/^(BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE)\b/i.test(text)) refuseTransaction(name, line)
  try {
    await admin.query(text)
  } catch (error) {
    const { code = 'unknown', message } = error as { code?: string; message: string }
    if (code === '55P03') refuseBusy(name)
    refuseStatement(migration, { line, code, message })
  }
}

function refuseStatement({ name, late }: Pending, { line, code, message }: Failure): never {
  const why = {
    zh: `迁移 ${name} 第 ${line} 行失败（${code}）：${message}。数据库保持在上一次迁移之后的状态。`,
    en: `The migration ${name} failed at line ${line} (${code}): ${message}. The database is as the migration before left it.`,
  }
  const mend = {
    zh: '它的编号早于此数据库已执行的迁移，可能与其中某个互相依赖：请改用更大的编号并按现有结构改写；演示数据库可换一个空文件夹（RICEBOWL_DATA）重建。',
    en: ' Its number is lower than that of a migration this database has had, and the two may depend on each other: give it a higher number and write it against the schema as it is; a demonstration is made anew in an empty folder (RICEBOWL_DATA).',
  }
  const words = late ? { zh: why.zh + mend.zh, en: why.en + mend.en } : why
  return fail('migration.statement.failed', words, { status: 500, where: { file: name, line, code } })
}
type Failure = { line: number; code: string; message: string }

function refuseTransaction(name: string, line: number): never {
  fail(
    'migration.file.transaction',
    {
      zh: `迁移 ${name} 第 ${line} 行自行控制事务。每个文件本身就是一个事务，请删除该语句。`,
      en: `The migration ${name} handles a transaction of its own at line ${line}. Each file is one transaction already: remove the statement.`,
    },
    { status: 500, where: { file: name, line } },
  )
}

function refuseBusy(name: string): never {
  fail(
    'migration.table.busy',
    {
      zh: `迁移 ${name} 等待其他操作过久，已放弃，未作改动。请在空闲时重试。`,
      en: `The migration ${name} waited too long for others and gave up; nothing was changed. Try again at a quieter time.`,
    },
    { status: 503, where: { file: name } },
  )
}
