import { useState } from 'react'
import { useWords } from '../../words.ts'
import { type OptionalColumn, optionalColumns } from './person-columns.tsx'

const key = 'ricebowl.people.columns'

/** Which columns this reader shows, kept on this machine. */
export function useColumnChoice(): [OptionalColumn[], (column: OptionalColumn) => void] {
  const [hidden, setHidden] = useState(() => new Set((localStorage.getItem(key) ?? '').split(',')))
  const toggle = (column: OptionalColumn) => {
    const next = new Set(hidden)
    if (!next.delete(column)) next.add(column)
    localStorage.setItem(key, [...next].filter(Boolean).join(','))
    setHidden(next)
  }
  return [optionalColumns.filter((column) => !hidden.has(column)), toggle]
}

export function ColumnChoice(props: { shown: readonly OptionalColumn[]; onToggle: (column: OptionalColumn) => void }) {
  const { t } = useWords()
  return (
    <details className="column-choice no-print">
      <summary>{t('people.columns')}</summary>
      <fieldset>
        <legend className="sr-only">{t('people.columns')}</legend>
        {optionalColumns.map((column) => (
          <label key={column}>
            <input type="checkbox" checked={props.shown.includes(column)} onChange={() => props.onToggle(column)} />{' '}
            {t(`people.${column}`)}
          </label>
        ))}
      </fieldset>
    </details>
  )
}
