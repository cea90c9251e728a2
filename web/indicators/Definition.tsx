import type { ReactNode } from 'react'
import { instantText } from '../ui/number.ts'
import { useWords } from '../words.ts'
import type { IndicatorData } from './figure.ts'
import type { AsOfData } from './figure-lines.ts'

type Props = { indicator: IndicatorData; asOf: AsOfData | undefined }

/** 口径: how the figure is made, in the plan's words and in the rule itself. */
export function Definition({ indicator, asOf }: Props) {
  const { t, say, language } = useWords()
  const rows: [string, ReactNode][] = [
    [t('indicators.definition.statement'), say(indicator.statement)],
    [t('indicators.definition.counts'), <code key="counts">{indicator.counts}</code>],
    [t('indicators.definition.where'), <Rule key="where" text={indicator.where} />],
  ]
  if (indicator.of !== null) rows.push([t('indicators.definition.whole'), <Rule key="of" text={indicator.of} />])
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

const Rule = ({ text }: { text: string }) => <code className="rule">{text}</code>
const Lines = ({ of }: { of: string[] }) => (
  <ul>
    {of.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)
