import type { RosterRow } from '#db/types.ts'
import type { Tx } from '../../../db.ts'

export type NewRoster = Omit<RosterRow, 'id'>
type Seen = { county: number; site: number; roster: number }

export async function insertRoster(tx: Tx, row: NewRoster): Promise<void> {
  const columns = Object.keys(row)
  await tx.query(
    `INSERT INTO roster (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  )
}

/** Whether somebody stands on a site's roster on some day of a time. */
export async function isOnRoster(
  tx: Tx,
  { county, site, person }: { county: number; site: number; person: number },
  { from, to }: { from: string; to: string | null },
): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM roster WHERE county = $1 AND site_id = $2 AND person_id = $3
        AND daterange(valid_from, valid_to) && daterange($4::date, $5::date)`,
    [county, site, person, from, to],
  )
  return rows.length > 0
}

export type RosterLine = Pick<RosterRow, 'id' | 'person_id' | 'valid_from' | 'valid_to' | 'known_from'>
export async function findRosterLine(tx: Tx, { county, site, roster }: Seen): Promise<RosterLine | undefined> {
  const [row] = await tx.query<RosterLine>(
    'SELECT id, person_id, valid_from, valid_to, known_from FROM roster WHERE county = $1 AND site_id = $2 AND id = $3',
    [county, site, roster],
  )
  return row
}

export type RosterChange = Partial<
  Pick<RosterRow, 'valid_to' | 'evidence' | 'verified_on' | 'verified_method' | 'verified_by' | 'verified_until'>
> & { recorded_by: number }

/**
 * The line as it is said from now on; what was said before moves into history in the same statement. False where the version
 * that was seen is no longer the one that stands. Clients that cut an instant to milliseconds are understood.
 */
export async function supersedeRoster(
  tx: Tx,
  { county, site, roster, knownFrom }: Seen & { knownFrom: string },
  change: RosterChange,
  { now, why }: { now: Date; why: string },
): Promise<boolean> {
  const columns = Object.keys(change)
  const kept = await tx.query(
    `WITH said AS (
       SELECT * FROM roster WHERE county = $1 AND site_id = $2 AND id = $3
          AND date_trunc('milliseconds', known_from) = date_trunc('milliseconds', $4::timestamptz) FOR UPDATE),
     kept AS (INSERT INTO roster_history SELECT said.*, $5::timestamptz, $6 FROM said)
     UPDATE roster AS r SET known_from = $5::timestamptz${columns.map((column, i) => `, ${column} = $${i + 7}`).join('')}
       FROM said WHERE r.county = said.county AND r.id = said.id RETURNING r.id`,
    [county, site, roster, knownFrom, now.toISOString(), why, ...Object.values(change)],
  )
  return kept.length > 0
}
