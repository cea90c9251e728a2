import { Alert, Button } from 'antd'
import { roundOutcome } from '#domain/people/codes.ts'
import { useWords } from '../../words.ts'
import { LineHead } from './LineHead.tsx'
import type { Entry, Outbox } from './outbox.ts'
import { type Line, seenOf } from './round-data.ts'

type Props = { line: Line; entry: Entry; outbox: Outbox }

/** What the server did not take: why, and where somebody was faster, both side by side. */
export function Refused({ line, entry, outbox }: Props) {
  const { t, say } = useWords()
  const drop = () => outbox.drop(entry.clientId)
  if (entry.state === 'refused' || entry.command.kind === 'withdraw')
    return <NotTaken entry={entry} onDrop={drop} onConfirm={(command) => outbox.add(line.id, command)} />
  const { body } = entry.command
  const again = () => {
    drop()
    outbox.add(line.id, { kind: 'answer', body: { ...body, seen: seenOf(line) } })
  }
  return (
    <div className="conflict">
      <Alert type="warning" showIcon title={t('round.stale')} />
      <div className="conflict-sides">
        <section>
          <h3>{t('round.stale.yours')}</h3>
          <p>{[say(roundOutcome[body.outcome]), body.work?.employer, body.happenedOn].filter(Boolean).join(' · ')}</p>
        </section>
        <section>
          <h3>{t('round.stale.now')}</h3>
          <LineHead line={line} on={body.on} />
        </section>
      </div>
      <p className="round-form-buttons">
        <Button type="primary" onClick={drop}>
          {t('round.stale.keep')}
        </Button>
        <Button onClick={again}>{t('round.stale.again')}</Button>
      </p>
    </div>
  )
}

type NotTakenProps = { entry: Entry; onDrop: () => void; onConfirm: (command: Entry['command']) => void }

/** Why it was refused; findings that it would raise may stand where the officer says they are true. */
function NotTaken({ entry: { command, words, raised }, onDrop, onConfirm }: NotTakenProps) {
  const { t, say } = useWords()
  const confirm = () => {
    onDrop()
    if (command.kind === 'answer') onConfirm({ ...command, body: { ...command.body, confirmed: raised ?? [] } })
  }
  const mayConfirm = command.kind === 'answer' && raised !== undefined && raised.length > 0
  return (
    <div className="conflict">
      <Alert type={mayConfirm ? 'warning' : 'error'} showIcon title={say(words)} />
      <p className="round-form-buttons">
        <Button type="primary" onClick={onDrop}>
          {t(mayConfirm ? 'round.raised.drop' : 'round.refused.drop')}
        </Button>
        {mayConfirm && <Button onClick={confirm}>{t('round.raised.confirm')}</Button>}
      </p>
    </div>
  )
}
