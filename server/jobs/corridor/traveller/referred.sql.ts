import type { Tx } from '../../../db.ts'
import type { FoundPerson } from '../../../people/list/find-person.ts'
import type { PersonKey } from '../../../people/list/person-line.sql.ts'
import type { Referral } from '../../referral/referral.sql.ts'

/** The referral of a person to a vacancy that still runs, held. */
export async function runningReferral(
  tx: Tx,
  { county, id }: FoundPerson,
  vacancy: number,
): Promise<Referral | undefined> {
  const [row] = await tx.query<Referral>(
    'SELECT * FROM referral WHERE county = $1 AND person_id = $2 AND vacancy_id = $3 AND valid_to IS NULL FOR UPDATE',
    [county, id, vacancy],
  )
  return row
}

/** Who accepted a referral to a vacancy and is not on the list of the batch yet. */
export const acceptedFor = (tx: Tx, vacancy: number, batch: number) =>
  tx.query<PersonKey>(
    `SELECT r.county, r.person_id AS id FROM referral r
       LEFT JOIN traveller t ON t.county = r.county AND t.person_id = r.person_id AND t.batch_id = $2
      WHERE r.vacancy_id = $1 AND r.valid_to IS NULL AND r.person_answer = 'accepted' AND t.id IS NULL ORDER BY r.area, r.id LIMIT 50`,
    [vacancy, batch],
  )
