import type { MergedFileRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'

export type NewMerge = Omit<MergedFileRow, 'id' | 'unmerged_at' | 'unmerged_by'>

export async function insertMerge(tx: Tx, merge: NewMerge): Promise<void> {
  const columns = Object.keys(merge)
  await tx.query(
    `INSERT INTO merged_file (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(merge),
  )
}

export const mergesInto = (tx: Tx, county: number, survivor: number): Promise<MergedFileRow[]> =>
  tx.query<MergedFileRow>(
    'SELECT * FROM merged_file WHERE county = $1 AND survivor_id = $2 AND unmerged_at IS NULL ORDER BY merged_at DESC',
    [county, survivor],
  )

export const markUnmerged = (tx: Tx, { county, id }: { county: number; id: number }, at: string, by: number) =>
  tx.query('UPDATE merged_file SET unmerged_at = $3, unmerged_by = $4 WHERE county = $1 AND id = $2', [
    county,
    id,
    at,
    by,
  ])

/** The file that a closed one was merged into, as far as the post sees it; through as many merges as there were. */
export async function survivorOf(tx: Tx, closed: number): Promise<number | undefined> {
  let found: number | undefined
  for (let from = closed; ; ) {
    const [row] = await tx.query<{ survivor_id: number }>(
      'SELECT survivor_id FROM merged_file WHERE closed_id = $1 AND unmerged_at IS NULL',
      [from],
    )
    if (!row) return found
    from = row.survivor_id
    found = from
  }
}
