import { Button, Popconfirm } from 'antd'
import { client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { numberText } from '../../../ui/text/number.ts'
import { useCan } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { isOpen, type Run } from '../match-text.ts'
import { useStart } from '../StartPage.tsx'

/** The next thing on top: how far it is and the way to stop it, what came of it, or the way to start again. */
export function RunHead({ run }: { run: Run }) {
  const { t } = useWords()
  if (isOpen(run.state)) return <Progress run={run} />
  if (run.state === 'done') return <Summary run={run} />
  return (
    <section className="panel" role="alert" aria-labelledby="progress">
      <h2 id="progress" className="sr-only">
        {t('match.progress')}
      </h2>
      <p>
        {run.state === 'stopped' && t('match.ended.stopped')}
        {run.state === 'broken' && t('match.ended.broken')}
        {run.state === 'failed' && t('match.ended.failed')} <Why run={run} />
      </p>
      <Again run={run} />
    </section>
  )
}

function Why({ run }: { run: Run }) {
  const { say } = useWords()
  return run.problem ? <b>{say(run.problem)}</b> : null
}

function Again({ run }: { run: Run }) {
  const { t } = useWords()
  const can = useCan()
  const { busy, error, start } = useStart()
  if (!can('jobs.match')) return null
  const { weights, tiers, ...settings } = run.settings
  return (
    <div className="match-acts no-print">
      <Button type="primary" loading={busy} onClick={() => start({ ...settings, on: run.on })}>
        {t('match.again')}
      </Button>
      {error !== undefined && <Problem error={error} />}
    </div>
  )
}

function Progress({ run }: { run: Run }) {
  const { t, language } = useWords()
  const can = useCan()
  const stop = useCommand(t('match.stopped'), () => {}, ['getMatchRun', 'listMatchRuns'])
  const { share, seconds } = run
  const left = seconds !== null && share > 0.05 ? Math.ceil((seconds * (1 - share)) / share) : null
  const what = run.state === 'waiting' ? t('match.waiting') : t(`match.phase.${run.phase}`)
  return (
    <section className="panel" aria-labelledby="progress">
      <h2 id="progress">{t('match.progress')}</h2>
      <output className="match-progress">
        <b>{what}</b>
        <progress value={share} max={1} aria-label={what} />
        <span className="soft">
          {numberText(Math.floor(share * 100), language)}%
          {left !== null && ` · ${t('match.progress.left', { n: left })}`}
          <br />
          {t('match.progress.leave')}
        </span>
      </output>
      {can('jobs.match') && (
        <div className="match-acts no-print">
          <Popconfirm
            title={t('match.stop.sure')}
            onConfirm={() =>
              stop.save((clientId) => client.stopMatchRun({ params: { id: run.id }, body: { clientId } }))
            }
          >
            <Button loading={stop.busy || run.state === 'stopping'}>{t('match.stop')}</Button>
          </Popconfirm>
          {stop.error !== undefined && <Problem error={stop.error} />}
        </div>
      )}
    </section>
  )
}

function Summary({ run }: { run: Run }) {
  const { t, language } = useWords()
  const { counts, certificate } = run
  if (!counts) return null
  const n = (value: number) => numberText(value, language)
  return (
    <section className="panel" aria-labelledby="result">
      <h2 id="result">{t('match.result')}</h2>
      <p className="match-big">{t('match.result.of', { people: n(counts.people), placed: n(counts.placed) })}</p>
      <p>
        {certificate?.mostPlaceable !== undefined && t('match.result.most', { most: n(certificate.mostPlaceable) })}{' '}
        {counts.asked < counts.people && t('match.result.asked', { asked: n(counts.asked) })}{' '}
        {t('match.result.backUps', { n: n(counts.backUps) })}
      </p>
      {certificate && (
        <p className={isFair(certificate) ? undefined : 'unknown'} role={isFair(certificate) ? undefined : 'alert'}>
          {t(isFair(certificate) ? 'match.result.fair' : 'match.result.unfair')}
        </p>
      )}
    </section>
  )
}

const isFair = ({ blockingPairs, overQuota, ineligible, doubled }: NonNullable<Run['certificate']>): boolean =>
  blockingPairs.anchors + blockingPairs.backUps + overQuota + ineligible + doubled === 0
