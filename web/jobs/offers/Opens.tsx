import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'

/** What one thing less would open to the person. */
export function Opens({ wouldOpen }: Pick<Reply<Api['listOffers']>, 'wouldOpen'>) {
  const { t, language } = useWords()
  if (wouldOpen.length === 0) return null
  return (
    <>
      <h3>{t('jobs.offers.opens')}</h3>
      <ul>
        {wouldOpen.map(({ condition, certificate, vacancies, openings }) => (
          <li key={`${condition} ${certificate}`}>
            {t('jobs.offers.opens.line', {
              what: certificate
                ? t('jobs.offers.opens.certificate', { certificate })
                : t(`jobs.offers.opens.${condition === 'certificate' ? 'certificates' : condition}`),
              vacancies: numberText(vacancies, language),
              openings: numberText(openings, language),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
