import type { RoundAnswerRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'
import { insertSpell } from '../../people/file/spell-row.sql.ts'
import type { PersonKey } from '../../people/list/person-line.sql.ts'

/** Two answers about one person wait for each other: the second sees what the first said. */
export const lockPerson = (tx: Tx, { county, id }: PersonKey) =>
  tx.query('SELECT FROM person WHERE county = $1 AND id = $2 FOR UPDATE', [county, id])

export type NewAnswer = Omit<RoundAnswerRow, 'id'>

export const insertAnswer = async (tx: Tx, answer: NewAnswer): Promise<number> =>
  (await insertSpell(tx, 'round_answer', answer)).id

export type StoredAnswer = Pick<RoundAnswerRow, 'id' | 'known_from' | 'recorded_by' | 'verified_on' | 'round'>

export async function findAnswer(tx: Tx, person: PersonKey, answer: number): Promise<StoredAnswer | undefined> {
  const [row] = await tx.query<StoredAnswer>(
    `SELECT id, known_from, recorded_by, verified_on, round FROM round_answer
      WHERE county = $1 AND person_id = $2 AND id = $3 FOR UPDATE`,
    [person.county, person.id, answer],
  )
  return row
}

export const withdrawAnswer = (tx: Tx, person: PersonKey, answer: number, now: Date) =>
  tx.query(
    `WITH said AS (DELETE FROM round_answer WHERE county = $1 AND person_id = $2 AND id = $3 RETURNING *)
     INSERT INTO round_answer_history SELECT said.*, $4::timestamptz, 'withdrawn' FROM said`,
    [person.county, person.id, answer, now.toISOString()],
  )

/**
 * Whether a spell of work that was changed with an answer was changed again after it, or the file moved or was merged: everything in
 * it is then known from that moment, and what came with the answer cannot be told from the rest.
 */
export async function isBuiltUpon(tx: Tx, person: PersonKey, answer: StoredAnswer): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM employment_history AS h
      WHERE h.county = $1 AND h.person_id = $2 AND (h.known_from = $3 OR (h.known_to = $3 AND NOT EXISTS (
        SELECT FROM employment AS e WHERE e.county = h.county AND e.id = h.id AND e.known_from = $3)))
     UNION ALL SELECT FROM round_answer_history AS a WHERE a.county = $1 AND a.id = $4`,
    [person.county, person.id, answer.known_from, answer.id],
  )
  return rows.length > 0
}

/**
 * Spells of work as they stood before they were changed at `knownFrom`; one that began then is said no more. What was said
 * meanwhile stays in the history, withdrawn.
 */
export const restoreWork = (tx: Tx, person: PersonKey, knownFrom: string, now: Date) =>
  tx.query(
    `WITH said AS (SELECT * FROM employment WHERE county = $1 AND person_id = $2 AND known_from = $3 FOR UPDATE),
     before AS (SELECT h.* FROM employment_history AS h JOIN said ON said.county = h.county AND said.id = h.id WHERE h.known_to = $3),
     kept AS (INSERT INTO employment_history SELECT said.*, $4::timestamptz, 'withdrawn' FROM said),
     gone AS (DELETE FROM employment AS e USING said WHERE e.county = said.county AND e.id = said.id
       AND NOT EXISTS (SELECT FROM before WHERE before.id = said.id))
     UPDATE employment AS e SET known_from = $4::timestamptz, valid_to = b.valid_to, monthly_wage_fen = b.monthly_wage_fen,
            verified_on = b.verified_on, verified_method = b.verified_method, verified_by = b.verified_by,
            verified_until = b.verified_until, recorded_by = b.recorded_by
       FROM before AS b WHERE e.county = b.county AND e.id = b.id`,
    [person.county, person.id, knownFrom, now.toISOString()],
  )
