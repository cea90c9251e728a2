import type { RetentionAnswerRow, WageClaimRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'
import { insertSpell } from '../../people/file/spell-row.sql.ts'
import type { Referral } from './referral.sql.ts'

type Key = { county: number; id: number }

export const insertAnswer = (tx: Tx, row: Omit<RetentionAnswerRow, 'id'>) => insertSpell(tx, 'retention_answer', row)

export const answersOf = (tx: Tx, referrals: readonly Key[]) =>
  tx.query<RetentionAnswerRow>(
    `SELECT a.* FROM unnest($1::int[], $2::bigint[]) AS k(county, id)
       JOIN retention_answer AS a ON a.county = k.county AND a.referral_id = k.id ORDER BY a.valid_from, a.id`,
    [referrals.map(({ county }) => county), referrals.map(({ id }) => id)],
  )

export type Covering = { referral: number; valid_from: string; valid_to: string | null }
/** Insurance through the employer of the work, by name or by credit code. */
export const coversOf = (tx: Tx, referrals: readonly Key[]) =>
  tx.query<Covering>(
    `SELECT r.id AS referral, i.valid_from, i.valid_to FROM unnest($1::int[], $2::bigint[]) AS k(county, id)
       JOIN referral AS r ON r.county = k.county AND r.id = k.id
       JOIN employment AS e ON e.county = r.county AND e.id = r.employment_id
       JOIN insurance AS i ON i.county = r.county AND i.person_id = r.person_id
        AND (i.employer = e.employer OR i.credit_code = e.credit_code)`,
    [referrals.map(({ county }) => county), referrals.map(({ id }) => id)],
  )

/** Everything that was ever said of a referral, the oldest first. */
export const versionsOf = (tx: Tx, { county, id }: Key) =>
  tx.query<Referral & { why: string | null }>(
    `SELECT h.*, NULL::text AS why FROM referral AS h WHERE h.county = $1 AND h.id = $2
     UNION ALL
     SELECT (jsonb_populate_record(NULL::referral, to_jsonb(h))).*, h.superseded_by FROM referral_history AS h WHERE h.county = $1 AND h.id = $2
     ORDER BY known_from`,
    [county, id],
  )

export const insertClaim = (tx: Tx, row: Partial<WageClaimRow>) => insertSpell(tx, 'wage_claim', row)

export const claimsOf = (tx: Tx, { county, id }: Key) =>
  tx.query<WageClaimRow>(
    'SELECT * FROM wage_claim WHERE county = $1 AND person_id = $2 ORDER BY valid_to NULLS FIRST, valid_from DESC, id DESC',
    [county, id],
  )

export async function settleClaim(
  tx: Tx,
  { county, id }: Key,
  claim: { id: number; knownFrom: string },
  { on, settlement, post, at }: { on: string; settlement: string; post: number; at: string },
): Promise<boolean> {
  const rows = await tx.query(
    `WITH said AS (SELECT * FROM wage_claim WHERE county = $1 AND person_id = $2 AND id = $3 AND valid_to IS NULL
          AND date_trunc('milliseconds', known_from) = date_trunc('milliseconds', $4::timestamptz) FOR UPDATE),
     kept AS (INSERT INTO wage_claim_history SELECT said.*, $5::timestamptz, 'ended' FROM said)
     UPDATE wage_claim AS w SET valid_to = GREATEST(w.valid_from, $6::date), settlement = $7, recorded_by = $8, known_from = $5::timestamptz
       FROM said WHERE w.county = said.county AND w.id = said.id RETURNING w.id`,
    [county, id, claim.id, claim.knownFrom, at, on, settlement, post],
  )
  return rows.length > 0
}

/** The phone of a person as it is shown; revealing it is an act of its own. */
export async function phoneMaskOf(tx: Tx, { county, id }: Key): Promise<string | null> {
  const [row] = await tx.query<{ phone_mask: string | null }>(
    'SELECT phone_mask FROM person WHERE county = $1 AND id = $2',
    [county, id],
  )
  return row?.phone_mask ?? null
}
