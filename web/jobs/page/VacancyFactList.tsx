import type { ReactNode } from 'react'
import { vacancyHazard, vacancyKind, vacancySeason } from '#domain/jobs/vacancy/vacancy-codes.ts'
import { education } from '#domain/people/codes.ts'
import { industries } from '#domain/people/industries.ts'
import { paths } from '../../paths.ts'
import { yesOrNo } from '../../people/employment/yes-or-no.ts'
import { Go } from '../../ui/Go.tsx'
import { useWords } from '../../words.ts'
import { useWageText } from '../wage-text.ts'
import type { Vacancy } from './VacancyPage.tsx'
import { VacancyPhone } from './VacancyPhone.tsx'

/** Everything a vacancy says, and in one line what it does not state. */
export function VacancyFactList({ vacancy }: { vacancy: Vacancy }) {
  const { t, language } = useWords()
  const facts = [...useJob(vacancy), ...useTerms(vacancy), ...useNeeds(vacancy), ...useContact(vacancy)]
  const isStated = ([, value]: Facts[number]) =>
    value !== undefined && value !== null && value !== false && value !== ''
  const stated = facts.filter(isStated)
  const unstated = facts.filter((fact) => !isStated(fact))
  return (
    <section className="panel" aria-labelledby="vacancy-facts">
      <h2 id="vacancy-facts">{t('jobs.vacancy.facts')}</h2>
      <dl className="vacancy-facts">
        {stated.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {unstated.length > 0 && (
        <p className="soft vacancy-unstated">
          {t('jobs.vacancy.unstated', { names: unstated.map(([term]) => term).join(language === 'zh' ? '、' : ', ') })}
        </p>
      )}
    </section>
  )
}
type Facts = [term: string, value: ReactNode][]

function useJob({ facts, occupation, occupationName, groups, siteName }: Vacancy): Facts {
  const { t, say } = useWords()
  const site = facts.site
  const job: Facts = [
    [
      t('jobs.vacancy.occupation'),
      t('ui.aside', { text: `${occupationName} ${occupation}`, aside: groups.at(-1) ?? '' }),
    ],
    [t('jobs.vacancy.kind'), say(vacancyKind[facts.kind])],
    [t('jobs.vacancy.industry'), facts.industry && say(industries[facts.industry])],
    [t('jobs.vacancy.creditCode'), facts.creditCode],
    [t('jobs.vacancy.licence'), facts.licenceSeenOn],
  ]
  if (site !== undefined && siteName !== null)
    job.push([
      t('jobs.vacancy.site'),
      <Go key="site" to={paths.site(site)}>
        {siteName}
      </Go>,
    ])
  return job
}

function useTerms(vacancy: Vacancy): Facts {
  const { t, say } = useWords()
  const wage = useWageText()
  const { facts } = vacancy
  const truth = (value: boolean | undefined) => value !== undefined && say(value ? yesOrNo.yes : yesOrNo.no)
  const days = [facts.workFrom, facts.workTo].map((day) => day ?? '…')
  return [
    [t('jobs.vacancy.wage'), wage(vacancy)],
    [t('jobs.vacancy.hoursPerDay'), facts.hoursPerDay],
    [t('jobs.vacancy.daysPerMonth'), facts.daysPerMonth],
    [t('jobs.vacancy.hours'), facts.hours],
    [t('jobs.vacancy.season'), facts.season && say(vacancySeason[facts.season])],
    [t('jobs.vacancy.board'), truth(facts.board)],
    [t('jobs.vacancy.lodging'), truth(facts.lodging)],
    [t('jobs.vacancy.training'), truth(facts.training)],
    [t('jobs.vacancy.work'), (facts.workFrom || facts.workTo) && days.join(' – ')],
  ]
}

function useNeeds({ facts }: Vacancy): Facts {
  const { t, say } = useWords()
  const from = facts.ageFrom ?? 16
  const hazards = facts.hazards ?? []
  return [
    [
      t('jobs.vacancy.age'),
      facts.ageTo === undefined
        ? t('jobs.vacancy.age.from', { from })
        : t('jobs.vacancy.age.band', { from, to: facts.ageTo, rule: facts.ageRule ?? '' }),
    ],
    [t('jobs.vacancy.education'), facts.education ? say(education[facts.education]) : t('jobs.vacancy.education.any')],
    [t('jobs.vacancy.skills'), facts.skills],
    [t('jobs.vacancy.certificate'), facts.certificate],
    [t('jobs.vacancy.hazards'), hazards.map((hazard) => say(vacancyHazard[hazard])).join('、')],
  ]
}

function useContact({ id, facts, phoneMask, unitName, refreshedOn }: Vacancy): Facts {
  const { t } = useWords()
  return [
    [t('jobs.vacancy.contact'), facts.contact],
    [t('jobs.vacancy.phone'), phoneMask && <VacancyPhone key="phone" vacancy={id} masked={phoneMask} />],
    [t('jobs.vacancy.unit'), unitName],
    [t('jobs.vacancy.refreshed'), refreshedOn],
    [t('jobs.vacancy.detail'), facts.detail],
  ]
}
