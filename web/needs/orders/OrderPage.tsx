import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ApiError, ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { instantText, numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { OrderStateMark } from './OrderStateMark.tsx'
import { TakeStep } from './TakeStep.tsx'
import '../needs.css'

export type Order = Reply<Api['getOrder']>

/** One order: what is asked of whom until when, the next step on top, and everything that was done. */
export function OrderPage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const order = useQuery({ ...ask.getOrder({ params: { id: Number(params.id) } }), retry: false })
  const gone = order.error instanceof ApiError && order.error.status === 404
  const title = order.data ? say(order.data.name) : gone ? t('needs.order.gone') : t('needs.orders.title')
  return (
    <PageShell
      title={title}
      crumbs={[{ label: t('needs.orders.title'), to: paths.orders() }, { label: title }]}
      actions={<PrintButton />}
    >
      <Answer of={order} lines={8}>
        {(data) => (
          <>
            <section className="panel" aria-labelledby="next-step">
              <h2 id="next-step">{t('needs.order.next')}</h2>
              <TakeStep order={data} />
            </section>
            <Facts order={data} />
            <Steps order={data} />
          </>
        )}
      </Answer>
    </PageShell>
  )
}

function Facts({ order }: { order: Order }) {
  const { t, language } = useWords()
  const counts = [
    order.openThen !== null && t('needs.order.then', { n: numberText(order.openThen, language) }),
    order.openNow !== null && t('needs.order.now', { n: numberText(order.openNow, language) }),
  ].filter(Boolean)
  const { area } = order
  return (
    <section className="panel">
      <dl className="order-facts">
        <dt>{t('needs.order.state')}</dt>
        <dd>
          <OrderStateMark order={order} />
        </dd>
        <dt>{t('needs.order.words')}</dt>
        <dd>{order.words}</dd>
        <dt>{t('needs.order.area')}</dt>
        <dd>{order.areaName}</dd>
        <dt>{t('needs.order.due')}</dt>
        <dd className={order.overdue ? 'overdue' : undefined}>{order.dueOn}</dd>
        <dt>{t('needs.order.subject')}</dt>
        <dd>
          {order.subject === 'finding' ? (
            <Go to={paths.finding(order.key, { area })}>{t('needs.order.open')}</Go>
          ) : (
            <Go to={paths.indicator(order.key, { area })}>{t('needs.order.figure')}</Go>
          )}{' '}
          {counts.join(' · ')}
        </dd>
      </dl>
    </section>
  )
}

function Steps({ order }: { order: Order }) {
  const { t, language } = useWords()
  const sent = { what: t('needs.order.was.send'), words: order.words, at: order.sentAt, by: order.sentBy }
  const done = order.steps.map(({ act, words, at, by }) => ({ what: t(`needs.order.act.${act}`), words, at, by }))
  return (
    <section className="panel" aria-labelledby="steps">
      <h2 id="steps">{t('needs.order.steps')}</h2>
      <ol className="order-steps">
        {[sent, ...done].map((step) => (
          <li key={`${step.at}${step.what}`}>
            <p>
              <b>{step.what}</b> {step.by} <span className="soft nowrap">{instantText(step.at, language)}</span>
            </p>
            {step.words && <p>{step.words}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
