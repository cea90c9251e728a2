import FeelEditor, { type Variable } from '@bpmn-io/feel-editor'
import { linter } from '@codemirror/lint'
import { useEffect, useRef } from 'react'
import { useWords } from '../../words.ts'
import type { Facts } from './facts.ts'
import { faultOf } from './rule-check.ts'

type Props = { value: string; record: string; facts: Facts; onChange: (text: string) => void }

/** FEEL with completion over the facts; what the server would refuse is underlined as one types. */
export function RuleEditor({ value, record, facts, onChange }: Props) {
  const { t, say } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const start = useRef({ value, facts, onChange, say, label: t('filter.text.label') })
  start.current.onChange = onChange
  useEffect(() => {
    const container = frame.current
    if (!container) return
    const { value, facts, say, label } = start.current
    const lint = linter(async (view) => {
      const text = view.state.doc.toString()
      const fault = text.trim() === '' ? undefined : await faultOf(text, record).catch(() => undefined)
      if (!fault) return []
      const to = Math.min(Math.max(fault.to, fault.from + 1), text.length)
      return [{ from: Math.min(fault.from, to), to, severity: 'error' as const, message: say(fault.message) }]
    })
    new FeelEditor({
      container,
      value,
      variables: variablesOf(facts, say),
      builtins: [],
      onChange: (text) => start.current.onChange(text),
      extensions: [lint],
      contentAttributes: { 'aria-label': label },
    })
    return () => container.replaceChildren()
  }, [record])
  return <div className="rule-editor field" ref={frame} />
}

/** Each fact completes under its key and under its Chinese label. */
function variablesOf(facts: Facts, say: (words: { zh: string; en: string }) => string): Variable[] {
  const own = facts.choices.map((choice) => ({ name: choice.key, detail: say(choice.label) }))
  const lists = facts.lists.map((list) => ({
    name: list.key,
    detail: say(list.label),
    isList: true,
    entries: list.facts.map((fact) => ({ name: fact.key, detail: say(fact.label) })),
  }))
  return [...own, ...lists]
}
