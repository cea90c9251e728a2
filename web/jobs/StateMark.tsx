import type { VacancyState } from '#domain/jobs/vacancy/vacancy.ts'
import { useWords } from '../words.ts'
import './jobs.css'

/** Where a vacancy stands: told by words, and by a colour beside them. */
export function StateMark({ state }: { state: VacancyState }) {
  const { t } = useWords()
  return <span className={`tag vacancy-${state}`}>{t(`jobs.state.${state}`)}</span>
}
