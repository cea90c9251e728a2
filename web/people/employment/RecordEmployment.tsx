import { Button, Modal } from 'antd'
import { useState } from 'react'
import { channel, evidence } from '#domain/people/codes.ts'
import { industries } from '#domain/people/industries.ts'
import { client } from '../../api.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import { CodeChoice } from './CodeChoice.tsx'
import { PlaceChoice } from './PlaceChoice.tsx'
import { Raised, useRaised } from './Raised.tsx'
import { useSaving } from './saving.ts'
import { thisDay } from './work-day.ts'
import { yesOrNo } from './yes-or-no.ts'

/** Record a spell of work; what it changes in the person's needs and findings is said at once. */
export function RecordEmployment({ person }: { person: number }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button className="no-print" onClick={() => setOpen(true)}>
        {t('work.record')}
      </Button>
      <Modal title={t('work.record')} open={open} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        <Form person={person} onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

type Draft = {
  from: string
  to: string
  place?: number
  channel: string
  employer: string
  yuan: string
  evidence: string
  industry: string
  pointToPoint: string
}
const blank: Draft = {
  from: '',
  to: '',
  channel: '',
  employer: '',
  yuan: '',
  evidence: '',
  industry: '',
  pointToPoint: '',
}

function Form({ person, onDone }: { person: number; onDone: () => void }) {
  const { t } = useWords()
  const [draft, setDraft] = useState(blank)
  const saving = useSaving(person, onDone)
  const [confirmed, setConfirmed] = useState(false)
  const { raised, blocked } = useRaised(person, isFilled(draft) ? bodyOf(draft) : undefined)
  const set = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change })
    setConfirmed(false)
  }
  const send = () =>
    client.recordEmployment({
      params: { id: person },
      body: {
        clientId: saving.clientId,
        ...bodyOf(draft),
        ...(confirmed && { confirmed: raised.map(({ key }) => key) }),
      },
    })
  return (
    <form
      className="work-form"
      onSubmit={(event) => {
        event.preventDefault()
        saving.save(send)
      }}
    >
      <DayField label={t('work.from')} value={draft.from} max={thisDay()} required onType={(from) => set({ from })} />
      <DayField label={t('work.to')} value={draft.to} min={draft.from} onType={(to) => set({ to })} />
      <PlaceChoice value={draft.place} onChoose={(place) => set({ place })} />
      <CodeChoice
        label={t('work.channel')}
        codes={channel}
        value={draft.channel}
        onChoose={(code) => set({ channel: code })}
      />
      <label className="labelled">
        <span>{t('work.employer')}</span>
        <input
          className="field"
          maxLength={120}
          value={draft.employer}
          onChange={(event) => set({ employer: event.target.value })}
        />
      </label>
      <label className="labelled">
        <span>{t('work.wage')}</span>
        <input
          className="field"
          type="number"
          inputMode="decimal"
          min={0}
          max={1_000_000}
          value={draft.yuan}
          onChange={(event) => set({ yuan: event.target.value })}
        />
      </label>
      <CodeChoice
        label={t('work.industry')}
        codes={industries}
        value={draft.industry}
        none={t('work.notKnown')}
        onChoose={(code) => set({ industry: code })}
      />
      <CodeChoice
        label={t('work.pointToPoint')}
        codes={yesOrNo}
        value={draft.pointToPoint}
        none={t('work.notKnown')}
        onChoose={(code) => set({ pointToPoint: code })}
      />
      <CodeChoice
        label={t('work.evidence')}
        codes={evidence}
        value={draft.evidence}
        none={t('work.noEvidence')}
        onChoose={(code) => set({ evidence: code })}
      />
      <Raised raised={raised} confirmed={confirmed} onConfirm={setConfirmed} />
      {saving.error !== undefined && <Problem error={saving.error} />}
      <Button type="primary" htmlType="submit" loading={saving.busy} disabled={blocked}>
        {t('work.save')}
      </Button>
    </form>
  )
}

/** Enough to ask what it would raise. */
const isFilled = ({ from, place, channel: code }: Draft): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(from) && place !== undefined && code !== ''

/** What is typed, as the ledger keeps it: an empty field is left out, money is fen. */
function bodyOf(draft: Draft) {
  return {
    from: draft.from,
    place: draft.place ?? 0,
    channel: draft.channel,
    ...(draft.to && { to: draft.to }),
    ...(draft.employer.trim() && { employer: draft.employer.trim() }),
    ...(draft.yuan && { monthlyWageFen: Math.round(Number(draft.yuan) * 100) }),
    ...(draft.evidence && { evidence: draft.evidence }),
    ...(draft.industry && { industry: draft.industry }),
    ...(draft.pointToPoint && { pointToPoint: draft.pointToPoint === 'yes' }),
  }
}

export function DayField(props: {
  label: string
  value: string
  min?: string | undefined
  max?: string | undefined
  required?: boolean
  onType: (day: string) => void
}) {
  return (
    <label className="labelled">
      <span>{props.label}</span>
      <input
        className="field"
        type="date"
        required={props.required ?? false}
        min={props.min ?? '1990-01-01'}
        max={props.max ?? '2099-12-31'}
        value={props.value}
        onChange={(event) => props.onType(event.target.value)}
      />
    </label>
  )
}
