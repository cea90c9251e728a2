import type { Clocks } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { relationAt } from '../../../people/as-of.ts'
import type { RosterRule, SiteRule } from './site-rules.ts'

type Key = { county: number; id: number }
export type Behind = { person: number; name: string }

/** What the rules over sites say of one site, in their order: true, false, or null where a fact is missing. */
export async function askSite(
  tx: Tx,
  { county, id }: Key,
  rules: readonly SiteRule[],
  { knownAt }: Clocks,
): Promise<(boolean | null)[]> {
  if (rules.length === 0) return []
  const [row] = await tx.query<{ said: (boolean | null)[] }>(
    `SELECT ARRAY[${rules.map(({ exact }) => exact).join(', ')}]::boolean[] AS said
       FROM ${relationAt(knownAt)('site')} AS s WHERE s.county = $1 AND s.id = $2`,
    [county, id],
  )
  return row?.said ?? []
}

/** The people behind a finding about a site, each once. */
export function peopleBehind(
  tx: Tx,
  { county, id }: Key,
  { behind }: SiteRule,
  { knownAt }: Clocks,
): Promise<Behind[]> {
  const table = relationAt(knownAt)
  return tx.query<Behind>(
    `SELECT DISTINCT r.person_id AS person, p.name FROM ${table('roster')} AS r
       JOIN ${table('person')} AS p ON p.county = r.county AND p.id = r.person_id
      WHERE r.county = $1 AND r.site_id = $2 AND ${behind} ORDER BY p.name, r.person_id`,
    [county, id],
  )
}

export type AskedPerson = Behind & { said: (boolean | null)[] }

/** What rules over people say of everybody who stands on the roster on the day. */
export function askRoster(
  tx: Tx,
  { county, id }: Key,
  rules: readonly RosterRule[],
  { on, knownAt }: Clocks,
): Promise<AskedPerson[]> {
  const table = relationAt(knownAt)
  return tx.query<AskedPerson>(
    `SELECT p.id AS person, p.name, ARRAY[${rules.map(({ exact }) => exact).join(', ')}]::boolean[] AS said
       FROM ${table('person')} AS p WHERE p.county = $1 AND p.id IN (
         SELECT r.person_id FROM ${table('roster')} AS r WHERE r.county = $1 AND r.site_id = $2
            AND r.valid_from <= $3 AND (r.valid_to IS NULL OR r.valid_to > $3))
      ORDER BY p.name, p.id`,
    [county, id, on],
  )
}
