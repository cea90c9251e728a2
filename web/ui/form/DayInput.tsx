import { useEffect, useRef, useState } from 'react'
import { type Day, isDay } from '#domain/base/date.ts'
import { useWords } from '../../words.ts'

type Props = { label: string; value: Day; onChoose: (day: Day) => void }

const fits = (text: string) => isDay(text) && text >= '1990-01-01' && text < '2100-01-01'

/**
 * A day, written 2021-09-17 whatever the machine's own habit, typed or picked in the browser's calendar.
 * A half-typed day is not sent on and goes back on leaving.
 */
export function DayInput({ label, value, onChoose }: Props) {
  const { t } = useWords()
  const [text, setText] = useState(value)
  const calendar = useRef<HTMLInputElement>(null)
  useEffect(() => setText(value), [value])
  const choose = (typed: string) => {
    setText(typed)
    if (fits(typed) && typed !== value) onChoose(typed)
  }
  return (
    <span className="day-input">
      <input
        className="field"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        aria-label={label}
        aria-invalid={!fits(text)}
        value={text}
        onChange={(event) => choose(event.target.value)}
        onBlur={() => setText(value)}
      />
      <button type="button" aria-label={t('ui.calendar')} onClick={() => calendar.current?.showPicker()}>
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M2 3.5h12v10H2zM2 6.5h12M5 1.5v3M11 1.5v3" fill="none" stroke="currentColor" strokeWidth="1.3" />
        </svg>
      </button>
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        min="1990-01-01"
        max="2099-12-31"
        onChange={(event) => choose(event.target.value)}
      />
    </span>
  )
}
