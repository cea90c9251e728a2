import type { ClientBase } from 'pg'
import { timed } from '../measure.ts'

/** Rows that an import left in a table, apart from what stood there before. */
const WRITTEN: Readonly<Record<string, string>> = {
  import_row: 'SELECT * FROM import_row WHERE import_id = $1',
  import_outcome: 'SELECT * FROM import_outcome WHERE import_id = $1',
  list_claim: 'SELECT * FROM list_claim WHERE import_id = $1',
  person_identity: `SELECT i.* FROM person_identity i JOIN list_claim c ON c.county = i.county AND c.record_id = i.person_id
    WHERE c.import_id = $1 AND c.record = 'person' AND c.effect = 'opened'`,
  ...Object.fromEntries(['household', 'person', 'membership', 'employment'].map((table) => [table, recordsOf(table)])),
  employment_history: `SELECT h.* FROM employment_history h JOIN list_claim c ON c.county = h.county AND c.record_id = h.id AND c.said_at = h.known_to
    WHERE c.import_id = $1 AND c.effect = 'changed'`,
}
function recordsOf(table: string): string {
  return `SELECT t.* FROM ${table} t WHERE EXISTS (SELECT FROM list_claim c
    WHERE c.county = t.county AND c.record_id = t.id AND c.import_id = $1 AND c.effect IN ('opened', 'changed'))`
}

export type Floor = { ms: number; rows: number }

/**
 * The least that PostgreSQL needs for what an import wrote: the very rows, put into empty tables of the same columns, checks and indexes,
 * one statement a table; without foreign keys, without row-level security, and without finding out what to write.
 */
export async function floorOf(admin: ClientBase, importId: number): Promise<Floor> {
  const floor = { ms: 0, rows: 0 }
  for (const [table, written] of Object.entries(WRITTEN)) {
    await admin.query(`CREATE TEMP TABLE written AS ${written.replace('$1', String(importId))}`)
    await admin.query(`CREATE TABLE floor (LIKE ${table} INCLUDING ALL)`)
    const { ms, value } = await timed(() => admin.query('INSERT INTO floor SELECT * FROM written'))
    floor.ms += ms
    floor.rows += value.rowCount ?? 0
    await admin.query('DROP TABLE floor, written')
  }
  return floor
}
