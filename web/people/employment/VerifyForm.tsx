import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { verifiedMethod } from '#domain/people/codes.ts'
import { ask, client } from '../../api.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import { CodeChoice } from './CodeChoice.tsx'
import { Conflict } from './Conflict.tsx'
import type { ActionProps } from './EmploymentActions.tsx'
import { Raised, useRaised } from './Raised.tsx'
import { DayField } from './RecordEmployment.tsx'
import { useSaving } from './saving.ts'
import { firstDay, thisDay } from './work-day.ts'

/** How and on which day it was confirmed; until when that counts follows from the method. */
export function VerifyForm({ person, spell, onDone }: ActionProps) {
  const { t } = useWords()
  const { data: me } = useQuery(ask.getMe({}))
  const [method, setMethod] = useState('phone')
  const [on, setOn] = useState(firstDay(me?.defaults.on, spell.from))
  const [confirmed, setConfirmed] = useState(false)
  const { raised, blocked } = useRaised(person, on && method ? { employment: spell.id, method, on } : undefined)
  const saving = useSaving(person, onDone)
  if (saving.stale) return <Conflict person={person} seen={spell} onDone={onDone} />
  const send = () =>
    client.verifyEmployment({
      params: { id: person, employment: spell.id },
      body: {
        ...{ clientId: saving.clientId, method, on, knownFrom: spell.knownFrom },
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
      <CodeChoice label={t('work.method')} codes={verifiedMethod} value={method} onChoose={setMethod} />
      <DayField label={t('work.on')} value={on} min={spell.from} max={thisDay()} required onType={setOn} />
      <Raised raised={raised} confirmed={confirmed} onConfirm={setConfirmed} />
      {saving.error !== undefined && <Problem error={saving.error} />}
      <Button type="primary" htmlType="submit" loading={saving.busy} disabled={blocked}>
        {t('work.save')}
      </Button>
    </form>
  )
}
