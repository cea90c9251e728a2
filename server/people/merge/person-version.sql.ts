import type { PersonRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'
import type { PersonKey } from '../list/person-line.ts'

/** What of a person a change of identity compares and writes; ciphers are not among it. */
export type PersonVersion = Omit<PersonRow, 'id_cipher' | 'phone_cipher' | 'bank_cipher'>

const READ = `county, area, id, household_id, relation, name, pinyin, initials, grams, sex, birth_date, death_date, ethnic, education,
  in_school, health, capacity, disability_grade, id_kind, id_index, id_mask, phone_index, phone_mask, bank_index, bank_mask,
  opened_on, version, known_from, source, evidence, verified_on, verified_method, verified_by, verified_until, recorded_by`

/** The version that stands, held until the transaction ends; undefined outside the scope. */
export async function holdPerson(tx: Tx, id: number): Promise<PersonVersion | undefined> {
  const [row] = await tx.query<PersonVersion>(`SELECT ${READ} FROM person WHERE id = $1 FOR UPDATE`, [id])
  return row
}

/** Keeps the version that was seen in the history; false where another stands by now. */
export async function keepPerson(tx: Tx, seen: Seen, at: string, why: string): Promise<boolean> {
  const [row] = await tx.query<{ kept: boolean }>('SELECT keep_person($1, $2, $3, $4, $5) AS kept', [
    ...[seen.county, seen.id, seen.known_from, at, why],
  ])
  return row!.kept
}
type Seen = PersonKey & { known_from: string }

export type PersonChange = Partial<Omit<PersonRow, 'county' | 'id' | 'version' | 'known_from'>>

/** The next version of a person, kept first (`keepPerson`). */
export async function changePerson(tx: Tx, { county, id }: PersonKey, change: PersonChange, at: string): Promise<void> {
  const columns = Object.keys(change)
  await tx.query(
    `UPDATE person SET version = version + 1, known_from = $3::timestamptz${columns.map((column, i) => `, ${column} = $${i + 4}`).join('')}
      WHERE county = $1 AND id = $2`,
    [county, id, at, ...Object.values(change)],
  )
}

/** The row leaves the ledger; kept first, and with nothing that hangs on it any more. */
export const dropPerson = (tx: Tx, { county, id }: PersonKey) =>
  tx.query('DELETE FROM person WHERE county = $1 AND id = $2', [county, id])

export async function recallPerson(tx: Tx, { county, id }: PersonKey, said: string, at: string): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT recall_person($1, $2, $3, $4) AS done', [
    county,
    id,
    said,
    at,
  ])
  return row!.done
}

export const releaseIdentity = (tx: Tx, index: Buffer, { county, id }: PersonKey) =>
  tx.query('SELECT release_identity($1, $2, $3)', [index, county, id])

/** Members of these households, for whom a change of one of them may change what is due. */
export const membersOf = (tx: Tx, county: number, households: readonly (number | null)[]): Promise<PersonKey[]> =>
  tx.query<PersonKey>(
    'SELECT county, id FROM person WHERE county = $1 AND household_id = ANY ($2::bigint[]) ORDER BY id',
    [county, households.filter((id) => id !== null)],
  )

/**
 * Who else of the same counties has a number, phone or account that these files have, or had until `at`; none where more than
 * `most` do. Each value by its own index.
 */
export async function sharersOf(
  tx: Tx,
  files: readonly PersonKey[],
  { at, most }: { at: string; most: number },
): Promise<PersonKey[]> {
  if (files.length === 0) return []
  const said = (table: string, when: string) =>
    `SELECT t.county, t.id_index, t.phone_index, t.bank_index FROM unnest($1::int[], $2::bigint[]) AS f(county, id)
       JOIN ${table} t ON t.county = f.county AND t.id = f.id ${when}`
  const sharing = (column: string) =>
    `SELECT p.county, p.id FROM said JOIN person p ON p.county = said.county AND p.${column} = said.${column}`
  const found = await tx.query<PersonKey>(
    `WITH said AS (${said('person', '')} UNION ${said('person_history', 'AND t.known_to = $3::timestamptz')})
     ${['id_index', 'phone_index', 'bank_index'].map(sharing).join(' UNION ')} ORDER BY county, id LIMIT $4`,
    [files.map(({ county }) => county), files.map(({ id }) => id), at, most + 1 + files.length],
  )
  const others = found.filter(({ county, id }) => !files.some((file) => file.county === county && file.id === id))
  return others.length > most ? [] : others
}

/**
 * Takes what was determined of a file out of the ledger and out of the counts of its village: the file leaves, and is determined
 * anew where it goes.
 */
export async function forgetDeterminations(tx: Tx, { county, area, id }: PersonKey & { area: number }): Promise<void> {
  await tx.query(
    `WITH gone AS (DELETE FROM determination WHERE county = $1 AND person_id = $3 RETURNING predicate, outcome)
     INSERT INTO determination_count AS c (county, area, level, predicate, yes, unknown)
     SELECT $1, $2, 0, predicate, -(outcome = 'yes')::int, -(outcome = 'unknown')::int FROM gone ORDER BY predicate
     ON CONFLICT (county, area, level, predicate) DO UPDATE SET yes = c.yes + excluded.yes, unknown = c.unknown + excluded.unknown`,
    [county, area, id],
  )
}
