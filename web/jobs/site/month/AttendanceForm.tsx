import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { attendanceEvidence } from '#domain/people/codes.ts'
import { client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { type Column, DataTable } from '../../../ui/table/DataTable.tsx'
import { useWords } from '../../../words.ts'
import { findingsRaised } from '../roster/RosterActs.tsx'
import { type MonthLine, SITE_STALE, type SiteMonth } from '../site-data.ts'
import { blank, type Draft, drafted, draftOf, sameAsBefore } from './attendance-draft.ts'

type Props = { site: number; data: SiteMonth; onDone: () => void }

/** The month's attendance of the whole roster: one tap takes over last month for who is still blank, exceptions are typed, one save sends all. */
export function AttendanceForm({ site, data, onDone }: Props) {
  const { t } = useWords()
  const [drafts, setDrafts] = useState(() => new Map(data.people.map((line) => [line.person, draftOf(line)])))
  const [evidence, setEvidence] = useState('sign_in_sheet')
  const command = useCommand(t('sites.attend.saved'), onDone, SITE_STALE)
  const raised = findingsRaised(command.error)
  const people = drafted(data.people, drafts, evidence)
  const set = (person: number, change: Partial<Draft>) =>
    setDrafts(new Map(drafts).set(person, { ...(drafts.get(person) ?? blank), ...change }))
  const send = (event: FormEvent) => {
    event.preventDefault()
    const params = { id: site, month: data.month }
    command.save((clientId) =>
      client.confirmAttendance({ params, body: { clientId, people, ...(raised && { confirmed: raised }) } }),
    )
  }
  return (
    <form onSubmit={send}>
      <div className="site-month-acts">
        <Button onClick={() => setDrafts(sameAsBefore(data.people, drafts))}>{t('sites.attend.same')}</Button>
        <EvidenceChoice label={t('sites.attend.evidence')} value={evidence} onChoose={setEvidence} />
      </div>
      <p className="soft">{t('sites.attend.same.how')}</p>
      <DataTable
        caption={t('sites.month.of', { month: data.month })}
        rows={data.people}
        keyOf={(line) => line.roster}
        columns={useInputs(drafts, set)}
      />
      {command.error !== undefined && <Problem error={command.error} />}
      <div className="site-month-acts">
        <Button type="primary" htmlType="submit" loading={command.busy} disabled={people.length === 0}>
          {t('sites.attend.save', { n: people.length })}
        </Button>
        <Button onClick={onDone}>{t('sites.attend.stop')}</Button>
        {people.length === 0 && <span className="soft">{t('sites.attend.none')}</span>}
      </div>
    </form>
  )
}

function EvidenceChoice(props: { label: string; value: string; onChoose: (code: string) => void }) {
  const { say } = useWords()
  return (
    <label className="labelled">
      <span>{props.label}</span>
      <select className="field" value={props.value} onChange={(event) => props.onChoose(event.target.value)}>
        {Object.entries(attendanceEvidence).map(([code, words]) => (
          <option key={code} value={code}>
            {say(words)}
          </option>
        ))}
      </select>
    </label>
  )
}

type Set = (person: number, change: Partial<Draft>) => void
function useInputs(drafts: ReadonlyMap<number, Draft>, set: Set): Column<MonthLine>[] {
  const { t, say } = useWords()
  const of = ({ person }: MonthLine) => drafts.get(person) ?? blank
  const number = (line: MonthLine, key: 'days' | 'yuan', label: string, most: number) => (
    <input
      className="field site-number"
      type="number"
      inputMode="decimal"
      min={0}
      max={most}
      step={key === 'days' ? 1 : 0.01}
      aria-label={`${line.name} ${label}`}
      value={of(line)[key]}
      onChange={(event) => set(line.person, { [key]: event.target.value })}
    />
  )
  return [
    { key: 'name', title: t('sites.person'), head: true, cell: (line) => line.name },
    { key: 'days', title: t('sites.days'), cell: (line) => number(line, 'days', t('sites.days'), 31) },
    { key: 'paid', title: t('sites.paid'), cell: (line) => number(line, 'yuan', t('sites.paid'), 1_000_000) },
    {
      key: 'evidence',
      title: t('sites.evidence'),
      cell: (line) => (
        <select
          className="field"
          aria-label={`${line.name} ${t('sites.evidence')}`}
          value={of(line).evidence}
          onChange={(event) => set(line.person, { evidence: event.target.value })}
        >
          <option value="">–</option>
          {Object.entries(attendanceEvidence).map(([code, words]) => (
            <option key={code} value={code}>
              {say(words)}
            </option>
          ))}
        </select>
      ),
    },
  ]
}
