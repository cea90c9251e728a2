import type { SiteRow } from '#db/types.ts'
import type { Day } from '#domain/base/date.ts'
import type { Reader } from './area.sql.ts'

/** The two clocks of a question; `knownAt` null: now. */
export type Clocks = { on: Day; knownAt: string | null }

export type SiteRecord = Pick<
  SiteRow,
  'county' | 'id' | 'area' | 'kind' | 'name' | 'level' | 'capacity' | 'grade' | 'valid_from' | 'valid_to'
> & { extra: Record<string, unknown> }
export type GradeRecord = { year: number; grade: string }
export type RosterRecord = {
  person: number
  name: string
  role: string
  from: Day
  to: Day | null
  lifted: boolean
}

/**
 * A table as it was known: the hot table for now, and for a past moment what was said then, superseded or not.
 * `$1` is the moment. Both halves stand under the same scope policy.
 */
function known(table: string, columns: string, { knownAt }: Clocks): string {
  if (knownAt === null) return `(SELECT ${columns} FROM ${table} WHERE $1::timestamptz IS NULL)`
  return `(SELECT ${columns} FROM ${table} WHERE known_from <= $1::timestamptz
           UNION ALL
           SELECT ${columns} FROM ${table}_history WHERE known_from <= $1::timestamptz AND $1::timestamptz < known_to)`
}
const valid = (alias: string) => `${alias}.valid_from <= $2 AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > $2)`

/** The site as it was known, whether recognised on the day or not; undefined outside the post's scope too. */
export async function findSite(tx: Reader, id: number, clocks: Clocks): Promise<SiteRecord | undefined> {
  const columns = 'county, id, area, kind, name, level, capacity, grade, extra, valid_from, valid_to'
  const [site] = await tx.query<SiteRecord>(`SELECT * FROM ${known('site', columns, clocks)} AS s WHERE s.id = $2`, [
    clocks.knownAt,
    id,
  ])
  return site
}

/** Yearly grades given by the day, the newest first. */
export const gradesOf = (tx: Reader, { county, id }: SiteRecord, clocks: Clocks) =>
  tx.query<GradeRecord>(
    `SELECT g.year, g.grade
       FROM ${known('site_grade', 'county, site_id, year, grade, valid_from', clocks)} AS g
      WHERE g.county = $3 AND g.site_id = $4 AND g.valid_from <= $2 ORDER BY g.year DESC`,
    [clocks.knownAt, clocks.on, county, id],
  )

/** Who is on the roster on the day, and who of them is a lifted person on that day; people of the post's scope only. */
export const rosterOf = (tx: Reader, { county, id }: SiteRecord, clocks: Clocks) =>
  tx.query<RosterRecord>(
    `SELECT r.person_id AS person, p.name, r.role, r.valid_from AS "from", r.valid_to AS "to", m.person_id IS NOT NULL AS lifted
       FROM ${known('roster', 'county, person_id, site_id, role, valid_from, valid_to', clocks)} AS r
       JOIN ${known('person', 'county, id, name', clocks)} AS p ON p.county = r.county AND p.id = r.person_id
       LEFT JOIN ${known('membership', 'county, person_id, kind, valid_from, valid_to', clocks)} AS m
         ON m.county = r.county AND m.person_id = r.person_id AND m.kind = 'lifted' AND ${valid('m')}
      WHERE r.county = $3 AND r.site_id = $4 AND ${valid('r')}
      ORDER BY r.person_id`,
    [clocks.knownAt, clocks.on, county, id],
  )
