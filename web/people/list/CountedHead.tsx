import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { Go } from '../../ui/Go.tsx'
import { changed } from '../../ui/router.ts'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { RuleLine } from '../why/RuleLine.tsx'

type FigureView = Reply<Api['listFigures']>['figures'][number]
type IndicatorView = Reply<Api['getPlan']>['indicators'][number]
type CountWord = 'counted.people' | 'counted.sites' | 'counted.areas' | 'counted.records'

/** What the list holds decides the word after the number. */
const countWords: Record<string, CountWord> = {
  person: 'counted.people',
  site: 'counted.sites',
  area: 'counted.areas',
}

type Props = {
  figure: FigureView
  indicator: IndicatorView
  record: string
  part: string | undefined
  filtered: boolean
}

/** The figure again, its parts as links, and how it is counted. */
export function CountedHead({ figure, indicator, record, part, filtered }: Props) {
  const { t, say, language } = useWords()
  const chosen = figure.parts.find((one) => one.key === part)
  const value = chosen?.value ?? figure.value
  const word = countWords[record] ?? 'counted.records'
  return (
    <section className="panel counted-head" aria-label={t('counted.definition')}>
      <p className="counted-figure">
        {filtered && <span className="unknown">{t('counted.filtered')}</span>}
        {!filtered && value !== null && <strong>{t(word, { n: numberText(value, language) })}</strong>}
        {chosen && (
          <span>
            {t('counted.part', { part: say(chosen.label) })}{' '}
            <Go bare to={changed({ part: undefined, after: undefined })}>
              {t('counted.part.all')}
            </Go>
          </span>
        )}
      </p>
      {figure.parts.length > 0 && (
        <ul className="counted-parts" aria-label={t('counted.parts')}>
          {figure.parts.map((one) => (
            <li key={one.key}>
              <Go bare to={changed({ part: one.key, after: undefined })} aria-current={one.key === part || undefined}>
                {say(one.label)} <b>{numberText(one.value, language)}</b>
              </Go>
            </li>
          ))}
        </ul>
      )}
      <Definition indicator={indicator} />
    </section>
  )
}

function Definition({ indicator }: { indicator: IndicatorView }) {
  const { t, say } = useWords()
  return (
    <details className="counting">
      <summary>{t('counted.definition')}</summary>
      <dl>
        <dt>{t('counted.statement')}</dt>
        <dd>{say(indicator.statement)}</dd>
        <dt>{t('counted.where')}</dt>
        <dd>
          <RuleLine text={indicator.where} record={indicator.counts} />
        </dd>
        <dt>{t('counted.attribution')}</dt>
        <dd>{say(indicator.attribution)}</dd>
        {indicator.assumptions.length > 0 && <dt>{t('counted.assumption')}</dt>}
        {indicator.assumptions.map((one) => (
          <dd key={one.en}>{say(one)}</dd>
        ))}
        <dt>{t('counted.source')}</dt>
        <dd>{indicator.source}</dd>
      </dl>
    </details>
  )
}
