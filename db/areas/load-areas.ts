import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { type AreaTables, buildAreas } from './area-rows.ts'

const SETTING = 'areas'
/** Columns as they are sent; a table is replaced whole. */
const COLUMNS: { [T in keyof AreaTables]: Record<keyof AreaTables[T][number], string> } = {
  area: {
    code: 'bigint',
    name: 'text',
    level: 'smallint',
    parent: 'bigint',
    kind: 'text',
    valid_from: 'date',
    valid_to: 'date',
    unverified: 'boolean',
    source: 'text',
  },
  area_link: { old_code: 'bigint', new_code: 'bigint', changed_on: 'date', source: 'text' },
  division_place: { division: 'date', area: 'bigint', village: 'bigint', town: 'bigint', county: 'bigint' },
  reporting_unit: { key: 'text', name: 'text', name_en: 'text', assumption: 'text', source: 'text' },
  reporting_unit_area: { unit: 'text', area: 'bigint' },
}
const TABLES = Object.keys(COLUMNS) as (keyof AreaTables)[]

/**
 * Brings the area tables to what the files in this folder say, in one transaction; true if something was written.
 * Run after the migrations, as the owner of the tables. A second run with the same files writes nothing.
 */
export async function loadAreas(adminUrl: string): Promise<boolean> {
  const tables = buildAreas()
  const version = createHash('sha256').update(JSON.stringify(tables)).digest('hex')
  return withConnection(adminUrl, async (admin) => {
    await admin.query('BEGIN')
    // Two that start at once load one after the other; readers are not held up.
    await admin.query('LOCK TABLE area IN SHARE ROW EXCLUSIVE MODE')
    const { rows } = await admin.query(`SELECT value ->> 'version' AS version FROM setting WHERE key = $1`, [SETTING])
    const stale = rows[0]?.version !== version
    if (stale) await replace(admin, tables, version)
    await admin.query('COMMIT')
    return stale
  })
}

async function replace(admin: ClientBase, tables: AreaTables, version: string): Promise<void> {
  for (const table of TABLES.toReversed()) await admin.query(`DELETE FROM ${table}`)
  for (const table of TABLES) await insertAll(admin, table, tables[table])
  await admin.query(
    `INSERT INTO setting (key, value) VALUES ($1, jsonb_build_object('version', $2::text))
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [SETTING, version],
  )
  for (const table of ['area', 'division_place']) await admin.query(`ANALYZE ${table}`)
}

/** One statement a table: an array a column. */
async function insertAll<T extends keyof AreaTables>(admin: ClientBase, table: T, rows: AreaTables[T]): Promise<void> {
  const columns = Object.entries(COLUMNS[table])
  const arrays = columns.map(([column]) => rows.map((row) => row[column as keyof typeof row]))
  await admin.query(
    `INSERT INTO ${table} (${columns.map(([column]) => column).join(', ')})
     SELECT * FROM unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')})`,
    arrays,
  )
}
