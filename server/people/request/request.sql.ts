import type { ChangeRequestRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'

export type ChangeRequest = ChangeRequestRow
export type NewRequest = Pick<
  ChangeRequestRow,
  | ('county' | 'area' | 'kind' | 'person_id' | 'other_id' | 'to_area' | 'content' | 'id_index' | 'reason')
  | ('asked_by' | 'asked_officer' | 'asked_lo' | 'asked_hi' | 'asked_title' | 'asked_at')
>

export async function insertRequest(tx: Tx, request: NewRequest): Promise<number> {
  const columns = Object.keys(request)
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO change_request (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING id`,
    Object.values({ ...request, content: JSON.stringify(request.content) }),
  )
  return row!.id
}

/** Held until the transaction ends, so that two who decide at once do not both. Undefined outside the scope. */
export async function holdRequest(tx: Tx, id: number): Promise<ChangeRequest | undefined> {
  const [row] = await tx.query<ChangeRequest>('SELECT * FROM change_request WHERE id = $1 FOR UPDATE', [id])
  return row
}

export type DecisionOf = {
  decision: string
  by: number
  officer: number
  title: string
  at: string
  reason: string | null
}

export const decide = (tx: Tx, { county, id }: { county: number; id: number }, decided: DecisionOf) =>
  tx.query(
    `UPDATE change_request SET decision = $3, decided_by = $4, decided_officer = $5, decided_title = $6, decided_at = $7, decision_reason = $8
      WHERE county = $1 AND id = $2`,
    [county, id, decided.decision, decided.by, decided.officer, decided.title, decided.at, decided.reason],
  )

type Listing = { decided: boolean; person: number | undefined; before: number | undefined; limit: number }

/** Newest first. */
export const listedRequests = (tx: Tx, { decided, person, before, limit }: Listing): Promise<ChangeRequest[]> =>
  tx.query<ChangeRequest>(
    `SELECT * FROM change_request WHERE (decision IS NOT NULL) = $1 AND ($2::bigint IS NULL OR person_id = $2 OR other_id = $2)
        AND ($3::bigint IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
    [decided, person ?? null, before ?? null, limit],
  )

/** Names by id, where the post sees them, those of closed files as they were last called. */
export async function namesOf(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await tx.query<{ id: number; name: string }>(
    `SELECT id, name FROM (SELECT id, name, known_from FROM person WHERE id = ANY ($1::bigint[])
       UNION ALL SELECT id, name, known_from FROM person_history WHERE id = ANY ($1::bigint[])) AS said ORDER BY known_from`,
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
