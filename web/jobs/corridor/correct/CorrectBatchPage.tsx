import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { openFields } from '#domain/jobs/corridor/batch-state.ts'
import { ask, client } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { go, withView } from '../../../ui/router.ts'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import type { Corridor } from '../agreement/CorridorPage.tsx'
import { BatchFields, journeyOf } from '../batch/BatchFields.tsx'
import type { Batch } from '../batch/BatchPage.tsx'
import { Correction, Withdrawal } from './Correcting.tsx'
import '../corridor.css'

/** Correct a batch: all of it before it left, then what is still open; take it back while it has not left. */
export function CorrectBatchPage({ params }: { params: Record<string, string> }) {
  const { t } = useWords()
  const { clocks } = useView()
  const id = Number(params.id)
  const answer = useQuery({ ...ask.getBatch({ params: { id }, query: clocks }), retry: false })
  return (
    <PageShell
      title={t('correct.batch')}
      lede={answer.data && t(`correct.batch.${answer.data.state}`)}
      crumbs={[
        { label: t('corridor.title'), to: paths.corridors() },
        { label: t('batch.one', { day: answer.data?.departsOn ?? '' }), to: paths.batch(id) },
        { label: t('correct.batch') },
      ]}
    >
      <Answer of={answer} lines={8}>
        {(batch) =>
          batch.holds ? (
            <WithOrders key={batch.knownFrom} batch={batch} />
          ) : (
            <p className="panel">{t('correct.notHeld')}</p>
          )
        }
      </Answer>
    </PageShell>
  )
}

/** The orders a batch that has not left can go under are those of its agreement. */
function WithOrders({ batch }: { batch: Batch }) {
  const { clocks, area } = useView()
  const asked = { params: { key: batch.corridor }, query: { ...clocks, area } }
  const answer = useQuery({ ...ask.getCorridor(asked), retry: false })
  return (
    <Answer of={answer} lines={8}>
      {({ orders }) => <Forms batch={batch} orders={orders} />}
    </Answer>
  )
}

function Forms({ batch, orders }: { batch: Batch; orders: Corridor['orders'] }) {
  const { t } = useWords()
  const { id, knownFrom, costFen } = batch
  const [draft, setDraft] = useState({
    ...{ order: String(batch.order?.id ?? ''), departsOn: batch.departsOn, transport: batch.transport as string },
    ...{ no: batch.transportNo ?? '', payer: batch.payer ?? '', yuan: costFen === null ? '' : String(costFen / 100) },
    ...{ leader: batch.leader, receiver: batch.receiver },
  })
  return (
    <>
      <Correction
        knownFrom={knownFrom}
        onSaved={() => go(withView(paths.batch(id)))}
        onSend={(seen) => client.correctBatch({ params: { id }, body: { ...seen, ...journeyOf(draft) } })}
      >
        <BatchFields
          {...{ draft, orders, open: openFields(batch.state) }}
          onType={(change) => setDraft({ ...draft, ...change })}
        />
      </Correction>
      {batch.leftOn === null && (
        <Withdrawal
          what={t('withdraw.batch', { n: batch.travellers.length })}
          knownFrom={knownFrom}
          onSaved={() => go(withView(paths.corridor(batch.corridor)))}
          onSend={(seen) => client.withdrawBatch({ params: { id }, body: seen })}
        />
      )}
    </>
  )
}
