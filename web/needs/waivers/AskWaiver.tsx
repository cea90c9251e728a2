import { Button, Modal } from 'antd'
import { useState } from 'react'
import { addDays } from '#domain/base/date.ts'
import type { Words } from '#domain/base/fail.ts'
import { LONGEST_WAIVER_DAYS } from '#domain/needs/waiver.ts'
import { client } from '../../api.ts'
import { thisDay } from '../../people/employment/work-day.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import { useCommand } from '../command.ts'
import { WordsField } from '../WordsField.tsx'

type Props = { person: number; finding: { key: string; name: Words } }

/** Ask that a finding may stand for a while: the reason, and until when. */
export function AskWaiver({ person, finding }: Props) {
  const { t, say } = useWords()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('needs.waiver.ask')}
      </button>
      <Modal
        title={t('needs.waiver.ask.title', { name: say(finding.name) })}
        open={open}
        footer={null}
        destroyOnHidden
        onCancel={close}
      >
        <Form person={person} finding={finding} onDone={close} />
      </Modal>
    </>
  )
}

function Form({ person, finding, onDone }: Props & { onDone: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [endsOn, setEndsOn] = useState('')
  const command = useCommand(t('needs.waiver.done'), onDone)
  return (
    <form
      className="needs-form"
      onSubmit={(event) => {
        event.preventDefault()
        command.save((clientId) =>
          client.askWaiver({ params: { id: person, finding: finding.key }, body: { clientId, reason, endsOn } }),
        )
      }}
    >
      <p>{t('needs.waiver.ask.how')}</p>
      <WordsField label={t('needs.waiver.reason')} value={reason} onType={setReason} />
      <label className="labelled">
        <span>{t('needs.waiver.endsOn')}</span>
        <input
          className="field"
          type="date"
          required
          min={addDays(thisDay(), 1)}
          max={addDays(thisDay(), LONGEST_WAIVER_DAYS)}
          value={endsOn}
          onChange={(event) => setEndsOn(event.target.value)}
        />
      </label>
      {command.error !== undefined && <Problem error={command.error} />}
      <Button type="primary" htmlType="submit" loading={command.busy}>
        {t('needs.waiver.send')}
      </Button>
    </form>
  )
}
