import type { Tx } from '../../db.ts'

/** The name of what a transaction sees of the database; good until it ends. */
export async function exportSnapshot(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ name: string }>('SELECT pg_export_snapshot() AS name')
  return row!.name
}

/** Makes a transaction that has asked nothing yet see what another sees; no parameter may stand here. */
export async function importSnapshot(tx: Tx, name: string): Promise<void> {
  if (!/^[0-9A-F-]+$/i.test(name)) throw new RangeError('Not the name of a snapshot')
  await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
  await tx.query(`SET TRANSACTION SNAPSHOT '${name}'`)
}
