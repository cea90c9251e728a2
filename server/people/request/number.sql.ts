import type { Tx } from '../../db.ts'
import type { PersonVersion } from '../merge/person-version.sql.ts'

/** Whether the file was called or numbered otherwise at some moment since that day. */
export async function identityChangedSince(tx: Tx, person: PersonVersion, day: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM person_history WHERE county = $1 AND id = $2 AND known_to >= $3::date
        AND (name <> $4 OR id_index IS DISTINCT FROM $5) LIMIT 1`,
    [person.county, person.id, day, person.name, person.id_index],
  )
  return rows.length > 0
}
