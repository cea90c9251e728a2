import type { DispatchRow, PersonRow, TravellerRow } from '#db/types.ts'
import type { Candidate } from '#domain/jobs/corridor/check-traveller.ts'
import type { Tx } from '../../../db.ts'
import type { FoundPerson } from '../../../people/list/find-person.ts'
import type { Batch } from '../batch/batch.sql.ts'

export type Traveller = TravellerRow
export type NamedTraveller = Traveller & Pick<PersonRow, 'name' | 'id_mask' | 'phone_mask' | 'birth_date'>

/** Those of a batch whom the post sees, by village and name. */
export const travellersOf = (tx: Tx, batch: number) =>
  tx.query<NamedTraveller>(
    `SELECT t.*, p.name, p.id_mask, p.phone_mask, p.birth_date FROM traveller t
       JOIN person p ON p.county = t.county AND p.id = t.person_id WHERE t.batch_id = $1 ORDER BY t.area, p.name, t.id`,
    [batch],
  )

export async function findTraveller(tx: Tx, id: number): Promise<Traveller | undefined> {
  const [row] = await tx.query<Traveller>('SELECT * FROM traveller WHERE id = $1', [id])
  return row
}

export const ticksOf = (tx: Tx, batch: number) =>
  tx.query<Pick<Traveller, 'county' | 'id' | 'person_id' | 'boarded'>>(
    'SELECT county, id, person_id, boarded FROM traveller WHERE batch_id = $1',
    [batch],
  )

/** What is known of a person who may travel with a batch, on the day it leaves. */
export async function candidateOf(
  tx: Tx,
  { county, id }: Pick<FoundPerson, 'county' | 'id'>,
  batch: Pick<Batch, 'id' | 'departs_on'>,
): Promise<Candidate> {
  const inForce = 'valid_from <= $3 AND (valid_to IS NULL OR valid_to > $3)'
  const [row] = await tx.query<Candidate>(
    `SELECT p.birth_date AS "birthDate", p.death_date AS "deathDate", p.capacity, p.in_school AS "inSchool",
        EXISTS (SELECT FROM employment WHERE county = $1 AND person_id = $2 AND ${inForce}) AS works,
        EXISTS (SELECT FROM dispatch WHERE county = $1 AND person_id = $2 AND ${inForce}) AS away,
        (SELECT CASE WHEN t.batch_id = $4 THEN 'here' ELSE 'elsewhere' END
           FROM traveller t JOIN dispatch_batch b ON b.id = t.batch_id
          WHERE t.county = $1 AND t.person_id = $2 AND t.boarded IS NOT FALSE AND (t.batch_id = $4 OR b.departs_on = $3)
          ORDER BY t.batch_id = $4 DESC LIMIT 1) AS listed
       FROM person p WHERE p.county = $1 AND p.id = $2`,
    [county, id, batch.departs_on, batch.id],
  )
  return row!
}

export type Change = Partial<
  Pick<
    Traveller,
    | 'boarded'
    | 'absence'
    | 'arrived_on'
    | 'missing'
    | 'started_on'
    | 'dispatch_id'
    | 'employment_id'
    | 'returned_on'
    | 'return_reason'
    | 'evidence'
    | 'recorded_by'
  >
>
type Seen = { county: number; id: number; knownFrom: string }
export type Kept = { id: number; known_from: string }

/** The traveller as it is said from now on; what was said before moves into history. Undefined where the version seen no longer stands. */
export async function supersedeTraveller(
  tx: Tx,
  { county, id, knownFrom }: Seen,
  change: Change,
  { now, why }: { now: Date; why: string },
): Promise<Kept | undefined> {
  const columns = Object.keys(change)
  const [kept] = await tx.query<Kept>(
    `WITH said AS (SELECT * FROM traveller WHERE county = $1 AND id = $2
          AND date_trunc('milliseconds', known_from) = date_trunc('milliseconds', $3::timestamptz) FOR UPDATE),
      kept AS (INSERT INTO traveller_history SELECT said.*, $4::timestamptz, $5 FROM said)
     UPDATE traveller AS t SET known_from = $4::timestamptz${columns.map((column, at) => `, ${column} = $${at + 6}`).join('')}
       FROM said WHERE t.county = said.county AND t.id = said.id RETURNING t.id, t.known_from`,
    [county, id, knownFrom, now.toISOString(), why, ...Object.values(change)],
  )
  return kept
}

/** Off the list; the history keeps that it was on it. */
export async function withdrawTraveller(tx: Tx, { county, id, knownFrom }: Seen, now: Date): Promise<Kept | undefined> {
  const [gone] = await tx.query<Kept>(
    `WITH gone AS (DELETE FROM traveller WHERE county = $1 AND id = $2
          AND date_trunc('milliseconds', known_from) = date_trunc('milliseconds', $3::timestamptz) RETURNING *),
      kept AS (INSERT INTO traveller_history SELECT gone.*, $4::timestamptz, 'withdrawn' FROM gone)
     SELECT id, known_from FROM gone`,
    [county, id, knownFrom, now.toISOString()],
  )
  return gone
}

/** A dispatch ends on the day of return, at the earliest the day after it began. */
export const endDispatch = (
  tx: Tx,
  { county, id }: Pick<DispatchRow, 'county' | 'id'>,
  { on, post, now }: { on: string; post: number; now: Date },
) =>
  tx.query(
    `WITH said AS (SELECT * FROM dispatch WHERE county = $1 AND id = $2 AND valid_to IS NULL FOR UPDATE),
      kept AS (INSERT INTO dispatch_history SELECT said.*, $4::timestamptz, 'ended' FROM said)
     UPDATE dispatch AS d SET known_from = $4::timestamptz, valid_to = GREATEST($3::date, d.valid_from + 1), recorded_by = $5
       FROM said WHERE d.county = said.county AND d.id = said.id`,
    [county, id, on, now.toISOString(), post],
  )
