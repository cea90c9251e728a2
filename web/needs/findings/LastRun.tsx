import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { instantText, numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'

type Run = Reply<Api['getDetermination']>['runs'][number]

/** What the newest full determination found, or how far it is. */
export function LastRun({ run }: { run: Run | undefined }) {
  const { t, language } = useWords()
  if (!run) return t('needs.run.none')
  const at = instantText(run.startedAt, language)
  const share = run.share === null ? '' : t('needs.run.share', { percent: Math.floor(run.share * 100) })
  if (run.state === 'running') return t('needs.run.running', { at, share })
  if (run.state !== 'done') return t('needs.run.failed', { at })
  const count = (n: number | null) => numberText(n ?? 0, language)
  return t('needs.run.last', {
    ...{ at, files: count(run.files), seconds: run.seconds ?? 0 },
    ...{ gained: count(run.gained), lost: count(run.lost) },
  })
}
