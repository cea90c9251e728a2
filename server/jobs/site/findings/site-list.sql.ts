import type { SiteRow } from '#db/types.ts'
import { quoteString } from '#domain/rules/sql/text.ts'
import type { Clocks } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { relationAt } from '../../../people/as-of.ts'
import type { CountyCount } from '../../../people/count/county-count.sql.ts'
import type { RosterRule, SiteRule } from './site-rules.ts'

export type ListedSite = Pick<
  SiteRow,
  'id' | 'area' | 'kind' | 'name' | 'level' | 'capacity' | 'grade' | 'valid_from' | 'valid_to'
>

const standsOn = (alias: string, day: string) =>
  `${alias}.valid_from <= ${day} AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > ${day})`

/** The sites of an area that stand on a day. */
export const listedSites = (tx: Tx, condition: string, { on, knownAt }: Clocks) =>
  tx.query<ListedSite>(
    `SELECT s.id, s.area, s.kind, s.name, s.level, s.capacity, s.grade, s.valid_from, s.valid_to
       FROM ${relationAt(knownAt)('site')} AS s WHERE ${standsOn('s', '$1')} AND ${condition} ORDER BY s.area, s.id`,
    [on],
  )

/** Numbers of a site beside those of its findings, which go by their keys. */
export const ON_ROSTER = 'on roster'
export const LIFTED = 'lifted'

/**
 * By site, under `id key`: who is on its roster, who of them was lifted, how many people are behind each finding that holds of the site
 * (which may be nobody), and how many on its roster have each finding over people that reads one. All of them ask the rules, as a site's
 * own page does, and no determination: that may follow a list by minutes.
 */
export function siteCount(
  rules: readonly SiteRule[],
  people: readonly RosterRule[],
  { on, knownAt }: Clocks,
): CountyCount {
  const table = relationAt(knownAt)
  const day = `DATE ${quoteString(on)}`
  const findings = rules.map((rule) => behindSites(rule, table('roster')))
  if (people.length > 0) findings.push(onRosters(people, table('person')))
  return {
    topic: 'sites',
    reach: 'county',
    rows: `WITH stood AS MATERIALIZED (
         SELECT s.* FROM ${table('site')} AS s WHERE s.county = ANY ($1::int[]) AND ${standsOn('s', day)}),
       line AS MATERIALIZED (
         SELECT DISTINCT s.area, s.id AS site, r.county, r.person_id FROM stood AS s
           JOIN ${table('roster')} AS r ON r.county = s.county AND r.site_id = s.id AND ${standsOn('r', day)}),
       lifted AS MATERIALIZED (
         SELECT DISTINCT m.county, m.person_id FROM line AS l
           JOIN ${table('membership')} AS m ON m.county = l.county AND m.person_id = l.person_id AND m.kind = 'lifted' AND ${standsOn('m', day)})
     SELECT l.area, l.site || ' ${ON_ROSTER}' AS key, count(*)::int AS n FROM line AS l GROUP BY l.area, l.site
      UNION ALL
     SELECT l.area, l.site || ' ${LIFTED}', count(*)::int FROM line AS l NATURAL JOIN lifted GROUP BY l.area, l.site
      UNION ALL
     ${findings.join('\n      UNION ALL\n     ')}`,
  }
}

const behindSites = ({ finding, holds, behind }: SiteRule, roster: string) =>
  `SELECT s.area, s.id || ${quoteString(` ${finding.key}`)},
          (SELECT count(DISTINCT r.person_id)::int FROM ${roster} AS r WHERE r.county = s.county AND r.site_id = s.id AND ${behind})
     FROM stood AS s WHERE ${holds}`

/** Each person is asked about once, on however many rosters. */
const onRosters = (people: readonly RosterRule[], person: string) =>
  `SELECT l.area, l.site || ' ' || f.key, count(*)::int FROM line AS l JOIN (
         SELECT p.county, p.id AS person_id, f.key FROM ${person} AS p
           JOIN (SELECT DISTINCT county, person_id FROM line) AS i ON i.county = p.county AND i.person_id = p.id
          CROSS JOIN LATERAL unnest(ARRAY[${people.map(({ key }) => quoteString(key)).join(', ')}],
            ARRAY[${people.map(({ exact }) => exact).join(', ')}]) AS f(key, holds)
          WHERE f.holds) AS f ON f.county = l.county AND f.person_id = l.person_id
      GROUP BY l.area, l.site, f.key`
