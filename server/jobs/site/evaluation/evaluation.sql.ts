import type { SiteGradeRow } from '#db/types.ts'
import type { Day } from '#domain/base/date.ts'
import type { Clocks } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { relationAt } from '../../../people/as-of.ts'
import type { SiteRecord } from '../../../places/site.sql.ts'

export type Stable = { person: number; name: string; from: Day; proven: number }

/**
 * Who stands on the roster on a day and has stood there, without a gap, for so many months; `proven` counts the full months before the day
 * for which presence or a wage was shown.
 */
export function stableStaff(
  tx: Tx,
  { county, id }: Pick<SiteRecord, 'county' | 'id'>,
  { on, knownAt }: Clocks,
  months: number,
): Promise<Stable[]> {
  const table = relationAt(knownAt)
  return tx.query<Stable>(
    `SELECT r.person_id AS person, p.name, r.valid_from AS "from", (
              SELECT count(*)::int FROM ${table('attendance')} AS a
               WHERE a.county = r.county AND a.person_id = r.person_id AND a.site_id = r.site_id
                 AND a.valid_to <= date_trunc('month', $3::date)::date
                 AND a.valid_from >= (date_trunc('month', $3::date) - make_interval(months => $4))::date
                 AND (a.days > 0 OR a.wage_paid_fen > 0)) AS proven
       FROM ${table('roster')} AS r JOIN ${table('person')} AS p ON p.county = r.county AND p.id = r.person_id
      WHERE r.county = $1 AND r.site_id = $2 AND (r.valid_to IS NULL OR r.valid_to > $3::date)
        AND r.valid_from <= ($3::date - make_interval(months => $4))::date
      ORDER BY p.name, r.person_id`,
    [county, id, on, months],
  )
}

export const countOnRoster = async (tx: Tx, { county, id }: SiteRecord, { on, knownAt }: Clocks): Promise<number> => {
  const [row] = await tx.query<{ n: number }>(
    `SELECT count(DISTINCT r.person_id)::int AS n FROM ${relationAt(knownAt)('roster')} AS r
      WHERE r.county = $1 AND r.site_id = $2 AND r.valid_from <= $3 AND (r.valid_to IS NULL OR r.valid_to > $3)`,
    [county, id, on],
  )
  return row!.n
}

export type Grade = Pick<
  SiteGradeRow,
  'year' | 'grade' | 'staff' | 'counted_on' | 'known_from' | 'source' | 'valid_from'
>

/** Every grade as it was known, the newest first; one given after a day is not told of that day. */
export const gradeRows = (tx: Tx, { county, id }: SiteRecord, { knownAt }: Pick<Clocks, 'knownAt'>): Promise<Grade[]> =>
  tx.query<Grade>(
    `SELECT g.year, g.grade, g.staff, g.counted_on, g.known_from, g.source, g.valid_from FROM ${relationAt(knownAt)('site_grade')} AS g
      WHERE g.county = $1 AND g.site_id = $2 ORDER BY g.year DESC`,
    [county, id],
  )

export type NewGrade = Pick<SiteGradeRow, 'year' | 'grade' | 'staff' | 'counted_on'> & { by: number; title: string }

/** The version of a year's grade that stands; undefined where there is none. Locked until the act is done. */
export async function findGrade(tx: Tx, { county, id }: SiteRecord, year: number): Promise<string | undefined> {
  await tx.query('SELECT FROM site WHERE county = $1 AND id = $2 FOR UPDATE', [county, id])
  const [row] = await tx.query<{ known_from: string }>(
    'SELECT known_from FROM site_grade WHERE county = $1 AND site_id = $2 AND year = $3',
    [county, id, year],
  )
  return row?.known_from
}

/** The grade of a year as it is said from now on; what was said before moves into history in the same statement. */
export const sayGrade = (
  tx: Tx,
  site: SiteRecord,
  { year, grade, staff, counted_on, by, title }: NewGrade,
  now: Date,
) =>
  tx.query(
    `WITH said AS (SELECT * FROM site_grade WHERE county = $1 AND site_id = $2 AND year = $3 FOR UPDATE),
     kept AS (INSERT INTO site_grade_history SELECT said.*, $4::timestamptz, 'correction' FROM said),
     changed AS (UPDATE site_grade AS g SET grade = $5, staff = $6, counted_on = $7::date, valid_from = $7::date, known_from = $4::timestamptz,
            source = 'officer', verified_on = $7::date, verified_by = $9, recorded_by = $8
       FROM said WHERE g.county = said.county AND g.id = said.id RETURNING g.id)
     INSERT INTO site_grade (county, area, site_id, year, grade, staff, counted_on, valid_from, known_from, source, verified_on, verified_by, recorded_by)
     SELECT $1, $10::bigint, $2, $3, $5, $6, $7::date, $7::date, $4::timestamptz, 'officer', $7::date, $9, $8 WHERE NOT EXISTS (SELECT FROM changed)`,
    [site.county, site.id, year, now.toISOString(), grade, staff, counted_on, by, title, site.area],
  )

/** The site carries the grade of its latest year. */
export const carryGrade = (tx: Tx, { county, id }: SiteRecord, now: Date) =>
  tx.query(
    `WITH said AS (SELECT s.*, (SELECT g.grade FROM site_grade AS g WHERE g.county = s.county AND g.site_id = s.id ORDER BY g.year DESC LIMIT 1) AS latest
       FROM site AS s WHERE s.county = $1 AND s.id = $2),
     due AS (SELECT s.* FROM site AS s JOIN said ON said.county = s.county AND said.id = s.id WHERE s.grade IS DISTINCT FROM said.latest),
     kept AS (INSERT INTO site_history SELECT due.*, $3::timestamptz, 'correction' FROM due)
     UPDATE site AS s SET grade = said.latest, known_from = $3::timestamptz
       FROM said JOIN due ON due.county = said.county AND due.id = said.id WHERE s.county = said.county AND s.id = said.id`,
    [county, id, now.toISOString()],
  )
