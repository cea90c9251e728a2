import type { EmploymentRow, PersonRow } from '#db/types.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { relationAt } from '../as-of.ts'

export type PersonKey = { county: number; id: number }
export type PersonLineRow = Pick<
  PersonRow,
  'county' | 'id' | 'name' | 'id_mask' | 'sex' | 'birth_date' | 'area' | 'verified_on'
> &
  Pick<EmploymentRow, 'channel' | 'employer'> & { memberships: string[] | null; since: string | null }

const inForce = (alias: string) => `${alias}.valid_from <= $3 AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > $3)`

/** Of several spells of work in force at once the one begun last is shown. */
export function personLineRows(tx: Tx, keys: readonly PersonKey[], { on, knownAt }: Clocks): Promise<PersonLineRow[]> {
  const table = relationAt(knownAt)
  return tx.query<PersonLineRow>(
    `SELECT p.county, p.id, p.name, p.id_mask, p.sex, p.birth_date, p.area, p.verified_on, m.kinds AS memberships,
            w.channel, w.employer, w.valid_from AS since
       FROM unnest($1::int[], $2::bigint[]) WITH ORDINALITY AS k(county, id, at)
       JOIN ${table('person')} AS p ON p.county = k.county AND p.id = k.id
       LEFT JOIN LATERAL (
         SELECT array_agg(DISTINCT m.kind) AS kinds FROM ${table('membership')} AS m
          WHERE m.county = k.county AND m.person_id = k.id AND ${inForce('m')}) AS m ON TRUE
       LEFT JOIN LATERAL (
         SELECT e.channel, e.employer, e.valid_from FROM ${table('employment')} AS e
          WHERE e.county = k.county AND e.person_id = k.id AND ${inForce('e')}
          ORDER BY e.valid_from DESC, e.id DESC LIMIT 1) AS w ON TRUE
      ORDER BY k.at`,
    [keys.map(({ county }) => county), keys.map(({ id }) => id), on],
  )
}
