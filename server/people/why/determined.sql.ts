import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import type { PersonKey } from '../list/person-line.sql.ts'

/** Are the determinations of today those of this plan on this day, as known now? */
export async function isDetermined(tx: Tx, plan: string, { on, knownAt }: Clocks): Promise<boolean> {
  if (knownAt !== null) return false
  const rows = await tx.query(
    `SELECT FROM setting WHERE key = 'determination' AND value ->> 'plan' = $1 AND value ->> 'on' = $2`,
    [plan, on],
  )
  return rows.length > 0
}

/** What was determined of one file, by the key of the rule; a rule that is not there was answered with no. */
export async function determinationsOf(
  tx: Tx,
  { county, id }: PersonKey,
): Promise<ReadonlyMap<string, 'yes' | 'unknown'>> {
  const rows = await tx.query<{ predicate: string; outcome: 'yes' | 'unknown' }>(
    'SELECT predicate, outcome FROM determination WHERE county = $1 AND person_id = $2',
    [county, id],
  )
  return new Map(rows.map(({ predicate, outcome }) => [predicate, outcome]))
}
