import { finished } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { COPY_HEADER, COPY_TRAILER } from '../copy/row-writer.ts'
import { type AnyTable, allTables } from '../copy/tables.ts'

/** One round of COPY into a table that was emptied in the same transaction: its rows are written frozen, and need no vacuum. */
export async function copyIn(admin: ClientBase, table: AnyTable, chunks: readonly Uint8Array[]): Promise<void> {
  const columns = Object.keys(allTables[table]).join(', ')
  const stream = admin.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN (FORMAT binary, FREEZE)`))
  const done = finished(stream)
  stream.write(COPY_HEADER)
  for (const chunk of chunks) {
    if (!stream.write(chunk)) await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), done])
  }
  stream.end(COPY_TRAILER)
  await done
}
