import type { VacancyCheck } from '#domain/jobs/vacancy/vacancy.api.ts'
import { useWords } from '../words.ts'
import './jobs.css'

/** What stands against a vacancy or is unknown of it: what, how to mend it, by which clause, on which assumption. */
export function CheckList({ checks }: { checks: readonly VacancyCheck[] }) {
  const { t, say } = useWords()
  if (checks.length === 0) return null
  return (
    <ul className="check-list">
      {checks.map((check) => (
        <li key={`${check.key} ${check.field}`}>
          <span className={`tag check-${check.outcome}`}>{t(`jobs.check.${check.outcome}`)}</span> {say(check.words)}
          {check.said && <> {t('jobs.check.said', { said: check.said })}</>}
          {check.clause && <span className="soft"> {t('jobs.check.clause', { clause: say(check.clause) })}</span>}
          {check.assumption && (
            <span className="soft"> {t('jobs.check.assumption', { assumption: say(check.assumption) })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
