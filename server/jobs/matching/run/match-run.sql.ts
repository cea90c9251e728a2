import type { MatchRunRow } from '#db/types.ts'
import type { Words } from '#domain/base/fail.ts'
import { SILENT_MS } from '#domain/jobs/matching/run-state.ts'
import type { Tx } from '../../../db.ts'

export type NewRun = Pick<
  MatchRunRow,
  | ('plan' | 'frame_area' | 'on_day' | 'cause' | 'people' | 'kinds' | 'openings_share' | 'back_ups' | 'factor')
  | ('extent' | 'seed' | 'weights' | 'tiers' | 'engine' | 'asked_at')
  | ('officer_id' | 'officer_name' | 'post_id' | 'post_title')
>

/** Undefined where a run of the plan waits or goes on: one at a time. */
export async function insertRun(tx: Tx, run: NewRun): Promise<number | undefined> {
  const values = Object.entries(run).map(([key, value]) =>
    key === 'weights' || key === 'tiers' ? JSON.stringify(value) : value,
  )
  const columns = Object.keys(run)
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO match_run (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})
     ON CONFLICT (plan) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
    values,
  )
  return row?.id
}

export async function findRun(tx: Tx, id: number): Promise<MatchRunRow | undefined> {
  const [row] = await tx.query<MatchRunRow>('SELECT * FROM match_run WHERE id = $1', [id])
  return row
}

/** Newest first. */
export const runsBefore = (tx: Tx, before: number | null, limit: number): Promise<MatchRunRow[]> =>
  tx.query('SELECT * FROM match_run WHERE $1::bigint IS NULL OR id < $1 ORDER BY id DESC LIMIT $2', [before, limit])

export const askToStop = (tx: Tx, id: number, now: Date) =>
  tx.query('UPDATE match_run SET stop_asked_at = $2 WHERE id = $1 AND ended_at IS NULL AND stop_asked_at IS NULL', [
    ...[id, now.toISOString()],
  ])

export const askToReplay = (tx: Tx, id: number, now: Date) =>
  tx.query('UPDATE match_run SET replay_asked_at = $2 WHERE id = $1 AND result_hash IS NOT NULL', [
    ...[id, now.toISOString()],
  ])

/** Broken off so often since it was due, a nightly run is not tried again. */
const MOST_TRIES = 3

/** Whether the schedule has had its run since a moment: one that was broken off is made up for, a few times. */
export async function scheduledSince(tx: Tx, moment: Date): Promise<boolean> {
  const [row] = await tx.query<{ kept: boolean; tries: number }>(
    `SELECT coalesce(bool_or(result_hash IS NOT NULL OR ended_at IS NULL OR problem IS NOT NULL OR stop_asked_at IS NOT NULL), false) AS kept,
            count(*)::int AS tries FROM match_run WHERE cause = 'schedule' AND asked_at >= $1`,
    [moment.toISOString()],
  )
  return row!.kept || row!.tries >= MOST_TRIES
}

export async function matchingTime(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.query<{ value: { at?: string } }>(`SELECT value FROM setting WHERE key = 'matching_schedule'`)
  return row?.value.at
}

export type Task = { id: number; replay: boolean }

/** The oldest run that waits, now begun; or one that is to be computed again. */
export async function takeTask(tx: Tx, now: Date): Promise<Task | undefined> {
  const [begun] = await tx.query<{ id: number }>(
    `UPDATE match_run SET begun_at = $1, alive_at = $1, known_at = $1, share = 0
      WHERE id = (SELECT min(id) FROM match_run WHERE begun_at IS NULL AND ended_at IS NULL AND stop_asked_at IS NULL) RETURNING id`,
    [now.toISOString()],
  )
  if (begun) return { id: begun.id, replay: false }
  const [again] = await tx.query<{ id: number }>(
    `SELECT id FROM match_run WHERE replay_asked_at > coalesce(replayed_at, '-infinity') ORDER BY replay_asked_at LIMIT 1`,
  )
  return again && { id: again.id, replay: true }
}

/** It goes on, and how far it is; whether somebody stopped it. */
export async function sayAlive(tx: Tx, id: number, share: number, now: Date): Promise<boolean> {
  const [row] = await tx.query<{ stop_asked_at: string | null }>(
    'UPDATE match_run SET alive_at = $2, share = $3 WHERE id = $1 AND ended_at IS NULL RETURNING stop_asked_at',
    [id, now.toISOString(), share],
  )
  return row?.stop_asked_at != null
}

/** Ended without a result: stopped, broken off, or for a reason. */
export const endRun = (tx: Tx, id: number, problem: Words | null, now: Date) =>
  tx.query('UPDATE match_run SET ended_at = $2, problem = $3 WHERE id = $1 AND ended_at IS NULL', [
    ...[id, now.toISOString(), problem && JSON.stringify(problem)],
  ])

/** What was stopped before it began, and what is silent or, at a start, was left by the server before: nobody does it any more. */
export const endAbandoned = (tx: Tx, now: Date, atStart: boolean) =>
  tx.query(
    `UPDATE match_run SET ended_at = $1 WHERE ended_at IS NULL
        AND (begun_at IS NULL AND stop_asked_at IS NOT NULL OR begun_at IS NOT NULL AND ($3 OR alive_at < $2))`,
    [now.toISOString(), new Date(now.getTime() - SILENT_MS).toISOString(), atStart],
  )

export type Finished = Pick<MatchRunRow, 'inputs_hash' | 'result_hash' | 'counts' | 'certificate' | 'seconds'>

/** False where it was stopped meanwhile: then nothing of it may be kept. */
export async function finishRun(tx: Tx, id: number, finished: Finished, now: Date): Promise<boolean> {
  const { inputs_hash, result_hash, counts, certificate, seconds } = finished
  const rows = await tx.query(
    `UPDATE match_run SET ended_at = $2, alive_at = $2, share = 1, inputs_hash = $3, result_hash = $4, counts = $5, certificate = $6,
            seconds = $7 WHERE id = $1 AND ended_at IS NULL AND stop_asked_at IS NULL RETURNING id`,
    [
      ...[id, now.toISOString(), inputs_hash, result_hash],
      ...[JSON.stringify(counts), JSON.stringify(certificate), JSON.stringify(seconds)],
    ],
  )
  return rows.length > 0
}

/** `replay` null: it could not be computed again. */
export const finishReplay = (
  tx: Tx,
  id: number,
  replay: { sameInputs: boolean; sameResult: boolean } | null,
  now: Date,
) =>
  tx.query('UPDATE match_run SET replayed_at = greatest($2::timestamptz, replay_asked_at), replay = $3 WHERE id = $1', [
    ...[id, now.toISOString(), replay && JSON.stringify(replay)],
  ])
