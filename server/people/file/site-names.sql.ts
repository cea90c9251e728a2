import type { Tx } from '../../db.ts'

/** Names of sites, by id, as far as the post sees them. */
export async function siteNames(
  tx: Tx,
  counties: readonly number[],
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.query<{ id: number; name: string }>(
    'SELECT id, name FROM site WHERE county = ANY ($1::int[]) AND id = ANY ($2::bigint[])',
    [counties, ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
