import type { Words } from '#domain/base/fail.ts'
import { useWords } from '../../words.ts'

/** Facts by their labels; a fact without a value says so. */
export function FactList({ facts }: { facts: { key: string; label: Words; value: Words }[] }) {
  const { t, say } = useWords()
  return (
    <dl className="fact-list">
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{say(fact.label)}</dt>
          <dd>{say(fact.value) || <span className="soft">{t('file.none')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
