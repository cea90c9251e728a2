import type { ClientBase } from 'pg'
import { fail } from '#domain/base/fail.ts'
import type { Migration } from './files.ts'

export type Applied = { name: string; hash: string; appliedAt: string }

const TABLE = [
  `CREATE TABLE IF NOT EXISTS ricebowl_migration (
     name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL, took_ms int NOT NULL)`,
  `COMMENT ON TABLE ricebowl_migration IS 'Which migrations this database has had'`,
  `COMMENT ON COLUMN ricebowl_migration.name IS 'File name in db/migrations'`,
  `COMMENT ON COLUMN ricebowl_migration.hash IS 'SHA-256 of the file as it was applied'`,
  `COMMENT ON COLUMN ricebowl_migration.applied_at IS 'When it was applied'`,
  `COMMENT ON COLUMN ricebowl_migration.took_ms IS 'How long it took, in milliseconds'`,
]

export async function readHistory(admin: ClientBase): Promise<Applied[]> {
  const { rows: found } = await admin.query("SELECT to_regclass('ricebowl_migration') IS NOT NULL AS yes")
  if (!found[0].yes) return []
  const { rows } = await admin.query<Applied>(
    'SELECT name, hash, applied_at AS "appliedAt" FROM ricebowl_migration ORDER BY name',
  )
  return rows
}

export async function openHistory(admin: ClientBase): Promise<Applied[]> {
  const { rows } = await admin.query("SELECT to_regclass('ricebowl_migration') IS NOT NULL AS yes")
  if (!rows[0].yes) for (const statement of TABLE) await admin.query(statement)
  return readHistory(admin)
}

export async function record(admin: ClientBase, { name, hash }: Migration, appliedAt: Date, tookMs: number) {
  await admin.query('INSERT INTO ricebowl_migration (name, hash, applied_at, took_ms) VALUES ($1, $2, $3, $4)', [
    name,
    hash,
    appliedAt,
    Math.round(tookMs),
  ])
}

/** What is still to do, once it is sure that what was done is what the files say. */
export function pendingAfter(history: Applied[], files: Migration[]): Migration[] {
  const byName = new Map(files.map((file) => [file.name, file]))
  for (const { name, hash } of history) {
    const file = byName.get(name) ?? refuseUnknown(name, files)
    if (file.hash !== hash) refuseEdited(name)
  }
  const done = new Set(history.map(({ name }) => name))
  const last = history.at(-1)?.name ?? ''
  const pending = files.filter((file) => !done.has(file.name))
  if (pending[0] && pending[0].name < last) refuseLate(pending[0].name, last)
  return pending
}

function refuseUnknown(name: string, files: Migration[]): never {
  if (name > (files.at(-1)?.name ?? ''))
    fail(
      'migration.database.newer',
      {
        zh: `数据库已由更新版本的饭碗升级(${name}),本版最新为 ${files.at(-1)?.name ?? '无'}。请使用更新的版本;数据未被改动。`,
        en: `A newer Ricebowl has upgraded this database (${name}); this one knows up to ${files.at(-1)?.name ?? 'none'}. Use the newer release; nothing was changed.`,
      },
      { status: 500, where: { migration: name } },
    )
  fail(
    'migration.file.gone',
    {
      zh: `迁移 ${name} 已在数据库中执行,但其文件不见了。请恢复 db/migrations/${name}。`,
      en: `The migration ${name} was applied to this database but its file is gone. Restore db/migrations/${name}.`,
    },
    { status: 500, where: { migration: name } },
  )
}

function refuseEdited(name: string): never {
  fail(
    'migration.file.edited',
    {
      zh: `迁移 ${name} 执行之后被改动过。请恢复原文,把改动写成新的迁移。`,
      en: `The migration ${name} was edited after it was applied. Restore it, and write the change as a new migration.`,
    },
    { status: 500, where: { migration: name } },
  )
}

function refuseLate(name: string, last: string): never {
  fail(
    'migration.file.late',
    {
      zh: `迁移 ${name} 的编号早于已执行的 ${last}。请给它更大的编号。`,
      en: `The migration ${name} comes before ${last}, which was already applied. Give it a higher number.`,
    },
    { status: 500, where: { migration: name } },
  )
}
