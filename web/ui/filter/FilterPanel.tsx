import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../words.ts'
import { emptyGroup, type Group, isComplete } from './condition/condition.ts'
import { readCondition } from './condition/condition-read.ts'
import { groupText } from './condition/condition-text.ts'
import { groupWords } from './condition/condition-words.ts'
import { type Facts, useFacts } from './facts.ts'
import { GroupFields } from './GroupFields.tsx'
import { type Fault, faultOf } from './rule-check.ts'
import './filter.css'

const RuleEditor = lazy(async () => ({ default: (await import('./RuleEditor.tsx')).RuleEditor }))

type Props = { record: string; filter: string | undefined; onApply: (filter: string | undefined) => void }

/** The filter in force in words, and the builder behind a button. */
export function FilterPanel({ record, filter, onApply }: Props) {
  const { t, say } = useWords()
  const facts = useFacts(record)
  const [open, setOpen] = useState(false)
  const rows = filter === undefined ? undefined : readCondition(filter)
  return (
    <section className="filter no-print" aria-label={t('filter.title')}>
      <div className="filter-line">
        <span className="soft">{t('filter.title')}</span>
        <strong>
          {filter === undefined ? (
            t('filter.none')
          ) : rows && facts ? (
            groupWords(rows, facts, { t, say })
          ) : (
            <code>{filter}</code>
          )}
        </strong>
        <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'filter.hide' : filter === undefined ? 'filter.add' : 'filter.edit')}
        </button>
        {filter !== undefined && (
          <button type="button" className="link-button" onClick={() => onApply(undefined)}>
            {t('filter.clear')}
          </button>
        )}
      </div>
      {open && facts && <Builder key={filter} record={record} facts={facts} filter={filter ?? ''} onApply={onApply} />}
    </section>
  )
}

type Draft = { mode: 'rows'; rows: Group } | { mode: 'text'; text: string }

const draftOf = (text: string): Draft => {
  if (text.trim() === '') return { mode: 'rows', rows: emptyGroup() }
  const rows = readCondition(text)
  return rows ? { mode: 'rows', rows } : { mode: 'text', text }
}
const textOf = (draft: Draft) => (draft.mode === 'rows' ? groupText(draft.rows) : draft.text).trim()

function Builder(props: { record: string; facts: Facts; filter: string; onApply: Props['onApply'] }) {
  const { record, facts, onApply } = props
  const { t, say } = useWords()
  const [draft, setDraft] = useState(() => draftOf(props.filter))
  const [fault, setFault] = useState<Fault | string>()
  const change = (next: Draft) => {
    setDraft(next)
    setFault(undefined)
  }
  const apply = async () => {
    const text = textOf(draft)
    if (text === '') return onApply(undefined)
    if (draft.mode === 'rows' && !isComplete(draft.rows)) return setFault(t('filter.unfinished'))
    const found = await faultOf(text, record)
    if (found) setFault(found)
    else onApply(text)
  }
  return (
    <form
      className="filter-builder"
      onSubmit={(event) => {
        event.preventDefault()
        void apply().catch((error: unknown) => setFault(String(error)))
      }}
    >
      <ModeChoice draft={draft} onChange={change} />
      {draft.mode === 'rows' ? (
        <GroupFields group={draft.rows} facts={facts} onChange={(rows) => change({ mode: 'rows', rows })} />
      ) : (
        <Suspense fallback={<div className="rule-editor field" aria-busy="true" />}>
          <RuleEditor
            value={draft.text}
            record={record}
            facts={facts}
            onChange={(text) => change({ mode: 'text', text })}
          />
        </Suspense>
      )}
      <p className="filter-fault" role="alert">
        {typeof fault === 'string'
          ? fault
          : fault &&
            t('ui.aside', {
              text: say(fault.message),
              aside: t('filter.text.at', { from: fault.from + 1, to: fault.to }),
            })}
      </p>
      <Button type="primary" htmlType="submit">
        {t('filter.apply')}
      </Button>
    </form>
  )
}

/** Rows and text are two views of one filter; rows are offered as long as they can show the text. */
function ModeChoice({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const { t } = useWords()
  const rows = draft.mode === 'rows' ? draft.rows : draft.text.trim() === '' ? emptyGroup() : readCondition(draft.text)
  return (
    <div className="filter-mode">
      <fieldset>
        <legend className="sr-only">{t('filter.mode')}</legend>
        <label>
          <input
            type="radio"
            name="filter-mode"
            checked={draft.mode === 'rows'}
            disabled={!rows}
            onChange={() => rows && onChange({ mode: 'rows', rows })}
          />{' '}
          {t('filter.rows')}
        </label>
        <label>
          <input
            type="radio"
            name="filter-mode"
            checked={draft.mode === 'text'}
            onChange={() => onChange({ mode: 'text', text: textOf(draft) })}
          />{' '}
          {t('filter.text')}
        </label>
      </fieldset>
      {!rows && <span className="soft">{t('filter.notRows')}</span>}
    </div>
  )
}
