import { Answer } from '../../ui/Answer.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { LastRun } from './LastRun.tsx'
import { useDetermination } from './use-determination.ts'

/** When every file was last determined, what that found, and when it is done again. */
export function DeterminationLine() {
  const { t, language } = useWords()
  const determination = useDetermination()
  return (
    <section className="panel">
      <Answer of={determination} lines={1}>
        {({ runs, timeOfDay, dueAt }) => (
          <p className="soft">
            <LastRun run={runs[0]} /> {t('needs.run.next', { time: timeOfDay, at: instantText(dueAt, language) })}
          </p>
        )}
      </Answer>
    </section>
  )
}

/** Beside counts of needs and findings while all files are being determined: what is counted is what the last run found. */
export function BeingDetermined() {
  const [run] = useDetermination().data?.runs ?? []
  if (run?.state !== 'running') return null
  return (
    <p className="soft" role="status">
      <LastRun run={run} />
    </p>
  )
}
