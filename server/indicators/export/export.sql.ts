import type { Words } from '#domain/base/fail.ts'
import type { Tx } from '../../access/access-door.ts'
import type { ExportJob, ExportStore } from './export-store.ts'

const COLUMNS = `id, officer_id AS officer, post_id AS post, lo, hi, officer_name AS "officerName", post_title AS "postTitle",
  reason, list, state, rows, requested_at AS "requestedAt", expires_at AS "expiresAt", problem`

/** An export asked for, under the login of the one who asks; answers its id, the number printed on it. */
export async function insertExport(
  tx: Tx,
  asked: Pick<ExportJob, 'officer' | 'post' | 'lo' | 'hi' | 'officerName' | 'postTitle' | 'reason' | 'list'>,
  now: Date,
): Promise<number> {
  const { officer, post, lo, hi, officerName, postTitle, reason, list } = asked
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO export (officer_id, post_id, lo, hi, officer_name, post_title, reason, list, requested_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [officer, post, lo, hi, officerName, postTitle, reason, JSON.stringify(list), now],
  )
  return row!.id
}

/** One's own export; another's is not there. */
export async function findExport(tx: Tx, id: number): Promise<ExportJob | undefined> {
  const [row] = await tx.query<ExportJob>(`SELECT ${COLUMNS} FROM export WHERE id = $1`, [id])
  return row
}

type AsJob = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** The queue of exports in the database, under the login of the jobs. */
export function exportStore(asJob: AsJob): ExportStore {
  const change = async (text: string, values: unknown[]): Promise<void> => {
    await asJob((tx) => tx.query(text, values))
  }
  return {
    take: () =>
      asJob(async (tx) => {
        const [row] = await tx.query<ExportJob>(
          `UPDATE export SET state = 'running', rows = 0
           WHERE id = (SELECT min(id) FROM export WHERE state = 'waiting') RETURNING ${COLUMNS}`,
        )
        return row
      }),
    requeue: () => change(`UPDATE export SET state = 'waiting', rows = 0 WHERE state = 'running'`, []),
    progress: (id, rows) => change('UPDATE export SET rows = $2 WHERE id = $1', [id, rows]),
    finish: (id, rows, expiresAt) =>
      change(`UPDATE export SET state = 'done', rows = $2, expires_at = $3 WHERE id = $1`, [id, rows, expiresAt]),
    fail: (id, problem: Words) =>
      change(`UPDATE export SET state = 'failed', problem = $2 WHERE id = $1`, [id, JSON.stringify(problem)]),
    expire: (now) =>
      asJob(async (tx) => {
        const rows = await tx.query<{ id: number }>(
          `UPDATE export SET state = 'expired' WHERE state = 'done' AND expires_at <= $1 RETURNING id`,
          [now],
        )
        return rows.map(({ id }) => id)
      }),
  }
}
