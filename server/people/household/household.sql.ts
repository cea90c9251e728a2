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

export type HouseholdFound = {
  id: number
  code: string | null
  head: string | null
  members: { id: number; name: string }[]
}

/** Households of a village of which the code or a member's name, initials or pinyin goes with the words; an asked one always, and first. */
export const findHouseholds = (
  tx: Tx,
  {
    county,
    area,
    text,
    household,
    most,
  }: { county: number; area: number; text: string; household: number | null; most: number },
): Promise<HouseholdFound[]> =>
  tx.query<HouseholdFound>(
    `WITH member AS (
       SELECT household_id, json_agg(json_build_object('id', id, 'name', name) ORDER BY relation = 'head' DESC NULLS LAST, id) AS members,
              min(name) FILTER (WHERE relation = 'head') AS head,
              bool_or(strpos(name, $3) > 0 OR starts_with(initials, lower($3)) OR starts_with(pinyin, lower($3))) AS named
         FROM person WHERE county = $1 AND area = $2 AND household_id IS NOT NULL AND death_date IS NULL GROUP BY household_id)
     SELECT h.id, h.code, m.head, m.members FROM household h JOIN member m ON m.household_id = h.id
      WHERE h.county = $1 AND h.area = $2 AND h.valid_to IS NULL AND (m.named OR strpos(upper(h.code), upper($3)) > 0 OR h.id = $4)
      ORDER BY h.id = $4 DESC NULLS LAST, h.code, h.id LIMIT $5`,
    [county, area, text, household, most],
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
