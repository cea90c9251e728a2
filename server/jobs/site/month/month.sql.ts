import type { Day } from '#domain/base/date.ts'
import type { MonthFacts } from '#domain/jobs/site/match.ts'
import type { Clocks } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { relationAt } from '../../../people/as-of.ts'

export type MonthSite = { county: number; id: number; name: string }
export type Shown = { days: number | null; wage_paid_fen: number | null; evidence: string | null }
export type MonthRow = {
  person: number
  roster: number
  known_from: string
  name: string
  role: string
  from: Day
  to: Day | null
  lifted: boolean
  monitored: boolean
  verified_on: Day | null
  verified_method: string | null
  verified_by: string | null
  wage_stated_fen: number | null
  attendance: (Shown & { by: string | null; known_from: string }) | null
  before: Shown | null
} & { facts: MonthFacts }

/**
 * Everybody who stood on a site's roster on some day of a month, with what the ledger holds of that month, in one statement for
 * the whole roster. Work is work at the site where its employer is the site, or its channel is a workshop.
 */
export function monthRows(
  tx: Tx,
  { county, id, name }: MonthSite,
  { first, next }: { first: Day; next: Day },
  { knownAt }: Pick<Clocks, 'knownAt'>,
): Promise<MonthRow[]> {
  const table = relationAt(knownAt)
  const inMonth = (alias: string) =>
    `${alias}.county = r.county AND ${alias}.person_id = r.person_id AND ${alias}.valid_from < $5::date AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > $4::date)`
  const shown = (alias: string, more: string) =>
    `CASE WHEN ${alias}.id IS NOT NULL THEN jsonb_build_object('days', ${alias}.days, 'wage_paid_fen', ${alias}.wage_paid_fen, 'evidence', ${alias}.evidence${more}) END`
  const attended = (alias: string, month: string) =>
    `${alias}.county = r.county AND ${alias}.person_id = r.person_id AND ${alias}.site_id = r.site_id AND ${alias}.valid_from = ${month}`
  const here = `(e.employer = $3 OR e.channel = 'workshop')`
  // By its code where the register tells one, else by its name.
  const insuredAt = `CASE WHEN i.credit_code IS NOT NULL THEN i.credit_code = (SELECT s.credit_code FROM site AS s WHERE s.county = $1 AND s.id = $2) ELSE i.employer = $3 END`
  return tx.query<MonthRow>(
    `SELECT r.person_id AS person, r.id AS roster, r.known_from, p.name, r.role, r.valid_from AS "from", r.valid_to AS "to",
            m.lifted, m.monitored, r.verified_on, r.verified_method, r.verified_by, w.wage AS wage_stated_fen,
            ${shown('a', ", 'by', a.verified_by, 'known_from', a.known_from")} AS attendance, ${shown('b', '')} AS before,
            jsonb_build_object('paid', jsonb_build_object('here', i.here, 'other', i.other, 'unnamed', i.unnamed),
                               'covered', w.covered, 'elsewhere', w.elsewhere) AS facts
       FROM ${table('roster')} AS r
       JOIN ${table('person')} AS p ON p.county = r.county AND p.id = r.person_id
       LEFT JOIN ${table('attendance')} AS a ON ${attended('a', '$4::date')}
       LEFT JOIN ${table('attendance')} AS b ON ${attended('b', "($4::date - interval '1 month')::date")}
       CROSS JOIN LATERAL (
         SELECT COALESCE(bool_or(m.kind = 'lifted'), false) AS lifted,
                COALESCE(bool_or(m.kind IN ('unstable', 'marginal', 'sudden')), false) AS monitored
           FROM ${table('membership')} AS m WHERE ${inMonth('m')}) AS m
       CROSS JOIN LATERAL (
         SELECT (array_agg(e.monthly_wage_fen ORDER BY e.valid_from DESC, e.id DESC) FILTER (WHERE ${here}))[1] AS wage,
                bool_or(e.injury_insured) FILTER (WHERE ${here}) AS covered,
                COALESCE(bool_or(${here} IS NOT TRUE), false) AS elsewhere
           FROM ${table('employment')} AS e WHERE ${inMonth('e')}) AS w
       CROSS JOIN LATERAL (
         SELECT COALESCE(bool_or(${insuredAt}), false) AS here, COALESCE(bool_or(NOT (${insuredAt})), false) AS other,
                COALESCE(bool_or(i.employer IS NULL AND i.credit_code IS NULL), false) AS unnamed
           FROM ${table('insurance')} AS i WHERE ${inMonth('i')} AND i.payer = 'employer') AS i
      WHERE r.county = $1 AND r.site_id = $2 AND r.valid_from < $5::date AND (r.valid_to IS NULL OR r.valid_to > $4::date)
      ORDER BY r.valid_to IS NOT NULL, p.name COLLATE "C", r.person_id`,
    [county, id, name, first, next],
  )
}
