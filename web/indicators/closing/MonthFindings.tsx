import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'

const SHOWN = 6

/** Records of the unit that are probably wrong: looked at before its figures are confirmed. */
export function MonthFindings({ area }: { area: number }) {
  const { t, say, language } = useWords()
  const { plan } = useView()
  const needs = useQuery(ask.listNeeds({ query: { plan, area } }))
  return (
    <section className="panel" aria-labelledby="month-findings">
      <h2 id="month-findings">{t('closing.findings')}</h2>
      <Answer of={needs} lines={2}>
        {({ lines }) => {
          const open = lines
            .filter((line) => line.kind === 'finding' && line.yes > 0)
            .toSorted((a, b) => Number(b.severity === 'block') - Number(a.severity === 'block') || b.yes - a.yes)
          if (open.length === 0) return <p className="soft">{t('closing.findings.none')}</p>
          return (
            <ul className="closing-findings">
              {open.slice(0, SHOWN).map((line) => (
                <li key={line.key}>
                  <Go to={paths.people({ area, predicate: line.key })}>{say(line.name)}</Go>{' '}
                  <b>{numberText(line.yes, language)}</b>
                </li>
              ))}
            </ul>
          )
        }}
      </Answer>
    </section>
  )
}
