import type { RosterRow } from '#db/types.ts'
import type { Tx } from '../../../db.ts'

export type NewRoster = Omit<RosterRow, 'id'>
type Seen = { county: number; site: number; roster: number }

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
