import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { useWords } from '../../words.ts'

type Answered = Reply<Api['listOffers']>
type Kind = NonNullable<Answered['company']>['kind']
type Near = Omit<NonNullable<Answered['offers'][number]['together']>, 'points'>

/** With whom somebody would go, and what is missing where nobody can be named. */
export function CompanyLine({ company }: { company: Answered['company'] }) {
  const { t } = useWords()
  if (company === null) return null
  if (company.people.length === 0) return <p className="soft">{t(`jobs.company.${company.kind}.nobody`)}</p>
  return (
    <p className="vacancy-head">
      <span>{t(`jobs.company.${company.kind}`)}</span>
      {company.people.map(({ person, name }) => (
        <Go key={person} to={paths.file(person)}>
          {name}
        </Go>
      ))}
    </p>
  )
}

/** Why a vacancy suits two: where the companion could work, in words. */
export function TogetherLine({ near, kind, points }: { near: Near; kind: Kind; points?: number }) {
  const { t } = useWords()
  const who = t(`jobs.together.${kind}`, { n: near.people })
  return (
    <p className="vacancy-head">
      <span>{t(`jobs.together.${near.step}`, { who })}</span>
      <Go to={paths.vacancy(near.vacancy.id)}>{near.vacancy.title}</Go>
      {points !== undefined && <span className="soft">{t('jobs.together.points', { n: points })}</span>}
    </p>
  )
}
