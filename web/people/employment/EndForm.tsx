import { Button } from 'antd'
import { useState } from 'react'
import { addDays } from '#domain/base/date.ts'
import { client } from '../../api.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import { Conflict } from './Conflict.tsx'
import type { ActionProps } from './EmploymentActions.tsx'
import { Raised, useRaised } from './Raised.tsx'
import { DayField } from './RecordEmployment.tsx'
import { useSaving } from './saving.ts'
import { thisDay } from './work-day.ts'

/** The last day at work is asked for, as people say it; the ledger keeps the first day no longer true. */
export function EndForm({ person, spell, onDone }: ActionProps) {
  const { t } = useWords()
  const [lastDay, setLastDay] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const endedOn = /^\d{4}-\d{2}-\d{2}$/.test(lastDay) ? addDays(lastDay, 1) : undefined
  const { raised, blocked } = useRaised(person, endedOn ? { employment: spell.id, endedOn } : undefined)
  const saving = useSaving(person, onDone)
  if (saving.stale) return <Conflict person={person} seen={spell} onDone={onDone} />
  const send = () =>
    client.endEmployment({
      params: { id: person, employment: spell.id },
      body: {
        ...{ clientId: saving.clientId, endedOn: addDays(lastDay, 1), knownFrom: spell.knownFrom },
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
      <DayField
        label={t('work.lastDay')}
        value={lastDay}
        min={spell.from}
        max={thisDay()}
        required
        onType={(day) => {
          setLastDay(day)
          setConfirmed(false)
        }}
      />
      <Raised raised={raised} confirmed={confirmed} onConfirm={setConfirmed} />
      {saving.error !== undefined && <Problem error={saving.error} />}
      <Button type="primary" htmlType="submit" loading={saving.busy} disabled={blocked}>
        {t('work.save')}
      </Button>
    </form>
  )
}
