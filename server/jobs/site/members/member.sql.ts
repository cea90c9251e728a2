import type { Day } from '#domain/base/date.ts'
import type { Clocks } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { relationAt } from '../../../people/as-of.ts'

export type MemberRow = {
  person: number
  name: string
  from: Day
  on_roster: boolean
  place: number | null
  employer: string | null
  wage_fen: number | null
  certified: boolean | null
  certificates: string[]
}

/**
 * Everybody who belongs to a brand on a day, each once: on its roster, or at work under its name. Wage and place are those of the work
 * under its name, else of the work begun last; certificates are those of trainings and titles of the file.
 */
export function memberRows(
  tx: Tx,
  { county, id }: { county: number; id: number },
  { on, knownAt }: Clocks,
): Promise<MemberRow[]> {
  const table = relationAt(knownAt)
  const inForce = (alias: string) =>
    `${alias}.valid_from <= $3 AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > $3)`
  return tx.query<MemberRow>(
    `SELECT p.id AS person, p.name, m."from", m.on_roster, w.place, w.employer, w.monthly_wage_fen AS wage_fen,
            w.skill_certificate AS certified, c.names AS certificates
       FROM (SELECT person_id, min(began) AS "from", bool_or(roster) AS on_roster FROM (
               SELECT r.person_id, r.valid_from AS began, true AS roster FROM ${table('roster')} AS r
                WHERE r.county = $1 AND r.site_id = $2 AND ${inForce('r')}
               UNION ALL
               SELECT e.person_id, e.valid_from, false FROM ${table('employment')} AS e
                WHERE e.county = $1 AND e.brand_id = $2 AND ${inForce('e')}) AS each GROUP BY person_id) AS m
       JOIN ${table('person')} AS p ON p.county = $1 AND p.id = m.person_id
       LEFT JOIN LATERAL (
         SELECT e.place, e.employer, e.monthly_wage_fen, e.skill_certificate FROM ${table('employment')} AS e
          WHERE e.county = $1 AND e.person_id = m.person_id AND ${inForce('e')}
          ORDER BY (e.brand_id = $2) DESC NULLS LAST, e.valid_from DESC, e.id DESC LIMIT 1) AS w ON true
       CROSS JOIN LATERAL (
         SELECT COALESCE(array_agg(DISTINCT course ORDER BY course), '{}') AS names FROM (
           SELECT t.course FROM ${table('training')} AS t
            WHERE t.county = $1 AND t.person_id = m.person_id AND t.certificate_on <= $3
           UNION ALL
           SELECT t.name FROM ${table('talent')} AS t
            WHERE t.county = $1 AND t.person_id = m.person_id AND t.kind IN ('title', 'honour') AND t.valid_from <= $3) AS held(course)) AS c
      ORDER BY p.name, p.id`,
    [county, id, on],
  )
}
