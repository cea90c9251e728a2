import type { Tx } from '../../db.ts'

/** Which occupation words of rows mean, as officers of the post's area told it; of two words the later. */
export async function chosenOccupations(tx: Tx, words: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ words: string; occupation: string }>(
    'SELECT words, occupation FROM occupation_word WHERE words = ANY ($1::text[]) ORDER BY told_at',
    [words],
  )
  return new Map(rows.map((row) => [row.words, row.occupation]))
}

export const rememberOccupations = (
  tx: Tx,
  chosen: readonly { words: string; occupation: string }[],
  { county, area, post, now }: { county: number; area: number; post: number; now: Date },
) =>
  tx.query(
    `INSERT INTO occupation_word (county, area, words, occupation, told_at, told_by)
     SELECT $1, $2, c.words, c.occupation, $5, $6 FROM unnest($3::text[], $4::text[]) AS c(words, occupation)
     ON CONFLICT (county, area, words) DO UPDATE SET occupation = excluded.occupation, told_at = excluded.told_at, told_by = excluded.told_by`,
    [
      ...[county, area, chosen.map(({ words }) => words), chosen.map(({ occupation }) => occupation)],
      ...[now.toISOString(), post],
    ],
  )
