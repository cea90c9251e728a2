import type { DeterminationRunRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'
import type { Determination } from '../determine.ts'

export type Cause = 'schedule' | 'start' | 'command'
/** A run that was silent for so long was killed. */
const SILENT_MS = 180_000

/** Undefined while another goes on: one at a time, whoever starts it. */
export async function beginRun(tx: Tx, cause: Cause, now: Date): Promise<number | undefined> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('determination_run'))`)
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO determination_run (cause, started_at, alive_at)
     SELECT $1, $2, $2 WHERE NOT EXISTS (SELECT FROM determination_run WHERE finished_at IS NULL AND alive_at > $3)
     RETURNING id`,
    [cause, now.toISOString(), new Date(now.getTime() - SILENT_MS).toISOString()],
  )
  return row?.id
}

export const sayAlive = (tx: Tx, id: number, now: Date) =>
  tx.query('UPDATE determination_run SET alive_at = $2 WHERE id = $1', [id, now.toISOString()])

export type Done = Determination & { plan: string; on: string }
export const finishRun = (tx: Tx, id: number, now: Date, done: Done) =>
  tx.query(
    `UPDATE determination_run SET finished_at = $2, alive_at = $2, plan = $3, day = $4, files = $5, predicates = $6,
            gained = $7, lost = $8, changed = $9, seconds = $10 WHERE id = $1`,
    [
      ...[id, now.toISOString(), done.plan, done.on, done.files, done.predicates],
      ...[done.gained, done.lost, done.changed, Math.round(done.seconds.whole * 10) / 10],
    ],
  )

/** The name of the error and no more: its text could tell of somebody. */
export const failRun = (tx: Tx, id: number, now: Date, problem: string) =>
  tx.query('UPDATE determination_run SET finished_at = $2, alive_at = $2, problem = $3 WHERE id = $1', [
    id,
    now.toISOString(),
    problem,
  ])

/** Newest first. */
export const lastRuns = (tx: Tx, limit: number): Promise<DeterminationRunRow[]> =>
  tx.query('SELECT * FROM determination_run ORDER BY started_at DESC, id DESC LIMIT $1', [limit])

/** Is it still saying that it goes on? */
export const isSilent = (run: Pick<DeterminationRunRow, 'alive_at'>, now: Date): boolean =>
  Date.parse(run.alive_at) < now.getTime() - SILENT_MS

export async function nightlyTime(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.query<{ value: { at?: string } }>(
    `SELECT value FROM setting WHERE key = 'determination_schedule'`,
  )
  return row?.value.at
}

export const setNightlyTime = (tx: Tx, at: string) =>
  tx.query(
    `INSERT INTO setting (key, value) VALUES ('determination_schedule', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify({ at })],
  )
