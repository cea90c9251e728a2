import type { DeathRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'
import type { LedgerRow } from '../file/file-rows.sql.ts'
import type { PersonKey } from '../list/person-line.ts'

/**
 * What a death ends. Money that was paid and titles that were given stay: they were true and remain so; of talents only the post of a
 * village doctor is held by the living alone.
 */
const ENDS: Readonly<Record<string, string>> = {
  membership: 'TRUE',
  employment: 'TRUE',
  training: 'TRUE',
  enterprise: 'TRUE',
  insurance: 'TRUE',
  public_post: 'TRUE',
  talent: "t.kind = 'village_doctor'",
  assistance: 'TRUE',
  wish: 'TRUE',
  work_wish: 'TRUE',
  dispatch: 'TRUE',
  roster: 'TRUE',
}

/** Ends on the day of death what was in force then; what began later is left as it is said, for it is a contradiction to be found. */
export async function endAt(tx: Tx, { county, id }: PersonKey, on: string, at: string): Promise<void> {
  for (const [table, condition] of Object.entries(ENDS))
    await tx.query(
      `WITH said AS (SELECT * FROM ${table} AS t WHERE county = $1 AND person_id = $2 AND valid_from < $3::date
           AND (valid_to IS NULL OR valid_to > $3::date) AND ${condition} FOR UPDATE),
         kept AS (INSERT INTO ${table}_history SELECT said.*, $4::timestamptz, 'died' FROM said)
       UPDATE ${table} AS t SET valid_to = $3::date, known_from = $4::timestamptz
         FROM said WHERE t.county = said.county AND t.id = said.id`,
      [county, id, on, at],
    )
}

/** Rows that the death ended and that were changed since. */
export async function changedSinceDeath(
  tx: Tx,
  { county, id }: PersonKey,
  recordedAt: string,
): Promise<{ table: string; row: LedgerRow }[]> {
  const each = Object.keys(ENDS).map(
    (table) => `SELECT '${table}' AS "table", to_jsonb(l) AS row FROM ${table}_history h
        JOIN ${table}_history l ON l.county = h.county AND l.id = h.id AND l.known_from = h.known_to
       WHERE h.county = $1 AND h.person_id = $2 AND h.known_to = $3::timestamptz AND h.superseded_by = 'died'`,
  )
  return tx.query(each.join(' UNION ALL '), [county, id, recordedAt])
}

/** What the death ended is in force as it was. */
export async function reopen(tx: Tx, { county, id }: PersonKey, recordedAt: string, at: string): Promise<void> {
  for (const table of Object.keys(ENDS))
    await tx.query(
      `WITH was AS (SELECT h.county, h.id, h.valid_to FROM ${table}_history h
           JOIN ${table} t ON t.county = h.county AND t.id = h.id AND t.known_from = $3::timestamptz
          WHERE h.county = $1 AND h.person_id = $2 AND h.known_to = $3::timestamptz AND h.superseded_by = 'died'),
         kept AS (INSERT INTO ${table}_history SELECT t.*, $4::timestamptz, 'correction' FROM ${table} t
                    JOIN was ON t.county = was.county AND t.id = was.id)
       UPDATE ${table} AS t SET valid_to = was.valid_to, known_from = $4::timestamptz
         FROM was WHERE t.county = was.county AND t.id = was.id`,
      [county, id, recordedAt, at],
    )
}

export type NewDeath = Pick<
  DeathRow,
  'county' | 'area' | 'person_id' | 'died_on' | 'evidence' | 'recorded_by' | 'recorded_at'
>

export async function insertDeath(tx: Tx, death: NewDeath): Promise<void> {
  const columns = Object.keys(death)
  await tx.query(
    `INSERT INTO death (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(death),
  )
}

export async function standingDeath(tx: Tx, { county, id }: PersonKey): Promise<DeathRow | undefined> {
  const [row] = await tx.query<DeathRow>(
    'SELECT * FROM death WHERE county = $1 AND person_id = $2 AND undone_at IS NULL',
    [county, id],
  )
  return row
}

export const undoneDeath = (tx: Tx, { county, id }: DeathRow, by: number, at: string, reason: string) =>
  tx.query('UPDATE death SET undone_by = $3, undone_at = $4, undone_reason = $5 WHERE county = $1 AND id = $2', [
    ...[county, id, by, at, reason],
  ])
