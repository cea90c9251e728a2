import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { RuleLine } from '../../people/why/RuleLine.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { useSearch } from '../../ui/router.ts'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { instantText, numberText } from '../../ui/text/number.ts'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import { MatchState } from './MatchState.tsx'
import { isOpen, type RunLine } from './match-text.ts'
import '../jobs.css'
import './matching.css'

type Listed = Reply<Api['listMatchRuns']>
const LOOK_EVERY_MS = 2000

/** Every match run, and by which rules it decides who comes first. */
export function RunsPage() {
  const { t, language } = useWords()
  const can = useCan()
  const { after } = useSearch()
  const list = useQuery({
    ...ask.listMatchRuns({ query: { ...(after && { after }) } }),
    refetchInterval: ({ state }) =>
      (state.data as Listed | undefined)?.runs.some((run) => isOpen(run.state)) ? LOOK_EVERY_MS : false,
  })
  return (
    <PageShell
      title={t('match.title')}
      lede={t('match.lede')}
      actions={
        <>
          {can('jobs.match') && (
            <Go className="vacancy-go" to={paths.newMatchRun()}>
              {t('match.new')}
            </Go>
          )}
          <PrintButton />
        </>
      }
    >
      <Answer of={list} lines={8}>
        {(data) => (
          <>
            <section className="panel match-rules" aria-labelledby="runs">
              <h2 id="runs">{t('match.list')}</h2>
              <p className="soft">
                {t('match.nightly', { at: data.timeOfDay, due: instantText(data.dueAt, language) })}{' '}
                {data.keptDays !== null && t('match.nightly.kept', { n: data.keptDays })}
              </p>
              <Runs runs={data.runs} />
              <Pager after={after} next={data.next} />
            </section>
            <Rules rules={data} />
          </>
        )}
      </Answer>
    </PageShell>
  )
}

function Runs({ runs }: { runs: RunLine[] }) {
  const { t, language } = useWords()
  const columns: Column<RunLine>[] = [
    {
      key: 'id',
      title: t('match.title'),
      head: true,
      cell: ({ id, on }) => <Go to={paths.matchRun(id)}>{t('match.run', { on })}</Go>,
    },
    { key: 'frame', title: t('match.frame'), cell: ({ frameName }) => frameName },
    {
      key: 'people',
      title: t('match.people'),
      number: true,
      cell: ({ people }) => (people === null ? '–' : numberText(people, language)),
    },
    {
      key: 'placed',
      title: t('match.placed'),
      number: true,
      cell: ({ placed, people }) => (
        <Figure label={t('match.placed')} value={placed} of={placed === null ? null : people} />
      ),
    },
    { key: 'by', title: t('match.by'), cell: ({ by }) => by ?? t('match.by.schedule') },
    { key: 'askedAt', title: t('match.askedAt'), cell: ({ askedAt }) => instantText(askedAt, language) },
    { key: 'state', title: t('match.state'), beside: true, cell: ({ state }) => <MatchState state={state} /> },
  ]
  return (
    <DataTable caption={t('match.list')} columns={columns} rows={runs} keyOf={({ id }) => id} empty={t('match.none')} />
  )
}

function Rules({ rules: { tiers, weights } }: { rules: Pick<Listed, 'tiers' | 'weights'> }) {
  const { t, say } = useWords()
  return (
    <section className="panel match-rules" aria-labelledby="rules">
      <h2 id="rules">{t('match.rules')}</h2>
      <p>{t('match.rules.how')}</p>
      <DataTable
        caption={t('match.rules')}
        rows={tiers.tiers}
        keyOf={({ tier }) => tier}
        columns={[
          { key: 'tier', title: t('match.rules.tier'), head: true, cell: ({ tier }) => tier },
          { key: 'who', title: t('match.rules.who'), cell: ({ name }) => say(name) },
          {
            key: 'where',
            title: t('match.rules.where'),
            cell: ({ where }) => (where === null ? t('match.rules.rest') : <RuleLine text={where} />),
          },
        ]}
      />
      <p className="soft">
        {t('match.rules.versions', { tiers: tiers.version, weights: weights.version })}{' '}
        {(tiers.assumption || weights.assumption) && t('match.rules.assumed')}
      </p>
    </section>
  )
}
