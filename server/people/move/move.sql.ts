import type { Tx } from '../../db.ts'
import { type Marked, personTables } from '../merge/rows-of-person.sql.ts'

type Crossing = { fromCounty: number; toCounty: number; person: number; area: number }

/** Tables whose rows stay: they name a site of the county that is left. */
const STAY = new Set(['roster', 'attendance'])

/** Sites whose roster the person still stands on. */
export const openRosters = (tx: Tx, county: number, person: number, on: string): Promise<{ name: string }[]> =>
  tx.query<{ name: string }>(
    `SELECT s.name FROM roster r JOIN site s ON s.county = r.county AND s.id = r.site_id
      WHERE r.county = $1 AND r.person_id = $2 AND (r.valid_to IS NULL OR r.valid_to > $3) ORDER BY s.name`,
    [county, person, on],
  )

/** The rows of a person leave one county and stand in another, insert and delete in one statement; what stays goes into the history. */
export async function carryRows(
  tx: Tx,
  { fromCounty, toCounty, person, area }: Crossing,
  { at, why }: Marked,
): Promise<void> {
  for (const { table } of await personTables(tx)) {
    const gone = `WITH gone AS (DELETE FROM ${table} WHERE county = $1 AND person_id = $2 RETURNING *)`
    const kept = `INSERT INTO ${table}_history SELECT gone.*, $3::timestamptz, $4 FROM gone`
    if (STAY.has(table)) await tx.query(`${gone} ${kept}`, [fromCounty, person, at, why])
    else
      await tx.query(
        `${gone}, kept AS (${kept})
         INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table},
             to_jsonb(gone) || jsonb_build_object('county', $5::int, 'area', $6::bigint, 'known_from', $3::timestamptz)
             || CASE WHEN to_jsonb(gone) ? 'brand_id' THEN '{"brand_id": null}'::jsonb ELSE '{}'::jsonb END)).* FROM gone`,
        [fromCounty, person, at, why, toCounty, area],
      )
  }
}

/** The row of a person stands in another county, without what is sealed: that is bound to its county and is sealed anew. */
export const carryPerson = (tx: Tx, { fromCounty, toCounty, person, area }: Crossing, sealed: SealedAnew, at: string) =>
  tx.query(
    `INSERT INTO person (county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education,
       in_school, health, capacity, disability_grade, id_kind, id_cipher, id_index, id_mask, phone_cipher, phone_index, phone_mask,
       bank_cipher, bank_index, bank_mask, opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by,
       verified_until, recorded_by)
     SELECT $2, $4, id, $5, $6, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education,
       in_school, health, capacity, disability_grade, id_kind, $7, id_index, id_mask, $8, phone_index, phone_mask,
       $9, bank_index, bank_mask, opened_on, version + 1, $10, source, evidence, verified_on, verified_method, verified_by,
       verified_until, recorded_by FROM person WHERE county = $1 AND id = $3`,
    [fromCounty, toCounty, person, area, sealed.household, sealed.relation, sealed.id, sealed.phone, sealed.bank, at],
  )
export type SealedAnew = {
  household: number | null
  relation: string | null
  id: Buffer | null
  phone: Buffer | null
  bank: Buffer | null
}

/** The lines that a function of the database writes name who accepted, and not the job that carried the file. */
export const actFor = (tx: Tx, { officer, post }: { officer: number; post: number }) =>
  tx.query("SELECT set_config('ricebowl.officer', $1, true), set_config('ricebowl.post', $2, true)", [
    String(officer),
    String(post),
  ])

/** Where a file that is no longer here went, for a post that saw it: the village that received it. Undefined where it did not move. */
export async function movedTo(tx: Tx, person: number): Promise<number | null | undefined> {
  const [last] = await tx.query<{ superseded_by: string }>(
    'SELECT superseded_by FROM person_history WHERE id = $1 ORDER BY known_to DESC LIMIT 1',
    [person],
  )
  if (last?.superseded_by !== 'moved') return undefined
  const [move] = await tx.query<{ to_area: number }>(
    "SELECT to_area FROM change_request WHERE person_id = $1 AND kind = 'move' AND decision = 'approved' ORDER BY decided_at DESC LIMIT 1",
    [person],
  )
  return move?.to_area ?? null
}
