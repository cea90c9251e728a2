import type { Words } from '#domain/base/fail.ts'
import { useWords } from '../../words.ts'
import { useSourceText } from './source-text.ts'

type FactValue = { key: string; label: Words; value: Words }

/** Facts by their labels; a fact without a value says so. */
export function FactList({ facts }: { facts: FactValue[] }) {
  const { t, say } = useWords()
  const sourceText = useSourceText()
  const said = (fact: FactValue) => (fact.key === 'source' ? sourceText(say(fact.value)) : say(fact.value))
  return (
    <dl className="fact-list">
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{say(fact.label)}</dt>
          <dd>{said(fact) || <span className="soft">{t('file.none')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
