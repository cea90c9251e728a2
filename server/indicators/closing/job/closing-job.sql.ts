import type { ClosingJobRow } from '#db/types.ts'
import type { Words } from '#domain/base/fail.ts'
import type { Tx } from '../../../db.ts'

type Asked = Pick<
  ClosingJobRow,
  | 'plan'
  | 'on_day'
  | 'kind'
  | 'seal'
  | 'known_at'
  | 'in_place_reason'
  | 'officer_id'
  | 'officer_name'
  | 'post_id'
  | 'post_title'
  | 'asked_at'
>

/** A job asked for, under the login of the one who asks. */
export async function insertJob(tx: Tx, asked: Asked): Promise<ClosingJobRow> {
  const columns = Object.keys(asked)
  const [row] = await tx.query<ClosingJobRow>(
    `INSERT INTO closing_job (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING *`,
    Object.values(asked),
  )
  return row!
}

/** What was asked for last of a month, done or not. */
export async function newestJob(tx: Tx, plan: string, on: string): Promise<ClosingJobRow | undefined> {
  const [row] = await tx.query<ClosingJobRow>(
    'SELECT * FROM closing_job WHERE plan = $1 AND on_day = $2 ORDER BY id DESC LIMIT 1',
    [plan, on],
  )
  return row
}

export async function getJob(tx: Tx, id: number): Promise<ClosingJobRow> {
  const [row] = await tx.query<ClosingJobRow>('SELECT * FROM closing_job WHERE id = $1', [id])
  return row!
}

/** Done, in the transaction that did it: a server that is killed does it whole or again. */
export const finishJob = (tx: Tx, id: number, at: Date) =>
  tx.query(`UPDATE closing_job SET state = 'done', share = 1, ended_at = $2 WHERE id = $1`, [id, at])

type AsJob = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** The queue in the database, under the login of the jobs. */
export const jobQueue = (asJob: AsJob) => ({
  /** The oldest that waits, now running. */
  take: async (now: Date) =>
    (
      await asJob((tx) =>
        tx.query<{ id: number }>(
          `UPDATE closing_job SET state = 'running', share = 0, begun_at = $1
           WHERE id = (SELECT min(id) FROM closing_job WHERE state = 'waiting') RETURNING id`,
          [now],
        ),
      )
    )[0]?.id,
  requeue: () => asJob((tx) => tx.query(`UPDATE closing_job SET state = 'waiting', share = 0 WHERE state = 'running'`)),
  tell: (id: number, share: number) =>
    asJob((tx) => tx.query(`UPDATE closing_job SET share = $2 WHERE id = $1 AND state = 'running'`, [id, share])),
  fail: (id: number, problem: Words, at: Date) =>
    asJob((tx) =>
      tx.query(`UPDATE closing_job SET state = 'failed', problem = $2, ended_at = $3 WHERE id = $1`, [
        id,
        JSON.stringify(problem),
        at,
      ]),
    ),
})
