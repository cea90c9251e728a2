import type { Tx } from './access-door.ts'

/** Who acts: null where nobody is signed in. */
export type Actor = { officerId: number | null; postId: number | null; requestId: string | null }

/** What an audit line says beyond who and when. Names of fields, never their values; no name or number of a person anywhere. */
export type AuditEntry = {
  /** A permission (`people.read`) or an act of access (`access.sign_in`). */
  action: string
  outcome?: 'done' | 'refused'
  object?: { kind: string; county?: number; area?: number; id?: number; ids?: number[] }
  fields?: string[]
  reason?: string
  /** Shape of the question: predicate, indicator, day. */
  detail?: string
  rows?: number
}

const INSERT = `
  INSERT INTO audit_line (officer_id, post_id, action, outcome, object_kind, object_county, object_area, object_id, object_ids,
    fields, reason, detail, rows, request_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`

/** A reading, logged in the transaction that reads, before anything is shown. `rows` = how many were shown. */
export const recordRead = (tx: Tx, actor: Actor, entry: AuditEntry & { rows: number }): Promise<void> =>
  write(tx, actor, entry)

/** An act, logged in the transaction that does it: without the line there is no act. */
export const recordWrite = (tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> => write(tx, actor, entry)

async function write(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  const { object } = entry
  const line = [
    ...[actor.officerId, actor.postId, entry.action, entry.outcome ?? 'done'],
    ...[object?.kind ?? null, object?.county ?? null, object?.area ?? null, object?.id ?? null, object?.ids ?? null],
    ...[entry.fields ?? null, entry.reason ?? null, entry.detail ?? null, entry.rows ?? null, actor.requestId],
  ]
  await tx.query(INSERT, line, 'audit-line')
  noteAuditWritten()
}

let written = 0

/** For lines that a database function writes (`reveal_field`): the sealer looks when this count has moved. */
export function noteAuditWritten(): void {
  written++
}
export const auditWritten = (): number => written
