import type { Words } from '#domain/base/fail.ts'
import { useWords, type WordKey } from '../../words.ts'
import { type FactRow, type Operator, operatorsOf, type Value, valuesTaken } from './condition/condition.ts'
import type { Choice } from './facts.ts'
import { ValueInput, ValuesInput } from './ValueInput.tsx'

type Props = { row: FactRow; choices: Choice[]; onChange: (row: FactRow) => void }

export function operatorWord(type: Value['type'], operator: Operator): WordKey {
  const dated = type === 'date' && ['below', 'atMost', 'above', 'atLeast'].includes(operator)
  return `filter.op.${dated ? 'date.' : ''}${operator}` as WordKey
}

const firstValues = (type: Value['type']): Value[] => (type === 'boolean' ? [{ type, value: true }] : [])

/** A fresh row over a fact: its first operator, a value where one goes without saying. */
export const rowOver = (choice: Choice): FactRow => ({
  kind: 'fact',
  fact: choice.key,
  operator: choice.type === 'number' ? 'atLeast' : (operatorsOf[choice.type][0] ?? 'is'),
  values: firstValues(choice.type),
})

/** Fact, comparison, value: the three fields of a row. */
export function FactRowFields({ row, choices, onChange }: Props) {
  const { t } = useWords()
  const choice = choices.find((c) => c.key === row.fact) ?? choices[0]
  if (!choice) return null
  const choose = (operator: Operator) => {
    const taken = valuesTaken(operator)
    const values = taken === 0 ? [] : row.values.slice(0, taken ?? row.values.length)
    onChange({ ...row, operator, values: values.length > 0 || taken === 0 ? values : firstValues(choice.type) })
  }
  return (
    <>
      <FactSelect choices={choices} value={choice.key} onChoose={(c) => onChange(rowOver(c))} />
      <select
        className="field"
        aria-label={t('filter.operator')}
        value={row.operator}
        onChange={(event) => choose(event.target.value as Operator)}
      >
        {operatorsOf[choice.type]
          .filter((operator) => choice.fact.nullable || !['missing', 'known'].includes(operator))
          .map((operator) => (
            <option key={operator} value={operator}>
              {t(operatorWord(choice.type, operator) as 'filter.op.is')}
            </option>
          ))}
      </select>
      <Values row={row} choice={choice} onChange={onChange} />
    </>
  )
}

function Values({ row, choice, onChange }: { row: FactRow; choice: Choice; onChange: (row: FactRow) => void }) {
  const { t } = useWords()
  const taken = valuesTaken(row.operator)
  if (taken === 0) return null
  const all = (values: Value[]) => onChange({ ...row, values })
  if (taken === undefined)
    return <ValuesInput choice={choice} values={row.values} label={t('filter.value')} onChange={all} />
  const blank: Value = { type: choice.type === 'boolean' ? 'string' : choice.type, value: '' }
  const set = (i: number, value: Value) => {
    const values = Array.from({ length: taken }, (_, at) => row.values[at] ?? blank)
    values[i] = value
    all(values)
  }
  return (
    <>
      <ValueInput choice={choice} value={row.values[0]} label={t('filter.value')} onChange={(v) => set(0, v)} />
      {taken === 2 && (
        <>
          <span>{t('filter.value.to')}</span>
          <ValueInput choice={choice} value={row.values[1]} label={t('filter.value.to')} onChange={(v) => set(1, v)} />
        </>
      )}
    </>
  )
}

/** Facts under the record they belong to: the person's own, then the household's. */
function FactSelect(props: { choices: Choice[]; value: string; onChoose: (choice: Choice) => void }) {
  const { t, say } = useWords()
  const groups = Map.groupBy(props.choices, (choice) => say(choice.group satisfies Words))
  return (
    <select
      className="field"
      aria-label={t('filter.fact')}
      value={props.value}
      onChange={(event) => props.onChoose(props.choices.find((c) => c.key === event.target.value)!)}
    >
      {[...groups].map(([group, choices]) => (
        <optgroup key={group} label={group}>
          {choices.map((choice) => (
            <option key={choice.key} value={choice.key}>
              {say(choice.label)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
