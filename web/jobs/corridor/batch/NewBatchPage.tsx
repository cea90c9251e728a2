import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask, client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { paths } from '../../../paths.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { go, withView } from '../../../ui/router.ts'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import type { Corridor } from '../agreement/CorridorPage.tsx'
import { CommandForm } from '../fields.tsx'
import { BatchFields, BLANK_BATCH, journeyOf } from './BatchFields.tsx'
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

function Form({ data }: { data: Corridor }) {
  const { t } = useWords()
  const [draft, setDraft] = useState({ ...BLANK_BATCH, receiver: data.receiver ?? '' })
  const saved = useRef(0)
  const done = () => go(withView(paths.batch(saved.current)))
  const command = useCommand(t('batch.saved'), done, ['getCorridor', 'listCorridors'])
  const send = async (clientId: string) => {
    const body = { clientId, ...journeyOf(draft) }
    saved.current = (await client.recordBatch({ params: { key: data.key }, body })).id
  }
  return (
    <CommandForm label={t('corridor.save')} command={command} send={send}>
      <BatchFields draft={draft} orders={data.orders} onType={(change) => setDraft({ ...draft, ...change })} />
    </CommandForm>
  )
}
