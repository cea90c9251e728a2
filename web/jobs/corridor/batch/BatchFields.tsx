import { type BatchField, openFields } from '#domain/jobs/corridor/batch-state.ts'
import { payer, transport } from '#domain/jobs/corridor/corridor-codes.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { useWords } from '../../../words.ts'
import type { Corridor } from '../agreement/CorridorPage.tsx'
import { fenOf, TextIn } from '../fields.tsx'

export const BLANK_BATCH = {
  ...{ order: '', departsOn: '', transport: '', no: '', payer: '', yuan: '', leader: '', receiver: '' },
}
export type BatchDraft = typeof BLANK_BATCH

/** What is typed of a batch, as it is sent. */
export const journeyOf = (draft: BatchDraft) => ({
  ...{ departsOn: draft.departsOn, transport: draft.transport as 'train' },
  ...{ leader: draft.leader, receiver: draft.receiver },
  ...(draft.order && { order: Number(draft.order) }),
  ...(draft.no && { transportNo: draft.no }),
  ...(draft.payer && { payer: draft.payer as 'sending' }),
  ...(draft.yuan && { costFen: fenOf(draft.yuan) }),
})

type Props = {
  draft: BatchDraft
  orders: Corridor['orders']
  /** What can still be said: all of a batch that has not left. */
  open?: readonly BatchField[]
  onType: (change: Partial<BatchDraft>) => void
}

/** What is said of a batch; the same when it is planned and when it is corrected. What its state has closed is not asked for. */
export function BatchFields({ draft, orders, open = openFields('planned'), onType: set }: Props) {
  const { t } = useWords()
  const is = (field: BatchField) => open.includes(field)
  return (
    <>
      {is('order') && <OrderChoice {...{ draft, orders, onType: set }} />}
      {is('departsOn') && (
        <DayField
          label={t('batch.departs')}
          value={draft.departsOn}
          required
          onType={(departsOn) => set({ departsOn })}
        />
      )}
      {is('transport') && (
        <CodeChoice
          label={t('batch.transport')}
          codes={transport}
          value={draft.transport}
          onChoose={(code) => set({ transport: code })}
        />
      )}
      {is('transportNo') && (
        <TextIn label={t('batch.transport.no')} value={draft.no} most={30} onType={(no) => set({ no })} />
      )}
      <CodeChoice
        label={t('batch.payer')}
        codes={payer}
        value={draft.payer}
        none={t('batch.unknown')}
        onChoose={(code) => set({ payer: code })}
      />
      <TextIn label={t('batch.cost')} value={draft.yuan} type="number" min={0} onType={(yuan) => set({ yuan })} />
      {is('leader') && (
        <TextIn
          label={t('batch.leader')}
          value={draft.leader}
          most={40}
          required
          onType={(leader) => set({ leader })}
        />
      )}
      {is('receiver') && (
        <TextIn label={t('batch.receiver')} value={draft.receiver} required onType={(receiver) => set({ receiver })} />
      )}
    </>
  )
}

function OrderChoice({ draft, orders, onType }: Pick<Props, 'draft' | 'orders' | 'onType'>) {
  const { t } = useWords()
  return (
    <label className="labelled">
      <span>{t('batch.order')}</span>
      <select
        className="field"
        value={draft.order}
        onChange={({ target }) => {
          const order = orders.find((each) => String(each.id) === target.value)
          onType({ order: target.value, ...(order && { receiver: order.receiver }) })
        }}
      >
        <option value="">{t('batch.order.none')}</option>
        {orders.map((order) => (
          <option key={order.id} value={order.id}>
            {order.title} · {order.employer}
          </option>
        ))}
      </select>
    </label>
  )
}
