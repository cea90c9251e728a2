import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { changed } from '../../ui/router.ts'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import '../jobs.css'
import './matching.css'

type Query = Input<Api['listMatchPeople']>['query']
type Line = Reply<Api['listMatchPeople']>['people'][number]
const PARTS = ['placed', 'unmatched', 'scenario'] as const

/** Whom a number of a run counts, within the post's area. */
export function MatchPeoplePage({ params }: { params: Record<string, string> }) {
  const { t } = useWords()
  const { search, area } = useView()
  const id = Number(params.id)
  const part = PARTS.find((each) => each === search.part)
  const { after, reason, tier, occupation } = search
  const list = useQuery({
    ...ask.listMatchPeople({
      params: { id },
      query: {
        area,
        ...(part && { part }),
        ...(reason && { reason: reason as NonNullable<Query['reason']> }),
        ...(tier && { tier }),
        ...(occupation && { occupation }),
        ...(after && { after }),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const title = t(`match.list.${part ?? 'people'}`)
  return (
    <PageShell
      title={title}
      crumbs={[
        { label: t('match.title'), to: paths.matchRuns() },
        { label: t('match.run.this'), to: paths.matchRun(id) },
        { label: title },
      ]}
      actions={<PrintButton />}
    >
      <nav className="occupation-filter" aria-label={t('match.list.people')}>
        {[undefined, ...PARTS].map((each) => (
          <Go
            bare
            key={each ?? 'all'}
            to={changed({ part: each, reason: undefined, after: undefined })}
            aria-current={part === each ? 'true' : undefined}
          >
            {each ? t(`match.list.${each}`) : t('match.list.all')}
          </Go>
        ))}
      </nav>
      <section className="panel">
        <Answer of={list} lines={10}>
          {(data) => (
            <>
              <People people={data.people} title={title} />
              <Pager after={after} next={data.next} />
            </>
          )}
        </Answer>
      </section>
    </PageShell>
  )
}

function People({ people, title }: { people: Line[]; title: string }) {
  const { t, say } = useWords()
  const can = useCan()
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: t('match.name'),
      head: true,
      cell: ({ person, name }) => (can('people.read') ? <Go to={paths.file(person)}>{name}</Go> : name),
    },
    { key: 'area', title: t('match.area'), cell: ({ areaName }) => areaName },
    { key: 'tier', title: t('match.tier'), cell: ({ tier }) => `${tier.tier} ${say(tier.name)}` },
    {
      key: 'occupation',
      title: t('match.occupation'),
      cell: ({ occupation, asked }) => (
        <>
          {occupation?.name ?? t('match.occupation.none')}{' '}
          {!asked && <span className="tag">{t('match.notAsked')}</span>}
        </>
      ),
    },
    {
      key: 'got',
      title: t('match.got'),
      cell: ({ vacancy, reason }) =>
        reason !== null ? (
          t(`match.reason.${reason}`)
        ) : vacancy ? (
          <span className="vacancy-head">
            <Go to={paths.vacancy(vacancy.id)}>{vacancy.title}</Go>
            <span>{vacancy.employer}</span>
          </span>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <DataTable
      caption={title}
      columns={columns}
      rows={people}
      keyOf={({ person }) => person}
      empty={t('match.list.none')}
    />
  )
}
