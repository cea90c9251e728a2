import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { numberText } from '../../ui/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { useWageText } from '../wage-text.ts'
import { Reasons } from './Reasons.tsx'
import '../jobs.css'

type Answered = Reply<Api['listOffers']>

/** Up to ten open vacancies for the person, each with its reasons, and what one thing less would open. Nothing is said of who was not asked. */
export function Offers({ person }: { person: number }) {
  const { t } = useWords()
  const { on } = useView()
  const offers = useQuery(ask.listOffers({ params: { id: person }, query: { on } }))
  if (offers.data && !offers.data.asked) return null
  return (
    <section className="panel" aria-labelledby="offers">
      <h2 id="offers">{t('jobs.offers')}</h2>
      <Answer of={offers} lines={4}>
        {(data) => (
          <>
            <p className="soft">{t('jobs.offers.how')}</p>
            {data.offers.length === 0 ? <p>{t('jobs.offers.none')}</p> : <List offers={data.offers} />}
            <Opens wouldOpen={data.wouldOpen} />
            <Below weights={data.weights} />
          </>
        )}
      </Answer>
    </section>
  )
}

function List({ offers }: { offers: Answered['offers'] }) {
  const { t, language } = useWords()
  const wage = useWageText()
  return (
    <ol className="offer-list">
      {offers.map(({ vacancy, neighbour, worth, conditions }) => (
        <li key={vacancy.id}>
          <p className="vacancy-head">
            <Go to={paths.vacancy(vacancy.id)}>{vacancy.title}</Go>
            {neighbour && <span className="tag">{t('jobs.offers.neighbour')}</span>}
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
          <p>
            <Reasons conditions={conditions} />
          </p>
          <p className="soft">{t('jobs.offers.worth', worth)}</p>
        </li>
      ))}
    </ol>
  )
}

function Opens({ wouldOpen }: Pick<Answered, 'wouldOpen'>) {
  const { t, language } = useWords()
  if (wouldOpen.length === 0) return null
  return (
    <>
      <h3>{t('jobs.offers.opens')}</h3>
      <ul>
        {wouldOpen.map(({ condition, certificate, vacancies, openings }) => (
          <li key={`${condition} ${certificate}`}>
            {t('jobs.offers.opens.line', {
              what: certificate ? t('jobs.offers.opens.certificate', { certificate }) : t(`jobs.fit.${condition}`),
              vacancies: numberText(vacancies, language),
              openings: numberText(openings, language),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}

function Below({ weights }: Pick<Answered, 'weights'>) {
  const { t, say } = useWords()
  return (
    <>
      <p className="soft">
        {t('jobs.offers.weights', { version: weights.version })}{' '}
        {weights.assumption && t('jobs.check.assumption', { assumption: say(weights.assumption) })}
      </p>
      <p className="vacancy-link">
        <Go to={paths.vacancies()}>{t('jobs.offers.newest')}</Go>
      </p>
    </>
  )
}
