import type { PersonRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'

export async function nextLedgerId(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ id: number }>("SELECT nextval('ledger_id') AS id")
  return row!.id
}

export type NewPerson = Omit<
  PersonRow,
  | ('death_date' | 'ethnic' | 'education' | 'in_school' | 'health' | 'capacity' | 'disability_grade')
  | ('bank_cipher' | 'bank_index' | 'bank_mask' | 'version')
  | ('verified_on' | 'verified_method' | 'verified_by' | 'verified_until')
>

export async function insertPerson(tx: Tx, person: NewPerson): Promise<void> {
  const columns = Object.keys(person)
  await tx.query(
    `INSERT INTO person (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(person),
  )
}

/** `registered`, `taken` (another file of the scope has the number) or `elsewhere` (a file outside the scope has it). */
export async function registerIdentity(
  tx: Tx,
  index: Buffer,
  { county, id }: { county: number; id: number },
  requestId: string | null,
): Promise<string> {
  const [row] = await tx.query<{ answer: string }>('SELECT register_identity($1, $2, $3, $4) AS answer', [
    ...[index, county, id, requestId],
  ])
  return row!.answer
}

/** The village of a household of the county; undefined where the post sees none. */
export async function findHousehold(tx: Tx, county: number, id: number): Promise<{ area: number } | undefined> {
  const [row] = await tx.query<{ area: number }>('SELECT area FROM household WHERE county = $1 AND id = $2', [
    county,
    id,
  ])
  return row
}
