import type { FindingWaiverRow } from '#db/types.ts'
import type { Day } from '#domain/base/date.ts'
import type { Interval } from '#domain/places/area.ts'
import type { Tx } from '../../db.ts'

export type NewWaiver = Pick<
  FindingWaiverRow,
  | 'county'
  | 'area'
  | 'person_id'
  | 'predicate'
  | 'reason'
  | 'from_on'
  | 'ends_on'
  | 'asked_at'
  | 'asked_by'
  | 'asked_officer'
>

/** Undefined where one is waiting or in force for the same finding already. */
export async function insertWaiver(tx: Tx, waiver: NewWaiver): Promise<number | undefined> {
  const columns = Object.keys(waiver)
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO finding_waiver (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})
     ON CONFLICT DO NOTHING RETURNING id`,
    Object.values(waiver),
  )
  return row?.id
}

export async function findWaiver(tx: Tx, id: number): Promise<FindingWaiverRow | undefined> {
  const [row] = await tx.query<FindingWaiverRow>('SELECT * FROM finding_waiver WHERE id = $1 FOR UPDATE', [id])
  return row
}

/** Every waiver asked for a file, newest first. */
export const waiversOf = (tx: Tx, { county, id }: { county: number; id: number }): Promise<FindingWaiverRow[]> =>
  tx.query('SELECT * FROM finding_waiver WHERE county = $1 AND person_id = $2 ORDER BY asked_at DESC, id DESC', [
    county,
    id,
  ])

/** Those that wait for a decision, or are in force, in an area; longest waiting first. */
export const listedWaivers = (
  tx: Tx,
  { lo, hi }: Interval,
  { granted, today, limit }: { granted: boolean; today: Day; limit: number },
): Promise<FindingWaiverRow[]> =>
  tx.query(
    `SELECT * FROM finding_waiver WHERE area >= $1 AND area < $2 AND ends_on > $3 AND revoked_at IS NULL
        AND ${granted ? 'granted' : 'granted IS NULL'} ORDER BY asked_at, id LIMIT $4`,
    [lo, hi, today, limit],
  )

/** Names of the people whom waivers are of, by ledger id: of those whom the post sees. */
export async function namesOf(
  tx: Tx,
  waivers: readonly Pick<FindingWaiverRow, 'county' | 'person_id'>[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.query<{ id: number; name: string }>(
    `SELECT p.id, p.name FROM unnest($1::int[], $2::bigint[]) AS w(county, id)
       JOIN person p ON p.county = w.county AND p.id = w.id`,
    [waivers.map(({ county }) => county), waivers.map(({ person_id }) => person_id)],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type Decision = { granted: boolean; words: string | null; at: string; by: string; officer: number }
export const decideRow = (tx: Tx, { county, id }: { county: number; id: number }, decision: Decision) =>
  tx.query(
    `UPDATE finding_waiver SET granted = $3, decision_words = $4, decided_at = $5, decided_by = $6, decided_officer = $7
      WHERE county = $1 AND id = $2`,
    [county, id, decision.granted, decision.words, decision.at, decision.by, decision.officer],
  )

type Revocation = { reason: string; at: string; by: string; officer: number }
export const revokeRow = (tx: Tx, { county, id }: { county: number; id: number }, revocation: Revocation) =>
  tx.query(
    `UPDATE finding_waiver SET revoke_reason = $3, revoked_at = $4, revoked_by = $5, revoked_officer = $6
      WHERE county = $1 AND id = $2`,
    [county, id, revocation.reason, revocation.at, revocation.by, revocation.officer],
  )
