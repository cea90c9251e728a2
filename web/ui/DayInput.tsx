import { useEffect, useState } from 'react'
import { type Day, isDay } from '#domain/base/date.ts'

type Props = { label: string; value: Day; onChoose: (day: Day) => void; id?: string }

/** A day, on the browser's own control: typed, picked, or stepped with the arrows. A half-typed day is not sent on. */
export function DayInput({ label, value, onChoose, id }: Props) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const type = (typed: string) => {
    setText(typed)
    if (isDay(typed) && typed >= '1990-01-01' && typed < '2100-01-01' && typed !== value) onChoose(typed)
  }
  return (
    <input
      type="date"
      className="field"
      id={id}
      aria-label={label}
      value={text}
      min="1990-01-01"
      max="2099-12-31"
      onChange={(event) => type(event.target.value)}
      onBlur={() => setText(value)}
    />
  )
}
