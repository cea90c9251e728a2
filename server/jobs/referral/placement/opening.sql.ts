import type { Tx } from '../../../db.ts'

/** For whom an opening is taken: a referral to the vacancy, or a traveller of a batch under its order. */
export type Holder = { of: 'referral' | 'traveller'; county: number; id: number }
export type Taking = 'done' | 'full' | 'closed' | 'none_taken' | 'absent'

/** One opening more or less of the vacancy, whoever holds it; the database logs it and keeps to the openings. */
export async function takeOpening(
  tx: Tx,
  { of, county, id }: Holder,
  step: 1 | -1,
  { on, at, requestId }: { on: string; at: string; requestId: string | null },
): Promise<Taking> {
  const [row] = await tx.query<{ taking: Taking }>('SELECT take_opening($1, $2, $3, $4, $5, $6, $7) AS taking', [
    ...[of, county, id, step, on, at, requestId],
  ])
  return row!.taking
}
