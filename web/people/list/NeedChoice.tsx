import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { Go } from '../../ui/Go.tsx'
import { changed } from '../../ui/router.ts'
import { numberText } from '../../ui/text/number.ts'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'

type Line = Reply<Api['listNeeds']>['lines'][number]

/** Every need and finding with how many people of the area have it; each opens its list. */
export function NeedChoice({ chosen }: { chosen: string | undefined }) {
  const { t } = useWords()
  const { area, plan } = useView()
  const can = useCan()
  const { data } = useQuery({ ...ask.listNeeds({ query: { plan, area } }), enabled: can('indicators.read') })
  if (!data || data.lines.length === 0) return null
  const some = (kind: Line['kind']) => data.lines.filter((line) => line.kind === kind).sort((a, b) => b.yes - a.yes)
  return (
    <details className="need-choice no-print">
      <summary>{t('people.needs')}</summary>
      {chosen && (
        <p>
          <Go bare to={changed({ predicate: undefined, after: undefined })}>
            {t('people.needs.all')}
          </Go>
        </p>
      )}
      <div className="need-columns">
        <Lines title={t('people.needs.needs')} lines={some('need')} chosen={chosen} />
        <Lines title={t('people.needs.findings')} lines={some('finding')} chosen={chosen} />
      </div>
    </details>
  )
}

function Lines({ title, lines, chosen }: { title: string; lines: Line[]; chosen: string | undefined }) {
  const { t, say, language } = useWords()
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.key}>
            <Go
              bare
              to={changed({ predicate: line.key, after: undefined })}
              aria-current={line.key === chosen || undefined}
            >
              {say(line.name)}
            </Go>
            <b className="num">{numberText(line.yes, language)}</b>
            <span className="unknown" title={t('people.needs.unknown')}>
              {line.unknown > 0 && `? ${numberText(line.unknown, language)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
