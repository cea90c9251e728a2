import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { loadAreas } from '#db/areas/load-areas.ts'
import { allTables } from '#db/demo/copy/tables.ts'
import { readShape, restore, strip } from '#db/demo/load/shape.ts'
import { loadDemo } from '#db/demo/load-demo.ts'
import { migrate } from '#server/migrate.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { type Database, openDatabase } from '#server/postgres.ts'

/** A throwaway PostgreSQL with the small demo city in it; gone with `stop`. */
export async function openCity(): Promise<{ database: Database; dataDir: string; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ricebowl-bench-'))
  chmodSync(dataDir, 0o711)
  const database = await openDatabase({ dataDir, holder: { kind: 'command', command: 'bench' } })
  const stop = async () => {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await migrate(database.adminUrl)
    await loadAreas(database.adminUrl)
    await loadDemo({ adminUrl: database.adminUrl, keys: database.keys, scale: 'small' })
    return { database, dataDir, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Ids of a copy lie this far from those they were copied from. */
const STEP = 100_000_000_000

/**
 * Lays copies of every file beside the files that are there until there are about so many: other ids, other numbers, the same
 * villages and histories. Answers how many files there are.
 */
export async function growCity({ adminUrl }: Database, files: number): Promise<number> {
  return withConnection(adminUrl, async (admin) => {
    const count = async () => Number((await admin.query('SELECT count(*) AS n FROM person')).rows[0].n)
    const [present, first] = [
      await count(),
      await admin.query('SELECT count(*) AS n FROM person WHERE id < $1', [STEP]),
    ]
    const original = Number(first.rows[0].n)
    const [made, wanted] = [Math.round(present / original), Math.max(1, Math.round(files / original))]
    if (wanted <= made) return present
    const tables = Object.keys(allTables).filter((table) => !table.endsWith('_history'))
    await admin.query('BEGIN')
    await admin.query("SET LOCAL maintenance_work_mem = '384MB'")
    const shape = await readShape(admin, tables)
    await strip(admin, shape)
    for (const table of tables) await copyTable(admin, table, made, wanted)
    await restore(admin, shape, () => {})
    await admin.query('COMMIT')
    for (const table of tables) await admin.query(`VACUUM (ANALYZE) ${table}`)
    return count()
  })
}

const MOVED = /^(id|(person|household|site|brand)_id)$/

async function copyTable(admin: ClientBase, table: string, from: number, to: number): Promise<void> {
  const names = Object.keys(allTables[table as keyof typeof allTables])
  const values = names.map((name) => {
    if (MOVED.test(name)) return `t.${name} + c * ${STEP}`
    // Who shared a number shares one in each copy too.
    return name.endsWith('_index') ? `sha256(t.${name} || int8send(c))` : `t.${name}`
  })
  const own = names.find((name) => MOVED.test(name))
  await admin.query(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${table} t, generate_series(${from}::bigint, ${to - 1}) AS c
      WHERE t.${own} < ${STEP} ORDER BY t.county, c`,
  )
}
