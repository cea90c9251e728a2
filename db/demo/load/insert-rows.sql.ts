import type { ClientBase } from 'pg'

const AT_ONCE = 2_000

/** A few thousand rows of a table that COPY does not fill; every column is given. Bytes are written as hexadecimal text. */
export async function insertRows(
  admin: ClientBase,
  table: 'vacancy' | 'work_wish',
  rows: readonly object[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await admin.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [
      JSON.stringify(rows.slice(at, at + AT_ONCE)),
    ])
  await admin.query(`ANALYZE ${table}`)
}
