import type { MatchProposalRow, MatchRunRow } from '#db/types.ts'
import type { Reply } from '#domain/base/route.ts'
import { aroundOf, companyAt, STEPS } from '#domain/jobs/company/company.ts'
import type { matchingApi } from '#domain/jobs/matching/matching.api.ts'
import type { Tx } from '../../db.ts'
import type { FoundPerson } from '../../people/list/find-person.ts'
import { type Company, companyOf, spotOf } from '../offers/company/companions.ts'
import { findPersonAndWish } from '../offers/offer-rows.sql.ts'
import type { Vacancy } from '../vacancy/vacancy.sql.ts'
import { proposalsOfAll, vacanciesById } from './result.sql.ts'

type Proposal = NonNullable<Reply<typeof matchingApi.getPersonMatch>['result']>['proposals'][number]
type Together = Proposal['together']
export type CompanyOfRun = { company: Company | null; togetherAt: (vacancy: Vacancy) => Together }

/** With whom a person would go, and how near to each proposal of theirs the same run proposes something to these. It changes no proposal. */
export async function companyOfRun(tx: Tx, run: MatchRunRow, person: FoundPerson): Promise<CompanyOfRun> {
  const asked = { on: run.on_day, tier: '0' }
  const wisher = await findPersonAndWish(tx, person.id, asked)
  const company = wisher ? await companyOf(tx, asked, wisher) : null
  const ids = company?.people.map(({ person_id }) => person_id) ?? []
  const proposed = ids.length > 0 ? await proposalsOfAll(tx, run.id, person.county, ids) : []
  const vacancies = await vacanciesById(
    tx,
    proposed.map(({ vacancy_id }) => vacancy_id),
  )
  const around = ids.map((id) => aroundOf(proposed.flatMap((each) => spotsOf(each, id, vacancies))))
  return {
    company,
    togetherAt: (vacancy) => {
      const found = companyAt(roomForAll(vacancy), around)
      return (
        (found && {
          ...{ step: found.step, people: found.people },
          vacancy: { id: found.id, title: vacancies.get(found.id)!.title },
        }) ??
        null
      )
    },
  }
}

/** Whoever is proposed the same vacancy has a place of their own in it. */
const roomForAll = (vacancy: Vacancy) => ({ ...spotOf(vacancy), left: Number.POSITIVE_INFINITY })

const spotsOf = (
  { person_id, vacancy_id }: Pick<MatchProposalRow, 'person_id' | 'vacancy_id'>,
  id: number,
  vacancies: ReadonlyMap<number, Vacancy>,
) => (person_id === id && vacancies.has(vacancy_id) ? [roomForAll(vacancies.get(vacancy_id)!)] : [])

/** The anchor stays first; of back-ups those that are near a companion's proposal come before the others, the nearest first. */
export function nearestFirst(proposals: readonly Proposal[]): Proposal[] {
  const step = ({ rank, together }: Proposal) =>
    rank === 1 ? -1 : together === null ? STEPS.length : STEPS.indexOf(together.step)
  return proposals.toSorted((a, b) => step(a) - step(b) || a.rank - b.rank)
}
