import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { evidence } from '#domain/people/codes.ts'
import { ask, client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { Raised } from '../../../people/employment/Raised.tsx'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { thisDay } from '../../../people/employment/work-day.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { SITE_STALE } from '../site-data.ts'
import { ReasonField } from './ReasonField.tsx'
import '../../../people/employment/employment.css'

type Props = {
  site: number | undefined
  person: number | undefined
  /** Where the one that is not known yet is chosen. */
  children: ReactNode
  onDone: () => void
}

const isWhole = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day)

/** Somebody is put on the roster of a site: from when, what shows it, why; what it would raise is told before it is saved. */
export function JoinForm({ site, person, children, onDone }: Props) {
  const { t } = useWords()
  const { on } = useView()
  const [from, setFrom] = useState(on)
  const [shown, setShown] = useState('')
  const [reason, setReason] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const command = useCommand(t('sites.act.joined'), onDone, SITE_STALE)
  const known = site !== undefined && person !== undefined
  const check = useQuery({
    ...ask.checkRoster({ params: { id: site ?? 1 }, body: { person: person ?? 1, from, evidence: shown || 'visit' } }),
    enabled: known && isWhole(from),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const raised = !known || check.isError ? [] : (check.data?.raised ?? [])
  const blocked = raised.some(({ severity }) => severity === 'block')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!known) return
    const body = { person, from, evidence: shown, reason }
    const said = confirmed && { confirmed: raised.map(({ key }) => key) }
    command.save((clientId) => client.joinRoster({ params: { id: site }, body: { clientId, ...body, ...said } }))
  }
  return (
    <form className="work-form" onSubmit={send}>
      <div className="site-whole">{children}</div>
      <DayField label={t('sites.act.from')} value={from} max={thisDay()} required onType={setFrom} />
      <CodeChoice label={t('sites.act.evidence')} codes={evidence} value={shown} onChoose={setShown} />
      <ReasonField value={reason} onType={setReason} />
      <Raised raised={raised} confirmed={confirmed} onConfirm={setConfirmed} />
      {command.error !== undefined && <Problem error={command.error} />}
      <Button type="primary" htmlType="submit" loading={command.busy} disabled={blocked || !known}>
        {t('sites.act.save')}
      </Button>
    </form>
  )
}
