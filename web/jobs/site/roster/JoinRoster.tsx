import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import { evidence } from '#domain/people/codes.ts'
import { ask, client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { Raised } from '../../../people/employment/Raised.tsx'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { thisDay } from '../../../people/employment/work-day.ts'
import { PersonChoice } from '../../../people/search/PersonChoice.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { SITE_STALE } from '../site-data.ts'
import { ReasonField } from './ReasonField.tsx'
import '../../../people/employment/employment.css'

type Found = { id: number; name: string }

/** Put somebody on the roster: found by name or number, with the day, what shows it, and why. */
export function JoinRoster({ site }: { site: number }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('sites.act.join')}</Button>
      <Modal title={t('sites.act.join')} open={open} footer={null} destroyOnHidden onCancel={close}>
        <Form site={site} onDone={close} />
      </Modal>
    </>
  )
}

const isWhole = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day)

function Form({ site, onDone }: { site: number; onDone: () => void }) {
  const { t } = useWords()
  const { on } = useView()
  const [person, setPerson] = useState<Found>()
  const [from, setFrom] = useState(on)
  const [shown, setShown] = useState('')
  const [reason, setReason] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const command = useCommand(t('sites.act.joined'), onDone, SITE_STALE)
  const asked = { person: person?.id ?? 1, from, evidence: shown || 'visit' }
  const check = useQuery({
    ...ask.checkRoster({ params: { id: site }, body: asked }),
    enabled: person !== undefined && isWhole(from),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const raised = person === undefined || check.isError ? [] : (check.data?.raised ?? [])
  const blocked = raised.some(({ severity }) => severity === 'block')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!person) return
    const body = { person: person.id, from, evidence: shown, reason }
    const said = confirmed && { confirmed: raised.map(({ key }) => key) }
    command.save((clientId) => client.joinRoster({ params: { id: site }, body: { clientId, ...body, ...said } }))
  }
  return (
    <form className="work-form" onSubmit={send}>
      <Somebody chosen={person} onChoose={setPerson} />
      <DayField label={t('sites.act.from')} value={from} max={thisDay()} required onType={setFrom} />
      <CodeChoice label={t('sites.act.evidence')} codes={evidence} value={shown} onChoose={setShown} />
      <ReasonField value={reason} onType={setReason} />
      <Raised raised={raised} confirmed={confirmed} onConfirm={setConfirmed} />
      {command.error !== undefined && <Problem error={command.error} />}
      <Button type="primary" htmlType="submit" loading={command.busy} disabled={blocked || person === undefined}>
        {t('sites.act.save')}
      </Button>
    </form>
  )
}

/** Whoever it is, chosen or to be found. */
function Somebody({ chosen, onChoose }: { chosen: Found | undefined; onChoose: (person?: Found) => void }) {
  const { t } = useWords()
  return (
    <div className="site-whole">
      {chosen === undefined ? (
        <PersonChoice label={t('sites.act.person')} onChoose={onChoose} />
      ) : (
        <p>
          {t('sites.act.person.chosen', { name: chosen.name })}{' '}
          <Button type="link" className="site-behind" onClick={() => onChoose(undefined)}>
            {t('sites.act.person.again')}
          </Button>
        </p>
      )}
    </div>
  )
}
