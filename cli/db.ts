import { fail } from '#domain/base/fail.ts'
import { migrate, migrationStatus } from '#server/migrate.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { type Database, findRunningDatabase, useDatabase } from '#server/postgres.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'

export const usage: Usage = {
  summary: { zh: '数据库：升级、状态、结构与连接地址', en: 'the database: migrate, status, schema, address' },
  forms: ['db migrate', 'db status', 'db schema', 'db types', 'db psql-url'],
}

export async function run(args: string[], io: Io): Promise<number> {
  const { positionals } = readArgs(args, {}, usage)
  const name = positionals[0] ?? ''
  const work = Object.hasOwn(WORK, name) ? WORK[name] : undefined
  if (!work || positionals.length !== 1) return refuseUsage(usage)
  await work(io)
  return 0
}

const WORK: Record<string, (io: Io) => Promise<void>> = {
  migrate: (io) =>
    withDatabase(io, async ({ adminUrl }) => {
      const applied = await migrate(adminUrl, { log: io.log })
      io.answer({ applied }, applied.length ? applied.join('\n') : '数据库已是最新。\nThe database is up to date.')
    }),

  status: (io) =>
    withDatabase(io, async ({ adminUrl, kind }) => {
      const { applied, pending } = await migrationStatus(adminUrl)
      const { version, bytes } = await facts(adminUrl)
      const lines = [
        `PostgreSQL ${version} (${kind}), ${Math.round(bytes / 2 ** 20)} MB`,
        `已执行 applied: ${applied.length}  ${applied.at(-1)?.name ?? ''}`,
        `待执行 pending: ${pending.length}  ${pending.join(' ')}`,
      ]
      io.answer({ kind, version, bytes, applied, pending }, lines.join('\n'))
    }),

  schema: (io) => print(io, 'schema', async () => (await import('#db/schema-text.ts')).schemaText),
  types: (io) => print(io, 'types', async () => (await import('#db/row-types.ts')).rowTypesText),

  // The address of a server that ends with the command would lead nowhere.
  'psql-url': async (io) => {
    const { dataDir, databaseUrl } = io.environment
    const url = databaseUrl ?? findRunningDatabase(dataDir) ?? refuseNotRunning()
    io.answer({ url }, url)
  },
}

const withDatabase = (io: Io, work: (database: Database) => Promise<void>) =>
  useDatabase({ ...io.environment, log: io.log, holder: { kind: 'command', command: 'db' } }, work)

const facts = (url: string) =>
  withConnection(url, async (admin) => {
    const { rows } = await admin.query<{ version: string; bytes: number }>(
      "SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes",
    )
    return rows[0]!
  })

type Writer = typeof import('#db/schema-text.ts').schemaText
const print = (io: Io, name: string, writer: () => Promise<Writer>) =>
  withDatabase(io, async ({ adminUrl }) => {
    const text = await withConnection(adminUrl, await writer())
    io.answer({ [name]: text }, text)
  })

function refuseNotRunning(): never {
  fail(
    'database.server.notRunning',
    {
      zh: '没有正在运行的服务器。请先运行 `ricebowl start`。',
      en: 'No server is running. Run `ricebowl start` first.',
    },
    { status: 409 },
  )
}
