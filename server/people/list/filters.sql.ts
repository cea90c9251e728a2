import type { Tx } from '../../db.ts'

export type FilterRecord = { id: number; name: string; where: string }

/** The policy shows an officer no filters but their own. */
export const listFilters = (tx: Tx) =>
  tx.query<FilterRecord>('SELECT id, name, predicate AS "where" FROM saved_filter ORDER BY name, id')

export async function keepFilter(
  tx: Tx,
  { officer, name, where, now }: { officer: number; name: string; where: string; now: Date },
): Promise<FilterRecord> {
  const [kept] = await tx.query<FilterRecord>(
    `INSERT INTO saved_filter (officer_id, name, predicate, saved_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (officer_id, name) DO UPDATE SET predicate = excluded.predicate, saved_at = excluded.saved_at
     RETURNING id, name, predicate AS "where"`,
    [officer, name, where, now.toISOString()],
  )
  return kept!
}

export const dropFilter = (tx: Tx, id: number) => tx.query('DELETE FROM saved_filter WHERE id = $1', [id])
