import type { Tx } from '#server/db.ts'

export async function countFiles(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ files: number }>('SELECT count(*)::int AS files FROM person')
  return row!.files
}

/** Removes what was counted for a measurement, so that a city is left as it was. */
export async function forget(tx: Tx, definition: string): Promise<void> {
  for (const [part, key, whole] of [
    ['figure_area', 'run', 'figure_run'],
    ['figure_trend_area', 'trend', 'figure_trend'],
  ]) {
    await tx.query(`DELETE FROM ${part} WHERE ${key} IN (SELECT id FROM ${whole} WHERE definition = $1)`, [definition])
    await tx.query(`DELETE FROM ${whole} WHERE definition = $1`, [definition])
  }
}
