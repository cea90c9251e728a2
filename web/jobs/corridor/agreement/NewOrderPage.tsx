import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { paths } from '../../../paths.ts'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Go } from '../../../ui/Go.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { go, withView } from '../../../ui/router.ts'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { CommandForm, TextIn } from '../fields.tsx'
import type { Corridor } from './CorridorPage.tsx'
import '../../jobs.css'
import '../corridor.css'

/** Tie a vacancy that a receiving firm ordered to an agreement. */
export function NewOrderPage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const { clocks, area } = useView()
  const key = params.key ?? ''
  const answer = useQuery({ ...ask.getCorridor({ params: { key }, query: { ...clocks, area } }), retry: false })
  const name = answer.data ? say(answer.data.name) : t('corridor.list')
  return (
    <PageShell
      title={t('corridor.order.new')}
      crumbs={[
        { label: t('corridor.title'), to: paths.corridors() },
        { label: name, to: paths.corridor(key) },
        { label: t('corridor.order.new') },
      ]}
      actions={<Go to={paths.newVacancy()}>{t('corridor.order.enter')}</Go>}
    >
      <Answer of={answer} lines={4}>
        {(data) => (
          <section className="panel">
            {data.untied.length === 0 ? <p>{t('corridor.order.untied.none')}</p> : <Form data={data} />}
          </section>
        )}
      </Answer>
    </PageShell>
  )
}

function Form({ data }: { data: Corridor }) {
  const { t } = useWords()
  const [vacancy, setVacancy] = useState('')
  const [wantedBy, setWantedBy] = useState('')
  const [receiver, setReceiver] = useState(data.receiver ?? '')
  const command = useCommand(t('corridor.order.saved'), () => go(withView(paths.corridor(data.key))), ['getCorridor'])
  const send = (clientId: string) =>
    client.recordOrder({
      params: { key: data.key },
      body: { clientId, vacancy: Number(vacancy), wantedBy, receiver },
    })
  return (
    <CommandForm label={t('corridor.save')} command={command} send={send}>
      <label className="labelled">
        <span>{t('corridor.order.vacancy')}</span>
        <select className="field" required value={vacancy} onChange={(event) => setVacancy(event.target.value)}>
          <option value="">{t('filter.choose')}</option>
          {data.untied.map((each) => (
            <option key={each.vacancy} value={each.vacancy}>
              {each.title} · {each.employer}
            </option>
          ))}
        </select>
      </label>
      <DayField label={t('corridor.order.by')} value={wantedBy} required onType={setWantedBy} />
      <TextIn label={t('corridor.order.receiver')} value={receiver} required onType={setReceiver} />
    </CommandForm>
  )
}
