import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { instantText, numberText } from '../../ui/number.ts'
import { useWords } from '../../words.ts'

type Run = Reply<Api['getDetermination']>['runs'][number]

/** When every file was last determined, what that found, and when it is done again. */
export function DeterminationLine() {
  const { t, language } = useWords()
  const determination = useQuery({ ...ask.getDetermination({}), refetchInterval: 60_000 })
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

function LastRun({ run }: { run: Run | undefined }) {
  const { t, language } = useWords()
  if (!run) return t('needs.run.none')
  const at = instantText(run.startedAt, language)
  if (run.state === 'running') return t('needs.run.running', { at })
  if (run.state !== 'done') return t('needs.run.failed', { at })
  const count = (n: number | null) => numberText(n ?? 0, language)
  return t('needs.run.last', {
    ...{ at, files: count(run.files), seconds: run.seconds ?? 0 },
    ...{ gained: count(run.gained), lost: count(run.lost) },
  })
}
