import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail } from '#domain/base/fail.ts'

export const MIGRATIONS = join(import.meta.dirname, '..', '..', 'db', 'migrations')

/** One change of the schema: `0012_referral.sql`. */
export type Migration = { name: string; number: number; sql: string; hash: string }

const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/

export function readMigrations(folder: string): Migration[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sql')) : []
  const migrations = names.sort().map((name) => {
    const number = Number(FILE_NAME.exec(name)?.[1] ?? refuseName(name))
    // A checkout with Windows line ends is the same migration.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, number, sql, hash: createHash('sha256').update(sql).digest('hex') }
  })
  for (const [index, migration] of migrations.entries())
    if (migrations[index - 1]?.number === migration.number) refuseTwins(migrations[index - 1]!.name, migration.name)
  return migrations
}

function refuseName(name: string): never {
  fail(
    'migration.file.name',
    {
      zh: `迁移文件名 ${name} 不合规：应为四位编号、下划线和小写名称，如 0012_referral.sql。`,
      en: `The migration ${name} is misnamed: four digits, an underscore and a lower-case name, such as 0012_referral.sql.`,
    },
    { status: 500, where: { file: name } },
  )
}

function refuseTwins(first: string, second: string): never {
  fail(
    'migration.file.twins',
    { zh: `迁移 ${first} 与 ${second} 编号相同。`, en: `The migrations ${first} and ${second} have the same number.` },
    { status: 500, where: { file: second } },
  )
}
