import type { HouseholdChangeRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'

export async function insertChange(tx: Tx, change: Omit<HouseholdChangeRow, 'id'>): Promise<void> {
  const columns = Object.keys(change)
  await tx.query(
    `INSERT INTO household_change (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(change),
  )
}

/** What changed in a household, the newest first. */
export const changesOf = (tx: Tx, county: number, household: number): Promise<HouseholdChangeRow[]> =>
  tx.query<HouseholdChangeRow>(
    `SELECT * FROM household_change WHERE county = $1 AND (household_id = $2 OR from_household = $2) ORDER BY changed_on DESC, id DESC LIMIT 50`,
    [county, household],
  )

type NewHousehold = { county: number; area: number; code: string | null; from: string; at: string; by: number }

export async function insertHousehold(tx: Tx, { county, area, code, from, at, by }: NewHousehold): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO household (county, area, code, valid_from, known_from, source, recorded_by)
     VALUES ($1, $2, $3, $4, $5, 'officer', $6) RETURNING id`,
    [county, area, code, from, at, by],
  )
  return row!.id
}

export async function codeIsTaken(tx: Tx, county: number, code: string): Promise<boolean> {
  const rows = await tx.query('SELECT FROM household WHERE county = $1 AND code = $2 LIMIT 1', [county, code])
  return rows.length > 0
}
