import type { AreaLinkRow, AreaRow, DivisionPlaceRow, ReportingUnitRow } from '#db/types.ts'
import type { Day } from '#domain/base/date.ts'
import type { AreaCode } from '#domain/places/area.ts'

/** What reading needs of a transaction. */
export type Reader = { query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]> }

export type AreaRecord = Omit<AreaRow, 'source'>
const COLUMNS = 'code, name, level, parent, kind, valid_from, valid_to, unverified'
const VALID = 'valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)'

/** The areas with these codes, and those directly below `parent`, that are valid on the day; by code. */
export const areasOn = (tx: Reader, day: Day, codes: AreaCode[], parent: AreaCode) =>
  tx.query<AreaRecord>(
    `SELECT ${COLUMNS} FROM area WHERE (code = ANY ($2::bigint[]) OR parent = $3) AND ${VALID} ORDER BY code`,
    [day, codes, parent],
  )

/** Every validity that a code has had, the first one first. */
export const validitiesOf = (tx: Reader, code: AreaCode) =>
  tx.query<AreaRecord>(`SELECT ${COLUMNS} FROM area WHERE code = $1 ORDER BY valid_from`, [code])

export type LinkRecord = Pick<AreaLinkRow, 'changed_on'> & { direction: 'from' | 'to'; code: AreaCode; name: string }
/** What a code came from and became, named as on the day before and the day of the change. */
export const linksOf = (tx: Reader, code: AreaCode) =>
  tx.query<LinkRecord>(
    `SELECT 'from' AS direction, l.old_code AS code, a.name, l.changed_on
       FROM area_link l JOIN area a ON a.code = l.old_code AND a.valid_from < l.changed_on
            AND (a.valid_to IS NULL OR a.valid_to >= l.changed_on)
      WHERE l.new_code = $1
     UNION ALL
     SELECT 'to', l.new_code, a.name, l.changed_on
       FROM area_link l JOIN area a ON a.code = l.new_code AND a.valid_from <= l.changed_on
            AND (a.valid_to IS NULL OR a.valid_to > l.changed_on)
      WHERE l.old_code = $1
     ORDER BY changed_on, direction, code`,
    [code],
  )

/** First days of the divisions, with the number of county-level units of each. */
export const listDivisions = (tx: Reader) =>
  tx.query<{ division: Day; counties: number }>(
    'SELECT division, count(DISTINCT county)::int AS counties FROM division_place GROUP BY division ORDER BY division',
  )

/** Where each of today's codes lay in a division, by today's code. */
export const placesOf = (tx: Reader, division: Day) =>
  tx.query<Omit<DivisionPlaceRow, 'division'>>(
    'SELECT area, village, town, county FROM division_place WHERE division = $1 ORDER BY area',
    [division],
  )

/** The latest name of every code there has been. */
export const latestNames = (tx: Reader) =>
  tx.query<{ code: AreaCode; name: string }>(
    'SELECT DISTINCT ON (code) code, name FROM area ORDER BY code, valid_from DESC',
  )

export type ReportingUnitRecord = Omit<ReportingUnitRow, 'source'> & { areas: AreaCode[] }
export const listReportingUnits = (tx: Reader) =>
  tx.query<ReportingUnitRecord>(
    `SELECT u.key, u.name, u.name_en, u.assumption, array_agg(t.area ORDER BY t.area) AS areas
       FROM reporting_unit u JOIN reporting_unit_area t ON t.unit = u.key GROUP BY u.key ORDER BY u.key`,
  )
