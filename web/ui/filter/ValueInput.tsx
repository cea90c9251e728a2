import { useWords } from '../../words.ts'
import type { Value } from './condition/condition.ts'
import type { Choice } from './facts.ts'

type One = { choice: Choice; value: Value | undefined; label: string; onChange: (value: Value) => void }

/** One value of a row on the browser's own control: a code by its words, yes or no, a day, a number, text. */
export function ValueInput({ choice, value, label, onChange }: One) {
  const { t, say } = useWords()
  if (choice.type === 'boolean')
    return (
      <select
        className="field"
        aria-label={label}
        value={String(value?.value ?? true)}
        onChange={(event) => onChange({ type: 'boolean', value: event.target.value === 'true' })}
      >
        <option value="true">{t('filter.yes')}</option>
        <option value="false">{t('filter.no')}</option>
      </select>
    )
  if (choice.fact.codes)
    return (
      <select
        className="field"
        aria-label={label}
        value={String(value?.value ?? '')}
        onChange={(event) => onChange({ type: 'string', value: event.target.value })}
      >
        <option value="">{t('filter.choose')}</option>
        {choice.fact.codes.map((code) => (
          <option key={code.code} value={code.code}>
            {say(code.label)}
          </option>
        ))}
      </select>
    )
  if (choice.type === 'number') return <NumberInput choice={choice} value={value} label={label} onChange={onChange} />
  const type = choice.type === 'date' ? 'date' : 'string'
  return (
    <input
      className="field"
      type={type === 'date' ? 'date' : 'text'}
      maxLength={type === 'date' ? undefined : 60}
      aria-label={label}
      value={String(value?.value ?? '')}
      onChange={(event) => onChange({ type, value: event.target.value })}
    />
  )
}

/** Money is kept in fen and typed in yuan; whole numbers otherwise. */
function NumberInput({ choice, value, label, onChange }: One) {
  const { t } = useWords()
  const fen = choice.fact.unit === 'fen'
  const text = String(value?.value ?? '')
  return (
    <span className="filter-number">
      <input
        className="field"
        type="number"
        inputMode="numeric"
        aria-label={label}
        value={fen && text ? String(Number(text) / 100) : text}
        onChange={(event) => {
          const typed = event.target.value
          onChange({ type: 'number', value: fen && typed ? String(Math.round(Number(typed) * 100)) : typed })
        }}
      />
      {fen && <span className="filter-unit">{t('filter.yuan')}</span>}
    </span>
  )
}

/** Several codes of a closed list as tick boxes; other facts as text, one value a line kept apart by commas. */
export function ValuesInput(props: {
  choice: Choice
  values: Value[]
  label: string
  onChange: (values: Value[]) => void
}) {
  const { say } = useWords()
  const { choice, values, label, onChange } = props
  const chosen = new Set(values.map((value) => value.value))
  if (!choice.fact.codes)
    return (
      <input
        className="field"
        aria-label={label}
        value={values.map((value) => value.value).join(', ')}
        onChange={(event) =>
          onChange(event.target.value.split(/[,，、]\s*/).map((value) => ({ type: 'string', value })))
        }
      />
    )
  const toggle = (code: string) => {
    const now = new Set(chosen)
    if (!now.delete(code)) now.add(code)
    const kept = choice.fact.codes!.filter((c) => now.has(c.code))
    onChange(kept.map((c) => ({ type: 'string', value: c.code })))
  }
  return (
    <fieldset className="filter-codes">
      <legend className="sr-only">{label}</legend>
      {choice.fact.codes.map((code) => (
        <label key={code.code}>
          <input type="checkbox" checked={chosen.has(code.code)} onChange={() => toggle(code.code)} /> {say(code.label)}
        </label>
      ))}
    </fieldset>
  )
}
