import type { Tx } from '../../db.ts'

export type Reading = { at: string; action: string; officer: string; post: string; reason: string | null }
const MOST = 200

/** Who opened, changed or unsealed a file, the newest first. */
export const readersOf = (tx: Tx, { county, id }: { county: number; id: number }) =>
  tx.query<Reading>('SELECT at, action, officer, post, reason FROM file_readers($1, $2, $3)', [county, id, MOST])
