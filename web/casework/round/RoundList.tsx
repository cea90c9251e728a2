import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect } from 'react'
import { roundOutcome } from '#domain/people/codes.ts'
import { ask } from '../../api.ts'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import { LineItem } from './LineItem.tsx'
import { type RoundList as Data, type Method, type Rounds, useRounds } from './round-data.ts'
import { focusAfter, pressOnLine } from './round-keys.ts'

type Props = { data: Data; method: Method; part: string | undefined }

export function RoundList({ data, method, part }: Props) {
  const { t } = useWords()
  const can = useCan()
  const { data: me } = useQuery(ask.getMe({}))
  const { on } = data.asOf
  const rounds = useRounds(me?.post.id ?? 0, { on, method })
  const entryOf = (person: number) => rounds.entries.find((entry) => entry.person === person)
  return (
    <>
      <Waiting rounds={rounds} />
      {data.lines.length === 0 && <p className="table-empty">{t(part === 'open' ? 'round.done' : 'round.empty')}</p>}
      <ul className="round-list" aria-label={t('round.list.caption')} onKeyDown={pressOnLine}>
        {data.lines.map((line) => (
          <LineItem
            key={line.id}
            line={line}
            on={on}
            entry={entryOf(line.id)}
            outbox={rounds.outbox}
            canRecord={can('people.record')}
            onAnswer={(given) => {
              focusAfter(line.id)
              rounds.answer(line, given)
            }}
          />
        ))}
      </ul>
      <Undo rounds={rounds} />
    </>
  )
}

/** What is not sent yet is told, and can be sent at once. */
function Waiting({ rounds }: { rounds: Rounds }) {
  const { t } = useWords()
  const waiting = rounds.entries.filter(({ state }) => state === 'waiting').length
  if (waiting === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('round.queue', { n: waiting })}
      action={
        <Button size="small" onClick={() => rounds.outbox.flush()}>
          {t('round.queue.now')}
        </Button>
      }
    />
  )
}

/** The last tap can be taken back, with the finger or with U. */
function Undo({ rounds }: { rounds: Rounds }) {
  const { t, say } = useWords()
  const { last, undo } = rounds
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select')
      if (event.key.toLowerCase() === 'u' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) undo()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [undo])
  if (!last) return null
  return (
    <div className="round-undo no-print" role="status">
      <Button onClick={undo}>{t('round.undo', { outcome: say(roundOutcome[last.outcome]), name: last.name })}</Button>
    </div>
  )
}
