import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { FileView, OutcomeLine } from './file-view.ts'
import { OutcomeMark } from './OutcomeMark.tsx'

const urgency: Record<string, number> = { block: 0, hold: 1, review: 2 }
const order = (line: OutcomeLine) => (line.outcome === 'yes' ? 0 : 10) + (urgency[line.severity ?? ''] ?? 3)

/** Needs and findings: those that hold first, then those that cannot be told; the rest behind a word. */
export function Matters({ file }: { file: FileView }) {
  const { t } = useWords()
  const { present } = useView()
  // The findings of the present stand above, with what can be done about them.
  const lines = file.outcomes.filter(({ kind }) => kind === 'need' || (kind === 'finding' && !present))
  const open = lines.filter((line) => line.outcome !== 'no').sort((a, b) => order(a) - order(b))
  const rest = lines.filter((line) => line.outcome === 'no')
  return (
    <section className="panel" aria-labelledby="matters">
      <h2 id="matters">{t('file.matters')}</h2>
      {open.length === 0 && <p className="soft">{t('file.matters.none')}</p>}
      <ul className="matters">
        {open.map((line) => (
          <Matter key={line.key} line={line} person={file.person.id} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="no-print">
          <summary>{t('file.rest', { n: rest.length })}</summary>
          <ul className="matters">
            {rest.map((line) => (
              <Matter key={line.key} line={line} person={file.person.id} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Matter({ line, person }: { line: OutcomeLine; person: number }) {
  const { t, say } = useWords()
  const severity =
    line.severity && line.severity in urgency ? (line.severity as 'block' | 'hold' | 'review') : undefined
  return (
    <li className={`matter matter-${line.outcome}`}>
      <span className={`matter-kind matter-${line.kind}`}>
        {t(line.kind === 'finding' ? 'file.finding' : 'file.need')}
      </span>
      <div className="matter-words">
        <b>{say(line.name)}</b>{' '}
        <span className={line.outcome === 'unknown' ? 'unknown' : 'soft'}>
          {[
            line.outcome !== 'yes' && t(`file.outcome.${line.outcome}`),
            severity && t(`file.severity.${severity}`),
            line.clause,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {line.mend && line.outcome !== 'no' && <p className="mend">{say(line.mend)}</p>}
      </div>
      <Go to={paths.why(person, line.key)} aria-label={`${t('file.why')} ${say(line.name)}`} className="no-print">
        {t('file.why')}
      </Go>
    </li>
  )
}

/** The figures this person counts in on the day, each with its reason. */
export function CountedIn({ file }: { file: FileView }) {
  const { t, say } = useWords()
  const lines = file.outcomes.filter((line) => line.kind === 'indicator' && line.outcome !== 'no')
  return (
    <section className="panel" aria-labelledby="counted-in">
      <h2 id="counted-in">{t('file.counted')}</h2>
      {lines.length === 0 && <p className="soft">{t('file.counted.none')}</p>}
      <ul className="counted-in">
        {lines.map((line) => (
          <li key={line.key}>
            <OutcomeMark outcome={line.outcome} /> <Go to={paths.why(file.person.id, line.key)}>{say(line.name)}</Go>
            {line.outcome === 'unknown' && <span className="soft"> {t('file.counted.unknown')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
