import type { AttendanceRow } from '#db/types.ts'
import type { Day } from '#domain/base/date.ts'
import type { Tx } from '../../../db.ts'

export type NewAttendance = Omit<AttendanceRow, 'id'>
type OfMonth = { county: number; site: number; first: Day }
export type RosterPerson = { id: number; area: number; attendance: number | null; known_from: string | null }

/** Those of some people who stood on the roster in the month, with the attendance that is entered for them. Locked until the act is done. */
export const rosterPeople = (
  tx: Tx,
  { county, site, first }: OfMonth,
  next: Day,
  people: readonly number[],
): Promise<RosterPerson[]> =>
  tx.query<RosterPerson>(
    `SELECT p.id, p.area, a.id AS attendance, a.known_from
       FROM person AS p LEFT JOIN attendance AS a
         ON a.county = p.county AND a.person_id = p.id AND a.site_id = $2 AND a.valid_from = $3::date
      WHERE p.county = $1 AND p.id = ANY ($5::bigint[]) AND EXISTS (
        SELECT FROM roster AS r WHERE r.county = p.county AND r.person_id = p.id AND r.site_id = $2
           AND r.valid_from < $4::date AND (r.valid_to IS NULL OR r.valid_to > $3::date))
      ORDER BY p.id FOR UPDATE OF p`,
    [county, site, first, next, people],
  )

/** What is said of the month from now on; what was said before moves into history in the same statement. */
export const correctAttendance = (tx: Tx, id: number, row: NewAttendance) =>
  tx.query(
    `WITH said AS (SELECT * FROM attendance WHERE county = $1 AND id = $2 FOR UPDATE),
     kept AS (INSERT INTO attendance_history SELECT said.*, $3::timestamptz, 'correction' FROM said)
     UPDATE attendance AS a SET known_from = $3::timestamptz, days = $4, wage_paid_fen = $5, source = $6, evidence = $7,
            verified_on = $8::date, verified_method = $9, verified_by = $10, verified_until = NULL, recorded_by = $11
       FROM said WHERE a.county = said.county AND a.id = said.id`,
    [
      ...[row.county, id, row.known_from, row.days, row.wage_paid_fen, row.source, row.evidence],
      ...[row.verified_on, row.verified_method, row.verified_by, row.recorded_by],
    ],
  )
