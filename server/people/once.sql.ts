import type { CommandReceiptRow } from '#db/types.ts'
import type { Tx } from '../db.ts'
import type { Command } from './once.ts'

/** Two that come at once wait for each other; the second finds the receipt of the first. */
export const lockClientId = (tx: Tx, clientId: string) =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [clientId.toLowerCase()])

export async function findReceipt(tx: Tx, clientId: string): Promise<CommandReceiptRow | undefined> {
  const [row] = await tx.query<CommandReceiptRow>('SELECT * FROM command_receipt WHERE client_id = $1', [clientId])
  return row
}

export const keepReceipt = (tx: Tx, { clientId, post, name, now }: Command, hash: Buffer, reply: unknown) =>
  tx.query(
    `INSERT INTO command_receipt (client_id, post_id, command, body_hash, reply, done_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [clientId, post, name, hash, JSON.stringify(reply), now.toISOString()],
  )
