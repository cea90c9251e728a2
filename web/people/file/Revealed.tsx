import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Input } from '#domain/base/route.ts'
import { client } from '../../api.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'

type Field = Input<Api['revealField']>['body']['field'] & ('identity' | 'phone' | 'bank')
type Props = { person: number; field: Field; masked: string | null; onRevealed: () => void }

const SHOWN_SECONDS = 60

/** A sealed field: masked; unmasked for a minute after a reason was given and written down. Never printed unmasked. */
export function Revealed({ person, field, masked, onRevealed }: Props) {
  const { t } = useWords()
  const can = useCan()
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<string>()
  const left = useCountdown(shown !== undefined, () => setShown(undefined))
  if (masked === null) return <span className="soft">{t('file.none')}</span>
  if (shown !== undefined)
    return (
      <span className="revealed">
        <code className="no-print" role="status">
          {shown}
        </code>{' '}
        <span className="soft" aria-hidden="true">
          {t('file.reveal.left', { n: left })}
        </span>{' '}
        <button type="button" className="link-button" onClick={() => setShown(undefined)}>
          {t('file.reveal.hide')}
        </button>
      </span>
    )
  return (
    <span className="revealed">
      <code>{masked}</code>{' '}
      {can('people.reveal') && (
        <button
          type="button"
          className="link-button no-print"
          aria-label={`${t('file.reveal')} ${t(`file.${field}`)}`}
          onClick={() => setAsking(true)}
        >
          {t('file.reveal')}
        </button>
      )}
      <Modal
        title={t('file.reveal.title', { field: t(`file.${field}`) })}
        open={asking}
        footer={null}
        destroyOnHidden
        onCancel={() => setAsking(false)}
      >
        <ReasonForm
          ask={async (reason) => {
            const { value } = await client.revealField({ params: { id: person }, body: { field, reason } })
            setShown(value ?? t('file.reveal.empty'))
            setAsking(false)
            onRevealed()
          }}
        />
      </Modal>
    </span>
  )
}

function ReasonForm({ ask }: { ask: (reason: string) => Promise<void> }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const ready = reason.trim().length >= 4
  return (
    <form
      className="export-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void ask(reason.trim()).catch(setError)
      }}
    >
      <p>{t('file.reveal.what')}</p>
      <label className="labelled">
        <span>{t('file.reveal.reason')}</span>
        <input
          className="field"
          value={reason}
          minLength={4}
          maxLength={200}
          placeholder={t('file.reveal.how')}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {error !== undefined && <Problem error={error} />}
      <Button type="primary" htmlType="submit" disabled={!ready}>
        {t('file.reveal.go')}
      </Button>
    </form>
  )
}

/** Seconds left while something is shown; calls `over` at zero. */
function useCountdown(running: boolean, over: () => void): number {
  const [left, setLeft] = useState(SHOWN_SECONDS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `over` only closes what is shown; the clock must not start anew
  useEffect(() => {
    if (!running) return
    const until = Date.now() + SHOWN_SECONDS * 1000
    setLeft(SHOWN_SECONDS)
    const timer = setInterval(() => {
      const seconds = Math.ceil((until - Date.now()) / 1000)
      setLeft(seconds)
      if (seconds <= 0) over()
    }, 500)
    return () => clearInterval(timer)
  }, [running])
  return left
}
