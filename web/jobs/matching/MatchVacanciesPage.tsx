import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { changed } from '../../ui/router.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { useStandingText } from './match-text.ts'
import '../jobs.css'

const PARTS = ['left', 'full'] as const

/** Vacancies of a run: how many openings have somebody, and where the last admitted stands. */
export function MatchVacanciesPage({ params }: { params: Record<string, string> }) {
  const { t, language } = useWords()
  const { search } = useView()
  const id = Number(params.id)
  const part = PARTS.find((each) => each === search.part)
  const { after } = search
  const list = useQuery({
    ...ask.listMatchVacancies({ params: { id }, query: { ...(part && { part }), ...(after && { after }) } }),
    placeholderData: keepPreviousData,
  })
  const standing = useStandingText(list.data?.tierNames ?? [])
  const title = t('match.vacancies')
  const n = (value: number) => numberText(value, language)
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
      <nav className="occupation-filter" aria-label={title}>
        {[undefined, ...PARTS].map((each) => (
          <Go
            bare
            key={each ?? 'all'}
            to={changed({ part: each, after: undefined })}
            aria-current={part === each ? 'true' : undefined}
          >
            {each ? t(`match.vacancy.part.${each}`) : t('match.list.all')}
          </Go>
        ))}
      </nav>
      <section className="panel">
        <Answer of={list} lines={10}>
          {(data) => (
            <>
              <DataTable
                caption={title}
                rows={data.vacancies}
                keyOf={({ vacancy }) => vacancy.id}
                columns={[
                  {
                    key: 'title',
                    title: t('match.vacancy.title'),
                    head: true,
                    cell: ({ vacancy }) => <Go to={paths.vacancy(vacancy.id)}>{vacancy.title}</Go>,
                  },
                  { key: 'employer', title: t('jobs.vacancy.employer'), cell: ({ vacancy }) => vacancy.employer },
                  { key: 'place', title: t('jobs.vacancy.place'), cell: ({ vacancy }) => vacancy.placeName },
                  {
                    key: 'openings',
                    title: t('match.vacancy.openings'),
                    number: true,
                    cell: ({ openings }) => n(openings),
                  },
                  { key: 'given', title: t('match.vacancy.given'), number: true, cell: ({ given }) => n(given) },
                  {
                    key: 'backUps',
                    title: t('match.vacancy.backUps'),
                    number: true,
                    cell: ({ backUps }) => n(backUps),
                  },
                  {
                    key: 'cutOff',
                    title: t('match.vacancy.cutOff'),
                    cell: ({ cutOff }) =>
                      cutOff ? t('match.cutOff.last', { standing: standing(cutOff) }) : t('match.cutOff.open'),
                  },
                ]}
              />
              <Pager after={after} next={data.next} />
            </>
          )}
        </Answer>
      </section>
    </PageShell>
  )
}
