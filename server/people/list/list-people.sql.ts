import type { Tx } from '../../db.ts'
import { relationAt } from '../as-of.ts'
import type { Cursor } from './cursor.ts'

export type ListedKey = { county: number; area: number; id: number }
export type Listing = {
  /** Over `p`, the person, or `d`, the determination; true, or left out. */
  conditions: readonly string[]
  /** Key of a need or finding whose determinations are listed. */
  determined: string | null
  after: Cursor | undefined
  limit: number
}

/**
 * By area and id, which an index holds in this order: the first page ends as soon as it is full. The planner reckons a condition
 * inside an "or" without that end, and would first put every spell of a county into memory to ask it of a hundred people: with less
 * memory than that takes it asks person by person.
 */
export async function listKeys(tx: Tx, listing: Listing, knownAt: string | null): Promise<ListedKey[]> {
  const { conditions, determined, after, limit } = listing
  const person = `${relationAt(knownAt)('person')} AS p`
  const [area, id, from] =
    determined === null
      ? ['p.area', 'p.id', person]
      : ['d.area', 'd.person_id', `determination AS d JOIN ${person} ON p.county = d.county AND p.id = d.person_id`]
  const where = [...conditions]
  const values: unknown[] = [limit]
  if (determined !== null) where.push(`d.outcome = 'yes' AND d.predicate = $${values.push(determined)}`)
  if (after) where.push(`(${area}, ${id}) > ($${values.push(after.area)}, $${values.push(after.id)})`)
  await tx.query("SET LOCAL work_mem = '1MB'")
  return tx.query<ListedKey>(
    `SELECT p.county, ${area} AS area, p.id FROM ${from} WHERE ${where.length > 0 ? where.map((each) => `(${each})`).join(' AND ') : 'TRUE'}
      ORDER BY ${area}, ${id} LIMIT $1`,
    values,
  )
}
