import type { Tx } from '../access-door.ts'

export type AuditRow = {
  id: number
  at: string
  action: string
  outcome: string
  officer: string | null
  post: string | null
  objectKind: string | null
  objectArea: number | null
  objectId: number | null
  objects: number | null
  fields: string[] | null
  reason: string | null
  detail: string | null
  rows: number | null
  sealed: boolean
}

/** Lines older than `before`, newest first; of one action where one is named. */
export const listAuditLines = (
  tx: Tx,
  page: { before: number; limit: number; action: string | null },
): Promise<AuditRow[]> =>
  tx.query<AuditRow>(
    `SELECT l.id, l.at, l.action, l.outcome, o.name AS officer, p.title AS post, l.object_kind AS "objectKind",
            l.object_area AS "objectArea", l.object_id AS "objectId", cardinality(l.object_ids) AS objects, l.fields, l.reason, l.detail,
            l.rows, l.xid < coalesce((SELECT to_xid FROM audit_seal ORDER BY batch DESC LIMIT 1), '0') AS sealed
     FROM audit_line l LEFT JOIN officer o ON o.id = l.officer_id LEFT JOIN post p ON p.id = l.post_id
     WHERE l.id < $1 AND ($3::text IS NULL OR l.action = $3) ORDER BY l.id DESC LIMIT $2`,
    [page.before, page.limit, page.action],
  )
