import type { ClientBase } from 'pg'
import type { Day } from '#domain/base/date.ts'

/** Somebody who asked for work and has none on the day, and what they said of it. */
export type Asking = {
  county: number
  area: number
  person_id: number
  detail: string | null
  from: Day
  worked: string | null
}

/** Beside the people of stories, whose ids lie below: each speaks for themselves. */
export async function peopleAskingForWork(admin: ClientBase, on: Day, fromId: number): Promise<Asking[]> {
  const { rows } = await admin.query<Asking>(
    `SELECT w.county, w.area, w.person_id, min(w.detail) AS detail, min(w.valid_from) AS from,
            (SELECT e.occupation FROM employment AS e WHERE e.county = w.county AND e.person_id = w.person_id
                AND e.occupation IS NOT NULL AND e.valid_from <= $1 ORDER BY e.valid_from DESC, e.id LIMIT 1) AS worked
       FROM wish AS w
      WHERE w.kind = 'work' AND w.valid_from <= $1 AND (w.valid_to IS NULL OR w.valid_to > $1) AND w.person_id >= $2
        AND NOT EXISTS (SELECT FROM employment AS e WHERE e.county = w.county AND e.person_id = w.person_id
              AND e.valid_from <= $1 AND (e.valid_to IS NULL OR e.valid_to > $1))
      GROUP BY w.county, w.area, w.person_id ORDER BY w.person_id`,
    [on, fromId],
  )
  return rows
}
