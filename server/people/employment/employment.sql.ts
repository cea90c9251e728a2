import type { EmploymentRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'
import { insertSpell, type Kept, supersedeSpell } from '../file/spell-row.sql.ts'

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
export type { Kept }

export const insertEmployment = (tx: Tx, spell: NewEmployment): Promise<Kept> => insertSpell(tx, 'employment', spell)

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

/** As `supersedeSpell`, of a spell of work of a person. */
export const supersedeEmployment = (
  tx: Tx,
  { county, person, employment, knownFrom }: Seen,
  change: Change,
  as: { now: Date; why: string },
): Promise<Kept | undefined> =>
  supersedeSpell(
    tx,
    'employment',
    { county, id: employment, knownFrom, owner: { column: 'person_id', id: person } },
    change,
    as,
  )

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
