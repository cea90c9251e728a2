import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useCommand } from '../../../needs/command.ts'
import { useWords } from '../../../words.ts'
import { CommandForm, TextIn } from '../fields.tsx'

/** What a correction changes on any screen of corridors. */
export const CORRECTED = ['getCorridor', 'listCorridors', 'getBatch', 'listVacancies', 'getVacancy']

type Seen = { clientId: string; knownFrom: string; reason: string }
type Props = {
  knownFrom: string
  onSaved: () => void
  onSend: (seen: Seen) => Promise<unknown>
  children: ReactNode
}

/** Fields that say it anew, and why; the reason stands in the log, what was said before in history. */
export function Correction({ knownFrom, onSaved, onSend, children }: Props) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const command = useCommand(t('correct.saved'), onSaved, CORRECTED)
  return (
    <section className="panel">
      <CommandForm
        label={t('correct.save')}
        command={command}
        send={(clientId) => onSend({ clientId, knownFrom, reason })}
      >
        {children}
        <TextIn label={t('correct.reason')} value={reason} most={200} required onType={setReason} />
      </CommandForm>
      <p className="soft">{t('correct.kept')}</p>
    </section>
  )
}

/** Taking it back altogether, behind its own button and reason. */
export function Withdrawal({ what, knownFrom, onSaved, onSend }: Omit<Props, 'children'> & { what: string }) {
  const { t } = useWords()
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const command = useCommand(t('withdraw.saved'), onSaved, CORRECTED)
  return (
    <section className="panel" aria-labelledby="withdraw">
      <h2 id="withdraw">{t('withdraw.title')}</h2>
      <p className="soft">{what}</p>
      {asked ? (
        <CommandForm
          label={t('withdraw.save')}
          command={command}
          send={(clientId) => onSend({ clientId, knownFrom, reason })}
        >
          <TextIn label={t('withdraw.reason')} value={reason} most={200} required onType={setReason} />
        </CommandForm>
      ) : (
        <Button onClick={() => setAsked(true)}>{t('withdraw.title')}</Button>
      )}
    </section>
  )
}
