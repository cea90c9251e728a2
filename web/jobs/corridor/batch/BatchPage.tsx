import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { payer, transport } from '#domain/jobs/corridor/corridor-codes.ts'
import { ApiError, ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Go } from '../../../ui/Go.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { PrintButton } from '../../../ui/page/PrintButton.tsx'
import { numberText } from '../../../ui/text/number.ts'
import { useCan, useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { AddTraveller } from './AddTraveller.tsx'
import { ArrivalSheet } from './ArrivalSheet.tsx'
import { LeaveForm } from './LeaveForm.tsx'
import { TravellerItem } from './TravellerItem.tsx'
import '../../jobs.css'
import '../corridor.css'

export type Batch = Reply<Api['getBatch']>
export type Traveller = Batch['travellers'][number]

/** What acts on a batch or its travellers change on other screens. */
export const STALE = [
  ...['getBatch', 'getCorridor', 'listCorridors', 'listFollowUps', 'getFile', 'listNeeds'],
  ...['listFindings', 'listFileFindings', 'listPersonReferrals'],
]

/** One batch: at the bus door a list to tick, on paper the sheet that the receiving station sends back. */
export function BatchPage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const { clocks } = useView()
  const answer = useQuery({ ...ask.getBatch({ params: { id: Number(params.id) }, query: clocks }), retry: false })
  const gone = answer.error instanceof ApiError && answer.error.status === 404
  const title = answer.data ? t('batch.one', { day: answer.data.departsOn }) : t(gone ? 'batch.gone' : 'batch.list')
  const corridor = answer.data && { label: say(answer.data.corridorName), to: paths.corridor(answer.data.corridor) }
  return (
    <PageShell
      title={title}
      crumbs={[
        { label: t('corridor.title'), to: paths.corridors() },
        ...(corridor ? [corridor, { label: title }] : []),
      ]}
      actions={<PrintButton />}
    >
      <Answer of={answer} lines={12}>
        {(batch) => <Body batch={batch} />}
      </Answer>
    </PageShell>
  )
}

function Body({ batch }: { batch: Batch }) {
  const { t, language } = useWords()
  const { present } = useView()
  const can = useCan()
  const { travellers, boarded, leftOn, holds } = batch
  const mayRecord = present && can('people.record')
  const mayAct = mayRecord && holds
  const n = numberText(travellers.length, language)
  return (
    <>
      <Journey batch={batch} />
      <section className="panel" aria-labelledby="travellers">
        <h2 id="travellers">{t('batch.travellers')}</h2>
        <p className="soft">
          {t('batch.count', { n, boarded: numberText(boarded, language) })} {!holds && t('batch.travellers.others')}
        </p>
        {travellers.length === 0 && <p>{t('batch.travellers.none')}</p>}
        <ul className="no-print">
          {travellers.map((line) => (
            <TravellerItem key={line.id} line={line} hasLeft={leftOn !== null} mayTick={mayAct} mayRecord={mayRecord} />
          ))}
        </ul>
        <ArrivalSheet batch={batch} />
        {mayAct && leftOn === null && travellers.length > 0 && <LeaveForm batch={batch} />}
      </section>
      {mayAct && leftOn === null && <AddTraveller batch={batch} />}
    </>
  )
}

function Journey({ batch }: { batch: Batch }) {
  const { t, say, language } = useWords()
  const can = useCan()
  const { present } = useView()
  const { order, leftOn, departsOn, costFen } = batch
  const how = say(transport[batch.transport])
  const facts: [string, string][] = [
    [t('batch.number'), String(batch.id)],
    [t('batch.unit'), batch.unitName],
    [t('batch.to'), `${batch.placeName} · ${batch.receiver}`],
    [t('batch.transport'), batch.transportNo === null ? how : `${how} ${batch.transportNo}`],
    [t('batch.payer'), batch.payer === null ? t('batch.unknown') : say(payer[batch.payer])],
    [
      t('batch.cost').replace(/[（(].*$/, ''),
      costFen === null ? t('batch.unknown') : t('batch.cost.is', { yuan: numberText(costFen / 100, language) }),
    ],
    [t('batch.leader'), batch.leader],
  ]
  return (
    <section className="panel" aria-labelledby="journey">
      <h2 id="journey" className="sr-only">
        {t('batch.facts')}
      </h2>
      <p className="vacancy-head">
        <span className="tag">{t(`batch.state.${batch.state}`)}</span>
        <b>{leftOn === null ? t('batch.leaves', { day: departsOn }) : t('batch.left', { day: leftOn })}</b>
        {order && (
          <Go to={paths.vacancy(order.vacancy)}>
            {order.title} · {order.employer}
          </Go>
        )}
        {batch.state === 'left' && batch.holds && can('people.record') && (
          <Go className="vacancy-go no-print" to={paths.arrivals(batch.id)}>
            {t('batch.arrivals')}
          </Go>
        )}
      </p>
      {batch.holds && present && can('jobs.record') && (
        <p className="vacancy-link no-print">
          <Go to={paths.correctBatch(batch.id)}>{t('correct.batch')}</Go>
        </p>
      )}
      {batch.invented && <p className="soft">{t('corridor.invented.how')}</p>}
      <dl className="corridor-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {batch.sheet !== '' && (
          <div>
            <dt>{t('batch.sheet')}</dt>
            <dd>
              <code className="batch-sheet">{batch.sheet}</code>
            </dd>
          </div>
        )}
      </dl>
      {batch.sheet !== '' && <p className="soft no-print">{t('batch.sheet.how')}</p>}
    </section>
  )
}
