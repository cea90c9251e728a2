import type { Day } from '#domain/base/date.ts'
import type { Tx } from '../../db.ts'
import { ALL, type Vacancy } from '../vacancy/vacancy.sql.ts'
import type { Wisher } from './market-lines.ts'

/** Open vacancies on the day in these middle classes (6-05): occupations beyond them are no neighbours of a wish. */
export const openVacancies = (tx: Tx, on: Day, middleClasses: readonly string[]) =>
  tx.query<Vacancy>(
    `SELECT ${ALL} FROM vacancy WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1) AND open_until > $1
        AND taken < openings AND left(occupation, 4) = ANY ($2::text[])`,
    [on, middleClasses],
  )

const WISHER = `
  SELECT w.person_id, w.area, w.occupations, w.reach, w.provinces, w.wage_floor_fen, w.cannot, w.busy_months,
         p.name, p.birth_date, p.education,
         ARRAY (SELECT m.kind FROM membership m WHERE m.county = w.county AND m.person_id = w.person_id
                   AND m.valid_from <= $1 AND (m.valid_to IS NULL OR m.valid_to > $1)
                   AND (m.risk_removed_on IS NULL OR m.risk_removed_on > $1)) AS kinds,
         ARRAY (SELECT DISTINCT e.occupation FROM employment e WHERE e.county = w.county AND e.person_id = w.person_id
                   AND e.occupation IS NOT NULL AND e.valid_from <= $1) AS worked,
         ARRAY (SELECT DISTINCT t.course FROM training t WHERE t.county = w.county AND t.person_id = w.person_id
                   AND t.course IS NOT NULL AND t.certificate_on <= $1) AS certificates
    FROM work_wish w JOIN person p ON p.county = w.county AND p.id = w.person_id
   WHERE w.valid_from <= $1 AND w.valid_to > $1 AND (p.death_date IS NULL OR p.death_date > $1)`

export async function findWisher(tx: Tx, { county, id }: { county: number; id: number }, on: Day) {
  const [row] = await tx.query<Wisher>(`${WISHER} AND w.county = $2 AND w.person_id = $3`, [on, county, id])
  return row
}

/** People of the scope who were asked and wish for an occupation of the middle class. */
export const wishersOf = (tx: Tx, on: Day, middleClass: string, limit: number) =>
  tx.query<Wisher>(
    `${WISHER} AND EXISTS (SELECT FROM unnest(w.occupations) AS o WHERE left(o, 4) = $2) ORDER BY w.person_id LIMIT $3`,
    [on, middleClass, limit],
  )
