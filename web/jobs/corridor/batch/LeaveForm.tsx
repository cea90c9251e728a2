import { useState } from 'react'
import { client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { CommandForm } from '../fields.tsx'
import { type Batch, STALE } from './BatchPage.tsx'

/** The batch leaves once everybody is ticked; how many are not is said on the way. */
export function LeaveForm({ batch }: { batch: Batch }) {
  const { t } = useWords()
  const { on: today } = useView()
  const [on, setOn] = useState([batch.departsOn, today].toSorted()[0] ?? today)
  const command = useCommand(t('batch.leave.done'), () => {}, STALE)
  const open = batch.travellers.filter(({ state }) => state === 'listed').length
  const send = (clientId: string) =>
    client.leaveBatch({ params: { id: batch.id }, body: { clientId, knownFrom: batch.knownFrom, on } })
  return (
    <div className="batch-leave no-print">
      <CommandForm label={t('batch.leave')} command={command} send={send} idle={open > 0}>
        <DayField label={t('batch.leave.on')} value={on} required onType={setOn} />
        {open > 0 && (
          <p className="soft" role="status">
            {t('batch.leave.wait', { n: open })}
          </p>
        )}
      </CommandForm>
    </div>
  )
}
