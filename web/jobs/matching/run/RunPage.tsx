import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { PrintButton } from '../../../ui/page/PrintButton.tsx'
import { instantText } from '../../../ui/text/number.ts'
import { useCan } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { MatchState } from '../MatchState.tsx'
import { isOpen, type Run } from '../match-text.ts'
import { CertificatePanel } from './CertificatePanel.tsx'
import { KeptPanel } from './KeptPanel.tsx'
import { ResultPanels } from './ResultPanels.tsx'
import { RunHead } from './RunHead.tsx'
import '../../jobs.css'
import '../matching.css'

const LOOK_EVERY_MS = 1000

/** One run: how far it is, or what it found, with the lists behind every number and what an independent check says. */
export function RunPage({ params }: { params: Record<string, string> }) {
  const { t, language } = useWords()
  const can = useCan()
  const id = Number(params.id)
  const run = useRun(id)
  const title = run.data ? t('match.run', { on: run.data.on }) : t('match.run.this')
  return (
    <PageShell
      title={title}
      lede={
        run.data && (
          <>
            <MatchState state={run.data.state} /> {run.data.frameName} · {run.data.by ?? t('match.by.schedule')} ·{' '}
            {instantText(run.data.askedAt, language)}
          </>
        )
      }
      crumbs={[{ label: t('match.title'), to: paths.matchRuns() }, { label: title }]}
      actions={<PrintButton />}
    >
      <Answer of={run} lines={10}>
        {(data) => (
          <>
            <RunHead run={data} />
            {data.state === 'done' && (
              <>
                {data.prunedAt !== null && <Pruned at={data.prunedAt} />}
                {can('people.list') && data.prunedAt === null && <ResultPanels run={data} />}
                <CertificatePanel run={data} />
              </>
            )}
            <KeptPanel run={data} />
          </>
        )}
      </Answer>
    </PageShell>
  )
}

/** Its lists are gone; what stays stands below. */
function Pruned({ at }: { at: string }) {
  const { t, language } = useWords()
  return (
    <section className="panel" aria-labelledby="pruned">
      <h2 id="pruned">{t('match.pruned')}</h2>
      <p>{t('match.pruned.how', { at: instantText(at, language) })}</p>
    </section>
  )
}

const isWaitedFor = (run: Run | undefined): boolean =>
  isOpen(run?.state) || (run?.replayAskedAt != null && (run.replay === null || run.replay.at < run.replayAskedAt))

/** Looked at again while it goes on; what stands on other screens when it has ended. */
function useRun(id: number) {
  const queries = useQueryClient()
  const run = useQuery({
    ...ask.getMatchRun({ params: { id } }),
    retry: false,
    refetchInterval: ({ state }) => (isWaitedFor(state.data as Run | undefined) ? LOOK_EVERY_MS : false),
  })
  const open = isOpen(run.data?.state)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !open)
      for (const name of ['listMatchRuns', 'listOffers', 'listCandidates', 'getPersonMatch', 'getVacancyMatch'])
        void queries.invalidateQueries({ queryKey: [name] })
    wasOpen.current = open
  }, [open, queries])
  return run
}
