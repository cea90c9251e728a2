import { Button } from 'antd'
import { client } from '../../api.ts'
import { useSending } from '../../people/identity/sending.ts'
import { Problem } from '../../ui/Problem.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import type { Import } from '../import.ts'

const WORKS = ['read', 'match', 'apply', 'undo'] as const

/** How far what is under way has come, how fast, how long still; it goes on without the page. */
export function Working({ one, may }: { one: Import; may: boolean }) {
  const { t } = useWords()
  const { clientId, busy, error, send } = useSending()
  const share = one.progress?.share ?? 0
  const asked = WORKS.find((each) => each === one.progress?.work) ?? 'read'
  // What is read to its end is compared at once, as part of the same work.
  const work = asked === 'read' && share >= 1 ? 'match' : asked
  const stop = () =>
    send(() => client.stopImport({ params: { id: one.id }, body: { clientId } }), t('import.work.stopped'))
  return (
    <section className="panel import-work" aria-labelledby="work">
      <h2 id="work">{t(`import.work.${work}`)}</h2>
      <progress max={1} value={share > 0 && share < 1 ? share : undefined} aria-label={t(`import.work.${work}`)} />
      <p role="status">{useProgressText()(one.progress)}</p>
      <p className="soft">{t('import.work.leave')}</p>
      {error !== undefined && <Problem error={error} />}
      {may && one.may.includes('stop') && (
        <p className="import-buttons">
          <Button loading={busy} onClick={stop}>
            {t('import.work.stop')}
          </Button>
          <span className="soft">{t('import.work.stop.how')}</span>
        </p>
      )}
    </section>
  )
}

function useProgressText(): (progress: Import['progress']) => string {
  const { t, language } = useWords()
  const n = (value: number) => numberText(value, language)
  return (progress) => {
    if (!progress || progress.done === 0) return t('import.work.queued')
    const { work, share, done, of, rowsPerSecond, secondsLeft } = progress
    if (work === 'read' && share >= 1) return t('import.work.allRead', { done: n(done) })
    const left =
      secondsLeft === null || secondsLeft === 0
        ? ''
        : secondsLeft < 90
          ? t('import.work.left.seconds', { n: n(secondsLeft) })
          : t('import.work.left.minutes', { n: n(Math.ceil(secondsLeft / 60)) })
    return [
      of === null ? t('import.work.done', { done: n(done) }) : t('import.work.doneOf', { done: n(done), of: n(of) }),
      rowsPerSecond ? t('import.work.speed', { n: n(rowsPerSecond) }) : '',
      left,
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
