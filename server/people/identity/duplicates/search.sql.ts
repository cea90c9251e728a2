import type { Tx } from '../../../db.ts'
import { given, KEY_COLUMNS, KEYS } from './shared-keys.ts'

/** Every county that has a file, or had one when it was searched. */
export const countiesToSearch = async (tx: Tx): Promise<number[]> =>
  (await tx.query<{ county: number }>('SELECT county FROM ledger_head UNION SELECT county FROM duplicate_search')).map(
    ({ county }) => county,
  )

/** Makes the pairs of a county anew from all its files: one grouping a key, however many files there are. How many pairs. */
export async function searchCounty(tx: Tx, county: number, knownAt: string): Promise<number> {
  await tx.query('DELETE FROM possible_duplicate WHERE county = $1', [county])
  const groups = KEYS.map(
    (key) => `SELECT array_agg(id) AS ids FROM file WHERE ${given(key)} GROUP BY ${key.join(', ')} HAVING count(*) > 1`,
  )
  const found = await tx.query(
    `WITH file AS MATERIALIZED (SELECT area, id, ${KEY_COLUMNS.join(', ')} FROM person WHERE county = $1),
          alike AS (${groups.join('\n UNION ')}),
          pair AS (SELECT DISTINCT a.id AS one, b.id AS other FROM alike, unnest(ids) AS a(id), unnest(ids) AS b(id) WHERE a.id <> b.id)
     INSERT INTO possible_duplicate (county, area, person_id, other_id)
     SELECT $1, file.area, pair.one, pair.other FROM pair JOIN file ON file.id = pair.one RETURNING person_id`,
    [county],
  )
  await tx.query(
    `INSERT INTO duplicate_search (county, known_at) VALUES ($1, $2)
     ON CONFLICT (county) DO UPDATE SET known_at = excluded.known_at`,
    [county, knownAt],
  )
  return found.length / 2
}
