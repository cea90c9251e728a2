import type { Clocks } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { relationAt } from '../../../people/as-of.ts'
import type { RosterRule, SiteRule } from './site-rules.ts'

export type ListedSite = {
  county: number
  id: number
  area: number
  kind: string
  name: string
  level: string | null
  capacity: number | null
  grade: string | null
  valid_from: string
  valid_to: string | null
  on_roster: number
  lifted: number
  /** People behind each rule over sites, in their order; null where it does not hold. */
  behind: (number | null)[]
}

/** The sites of an area that stand on a day, with who is on their rosters and which rules hold, in one statement. */
export function listedSites(
  tx: Tx,
  condition: string,
  rules: readonly SiteRule[],
  { on, knownAt }: Clocks,
): Promise<ListedSite[]> {
  const table = relationAt(knownAt)
  const onRoster = 'r.county = s.county AND r.site_id = s.id'
  const counted = rules.map(
    ({ holds, behind }) =>
      `CASE WHEN ${holds} THEN (SELECT count(DISTINCT r.person_id) FROM ${table('roster')} AS r WHERE ${onRoster} AND ${behind}) END`,
  )
  return tx.query<ListedSite>(
    `SELECT s.county, s.id, s.area, s.kind, s.name, s.level, s.capacity, s.grade, s.valid_from, s.valid_to,
            n.on_roster, n.lifted, ARRAY[${counted.join(', ')}]::int[] AS behind
       FROM ${table('site')} AS s CROSS JOIN LATERAL (
         SELECT count(DISTINCT r.person_id)::int AS on_roster, count(DISTINCT r.person_id) FILTER (WHERE EXISTS (
                  SELECT FROM ${table('membership')} AS m WHERE m.county = r.county AND m.person_id = r.person_id AND m.kind = 'lifted'
                     AND m.valid_from <= $1 AND (m.valid_to IS NULL OR m.valid_to > $1)))::int AS lifted
           FROM ${table('roster')} AS r WHERE ${onRoster} AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to > $1)) AS n
      WHERE s.valid_from <= $1 AND (s.valid_to IS NULL OR s.valid_to > $1) AND ${condition}
      ORDER BY s.area, s.id`,
    [on],
  )
}

export type RosterFinding = { site: number; key: string; people: number }

/** People of rosters with a finding, by site: out of what is determined. */
export const determinedAtSites = (tx: Tx, condition: string, keys: readonly string[], on: string) =>
  tx.query<RosterFinding>(
    `SELECT s.id AS site, d.predicate AS key, count(DISTINCT r.person_id)::int AS people
       FROM site AS s JOIN roster AS r ON r.county = s.county AND r.site_id = s.id
       JOIN determination AS d ON d.county = r.county AND d.person_id = r.person_id AND d.outcome = 'yes' AND d.predicate = ANY ($2)
      WHERE ${condition} AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to > $1) GROUP BY 1, 2`,
    [on, keys],
  )

/** The same by the rules themselves, for days and moments that nobody determined. */
export function foundAtSites(
  tx: Tx,
  condition: string,
  rules: readonly RosterRule[],
  { on, knownAt }: Clocks,
): Promise<RosterFinding[]> {
  const table = relationAt(knownAt)
  return tx.query<RosterFinding>(
    `SELECT s.id AS site, f.key, count(DISTINCT p.id)::int AS people
       FROM ${table('site')} AS s JOIN ${table('roster')} AS r ON r.county = s.county AND r.site_id = s.id
       JOIN ${table('person')} AS p ON p.county = r.county AND p.id = r.person_id
      CROSS JOIN LATERAL unnest($2::text[], ARRAY[${rules.map(({ exact }) => exact).join(', ')}]::boolean[]) AS f(key, holds)
      WHERE ${condition} AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to > $1) AND f.holds GROUP BY 1, 2`,
    [on, rules.map(({ key }) => key)],
  )
}
