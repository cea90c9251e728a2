import { Button } from 'antd'
import { useState } from 'react'
import { addDays } from '#domain/base/date.ts'
import { client } from '../../api.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import { Conflict } from './Conflict.tsx'
import type { ActionProps } from './EmploymentActions.tsx'
import { DayField } from './RecordEmployment.tsx'
import { useSaving } from './saving.ts'
import { thisDay } from './work-day.ts'

/** The last day at work is asked for, as people say it; the ledger keeps the first day no longer true. */
export function EndForm({ person, spell, onDone }: ActionProps) {
  const { t } = useWords()
  const [lastDay, setLastDay] = useState('')
  const saving = useSaving(person, onDone)
  if (saving.stale) return <Conflict person={person} seen={spell} onDone={onDone} />
  const send = () =>
    client.endEmployment({
      params: { id: person, employment: spell.id },
      body: { clientId: saving.clientId, endedOn: addDays(lastDay, 1), knownFrom: spell.knownFrom },
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
        onType={setLastDay}
      />
      {saving.error !== undefined && <Problem error={saving.error} />}
      <Button type="primary" htmlType="submit" loading={saving.busy}>
        {t('work.save')}
      </Button>
    </form>
  )
}
