import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { BeingDetermined } from '../../needs/findings/DeterminationLine.tsx'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords, type WordKey, zh } from '../../words.ts'

type NeedLine = Reply<Api['listNeeds']>['lines'][number]
const grave = ['block', 'hold', 'review']
const rank = (line: NeedLine) => (line.severity ? grave.indexOf(line.severity) : 3)
const SHOWN = 4

/** People with a need, and records that are probably wrong: each count opens its list. */
export function NextToDo() {
  const { t } = useWords()
  const view = useView()
  const needs = useQuery(ask.listNeeds({ query: { plan: view.plan, area: view.area } }))
  return (
    <section className="panel next" aria-labelledby="next">
      <h2 id="next">
        {t('indicators.next')} <small>{t('indicators.next.lede')}</small>
      </h2>
      <BeingDetermined />
      <Answer of={needs} lines={3}>
        {({ lines }) => (
          <div className="next-columns">
            <Column title={t('indicators.next.needs')} lines={some(lines, 'need')} />
            <Column title={t('indicators.next.findings')} lines={some(lines, 'finding')} />
          </div>
        )}
      </Answer>
    </section>
  )
}

const some = (lines: NeedLine[], kind: NeedLine['kind']): NeedLine[] =>
  lines
    .filter((line) => line.kind === kind && line.yes + line.unknown > 0)
    .sort((a, b) => Number(b.yes > 0) - Number(a.yes > 0) || rank(a) - rank(b) || b.yes - a.yes)

function Column({ title, lines }: { title: string; lines: NeedLine[] }) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  return (
    <div>
      <h3>{title}</h3>
      {lines.length === 0 && <p className="soft">{t('indicators.next.none')}</p>}
      <ul>
        {lines.slice(0, all ? undefined : SHOWN).map((line) => (
          <NeedItem key={line.key} line={line} />
        ))}
      </ul>
      {lines.length > SHOWN && (
        <button
          type="button"
          className="link-button no-print"
          aria-expanded={all}
          onClick={() => setAll((was) => !was)}
        >
          {all ? t('ui.less') : t('indicators.next.all', { n: lines.length })}
        </button>
      )}
    </div>
  )
}

function NeedItem({ line }: { line: NeedLine }) {
  const { t, say, language } = useWords()
  const view = useView()
  const severity = `indicators.severity.${line.severity}` as WordKey
  return (
    <li>
      <Go to={paths.people({ predicate: line.key, area: view.area })}>
        <b>{numberText(line.yes, language)}</b>
        <span>{say(line.name)}</span>
      </Go>
      {line.severity && severity in zh && (
        <span className={`tag severity-${line.severity}`}>{t(severity as 'indicators.severity.block')}</span>
      )}
      {line.unknown > 0 && (
        <small className="soft">{t('indicators.next.unknown', { n: numberText(line.unknown, language) })}</small>
      )}
    </li>
  )
}
