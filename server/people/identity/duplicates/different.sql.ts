import type { Tx } from '../../../db.ts'

type Key = { county: number; area: number; id: number }

/** Two files are two people; said twice, the first word stands. The row lies with the file of the smaller id. */
export async function keepDifferent(
  tx: Tx,
  one: Key,
  other: Key,
  { reason, by, at }: { reason: string; by: number; at: string },
): Promise<void> {
  const [first, second] = one.id < other.id ? [one, other] : [other, one]
  await tx.query(
    `INSERT INTO different_people (county, area, person_id, other_county, other_id, reason, decided_by, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (county, person_id, other_id) DO NOTHING`,
    [first.county, first.area, first.id, second.county, second.id, reason, by, at],
  )
}
