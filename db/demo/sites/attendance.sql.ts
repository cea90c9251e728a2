import type { ClientBase } from 'pg'

/** The three full months before the demo's day. */
const MONTHS = ['2021-06-01', '2021-07-01', '2021-08-01']
/** Story people were there every month, so that their files show it. */
const LAST_STORY = 1100

/**
 * Attendance of the workshops' people for the months before the demo's day, invented: most were there and were paid about what their work
 * record says; some people and some workshops show nothing, so that there is something to find. What is drawn is drawn from the ids
 * alone, after everything else: no other row moves, and no figure reads it.
 */
export async function inventAttendance(admin: ClientBase, seed: number): Promise<number> {
  const drawn = (of: string) => `('x' || substr(md5($1::text || ${of}), 1, 7))::bit(28)::int`
  const { rowCount } = await admin.query(
    `INSERT INTO attendance (county, area, person_id, site_id, days, wage_paid_fen, evidence, valid_from, valid_to, known_from, source, verified_on, verified_by)
     SELECT DISTINCT ON (r.county, r.site_id, r.person_id, m.first) r.county, r.area, r.person_id, r.site_id, 18 + x.chance % 9,
            (w.wage * CASE WHEN x.chance % 37 = 0 THEN 0.6 ELSE 1 END)::bigint,
            (ARRAY['sign_in_sheet', 'payroll', 'sign_in_sheet', 'roll_call'])[1 + x.chance % 4],
            m.first, (m.first + interval '1 month')::date, m.first + interval '1 month 4 days 3 hours', 'demo',
            (m.first + interval '1 month 4 days')::date, '演示'
       FROM roster AS r JOIN site AS s ON s.county = r.county AND s.id = r.site_id AND s.kind = 'workshop'
      CROSS JOIN unnest($2::date[]) AS m(first)
      CROSS JOIN LATERAL (SELECT ${drawn("'p' || r.person_id || m.first")} AS chance, ${drawn("'g' || r.person_id")} AS person, ${drawn("'s' || s.id")} AS site) AS x
       LEFT JOIN LATERAL (
         SELECT e.monthly_wage_fen AS wage FROM employment AS e
          WHERE e.county = r.county AND e.person_id = r.person_id AND e.employer = s.name AND e.valid_from < m.first + interval '1 month'
            AND (e.valid_to IS NULL OR e.valid_to > m.first) ORDER BY e.valid_from DESC LIMIT 1) AS w ON true
      WHERE r.role = 'worker' AND r.valid_from < m.first + interval '1 month' AND (r.valid_to IS NULL OR r.valid_to > m.first)
        AND (r.person_id < ${LAST_STORY} OR x.person % 60 <> 0 AND x.site % 40 <> 0)
      ORDER BY r.county, r.site_id, r.person_id, m.first, r.valid_from`,
    [seed, MONTHS],
  )
  return rowCount ?? 0
}
