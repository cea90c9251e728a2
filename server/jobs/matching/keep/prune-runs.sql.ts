import type { Tx } from '../../../db.ts'

/**
 * Runs that ended before a moment and still hold what they proposed. The newest result of an area is never among them: its cut-offs tell
 * the chances there, and files show what it proposes.
 */
export async function runsToPrune(tx: Tx, before: Date): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM match_run WHERE pruned_at IS NULL AND result_hash IS NOT NULL AND ended_at < $1
        AND id NOT IN (SELECT DISTINCT ON (frame_area) id FROM match_run WHERE result_hash IS NOT NULL
                        ORDER BY frame_area, ended_at DESC, id DESC)
      ORDER BY ended_at, id`,
    [before.toISOString()],
  )
  return rows.map(({ id }) => id)
}

/** People whom a referral was made by a run, also one that was corrected since. */
export async function referredBy(tx: Tx, run: number): Promise<number[]> {
  const rows = await tx.query<{ person_id: number }>(
    'SELECT person_id FROM referral WHERE run_id = $1 UNION SELECT person_id FROM referral_history WHERE run_id = $1',
    [run],
  )
  return rows.map(({ person_id }) => person_id)
}

/** Takes away what a run proposed to everybody but these; answers of how many people. */
export async function pruneRun(tx: Tx, run: number, kept: readonly number[], now: Date): Promise<number> {
  await tx.query('DELETE FROM match_proposal WHERE run_id = $1 AND person_id <> ALL ($2)', [run, kept])
  const [gone] = await tx.query<{ people: number }>(
    `WITH gone AS (DELETE FROM match_person WHERE run_id = $1 AND person_id <> ALL ($2) RETURNING 1)
     SELECT count(*)::int AS people FROM gone`,
    [run, kept],
  )
  await tx.query('UPDATE match_run SET pruned_at = $2 WHERE id = $1', [run, now.toISOString()])
  return gone!.people
}
