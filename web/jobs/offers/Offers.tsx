import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { Refer } from '../referral/Refer.tsx'
import { CompanyLine, TogetherLine } from './Company.tsx'
import { OfferHead } from './OfferHead.tsx'
import { Opens } from './Opens.tsx'
import { PlainOffers } from './PlainOffers.tsx'
import { Reasons } from './Reasons.tsx'
import { SnapshotAge } from './SnapshotAge.tsx'
import '../jobs.css'

type Answered = Reply<Api['listOffers']>

const ORDERS = ['wish', 'newest', 'nearest'] as const
type Order = (typeof ORDERS)[number]

/** Open vacancies for the person: by what they wish for, each with its reasons, or, if they would rather, the newest or the nearest. */
export function Offers({ person }: { person: number }) {
  const { t } = useWords()
  const [order, setOrder] = useState<Order>('wish')
  return (
    <section className="panel" aria-labelledby="offers">
      <h2 id="offers">{t('jobs.offers')}</h2>
      <OrderChoice order={order} choose={setOrder} />
      {order === 'wish' ? <ByWish person={person} /> : <PlainOffers person={person} order={order} />}
      <p className="vacancy-link">
        <Go to={paths.vacancies()}>{t('jobs.offers.all')}</Go>
      </p>
    </section>
  )
}

function OrderChoice({ order, choose }: { order: Order; choose(order: Order): void }) {
  const { t } = useWords()
  const name = useId()
  return (
    <fieldset className="offer-orders">
      <legend>{t('jobs.offers.order')}</legend>
      {ORDERS.map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={each === order} onChange={() => choose(each)} />{' '}
          {t(`jobs.offers.order.${each}`)}
        </label>
      ))}
    </fieldset>
  )
}

function ByWish({ person }: { person: number }) {
  const { t } = useWords()
  const { on } = useView()
  const offers = useQuery(ask.listOffers({ params: { id: person }, query: { on } }))
  return (
    <Answer of={offers} lines={4}>
      {(data) =>
        data.asked ? (
          <>
            <p className="soft">
              {t('jobs.offers.how')} {data.run ? t('match.chance.run', { on: data.run.on }) : t('match.chance.none')}
            </p>
            <CompanyLine company={data.company} />
            {data.offers.length === 0 ? (
              <p>{t('jobs.offers.none')}</p>
            ) : (
              <List person={person} offers={data.offers} company={data.company} />
            )}
            <Opens wouldOpen={data.wouldOpen} />
            <Below weights={data.weights} />
            <SnapshotAge snapshot={data.snapshot} />
          </>
        ) : (
          <p>{t('jobs.offers.unasked')}</p>
        )
      }
    </Answer>
  )
}

type Listed = Pick<Answered, 'offers' | 'company'> & { person: number }

function List({ person, offers, company }: Listed) {
  const { t } = useWords()
  return (
    <ol className="offer-list">
      {offers.map(({ vacancy, neighbour, worth, chance, conditions, together }) => (
        <li key={vacancy.id}>
          <OfferHead vacancy={vacancy}>
            {neighbour && <span className="tag">{t('jobs.offers.neighbour')}</span>}
          </OfferHead>
          <p>
            <Reasons conditions={conditions} />
          </p>
          {together && company && <TogetherLine near={together} kind={company.kind} points={together.points} />}
          <p className="soft">
            {t('jobs.offers.worth', worth)} · {t('match.chance', { n: Math.round(chance / 10) })}
          </p>
          <Refer person={person} vacancy={vacancy.id} from="offer" />
        </li>
      ))}
    </ol>
  )
}

function Below({ weights }: Pick<Answered, 'weights'>) {
  const { t, say } = useWords()
  return (
    <p className="soft">
      {t('jobs.offers.weights', { version: weights.version, step: weights.wageStep })}{' '}
      {weights.assumption && t('jobs.check.assumption', { assumption: say(weights.assumption) })}
    </p>
  )
}
