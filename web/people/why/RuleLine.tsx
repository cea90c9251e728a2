import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { useWords } from '../../words.ts'
import { ruleWords, wordsBetween } from './rule-words.ts'

/** A rule in the reader's words, with the text as it is written behind it. */
export function RuleLine({ text, record = 'person' }: { text: string; record?: string }) {
  const { language } = useWords()
  const { data } = useQuery({ ...ask.listFacts({}), staleTime: Number.POSITIVE_INFINITY })
  const read = language === 'zh' && data ? wordsBetween(ruleWords(text, data.records, record), 0, text.length) : text
  return (
    <code className="rule-line" title={text}>
      {read}
    </code>
  )
}
