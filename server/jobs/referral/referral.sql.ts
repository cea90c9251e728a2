import type { ReferralRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'

export type Referral = ReferralRow
export type Change = Partial<Omit<ReferralRow, 'county' | 'area' | 'id' | 'person_id' | 'known_from'>>
type Key = { county: number; id: number }
export type Marked = { at: string; why: string }

/** The referral as it stands, before anything is held; undefined outside the post's scope as well. */
export async function findReferral(tx: Tx, id: number): Promise<Referral | undefined> {
  const [row] = await tx.query<Referral>('SELECT * FROM referral WHERE id = $1', [id])
  return row
}

/** The referral as it stands, held until the transaction ends. */
export async function holdReferral(tx: Tx, { county, id }: Key): Promise<Referral | undefined> {
  const [row] = await tx.query<Referral>('SELECT * FROM referral WHERE county = $1 AND id = $2 FOR UPDATE', [
    county,
    id,
  ])
  return row
}

export async function insertReferral(tx: Tx, row: Partial<ReferralRow>): Promise<Referral> {
  const columns = Object.keys(row)
  const [kept] = await tx.query<Referral>(
    `INSERT INTO referral (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING *`,
    Object.values(row),
  )
  return kept!
}

/** What is said from now on of a referral that is held; what was said before moves into history in the same statement. */
export async function supersedeReferral(
  tx: Tx,
  { county, id }: Key,
  change: Change,
  { at, why }: Marked,
): Promise<Referral> {
  const columns = Object.keys(change)
  const [kept] = await tx.query<Referral>(
    `WITH said AS (SELECT * FROM referral WHERE county = $1 AND id = $2 FOR UPDATE),
     kept AS (INSERT INTO referral_history SELECT said.*, $3::timestamptz, $4 FROM said)
     UPDATE referral AS r SET known_from = $3::timestamptz${columns.map((column, i) => `, ${column} = $${i + 5}`).join('')}
       FROM said WHERE r.county = said.county AND r.id = said.id RETURNING r.*`,
    [county, id, at, why, ...Object.values(change)],
  )
  return kept!
}

/** Every other referral of the person that still runs ends: placed elsewhere. */
export const endOthers = (
  tx: Tx,
  { county, id, person_id }: Pick<Referral, 'county' | 'id' | 'person_id'>,
  on: string,
  by: Change,
  at: string,
) =>
  tx.query(
    `WITH said AS (SELECT * FROM referral WHERE county = $1 AND person_id = $2 AND id <> $3 AND valid_to IS NULL FOR UPDATE),
     kept AS (INSERT INTO referral_history SELECT said.*, $4::timestamptz, 'ended' FROM said)
     UPDATE referral AS r SET known_from = $4::timestamptz, end_reason = 'placed_elsewhere', valid_to = GREATEST(r.valid_from, $5::date),
            verified_on = $5::date, verified_by = $6, verified_method = NULL, recorded_by = $7
       FROM said WHERE r.county = said.county AND r.id = said.id`,
    [county, person_id, id, at, on, by.verified_by, by.recorded_by],
  )

/** Those that a placement ended at `placedAt` run again, but for those that were made anew since. */
export const reopenOthers = (tx: Tx, { county, person_id }: Referral, placedAt: string, by: Change, at: string) =>
  tx.query(
    `WITH said AS (SELECT * FROM referral AS o WHERE county = $1 AND person_id = $2 AND end_reason = 'placed_elsewhere' AND known_from = $3
       AND NOT EXISTS (SELECT FROM referral AS n WHERE n.county = o.county AND n.person_id = o.person_id
         AND n.vacancy_id = o.vacancy_id AND n.valid_to IS NULL) FOR UPDATE),
     kept AS (INSERT INTO referral_history SELECT said.*, $4::timestamptz, 'withdrawn' FROM said)
     UPDATE referral AS r SET known_from = $4::timestamptz, end_reason = NULL, valid_to = NULL, verified_by = $5, recorded_by = $6
       FROM said WHERE r.county = said.county AND r.id = said.id`,
    [county, person_id, placedAt, at, by.verified_by, by.recorded_by],
  )

/** Whether another placement of the person brought work that still runs. */
export async function worksByAnother(tx: Tx, { county, id, person_id }: Pick<Referral, 'county' | 'id' | 'person_id'>) {
  const rows = await tx.query(
    `SELECT FROM referral AS r JOIN employment AS e ON e.county = r.county AND e.id = r.employment_id
      WHERE r.county = $1 AND r.person_id = $2 AND r.id <> $3 AND r.placed_on IS NOT NULL AND e.valid_to IS NULL`,
    [county, person_id, id],
  )
  return rows.length > 0
}

/** Referrals of a person to a vacancy that would overlap one made on the day. */
export async function isReferred(tx: Tx, county: number, person: number, vacancy: number, on: string) {
  const rows = await tx.query(
    `SELECT FROM referral WHERE county = $1 AND person_id = $2 AND vacancy_id = $3 AND (valid_to IS NULL OR valid_to > $4)`,
    [county, person, vacancy, on],
  )
  return rows.length > 0
}

/** The work that a mistaken placement began is said no more. */
export const withdrawEmployment = (tx: Tx, county: number, employment: number, at: string) =>
  tx.query(
    `WITH said AS (DELETE FROM employment WHERE county = $1 AND id = $2 RETURNING *)
     INSERT INTO employment_history SELECT said.*, $3::timestamptz, 'withdrawn' FROM said`,
    [county, employment, at],
  )

/** The roster's line or the public post that a placement at `placedAt` began goes with it, unless somebody has said more of it since. */
export const withdrawBegun = (
  tx: Tx,
  table: 'roster' | 'public_post',
  { county, person_id }: Referral,
  placedAt: string,
  at: string,
) =>
  tx.query(
    `WITH said AS (DELETE FROM ${table} WHERE county = $1 AND person_id = $2 AND known_from = $3 RETURNING *)
     INSERT INTO ${table}_history SELECT said.*, $4::timestamptz, 'withdrawn' FROM said`,
    [county, person_id, placedAt, at],
  )

/** Wishes for work and for being offered it, that stood before the day: whoever is placed asks no longer. */
export async function askedForWork(tx: Tx, { county, id }: Key, on: string): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM wish WHERE county = $1 AND person_id = $2 AND (kind = 'work' OR kind = 'service' AND detail = '岗位推荐')
        AND valid_from < $3::date AND (valid_to IS NULL OR valid_to > $3::date) ORDER BY id`,
    [county, id, on],
  )
  return rows.map((row) => row.id)
}

/** The answer to what work somebody looks for, that stood before the day: whoever is placed is nobody's candidate any longer. */
async function wishedWork(tx: Tx, { county, id }: Key, on: string): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM work_wish WHERE county = $1 AND person_id = $2 AND valid_from < $3::date AND valid_to > $3::date`,
    [county, id, on],
  )
  return rows.map((row) => row.id)
}

type WishTable = 'wish' | 'work_wish'
const NONE_SINCE = `NOT EXISTS (SELECT FROM work_wish AS n WHERE n.county = h.county AND n.person_id = h.person_id AND n.id <> h.id
       AND n.valid_from >= said.valid_to)`

const endAsked = (tx: Tx, table: WishTable, county: number, wishes: readonly number[], on: string, at: string) =>
  tx.query(
    `WITH said AS (SELECT * FROM ${table} WHERE county = $1 AND id = ANY ($2::bigint[]) FOR UPDATE),
     kept AS (INSERT INTO ${table}_history SELECT said.*, $4::timestamptz, 'ended' FROM said)
     UPDATE ${table} AS w SET valid_to = $3::date, known_from = $4::timestamptz FROM said WHERE w.county = said.county AND w.id = said.id`,
    [county, wishes, on, at],
  )

/** Whoever begins to work asks for none any longer: what was wished ends on the day. */
export async function endLooking(tx: Tx, person: Key, on: string, at: string): Promise<void> {
  await endAsked(tx, 'wish', person.county, await askedForWork(tx, person, on), on, at)
  await endAsked(tx, 'work_wish', person.county, await wishedWork(tx, person, on), on, at)
}

/** What a placement ended at `placedAt` is asked for again, as it was; an answer that was given since stands in its place. */
export const reopenAsked = (tx: Tx, table: WishTable, { county, person_id }: Referral, placedAt: string, at: string) =>
  tx.query(
    `WITH said AS (SELECT * FROM ${table} WHERE county = $1 AND person_id = $2 AND known_from = $3 FOR UPDATE),
     was AS (SELECT h.id, h.valid_to FROM ${table}_history AS h JOIN said ON said.county = h.county AND said.id = h.id
       WHERE h.known_to = $3 AND h.superseded_by = 'ended'${table === 'work_wish' ? ` AND ${NONE_SINCE}` : ''}),
     kept AS (INSERT INTO ${table}_history SELECT said.*, $4::timestamptz, 'withdrawn' FROM said JOIN was ON was.id = said.id)
     UPDATE ${table} AS w SET valid_to = was.valid_to, known_from = $4::timestamptz FROM was WHERE w.county = $1 AND w.id = was.id`,
    [county, person_id, placedAt, at],
  )
