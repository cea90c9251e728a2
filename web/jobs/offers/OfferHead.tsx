import type { ReactNode } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { useWageText } from '../wage-text.ts'

type Vacancy = Reply<Api['listOffers']>['offers'][number]['vacancy']

/** A vacancy in one line as it is offered: what, with whom, where, for how much, how many openings. */
export function OfferHead({ vacancy, children }: { vacancy: Vacancy; children?: ReactNode }) {
  const { t, language } = useWords()
  const wage = useWageText()
  return (
    <p className="vacancy-head">
      <Go to={paths.vacancy(vacancy.id)}>{vacancy.title}</Go>
      {children}
      <span>{vacancy.employer}</span>
      <span>{vacancy.placeName}</span>
      <b>{wage(vacancy) ?? t('jobs.vacancy.notStated')}</b>
      <span className="soft">
        {t('jobs.vacancy.left.of', {
          left: numberText(vacancy.left, language),
          openings: numberText(vacancy.openings, language),
        })}
      </span>
    </p>
  )
}
