import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { payer, transport } from '#domain/jobs/corridor/corridor-codes.ts'
import { ask, client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { paths } from '../../../paths.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { go, withView } from '../../../ui/router.ts'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import type { Corridor } from '../agreement/CorridorPage.tsx'
import { CommandForm, fenOf, TextIn } from '../fields.tsx'
import '../corridor.css'

/** Plan a batch: day, transport, who pays, who leads, who receives; travellers are added on its own page. */
export function NewBatchPage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const { clocks, area } = useView()
  const key = params.key ?? ''
  const answer = useQuery({ ...ask.getCorridor({ params: { key }, query: { ...clocks, area } }), retry: false })
  const name = answer.data ? say(answer.data.name) : t('corridor.list')
  return (
    <PageShell
      title={t('batch.new')}
      crumbs={[
        { label: t('corridor.title'), to: paths.corridors() },
        { label: name, to: paths.corridor(key) },
        { label: t('batch.new') },
      ]}
    >
      <Answer of={answer} lines={6}>
        {(data) => (
          <section className="panel">
            <Form data={data} />
          </section>
        )}
      </Answer>
    </PageShell>
  )
}

const blank = { order: '', departsOn: '', transport: '', no: '', payer: '', yuan: '', leader: '', receiver: '' }

function Form({ data }: { data: Corridor }) {
  const { t } = useWords()
  const [draft, setDraft] = useState({ ...blank, receiver: data.receiver ?? '' })
  const saved = useRef(0)
  const set = (change: Partial<typeof blank>) => setDraft({ ...draft, ...change })
  const done = () => go(withView(paths.batch(saved.current)))
  const command = useCommand(t('batch.saved'), done, ['getCorridor', 'listCorridors'])
  const send = async (clientId: string) => {
    const journey = {
      ...{ departsOn: draft.departsOn, transport: draft.transport, leader: draft.leader, receiver: draft.receiver },
      ...(draft.order && { order: Number(draft.order) }),
      ...(draft.no && { transportNo: draft.no }),
      ...(draft.payer && { payer: draft.payer }),
      ...(draft.yuan && { costFen: fenOf(draft.yuan) }),
    }
    saved.current = (
      await client.recordBatch({ params: { key: data.key }, body: { clientId, ...journey } as never })
    ).id
  }
  return (
    <CommandForm label={t('corridor.save')} command={command} send={send}>
      <label className="labelled">
        <span>{t('batch.order')}</span>
        <select
          className="field"
          value={draft.order}
          onChange={({ target }) => {
            const order = data.orders.find((each) => String(each.id) === target.value)
            set({ order: target.value, ...(order && { receiver: order.receiver }) })
          }}
        >
          <option value="">{t('batch.order.none')}</option>
          {data.orders.map((order) => (
            <option key={order.id} value={order.id}>
              {order.title} · {order.employer}
            </option>
          ))}
        </select>
      </label>
      <DayField
        label={t('batch.departs')}
        value={draft.departsOn}
        required
        onType={(departsOn) => set({ departsOn })}
      />
      <CodeChoice
        label={t('batch.transport')}
        codes={transport}
        value={draft.transport}
        onChoose={(code) => set({ transport: code })}
      />
      <TextIn label={t('batch.transport.no')} value={draft.no} most={30} onType={(no) => set({ no })} />
      <CodeChoice
        label={t('batch.payer')}
        codes={payer}
        value={draft.payer}
        none={t('batch.unknown')}
        onChoose={(code) => set({ payer: code })}
      />
      <TextIn label={t('batch.cost')} value={draft.yuan} type="number" min={0} onType={(yuan) => set({ yuan })} />
      <TextIn label={t('batch.leader')} value={draft.leader} most={40} required onType={(leader) => set({ leader })} />
      <TextIn label={t('batch.receiver')} value={draft.receiver} required onType={(receiver) => set({ receiver })} />
    </CommandForm>
  )
}
