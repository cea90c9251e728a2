import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { Severity } from '../../needs/Severity.tsx'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { changed } from '../../ui/router.ts'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import type { Import } from '../import.ts'

const useFindings = (one: Import) =>
  useQuery({
    ...ask.listImportFindings({ params: { id: one.id } }),
    enabled: one.state !== 'undone',
    placeholderData: (before) => before,
  })

/** Findings that rows bring, each opening to its rows: they are taken all the same, and are to be mended. */
export function Findings({ one }: { one: Import }) {
  const { t, say, language } = useWords()
  const { data } = useFindings(one)
  if (!data || one.state === 'undone') return null
  const taken = one.appliedAt !== null
  if (!data.asked)
    return one.may.includes('apply') ? <p className="panel soft">{t('import.findings.notAsked')}</p> : null
  if (data.findings.length === 0) return null
  return (
    <section className="panel import-next" aria-labelledby="findings">
      <h2 id="findings">{t(taken ? 'import.findings.taken' : 'import.findings.title')}</h2>
      <p className="soft">{t(taken ? 'import.findings.taken.how' : 'import.findings.how')}</p>
      <ul className="import-findings">
        {data.findings.map(({ key, name, severity, mend, rows }) => (
          <li key={key}>
            <Severity of={severity} />{' '}
            <Go to={changed({ part: 'all', predicate: key, after: undefined })}>
              {say(name)} <b>{t('import.rows', { n: numberText(rows, language) })}</b>
            </Go>{' '}
            <span className="soft">{say(mend)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Above rows that bring one finding: which, its page, and the way back to all rows. */
export function OfFinding({ one, finding }: { one: Import; finding: string }) {
  const { t, say } = useWords()
  const { data } = useFindings(one)
  const found = data?.findings.find(({ key }) => key === finding)
  return (
    <p>
      {t('import.findings.rows', { finding: say(found?.name) || finding })}{' '}
      <Go to={paths.finding(finding)}>{t('import.findings.open')}</Go> ·{' '}
      <Go to={changed({ predicate: undefined, part: undefined, after: undefined })}>{t('import.findings.all')}</Go>
    </p>
  )
}
