import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ask } from '../../api.ts'
import { RuleLine } from '../../people/why/RuleLine.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import type { IndicatorData } from './figure.ts'
import type { AsOfData } from './figure-lines.ts'

type Props = { indicator: IndicatorData; asOf: AsOfData | undefined }

/** 口径: how the figure is made, in the plan's words and in the rule itself. */
export function Definition({ indicator, asOf }: Props) {
  const { t, say, language } = useWords()
  const rule = (text: string) => <RuleLine key={text} text={text} record={indicator.counts} />
  const rows: [string, ReactNode][] = [
    [t('indicators.definition.statement'), say(indicator.statement)],
    [t('indicators.definition.counts'), <Counted key="counts" record={indicator.counts} />],
    [t('indicators.definition.where'), rule(indicator.where)],
  ]
  if (indicator.of !== null) rows.push([t('indicators.definition.whole'), rule(indicator.of)])
  rows.push([t('indicators.definition.attribution'), say(indicator.attribution)])
  if (indicator.assumptions.length > 0)
    rows.push([t('indicators.definition.assumptions'), <Lines key="assumptions" of={indicator.assumptions.map(say)} />])
  rows.push([t('indicators.definition.source'), indicator.source])
  if (asOf) {
    const knownAt = instantText(asOf.knownAt, language)
    rows.push([
      t('indicators.definition.computed'),
      t('indicators.definition.computedAt', { on: asOf.on, knownAt, division: asOf.division }),
    ])
  }
  return (
    <dl className="definition">
      {rows.map(([term, body]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{body}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What is counted, by the catalogue's word for it. */
function Counted({ record }: { record: string }) {
  const { say } = useWords()
  const { data } = useQuery({ ...ask.listFacts({}), staleTime: Number.POSITIVE_INFINITY })
  return say(data?.records.find((one) => one.record === record)?.label) || record
}
const Lines = ({ of }: { of: string[] }) => (
  <ul>
    {of.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)
