import type { Door } from '../db.ts'

/** What is asked where a question leaves it out. */
export type InstallationDefaults = { on: string; plan: string; demo: string | null }

const NEWEST_PLAN = 'chongqing-2021'

/** The installation's own defaults; without any, today in the bureau's time zone. */
export async function installationDefaults(door: Door): Promise<InstallationDefaults> {
  const rows = await door.asJob((tx) =>
    tx.query<{ key: string; value: { on?: string; plan?: string; scale?: string } }>(
      `SELECT key, value FROM setting WHERE key IN ('defaults', 'demo')`,
    ),
  )
  const of = (key: string) => rows.find((row) => row.key === key)?.value
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  return { on: of('defaults')?.on ?? today, plan: of('defaults')?.plan ?? NEWEST_PLAN, demo: of('demo')?.scale ?? null }
}
