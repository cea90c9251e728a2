import { Button } from 'antd'
import { useState } from 'react'
import type { Day } from '#domain/base/date.ts'
import { channel, workEnd } from '#domain/people/codes.ts'
import { industries } from '#domain/people/industries.ts'
import { paths } from '../../paths.ts'
import { CodeChoice } from '../../people/employment/CodeChoice.tsx'
import { PlaceChoice } from '../../people/employment/PlaceChoice.tsx'
import { DayField } from '../../people/employment/RecordEmployment.tsx'
import { yesOrNo } from '../../people/employment/yes-or-no.ts'
import { Go } from '../../ui/Go.tsx'
import { useWords } from '../../words.ts'
import type { AnswerBody } from './outbox.ts'
import type { Line } from './round-data.ts'

export type Exception = 'changed' | 'ended' | 'moved_away' | 'died'
export type Given = Omit<AnswerBody, 'seen' | 'on' | 'method'>
type Props = { line: Line; exception: Exception; on: Day; onGiven: (given: Given) => void; onCancel: () => void }

/** What is asked beside the tap: as little as the ledger needs, filled in with what stands. */
export function ExceptionForm({ line, exception, on, onGiven, onCancel }: Props) {
  const { t } = useWords()
  const [spell, setSpell] = useState(line.standing[0])
  const [day, setDay] = useState<string>(on)
  const [reason, setReason] = useState('')
  const [work, setWork] = useState(() => draftOf(spell))
  const worded = {
    changed: 'round.from',
    ended: 'round.lastDay',
    moved_away: 'round.movedOn',
    died: 'round.diedOn',
  } as const
  const told = exception === 'moved_away' || exception === 'died'
  // Another wage at the same work needs no day.
  const other = exception === 'changed' && (!spell || isOther(work, draftOf(spell)))
  const send = () =>
    onGiven({
      outcome: exception,
      ...(!told && spell && { employment: spell.employment }),
      ...((exception !== 'changed' || other) && { happenedOn: day }),
      ...(exception === 'ended' && reason && { reason }),
      ...(exception === 'changed' && { work: bodyOf(work) }),
    })
  return (
    <form
      className="round-form"
      aria-label={t(`round.${exception}`)}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {!told && line.standing.length > 1 && (
        <label className="labelled">
          <span>{t('round.which')}</span>
          <select
            className="field"
            value={spell?.employment}
            onChange={(event) => {
              const chosen = line.standing.find(({ employment }) => employment === Number(event.target.value))
              setSpell(chosen)
              setWork(draftOf(chosen))
            }}
          >
            {line.standing.map((one) => (
              <option key={one.employment} value={one.employment}>
                {one.employer ?? one.placeName}
              </option>
            ))}
          </select>
        </label>
      )}
      {exception === 'changed' && <WorkFields work={work} spell={spell} isOther={other} onChange={setWork} />}
      {(exception !== 'changed' || other) && (
        <DayField
          label={t(worded[exception])}
          value={day}
          min={told ? undefined : spell?.from}
          max={on}
          required
          onType={setDay}
        />
      )}
      {exception === 'ended' && (
        <CodeChoice
          label={t('round.reason')}
          codes={workEnd}
          value={reason}
          none={t('round.reason.none')}
          onChoose={setReason}
        />
      )}
      {told && (
        <p className="soft">
          {t('round.todo')} <Go to={paths.file(line.id)}>{t('round.file')}</Go>
        </p>
      )}
      <p className="round-form-buttons">
        <Button type="primary" htmlType="submit">
          {t('round.save')}
        </Button>
        <Button onClick={onCancel}>{t('round.cancel')}</Button>
      </p>
    </form>
  )
}

type Draft = Record<'channel' | 'employer' | 'yuan' | 'industry' | 'pointToPoint', string> & {
  place: number | undefined
}

type WorkFieldsProps = {
  work: Draft
  spell: Line['standing'][number] | undefined
  isOther: boolean
  onChange: (work: Draft) => void
}

/** Of other work all is asked that a complete record has; of the same work only what may have changed. */
function WorkFields({ work, spell, isOther: other, onChange }: WorkFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <label className="labelled">
        <span>{t('work.employer')}</span>
        <input
          className="field"
          maxLength={120}
          value={work.employer}
          onChange={(event) => onChange({ ...work, employer: event.target.value })}
        />
      </label>
      <PlaceChoice
        value={work.place}
        standing={spell && { code: spell.place, name: spell.placeName }}
        onChoose={(place) => onChange({ ...work, place })}
      />
      <CodeChoice
        label={t('work.channel')}
        codes={channel}
        value={work.channel}
        onChoose={(code) => onChange({ ...work, channel: code })}
      />
      <label className="labelled">
        <span>{t('work.wage')}</span>
        <input
          className="field"
          type="number"
          inputMode="decimal"
          min={0}
          max={1_000_000}
          value={work.yuan}
          onChange={(event) => onChange({ ...work, yuan: event.target.value })}
        />
      </label>
      {other && (
        <>
          <CodeChoice
            label={t('work.industry')}
            codes={industries}
            value={work.industry}
            none={t('work.notKnown')}
            onChoose={(industry) => onChange({ ...work, industry })}
          />
          <CodeChoice
            label={t('work.pointToPoint')}
            codes={yesOrNo}
            value={work.pointToPoint}
            none={t('work.notKnown')}
            onChoose={(pointToPoint) => onChange({ ...work, pointToPoint })}
          />
        </>
      )}
    </>
  )
}

const draftOf = (spell: Line['standing'][number] | undefined): Draft => ({
  place: spell?.place,
  channel: spell?.channel ?? '',
  employer: spell?.employer ?? '',
  yuan: spell?.monthlyWageFen == null ? '' : String(spell.monthlyWageFen / 100),
  industry: '',
  pointToPoint: '',
})
const isOther = (a: Draft, b: Draft) =>
  a.place !== b.place || a.channel !== b.channel || a.employer.trim() !== b.employer

function bodyOf({ place, channel: code, employer, yuan, industry, pointToPoint }: Draft): NonNullable<Given['work']> {
  return {
    place: place ?? 0,
    channel: code,
    ...(employer.trim() && { employer: employer.trim() }),
    ...(yuan && { monthlyWageFen: Math.round(Number(yuan) * 100) }),
    ...(industry && { industry }),
    ...(pointToPoint && { pointToPoint: pointToPoint === 'yes' }),
  }
}
