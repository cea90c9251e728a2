import type { Static } from 'typebox'
import type { AuditLine } from '#domain/access/access.api.ts'
import type { AccessDoor } from '../access-door.ts'
import { type Actor, recordRead } from '../audit.ts'
import { type AuditRow, listAuditLines } from './audit-list.sql.ts'

type Page = { lines: Static<typeof AuditLine>[]; next: string | null }

/** A page of the log, newest first; reading it is a line of its own. */
export function auditPage(
  door: AccessDoor,
  ask: { after?: string; limit: number; action?: string },
  actor: Actor,
): Promise<Page> {
  const before = Number(ask.after ?? Number.NaN)
  const page = { before: Number.isSafeInteger(before) ? before : Number.MAX_SAFE_INTEGER, limit: ask.limit }
  return door.asAudit(async (tx) => {
    const rows = await listAuditLines(tx, { ...page, action: ask.action ?? null })
    await recordRead(tx, actor, { action: 'access.audit', object: { kind: 'audit_line' }, rows: rows.length })
    return { lines: rows.map(line), next: rows.length === ask.limit ? String(rows.at(-1)!.id) : null }
  })
}

const line = (row: AuditRow): Static<typeof AuditLine> => ({
  id: row.id,
  at: row.at,
  action: row.action,
  officer: row.officer,
  post: row.post,
  object: objectOf(row),
  detail: detailOf(row),
  sealed: row.sealed,
})

function objectOf({ objectKind, objectId, objects, objectArea }: AuditRow): string | null {
  if (!objectKind) return null
  const which = objectId === null ? (objects === null ? '' : ` ×${objects}`) : ` ${objectId}`
  return `${objectKind}${which}${objectArea === null ? '' : ` @${objectArea}`}`
}

function detailOf({ outcome, fields, reason, detail, rows }: AuditRow): string | null {
  const parts = [
    outcome === 'refused' ? '被拒绝 refused' : '',
    fields?.join(', ') ?? '',
    detail ?? '',
    rows === null ? '' : `${rows} 行`,
    reason ? `事由：${reason}` : '',
  ]
  return parts.filter(Boolean).join(' · ') || null
}
