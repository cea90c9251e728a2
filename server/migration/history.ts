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

/** A migration still to apply; `late` = this database has had a later one already. */
export type Pending = Migration & { late: boolean }

/**
 * What is still to do, in the order of the numbers, once it is sure that what was done is what the files say. A gap is no fault:
 * releases made side by side number their changes before they know of each other, and what a database never had it still needs.
 * Forward only means that nothing applied is edited or taken back, not that numbers arrive in order.
 */
export function pendingAfter(history: Applied[], files: Migration[]): Pending[] {
  const byName = new Map(files.map((file) => [file.name, file]))
  for (const { name, hash } of history) {
    const file = byName.get(name) ?? refuseUnknown(name, files)
    if (file.hash !== hash) refuseEdited(name)
  }
  const done = new Set(history.map(({ name }) => name))
  const last = history.at(-1)?.name ?? ''
  return files.filter(({ name }) => !done.has(name)).map((file) => ({ ...file, late: file.name < last }))
}

function refuseUnknown(name: string, files: Migration[]): never {
  if (name > (files.at(-1)?.name ?? ''))
    fail(
      'migration.database.newer',
      {
        zh: `数据库已由更新版本的饭碗升级（${name}），本版最新为 ${files.at(-1)?.name ?? '无'}。请使用更新的版本；数据未被改动。`,
        en: `A newer Ricebowl has upgraded this database (${name}); this one knows up to ${files.at(-1)?.name ?? 'none'}. Use the newer release; nothing was changed.`,
      },
      { status: 500, where: { migration: name } },
    )
  fail(
    'migration.file.gone',
    {
      zh: `数据库执行过迁移 ${name}，而本版没有这个文件。请使用上次启动此数据库的版本（或包含它的更新版本）；如系误删，请恢复 db/migrations/${name}。数据未被改动。`,
      en: `This database has had the migration ${name}, which this release lacks. Use the release that started it last, or a newer one that includes it; if the file was deleted by mistake, restore db/migrations/${name}. Nothing was changed.`,
    },
    { status: 500, where: { migration: name } },
  )
}

function refuseEdited(name: string): never {
  fail(
    'migration.file.edited',
    {
      zh: `迁移 ${name} 执行之后被改动过。请恢复原文，把改动写成新的迁移。`,
      en: `The migration ${name} was edited after it was applied. Restore it, and write the change as a new migration.`,
    },
    { status: 500, where: { migration: name } },
  )
}
