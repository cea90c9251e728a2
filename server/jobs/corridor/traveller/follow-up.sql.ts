import type { EmploymentRow } from '#db/types.ts'
import type { Interval } from '#domain/places/area.ts'
import type { Tx } from '../../../db.ts'
import { areaCondition } from '../../../people/list/scope-intervals.ts'
import type { NamedTraveller } from './traveller.sql.ts'

export type DueRow = NamedTraveller &
  Pick<EmploymentRow, 'employer'> & {
    place: number
    after_days: number
    due_on: string
    tries: number
    complaint: string | null
  }

/** Who arrived and is not back, with the latest follow-up that is due by the day and has reached nobody yet: one call makes up for those before it. */
const FROM = `FROM traveller t
  CROSS JOIN LATERAL (SELECT max(days) AS after_days FROM unnest($1::int[]) AS days WHERE t.arrived_on + days <= $2::date) AS f
  LEFT JOIN follow_up done ON done.county = t.county AND done.traveller_id = t.id AND done.after_days = f.after_days
    AND done.outcome <> 'unreached'`
const isDue = (intervals: readonly Interval[]) =>
  `${areaCondition(intervals, 't')} AND f.after_days IS NOT NULL AND t.returned_on IS NULL AND done.id IS NULL`

export type DueAsked = { intervals: readonly Interval[]; days: readonly number[]; on: string }

/** The longest due first. */
export const dueFollowUps = (tx: Tx, { intervals, days, on }: DueAsked, limit: number) =>
  tx.query<DueRow>(
    `SELECT t.*, p.name, p.id_mask, p.phone_mask, p.birth_date, b.place, e.employer, f.after_days,
        t.arrived_on + f.after_days AS due_on, coalesce(u.tries, 0) AS tries, u.complaint
       ${FROM}
       JOIN person p ON p.county = t.county AND p.id = t.person_id
       JOIN dispatch_batch b ON b.id = t.batch_id
       LEFT JOIN employment e ON e.county = t.county AND e.id = t.employment_id
       LEFT JOIN (
         SELECT county, traveller_id, count(*) FILTER (WHERE outcome = 'unreached')::int AS tries,
                (array_agg(wages ORDER BY done_on DESC, id DESC) FILTER (WHERE wages <> 'paid'))[1] AS complaint
           FROM follow_up GROUP BY county, traveller_id) u ON u.county = t.county AND u.traveller_id = t.id
      WHERE ${isDue(intervals)} ORDER BY due_on, t.area, t.id LIMIT $3`,
    [days, on, limit],
  )

export async function countDueFollowUps(tx: Tx, { intervals, days, on }: DueAsked): Promise<number> {
  const [row] = await tx.query<{ due: number }>(`SELECT count(*)::int AS due ${FROM} WHERE ${isDue(intervals)}`, [
    ...[days, on],
  ])
  return row!.due
}

/** Who employs a traveller: by the work, else by the order the batch left under. */
export async function employerOf(
  tx: Tx,
  { county, employment_id, batch_id }: Pick<NamedTraveller, 'county' | 'employment_id' | 'batch_id'>,
): Promise<string | undefined> {
  const [row] = await tx.query<{ employer: string | null }>(
    `SELECT coalesce(e.employer, v.employer) AS employer FROM dispatch_batch b
       LEFT JOIN employment e ON e.county = $1 AND e.id = $2
       LEFT JOIN corridor_order o ON o.id = b.order_id
       LEFT JOIN vacancy v ON v.county = o.county AND v.id = o.vacancy_id
      WHERE b.id = $3`,
    [county, employment_id, batch_id],
  )
  return row?.employer ?? undefined
}
