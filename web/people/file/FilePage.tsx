import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ComponentType } from 'react'
import { ApiError, ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { changed, go, withView } from '../../ui/router.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { FileActions } from '../request/FileActions.tsx'
import { Standing } from '../request/Standing.tsx'
import { Timeline } from '../timeline/Timeline.tsx'
import { WhyDrawer } from '../why/WhyDrawer.tsx'
import { FactList } from './FactList.tsx'
import { FileHead } from './FileHead.tsx'
import type { FileView } from './file-view.ts'
import { HouseholdCard } from './HouseholdCard.tsx'
import { CountedIn, Matters } from './Matters.tsx'
import { Readers } from './Readers.tsx'
import '../people.css'
import './file.css'

type Props = {
  params: Record<string, string>
  /** What is to be mended, shown on top: later slices know of waivers. */
  Findings: ComponentType<{ person: number }>
  /** The work the person would take, what was found for it where they have died: of a later slice too. */
  Work: ComponentType<{ person: number; died: boolean }>
}

/** 一人一档. The address `/people/:id/why?predicate=…` opens the same file with the reason beside it. */
export function FilePage({ params, Findings, Work }: Props) {
  const { t } = useWords()
  const { clocks, search } = useView()
  const id = Number(params.id)
  const file = useQuery({ ...ask.getFile({ params: { id }, query: clocks }), retry: false })
  if (file.error instanceof ApiError && file.error.status === 404) return <Gone problem={file.error} />
  const crumbs = [{ label: t('people.list'), to: paths.people() }]
  return (
    <PageShell
      title={file.data?.person.name ?? t('people.list')}
      crumbs={file.data ? [...crumbs, { label: file.data.person.name }] : crumbs}
      actions={
        <>
          {file.data && <FileActions person={file.data.person} />}
          <Button onClick={() => window.print()}>{t('ui.print')}</Button>
        </>
      }
    >
      <Answer of={file} lines={16}>
        {(data) => <File file={data} Findings={Findings} Work={Work} asked={id} />}
      </Answer>
      <WhyDrawer
        person={id}
        predicate={window.location.pathname.endsWith('/why') ? search.predicate : undefined}
        onClose={() => go(withView(paths.file(id)))}
      />
    </PageShell>
  )
}

function File({ file, Findings, Work, asked }: { file: FileView; asked: number } & Pick<Props, 'Findings' | 'Work'>) {
  const { t } = useWords()
  const { on } = useView()
  const { deathDate } = file.person
  const died = deathDate !== null && deathDate <= on
  const queries = useQueryClient()
  const reread = (name: string) => void queries.invalidateQueries({ queryKey: [name] })
  return (
    <div className="file">
      <Standing person={file.person} asked={asked} />
      <FileHead person={file.person} onRevealed={() => reread('listReaders')} />
      <div className="file-columns">
        <div>
          <Findings person={file.person.id} />
          <Matters file={file} />
          <Work person={file.person.id} died={died} />
          <Timeline file={file} />
        </div>
        <div>
          <HouseholdCard household={file.household} person={file.person.id} village={file.person.area} />
          <CountedIn file={file} />
          <section className="panel" aria-labelledby="facts">
            <h2 id="facts">{t('file.facts')}</h2>
            <FactList facts={file.person.facts} />
          </section>
        </div>
      </div>
      <Readers person={file.person.id} />
    </div>
  )
}

/** Outside one's scope and not there at all look alike: the answer says what to do about either. */
function Gone({ problem }: { problem: ApiError }) {
  const { t, say } = useWords()
  const { clocks } = useView()
  return (
    <PageShell title={t('file.gone')}>
      <section className="panel">
        <p>{say(problem.words)}</p>
        <p>{t('file.gone.how')}</p>
        {clocks.knownAt && (
          <p>
            <Go bare to={changed({ knownAt: undefined })}>
              {t('file.gone.now')}
            </Go>
          </p>
        )}
        <p>
          <Go to={paths.search()}>{t('search.title')}</Go>
        </p>
      </section>
    </PageShell>
  )
}
