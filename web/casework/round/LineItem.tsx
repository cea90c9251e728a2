import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { Refused } from './Conflict.tsx'
import { type Exception, ExceptionForm, type Given } from './ExceptionForm.tsx'
import { LineHead } from './LineHead.tsx'
import type { Entry, Outbox } from './outbox.ts'
import type { Line } from './round-data.ts'

type Props = {
  line: Line
  on: string
  /** The tap about this person that the server has not taken yet. */
  entry: Entry | undefined
  outbox: Outbox
  canRecord: boolean
  onAnswer: (given: Given) => void
}

/** One person of the round: who, at what work, and the taps. */
export function LineItem({ line, on, entry, outbox, canRecord, onAnswer }: Props) {
  const { t } = useWords()
  const [asked, setAsked] = useState<Exception>()
  const [anew, setAnew] = useState(false)
  const settled = line.part === 'verified' || line.part === 'reported'
  const give = (given: Given) => {
    setAsked(undefined)
    setAnew(false)
    onAnswer(given)
  }
  const state = entry ? entry.state : line.part
  return (
    <li className={`round-line round-${state ?? 'open'}`} data-person={line.id}>
      <LineHead line={line} on={on} />
      <p className="round-state">
        <span className="tag">{entry ? t(`round.state.${entry.state}`) : t(`round.part.${line.part ?? 'open'}`)}</span>
      </p>
      {entry && (entry.state === 'stale' || entry.state === 'refused') && (
        <Refused line={line} entry={entry} outbox={outbox} />
      )}
      {canRecord && !entry && (!settled || anew) && !asked && <Taps line={line} onAsk={setAsked} onGive={give} />}
      {canRecord && !entry && settled && !anew && (
        <p className="no-print">
          <button type="button" className="link-button" onClick={() => setAnew(true)}>
            {t('round.again')}
          </button>
        </p>
      )}
      {asked && !entry && (
        <ExceptionForm line={line} exception={asked} on={on} onGiven={give} onCancel={() => setAsked(undefined)} />
      )}
    </li>
  )
}

type TapsProps = { line: Line; onAsk: (exception: Exception) => void; onGive: (given: Given) => void }

/** The likely answer is one large tap; the others stand beside it. The keys 2 to 6 press the buttons that carry them. */
function Taps({ line, onAsk, onGive }: TapsProps) {
  const { t } = useWords()
  const idle = line.standing.length === 0
  return (
    <div className="round-taps no-print">
      <Button type="primary" data-key="1" className="round-same" onClick={() => onGive({ outcome: 'same' })}>
        {t(idle ? 'round.same.idle' : 'round.same')}
      </Button>
      <Button data-key="2" onClick={() => onAsk('changed')}>
        {t(idle ? 'round.changed.idle' : 'round.changed')}
      </Button>
      {!idle && (
        <Button data-key="3" onClick={() => onAsk('ended')}>
          {t('round.ended')}
        </Button>
      )}
      <Button data-key="4" onClick={() => onGive({ outcome: 'unreached' })}>
        {t('round.unreached')}
      </Button>
      <Button data-key="5" onClick={() => onAsk('moved_away')}>
        {t('round.moved_away')}
      </Button>
      <Button data-key="6" onClick={() => onAsk('died')}>
        {t('round.died')}
      </Button>
    </div>
  )
}
