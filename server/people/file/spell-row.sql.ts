import type { Tx } from '../../db.ts'

/** What a command leaves: the row, and since when it is known so. */
export type Kept = { id: number; known_from: string }

/** A row of a table that hangs on a person; its columns are those given. */
export async function insertSpell(tx: Tx, table: string, row: object): Promise<Kept> {
  const columns = Object.keys(row)
  const [kept] = await tx.query<Kept>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})
     RETURNING id, known_from`,
    Object.values(row),
  )
  return kept!
}

/** A version of a row as it was on the screen, and whose it is: a person's spell, a site's line. */
export type SeenRow = { county: number; id: number; knownFrom: string; owner: { column: string; id: number } }

/**
 * The row as it is said from now on; what was said before moves into history in the same statement. Undefined where the
 * version that was seen is no longer the one that stands. Clients that cut an instant to milliseconds are understood.
 */
export async function supersedeSpell(
  tx: Tx,
  table: string,
  { county, id, knownFrom, owner }: SeenRow,
  change: object,
  { now, why }: { now: Date; why: string },
): Promise<Kept | undefined> {
  const columns = Object.keys(change)
  const [kept] = await tx.query<Kept>(
    `WITH said AS (
       SELECT * FROM ${table} WHERE county = $1 AND ${owner.column} = $2 AND id = $3
          AND date_trunc('milliseconds', known_from) = date_trunc('milliseconds', $4::timestamptz) FOR UPDATE),
     kept AS (INSERT INTO ${table}_history SELECT said.*, $5::timestamptz, $6 FROM said)
     UPDATE ${table} AS t SET known_from = $5::timestamptz${columns.map((column, i) => `, ${column} = $${i + 7}`).join('')}
       FROM said WHERE t.county = said.county AND t.id = said.id RETURNING t.id, t.known_from`,
    [county, owner.id, id, knownFrom, now.toISOString(), why, ...Object.values(change)],
  )
  return kept
}
