import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { closeReason } from '#domain/jobs/vacancy/vacancy-codes.ts'
import { client } from '../../api.ts'
import { useCommand } from '../../needs/command.ts'
import { CodeChoice } from '../../people/employment/CodeChoice.tsx'
import { DayField } from '../../people/employment/RecordEmployment.tsx'
import { firstDay } from '../../people/employment/work-day.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { Vacancy } from './VacancyPage.tsx'

/** What a vacancy's own acts change on other screens. */
export const STALE = ['listVacancies', 'getVacancy', 'listOffers', 'listPlainOffers', 'listCandidates']
type Reason = keyof typeof closeReason

/** Confirm that it stands, say how many openings are taken, close it: each one line, each sent once; what is typed in one outlasts the others. */
export function VacancyActs({ vacancy }: { vacancy: Vacancy }) {
  const { can } = vacancy
  return (
    <div className="vacancy-acts no-print">
      {can.includes('refresh') && <Refresh key={vacancy.refreshedOn} vacancy={vacancy} />}
      {can.includes('take') && <Take key={vacancy.taken} vacancy={vacancy} />}
      {can.includes('close') && <Close vacancy={vacancy} />}
    </div>
  )
}

function Refresh({ vacancy }: { vacancy: Vacancy }) {
  const { t } = useWords()
  const [on, setOn] = useDay(vacancy.refreshedOn)
  const command = useCommand(t('jobs.act.refreshed'), () => {}, STALE)
  const send = (clientId: string) =>
    client.refreshVacancy({ params: { id: vacancy.id }, body: { clientId, knownFrom: vacancy.knownFrom, on } })
  return (
    <Act command={command} send={send} label={t('jobs.act.refresh')} primary={vacancy.state === 'lapsed'}>
      <DayField label={t('jobs.act.refresh.on')} value={on} min={vacancy.refreshedOn} required onType={setOn} />
    </Act>
  )
}

function Take({ vacancy }: { vacancy: Vacancy }) {
  const { t } = useWords()
  const [taken, setTaken] = useState(String(vacancy.taken))
  const command = useCommand(t('jobs.act.taken'), () => {}, STALE)
  const send = (clientId: string) =>
    client.takeOpenings({
      params: { id: vacancy.id },
      body: { clientId, knownFrom: vacancy.knownFrom, taken: Number(taken) },
    })
  return (
    <Act command={command} send={send} label={t('jobs.act.take')} idle={taken === String(vacancy.taken)}>
      <label className="labelled">
        <span>{t('jobs.act.take.n')}</span>
        <input
          className="field"
          type="number"
          inputMode="numeric"
          required
          min={0}
          max={vacancy.openings}
          value={taken}
          onChange={(event) => setTaken(event.target.value)}
        />
      </label>
    </Act>
  )
}

function Close({ vacancy }: { vacancy: Vacancy }) {
  const { t } = useWords()
  const [on, setOn] = useDay(vacancy.facts.from)
  const [reason, setReason] = useState('')
  const command = useCommand(t('jobs.act.closed'), () => {}, STALE)
  const send = (clientId: string) =>
    client.closeVacancy({
      params: { id: vacancy.id },
      body: { clientId, knownFrom: vacancy.knownFrom, on, reason: reason as Reason },
    })
  return (
    <Act command={command} send={send} label={t('jobs.act.close')} idle={reason === ''}>
      <DayField label={t('jobs.act.close.on')} value={on} min={vacancy.facts.from} required onType={setOn} />
      <CodeChoice label={t('jobs.act.close.reason')} codes={closeReason} value={reason} onChoose={setReason} />
    </Act>
  )
}

/** The day the screens open with, or today, where that lies before the first day it could be. */
function useDay(least: string) {
  const { on } = useView()
  return useState(firstDay(on, least))
}

type Props = {
  command: ReturnType<typeof useCommand>
  send: (clientId: string) => Promise<unknown>
  label: string
  primary?: boolean
  /** Nothing to send yet. */
  idle?: boolean
  children: ReactNode
}

function Act({ command, send, label, primary = false, idle = false, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    command.save(send)
  }
  return (
    <form onSubmit={submit} aria-label={label}>
      {children}
      <Button type={primary ? 'primary' : 'default'} htmlType="submit" loading={command.busy} disabled={idle}>
        {label}
      </Button>
      {command.error !== undefined && <Problem error={command.error} />}
    </form>
  )
}
