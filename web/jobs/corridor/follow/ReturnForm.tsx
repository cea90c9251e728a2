import { Button } from 'antd'
import { useState } from 'react'
import { returnReason } from '#domain/jobs/corridor/corridor-codes.ts'
import { client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { STALE, type Traveller } from '../batch/BatchPage.tsx'

type Props = { line: Pick<Traveller, 'id' | 'knownFrom' | 'arrivedOn'> }

/** Somebody is back: the journey and the work end, and what the person needs now is known at once. */
export function ReturnForm({ line }: Props) {
  const { t } = useWords()
  const { on: today } = useView()
  const [on, setOn] = useState(today)
  const [reason, setReason] = useState('')
  const command = useCommand(t('follow.back.saved'), () => {}, STALE)
  const send = (clientId: string) =>
    client.recordReturn({
      params: { id: line.id },
      body: { clientId, knownFrom: line.knownFrom, on, reason: reason as 'other' },
    })
  return (
    <form
      className="traveller-acts"
      aria-label={t('follow.back')}
      onSubmit={(event) => {
        event.preventDefault()
        command.save(send)
      }}
    >
      <DayField
        label={t('follow.back.on')}
        value={on}
        {...(line.arrivedOn !== null && { min: line.arrivedOn })}
        required
        onType={setOn}
      />
      <CodeChoice label={t('follow.back.why')} codes={returnReason} value={reason} onChoose={setReason} />
      <Button htmlType="submit" loading={command.busy} disabled={reason === ''}>
        {t('follow.back.save')}
      </Button>
      {command.error !== undefined && <Problem error={command.error} />}
    </form>
  )
}
