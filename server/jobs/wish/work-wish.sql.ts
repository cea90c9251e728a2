import type { WishRow, WorkWishRow } from '#db/types.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import type { FoundPerson } from '../../people/list/find-person.ts'

type Key = Pick<FoundPerson, 'county' | 'id'>
export type NewWish = Omit<WorkWishRow, 'id'>

/** The wish that stands on the day, as it was known. */
export async function findWish(tx: Tx, { county, id }: Key, { on, knownAt }: Clocks): Promise<WorkWishRow | undefined> {
  const columns = `county, area, id, person_id, occupations, reach, provinces, wage_floor_fen, cannot, busy_months, company, starts_on,
    valid_from, valid_to, known_from, source, evidence, recorded_by`
  const known =
    knownAt === null
      ? `SELECT ${columns} FROM work_wish WHERE $1::timestamptz IS NULL`
      : `SELECT ${columns} FROM work_wish WHERE known_from <= $1::timestamptz
         UNION ALL SELECT ${columns} FROM work_wish_history WHERE known_from <= $1::timestamptz AND $1::timestamptz < known_to`
  const [row] = await tx.query<WorkWishRow>(
    `SELECT * FROM (${known}) AS w WHERE county = $2 AND person_id = $3 AND valid_from <= $4 AND valid_to > $4`,
    [knownAt, county, id, on],
  )
  return row
}

/** What stood ends on the day, or, where it was asked that very day, leaves the ledger: either way its history keeps it. */
export async function endWish(
  tx: Tx,
  { county, id, valid_from }: Pick<WorkWishRow, 'county' | 'id' | 'valid_from'>,
  { on, now }: { on: string; now: Date },
): Promise<void> {
  const at = now.toISOString()
  await tx.query(
    valid_from < on
      ? `WITH said AS (SELECT * FROM work_wish WHERE county = $1 AND id = $2 FOR UPDATE),
           kept AS (INSERT INTO work_wish_history SELECT said.*, $3::timestamptz, 'ended' FROM said)
         UPDATE work_wish AS w SET valid_to = $4::date, known_from = $3::timestamptz
           FROM said WHERE w.county = said.county AND w.id = said.id`
      : `WITH gone AS (DELETE FROM work_wish WHERE county = $1 AND id = $2 AND $4::date IS NOT NULL RETURNING *)
         INSERT INTO work_wish_history SELECT gone.*, $3::timestamptz, 'correction' FROM gone`,
    [county, id, at, on],
  )
}

/** Wishes that begin later than the day: an answer of today does not reach over one that was given after it. */
export async function laterWish(tx: Tx, { county, id }: Key, on: string): Promise<boolean> {
  const rows = await tx.query('SELECT FROM work_wish WHERE county = $1 AND person_id = $2 AND valid_from > $3', [
    ...[county, id, on],
  ])
  return rows.length > 0
}

export async function insertWish(tx: Tx, wish: NewWish): Promise<void> {
  const columns = Object.keys(wish)
  await tx.query(
    `INSERT INTO work_wish (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(wish),
  )
}

type Standing = Pick<WishRow, 'id' | 'kind' | 'detail' | 'valid_to'>
/** What of it the file says already: wishes that stand, and whether the person is at work. */
export async function standsOn(
  tx: Tx,
  { county, id }: Key,
  on: string,
): Promise<{ wishes: readonly Standing[]; works: boolean }> {
  const valid = 'county = $1 AND person_id = $2 AND valid_from <= $3 AND (valid_to IS NULL OR valid_to > $3)'
  const wishes = await tx.query<Standing>(`SELECT id, kind, detail, valid_to FROM wish WHERE ${valid} ORDER BY id`, [
    ...[county, id, on],
  ])
  const spells = await tx.query(`SELECT FROM employment WHERE ${valid} LIMIT 1`, [county, id, on])
  return { wishes, works: spells.length > 0 }
}

/** What was asked for before counts as long as the answer that was given now. */
export const prolongAskedFor = (
  tx: Tx,
  { county, ids }: { county: number; ids: readonly number[] },
  { valid_to, known_from, recorded_by }: Pick<NewWish, 'valid_to' | 'known_from' | 'recorded_by'>,
) =>
  tx.query(
    `WITH said AS (SELECT * FROM wish WHERE county = $1 AND id = ANY ($2::bigint[]) FOR UPDATE),
     kept AS (INSERT INTO wish_history SELECT said.*, $3::timestamptz, 'refreshed' FROM said)
     UPDATE wish AS w SET valid_to = $4::date, known_from = $3::timestamptz, recorded_by = $5
       FROM said WHERE w.county = said.county AND w.id = said.id`,
    [county, ids, known_from, valid_to, recorded_by],
  )

export type AskedFor = { kind: 'work' | 'service'; detail: string | null }
type Stated = Pick<NewWish, 'county' | 'area' | 'person_id' | 'valid_from' | 'valid_to' | 'known_from' | 'recorded_by'>

/** What the person asks for by wishing for work, as rules read it. */
export async function insertAskedFor(tx: Tx, row: Stated, asked: AskedFor): Promise<void> {
  const all = { ...row, ...asked, source: 'officer' }
  const columns = Object.keys(all)
  await tx.query(
    `INSERT INTO wish (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(all),
  )
}

/** One answer of a person at a time. */
export const lockPerson = (tx: Tx, { county, id }: Key) =>
  tx.query('SELECT FROM person WHERE county = $1 AND id = $2 FOR UPDATE', [county, id])

/** Occupations with most openings on the day, in the county and in all. */
export const wantedOccupations = (tx: Tx, { county }: Pick<Key, 'county'>, on: string, limit: number) =>
  tx.query<{ occupation: string }>(
    `SELECT occupation FROM vacancy
      WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1) AND open_until > $1 AND taken < openings
      GROUP BY occupation
      ORDER BY sum(openings - taken) FILTER (WHERE place / 1000000 = $2) DESC NULLS LAST, sum(openings - taken) DESC, occupation
      LIMIT $3`,
    [on, county, limit],
  )
