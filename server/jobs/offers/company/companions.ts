import { type Around, aroundOf, companyAt, type Spot } from '#domain/jobs/company/company.ts'
import { eligibleOf } from '#domain/jobs/engine/eligible.ts'
import { alone } from '#domain/jobs/explained/open-market.ts'
import type { Together } from '#domain/jobs/offers/offers.api.ts'
import type { Tx } from '../../../db.ts'
import { jobData } from '../../job-data.ts'
import { shippedWeights } from '../../matching-weights.ts'
import { personLine, type Wisher } from '../market-lines.ts'
import type { Asked, MaybeWisher, NamedWisher } from '../offer-rows.sql.ts'
import type { OpenVacancy } from '../open-vacancies.sql.ts'
import type { Snapshot } from '../open-vacancies.ts'
import * as sql from './companions.sql.ts'

/** With whom somebody said they would go, and who that is, of those the post sees. */
export type Company = { kind: 'couple' | 'neighbours'; people: NamedWisher[] }

/** Null where the person would go alone, or was not asked. */
export async function companyOf(tx: Tx, asked: Asked, person: MaybeWisher): Promise<Company | null> {
  if (person.company !== 'couple' && person.company !== 'neighbours') return null
  const find = person.company === 'couple' ? sql.spouseOf : sql.neighboursOf
  return { kind: person.company, people: await find(tx, asked, person) }
}

export const companyShown = (company: Company | null) =>
  company && {
    kind: company.kind,
    people: company.people.map(({ person_id, name }) => ({ person: person_id, name: name ?? '—' })),
  }

export const spotOf = ({ id, employer, place, openings, taken }: OpenVacancy): Spot => ({
  ...{ id, employer, place, left: openings - taken },
})

/** What each companion could take of what is open. */
export function aroundThem({ people }: Company, { rows, packed }: Snapshot, on: string): Around[] {
  return people.map((companion: Wisher) => {
    const { engine } = alone(packed, personLine(companion, jobData().smallClasses, on))
    const eligible = eligibleOf(engine)
    const end = eligible.find(0, 0)
    const ids = Array.from(eligible.slots.subarray(0, end), (slot) => packed.vacancyIds[packed.index.vacancy[slot]!])
    return aroundOf(ids.map((id) => spotOf(rows.get(Number(id))!)))
  })
}

/** The reason as it is shown, with the points it is worth. */
export function togetherAt(
  row: OpenVacancy,
  around: readonly Around[],
  { rows }: Pick<Snapshot, 'rows'>,
): Together | null {
  const found = companyAt(spotOf(row), around)
  if (!found) return null
  const { step, id, people } = found
  return { step, people, vacancy: { id, title: rows.get(id)!.title }, points: shippedWeights().company?.[step] ?? 0 }
}
