import { Alert, Button } from 'antd'
import { PHASES } from '#domain/jobs/matching/run-state.ts'
import { vacancyKind } from '#domain/jobs/vacancy/vacancy-codes.ts'
import { client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { instantText, numberText } from '../../../ui/text/number.ts'
import { useCan } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import type { Run } from '../match-text.ts'

/** With what a run was made, so that anybody can make it again; and the button that does. */
export function KeptPanel({ run }: { run: Run }) {
  const { t, say, language } = useWords()
  const { settings, took } = run
  const between = language === 'zh' ? '、' : ', '
  const seconds = PHASES.flatMap(({ key }) => {
    const spent = took?.[key]
    return spent === undefined
      ? []
      : [`${t(`match.took.${key}`)} ${t('match.kept.seconds', { n: numberText(spent, language) })}`]
  })
  const lines: [string, string | null][] = [
    [t('match.set.people'), t(`match.set.people.${settings.people}`)],
    [t('match.set.kinds'), settings.kinds.map((kind) => say(vacancyKind[kind])).join(between)],
    [t('match.set.openingsShare'), `${numberText(settings.openingsShare, language)}%`],
    [t('match.set.backUps'), String(settings.backUps)],
    [t('match.set.factor'), String(settings.factor)],
    [t('match.set.extent'), t(`match.set.extent.${settings.extent}`)],
    [t('match.kept.seed'), settings.seed],
    [t('match.kept.engine'), run.engine],
    [t('match.kept.knownAt'), run.knownAt && instantText(run.knownAt, language)],
    [t('match.kept.took'), seconds.length > 0 ? seconds.join(between) : null],
    [t('match.kept.inputs'), run.inputsHash],
    [t('match.kept.result'), run.resultHash],
  ]
  return (
    <section className="panel" aria-labelledby="kept">
      <h2 id="kept">{t('match.kept')}</h2>
      <dl className="vacancy-facts">
        {lines.flatMap(([term, value]) =>
          value === null
            ? []
            : [
                <div key={term}>
                  <dt>{term}</dt>
                  <dd className="match-hash">{value}</dd>
                </div>,
              ],
        )}
      </dl>
      <p className="soft">
        {t('match.rules.versions', { tiers: settings.tiers, weights: settings.weights })}{' '}
        {(run.tiersAssumed || run.weightsAssumed) && t('match.rules.assumed')}
      </p>
      {run.state === 'done' && <Replay run={run} />}
    </section>
  )
}

function Replay({ run }: { run: Run }) {
  const { t } = useWords()
  const can = useCan()
  const command = useCommand(t('match.replay.asked'), () => {}, ['getMatchRun'])
  const { replay, replayAskedAt } = run
  const going = replayAskedAt !== null && (replay === null || replay.at < replayAskedAt)
  return (
    <>
      {can('jobs.match') && (
        <div className="match-acts no-print">
          <Button
            loading={command.busy || going}
            onClick={() =>
              command.save((clientId) => client.replayMatchRun({ params: { id: run.id }, body: { clientId } }))
            }
          >
            {going ? t('match.replay.going') : t('match.replay')}
          </Button>
          <span className="soft">{t('match.replay.how')}</span>
        </div>
      )}
      {command.error !== undefined && <Problem error={command.error} />}
      {replay && !going && <Compared replay={replay} />}
    </>
  )
}

function Compared({ replay }: { replay: NonNullable<Run['replay']> }) {
  const { t, language } = useWords()
  const at = instantText(replay.at, language)
  const same = t(replay.sameResult ? 'match.replay.same.yes' : 'match.replay.same.no')
  const text = !replay.sameInputs
    ? t('match.replay.inputs', { at, same })
    : t(replay.sameResult ? 'match.replay.same' : 'match.replay.result', { at })
  const type = !replay.sameInputs ? 'warning' : replay.sameResult ? 'success' : 'error'
  return <Alert type={type} showIcon role="status" title={text} />
}
