import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { Refer } from '../referral/Refer.tsx'
import { OfferHead } from './OfferHead.tsx'
import { SnapshotAge } from './SnapshotAge.tsx'

export type PlainOrder = 'newest' | 'nearest'

/** Open vacancies that follow nothing of what the person said or is: the newest, or the nearest to their home. */
export function PlainOffers({ person, order }: { person: number; order: PlainOrder }) {
  const { t, language } = useWords()
  const { on } = useView()
  const answer = useQuery(ask.listPlainOffers({ params: { id: person }, query: { on, order } }))
  return (
    <Answer of={answer} lines={4}>
      {({ vacancies, snapshot, ageKnown, barred }) => (
        <>
          <p className="soft">
            {t(`jobs.plain.${order}.how`)} {t(ageKnown ? 'jobs.plain.ages' : 'jobs.plain.ageUnknown')}
            {barred > 0 && ` ${t('jobs.plain.barred', { n: numberText(barred, language) })}`}
          </p>
          {vacancies.length === 0 ? (
            <p>{t('jobs.plain.none')}</p>
          ) : (
            <ol className="offer-list">
              {vacancies.map(({ vacancy, from, steps }) => (
                <li key={vacancy.id}>
                  <OfferHead vacancy={vacancy}>
                    <span className="tag">{t(`jobs.plain.steps.${steps as 0}`)}</span>
                  </OfferHead>
                  <p className="soft">{t('jobs.plain.from', { day: from })}</p>
                  <Refer person={person} vacancy={vacancy.id} from="person" />
                </li>
              ))}
            </ol>
          )}
          <SnapshotAge snapshot={snapshot} />
        </>
      )}
    </Answer>
  )
}
