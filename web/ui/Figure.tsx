import type { To } from '../paths.ts'
import { Go } from './Go.tsx'
import { useLanguage } from './text/language.ts'
import { numberText, shareText } from './text/number.ts'

type Props = {
  /** Null: cannot be told. */
  value: number | null
  /** The whole, where the value is a part of it: shown as a share with both numbers. */
  of?: number | null
  unit?: string | undefined
  /** The list it was counted from; left out only where the value is no count of records. */
  to?: To | undefined
  /** Read aloud before the number: whose it is and that it opens a list. */
  label: string
  size?: 'plain' | 'large' | 'small'
}

/** A number that opens the list it was counted from. */
export function Figure({ value, of = null, unit, to, label, size = 'plain' }: Props) {
  const language = useLanguage()
  const body = value === null ? '–' : of === null ? numberText(value, language) : shareText(value, of, language)
  const number = (
    <>
      <b>{body}</b>
      {unit && value !== null && of === null && <small>{unit}</small>}
    </>
  )
  const whole = of !== null && value !== null && (
    <span className="figure-of">
      {numberText(value, language)} / {numberText(of, language)}
    </span>
  )
  return (
    <span className={`figure figure-${size}`}>
      {to && value !== null ? (
        <Go to={to}>
          <span className="sr-only">{label} </span>
          {number}
        </Go>
      ) : (
        <span>{number}</span>
      )}
      {whole}
    </span>
  )
}
