import type { EmploymentRow } from '#db/types.ts'
import type { Tx } from '../db.ts'

export type NewEmployment = Pick<
  EmploymentRow,
  | 'county'
  | 'area'
  | 'person_id'
  | 'place'
  | 'channel'
  | 'employer'
  | 'industry'
  | 'monthly_wage_fen'
  | 'point_to_point'
  | 'valid_from'
  | 'valid_to'
  | 'known_from'
  | 'source'
  | 'evidence'
  | 'recorded_by'
> &
  Partial<
    Pick<
      EmploymentRow,
      'verified_on' | 'verified_method' | 'verified_by' | 'verified_until' | 'credit_code' | 'occupation' | 'contract'
    >
  >
/** What a command leaves: the spell, and since when it is known so. */
export type Kept = { id: number; known_from: string }

export async function insertEmployment(tx: Tx, spell: NewEmployment): Promise<Kept> {
  const columns = Object.keys(spell)
  const [kept] = await tx.query<Kept>(
    `INSERT INTO employment (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})
     RETURNING id, known_from`,
    Object.values(spell),
  )
  return kept!
}

export type Seen = { county: number; person: number; employment: number; knownFrom: string }
export type Change = Partial<
  Pick<
    EmploymentRow,
    | 'valid_to'
    | 'monthly_wage_fen'
    | 'verified_on'
    | 'verified_method'
    | 'verified_by'
    | 'verified_until'
    | 'recorded_by'
  >
>

/**
 * The spell as it is said from now on; what was said before moves into history in the same statement. Undefined where the
 * version that was seen is no longer the one that stands. Clients that cut an instant to milliseconds are understood.
 */
export async function supersedeEmployment(
  tx: Tx,
  { county, person, employment, knownFrom }: Seen,
  change: Change,
  { now, why }: { now: Date; why: string },
): Promise<Kept | undefined> {
  const columns = Object.keys(change)
  const [kept] = await tx.query<Kept>(
    `WITH said AS (
       SELECT * FROM employment WHERE county = $1 AND person_id = $2 AND id = $3
          AND date_trunc('milliseconds', known_from) = date_trunc('milliseconds', $4::timestamptz) FOR UPDATE),
     kept AS (INSERT INTO employment_history SELECT said.*, $5::timestamptz, $6 FROM said)
     UPDATE employment AS e SET known_from = $5::timestamptz${columns.map((column, i) => `, ${column} = $${i + 7}`).join('')}
       FROM said WHERE e.county = said.county AND e.id = said.id RETURNING e.id, e.known_from`,
    [county, person, employment, knownFrom, now.toISOString(), why, ...Object.values(change)],
  )
  return kept
}

export type EmploymentSpan = Pick<EmploymentRow, 'valid_from' | 'valid_to' | 'known_from'>
export async function findEmployment(
  tx: Tx,
  { county, person, employment }: Omit<Seen, 'knownFrom'>,
): Promise<EmploymentSpan | undefined> {
  const [row] = await tx.query<EmploymentSpan>(
    'SELECT valid_from, valid_to, known_from FROM employment WHERE county = $1 AND person_id = $2 AND id = $3',
    [county, person, employment],
  )
  return row
}

/** The same spell of the same person, said already: from the same day, in the same place, at the same employer. */
export async function isSaid(tx: Tx, spell: NewEmployment): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM employment WHERE county = $1 AND person_id = $2 AND valid_from = $3 AND place = $4
        AND channel IS NOT DISTINCT FROM $5 AND employer IS NOT DISTINCT FROM $6`,
    [spell.county, spell.person_id, spell.valid_from, spell.place, spell.channel, spell.employer],
  )
  return rows.length > 0
}

/** The ledger of the county changed: figures of before are no longer figures of now. */
export const bumpLedger = (tx: Tx, county: number, now: Date) =>
  tx.query(
    `INSERT INTO ledger_head AS h (county, changed_at) VALUES ($1, $2)
     ON CONFLICT (county) DO UPDATE SET changed_at = GREATEST(h.changed_at + interval '1 millisecond', excluded.changed_at)`,
    [county, now.toISOString()],
  )
