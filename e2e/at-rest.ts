import { setTimeout as pause } from 'node:timers/promises'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { findRunningDatabase } from '#server/postgres.ts'

const REST_WITHIN_MS = 120_000

/**
 * What a first start goes on with once its console is open (the figures of the day, the night's match run) is done, so that no copy
 * of the folder does it again beside a journey. A copy that nobody will miss needs no waiting for the disk, and no old log to be copied.
 */
export async function bringToRest(dataDir: string): Promise<void> {
  const url = findRunningDatabase(dataDir)
  if (!url) throw new Error(`no database runs on ${dataDir}`)
  await withConnection(url, async (admin) => {
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes', 'wal_recycle', 'wal_init_zero'])
      await admin.query(`ALTER SYSTEM SET ${name} = off`)
    await admin.query('SELECT pg_reload_conf()')
    for (const deadline = Date.now() + REST_WITHIN_MS; ; await pause(200)) {
      const { rows } = await admin.query<{ rest: boolean }>(
        `SELECT EXISTS (SELECT FROM figure_run WHERE finished_at IS NOT NULL)
            AND EXISTS (SELECT FROM match_run) AND NOT EXISTS (SELECT FROM match_run WHERE ended_at IS NULL) AS rest`,
      )
      if (rows[0]?.rest) return
      if (Date.now() > deadline) throw new Error(`the first start was not at rest in ${REST_WITHIN_MS / 1000} s`)
    }
  })
}
