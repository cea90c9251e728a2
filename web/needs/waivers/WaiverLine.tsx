import { Button } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import type { Waiver as WaiverSchema } from '#domain/needs/needs.api.ts'
import { client } from '../../api.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import { useCommand } from '../command.ts'
import { WordsField } from '../WordsField.tsx'

export type Waiver = Static<typeof WaiverSchema>

/** A waiver in words, and what the acting officer can do with it: decide on another's, take back one in force. */
export function WaiverLine({ waiver }: { waiver: Waiver }) {
  const { t } = useWords()
  const can = useCan()
  return (
    <div className="waiver-line">
      <p>
        <span className="tag">{t(`needs.waiver.state.${waiver.state}`)}</span>{' '}
        {t('needs.waiver.until', { day: waiver.endsOn })} · {waiver.reason}
      </p>
      <p className="soft">
        {[
          t('needs.waiver.askedBy', { post: waiver.askedBy }),
          waiver.decidedBy && t('needs.waiver.decidedBy', { post: waiver.decidedBy }),
          waiver.decisionWords,
          waiver.revokedBy && t('needs.waiver.revokedBy', { post: waiver.revokedBy }),
          waiver.revokeReason,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {waiver.state === 'asked' && can('needs.waive') && <Decide waiver={waiver} />}
      {waiver.state === 'granted' && can('needs.waive') && <Revoke waiver={waiver} />}
    </div>
  )
}

function Decide({ waiver }: { waiver: Waiver }) {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const command = useCommand(t('needs.waiver.done'), () => {})
  if (waiver.own) return <p className="soft">{t('needs.waiver.own')}</p>
  const decide = (granted: boolean) =>
    command.save((clientId) =>
      client.decideWaiver({
        params: { id: waiver.id },
        body: { clientId, granted, ...(words.trim() && { words: words.trim() }) },
      }),
    )
  return (
    <div className="needs-form no-print">
      <WordsField label={t('needs.waiver.words')} value={words} required={false} onType={setWords} />
      {command.error !== undefined && <Problem error={command.error} />}
      <p className="needs-buttons">
        <Button type="primary" loading={command.busy} onClick={() => decide(true)}>
          {t('needs.waiver.grant')}
        </Button>
        <Button loading={command.busy} onClick={() => decide(false)}>
          {t('needs.waiver.refuse')}
        </Button>
      </p>
    </div>
  )
}

function Revoke({ waiver }: { waiver: Waiver }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const command = useCommand(t('needs.waiver.done'), () => {})
  if (!open)
    return (
      <button type="button" className="link-button no-print" onClick={() => setOpen(true)}>
        {t('needs.waiver.revoke')}
      </button>
    )
  return (
    <form
      className="needs-form no-print"
      onSubmit={(event) => {
        event.preventDefault()
        command.save((clientId) => client.revokeWaiver({ params: { id: waiver.id }, body: { clientId, reason } }))
      }}
    >
      <WordsField label={t('needs.waiver.revoke.reason')} value={reason} onType={setReason} />
      {command.error !== undefined && <Problem error={command.error} />}
      <p className="needs-buttons">
        <Button danger htmlType="submit" loading={command.busy}>
          {t('needs.waiver.revoke')}
        </Button>
      </p>
    </form>
  )
}
