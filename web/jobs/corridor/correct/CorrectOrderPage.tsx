import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, client } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Go } from '../../../ui/Go.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { go, withView } from '../../../ui/router.ts'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import type { Corridor } from '../agreement/CorridorPage.tsx'
import { TextIn } from '../fields.tsx'
import { Correction, Withdrawal } from './Correcting.tsx'
import '../corridor.css'

/** Correct by when an order wants its people and who receives them, or untie it; the vacancy itself is corrected on its own page. */
export function CorrectOrderPage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const { clocks, area } = useView()
  const key = params.key ?? ''
  const answer = useQuery({ ...ask.getCorridor({ params: { key }, query: { ...clocks, area } }), retry: false })
  const order = answer.data?.orders.find(({ id }) => id === Number(params.id))
  return (
    <PageShell
      title={t('correct.order')}
      lede={order && `${order.title} · ${order.employer}`}
      crumbs={[
        { label: t('corridor.title'), to: paths.corridors() },
        { label: answer.data ? say(answer.data.name) : t('corridor.list'), to: paths.corridor(key) },
        { label: t('correct.order') },
      ]}
      actions={order && <Go to={paths.vacancy(order.vacancy)}>{t('correct.order.vacancy')}</Go>}
    >
      <Answer of={answer} lines={4}>
        {() =>
          order?.holds ? (
            <Forms key={order.knownFrom} corridor={key} order={order} />
          ) : (
            <p className="panel">{t(order ? 'correct.notHeld' : 'correct.order.gone')}</p>
          )
        }
      </Answer>
    </PageShell>
  )
}

function Forms({ corridor, order }: { corridor: string; order: Corridor['orders'][number] }) {
  const { t } = useWords()
  const { id, knownFrom } = order
  const [wantedBy, setWantedBy] = useState(order.wantedBy)
  const [receiver, setReceiver] = useState(order.receiver)
  const back = () => go(withView(paths.corridor(corridor)))
  return (
    <>
      <Correction
        knownFrom={knownFrom}
        onSaved={back}
        onSend={(seen) => client.correctOrder({ params: { id }, body: { ...seen, wantedBy, receiver } })}
      >
        <DayField label={t('corridor.order.by')} value={wantedBy} required onType={setWantedBy} />
        <TextIn label={t('corridor.order.receiver')} value={receiver} required onType={setReceiver} />
      </Correction>
      <Withdrawal
        what={t('withdraw.order')}
        knownFrom={knownFrom}
        onSaved={back}
        onSend={(seen) => client.withdrawOrder({ params: { id }, body: seen })}
      />
    </>
  )
}
