import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { addDays } from '#domain/base/date.ts'
import type { VacancyLine } from '#domain/jobs/vacancy/vacancy.api.ts'
import { vacancyKind } from '#domain/jobs/vacancy/vacancy-codes.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { StateMark } from '../StateMark.tsx'
import { useWageText } from '../wage-text.ts'
import { VacancyFilter } from './VacancyFilter.tsx'
import '../jobs.css'

type Line = Static<typeof VacancyLine>

/** 岗位: what can be offered to people on the day, newest first. */
export function VacanciesPage() {
  const { t } = useWords()
  const can = useCan()
  const { clocks, search } = useView()
  const { occupation, place, text, after } = search
  const kind = isKind(search.kind) ? search.kind : undefined
  const list = useQuery({
    ...ask.listVacancies({
      query: {
        ...clocks,
        state: search.part === 'all' ? 'all' : 'open',
        ...(occupation && { occupation }),
        ...(place && { place }),
        ...(text && { text: text.slice(0, 40) }),
        ...(kind && { kind }),
        ...(after && { after }),
      },
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <PageShell
      title={t('jobs.vacancies')}
      lede={t('jobs.vacancies.lede')}
      actions={
        <>
          {can('jobs.record') && (
            <Go className="vacancy-go" to={paths.newVacancy()}>
              {t('jobs.vacancies.new')}
            </Go>
          )}
          {can('jobs.admit') && <Go to={paths.employers()}>{t('jobs.employers')}</Go>}
          <PrintButton />
        </>
      }
    >
      <VacancyFilter occupationName={list.data?.occupationName ?? null} busy={list.isFetching} />
      <section className="panel">
        <Answer of={list} lines={10}>
          {(data) => (
            <>
              <Vacancies vacancies={data.vacancies} />
              <Pager after={after} next={data.next} />
            </>
          )}
        </Answer>
      </section>
    </PageShell>
  )
}

const isKind = (kind: string | undefined): kind is keyof typeof vacancyKind =>
  kind !== undefined && Object.hasOwn(vacancyKind, kind)

function Vacancies({ vacancies }: { vacancies: Line[] }) {
  const { t, say, language } = useWords()
  const wage = useWageText()
  const columns: Column<Line>[] = [
    {
      key: 'title',
      title: t('jobs.vacancy.title'),
      head: true,
      cell: (line) => <Go to={paths.vacancy(line.id)}>{line.title}</Go>,
    },
    { key: 'occupation', title: t('jobs.vacancy.occupation'), cell: (line) => line.occupationName },
    { key: 'employer', title: t('jobs.vacancy.employer'), cell: (line) => line.employer },
    { key: 'kind', title: t('jobs.vacancy.kind'), wide: true, cell: (line) => say(vacancyKind[line.kind]) },
    { key: 'place', title: t('jobs.vacancy.place'), cell: (line) => line.placeName },
    {
      key: 'wage',
      title: t('jobs.vacancy.wage'),
      cell: (line) => wage(line) ?? <span className="soft">{t('jobs.vacancy.notStated')}</span>,
    },
    {
      key: 'left',
      title: t('jobs.vacancy.left'),
      number: true,
      cell: (line) => numberText(line.left, language),
    },
    { key: 'until', title: t('jobs.vacancy.until'), wide: true, cell: (line) => addDays(line.openUntil, -1) },
    { key: 'state', title: t('jobs.filter.state'), beside: true, cell: (line) => <StateMark state={line.state} /> },
  ]
  return (
    <DataTable
      caption={t('jobs.vacancies')}
      columns={columns}
      rows={vacancies}
      keyOf={(line) => line.id}
      empty={t('jobs.vacancies.none')}
    />
  )
}
