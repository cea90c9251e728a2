import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { contains } from '#domain/places/area.ts'
import { ApiError, ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { AreaDrill } from '../../../people/list/AreaDrill.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Go } from '../../../ui/Go.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { PrintButton } from '../../../ui/page/PrintButton.tsx'
import { type Column, DataTable } from '../../../ui/table/DataTable.tsx'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { BatchTable } from './BatchTable.tsx'
import { Credited, TaskText } from './credited.tsx'
import { OrderTable } from './OrderTable.tsx'
import { Stated } from './Stated.tsx'
import '../../../people/people.css'
import '../../jobs.css'
import '../corridor.css'

export type Corridor = Reply<Api['getCorridor']>

/** One agreement: how far it is against its task, by year and by area, then its orders and batches, then what is known of it. */
export function CorridorPage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const { clocks, area, search } = useView()
  const key = params.key ?? ''
  const year = /^\d{4}$/.test(search.part ?? '') ? Number(search.part) : undefined
  const query = { ...clocks, area, ...(year !== undefined && { year }) }
  const answer = useQuery({ ...ask.getCorridor({ params: { key }, query }), retry: false })
  const gone = answer.error instanceof ApiError && answer.error.status === 404
  const title = answer.data ? say(answer.data.name) : t(gone ? 'corridor.list' : 'corridor.title')
  return (
    <PageShell
      title={title}
      lede={<AreaDrill />}
      crumbs={[{ label: t('corridor.title'), to: paths.corridors() }, ...(answer.data ? [{ label: title }] : [])]}
      actions={
        <>
          {answer.data?.canRecord && (
            <Go className="vacancy-go" to={paths.newBatch(key)}>
              {t('batch.new')}
            </Go>
          )}
          <PrintButton />
        </>
      }
    >
      <Answer of={answer} lines={14}>
        {(data) => (
          <>
            <Progress data={data} />
            <Areas data={data} />
            <section className="panel" aria-labelledby="batches">
              <h2 id="batches">{t('batch.list')}</h2>
              <BatchTable batches={data.batches} />
            </section>
            <OrderTable data={data} />
            <Stated data={data} />
          </>
        )}
      </Answer>
    </PageShell>
  )
}

function Progress({ data }: { data: Corridor }) {
  const { t } = useWords()
  const own = contains(data.area, data.sending)
  const columns: Column<Corridor['years'][number]>[] = [
    {
      key: 'year',
      title: t('corridor.year'),
      head: true,
      cell: ({ year }) => <Go to={paths.corridor(data.key, { part: String(year) })}>{year}</Go>,
    },
    { key: 'task', title: t('corridor.task'), number: true, cell: (line) => <TaskText progress={line} own={own} /> },
    {
      key: 'credited',
      title: t('corridor.credited'),
      number: true,
      cell: ({ year, on, credited, task }) => (
        <Credited
          {...{ corridor: data.key, area: data.area, on, value: credited, of: task }}
          label={`${year} ${t('corridor.credited')}`}
        />
      ),
    },
    {
      key: 'lifted',
      title: t('corridor.credited.lifted'),
      number: true,
      cell: ({ year, on, creditedLifted, taskLifted }) => (
        <Credited
          {...{ corridor: data.key, area: data.area, on, value: creditedLifted, of: taskLifted, who: 'lifted' }}
          label={`${year} ${t('corridor.credited.lifted')}`}
        />
      ),
    },
  ]
  return (
    <section className="panel" aria-labelledby="progress">
      <h2 id="progress">{t('corridor.progress')}</h2>
      <DataTable caption={t('corridor.progress')} columns={columns} rows={data.years} keyOf={({ year }) => year} />
      <p className="soft">{t('corridor.credited.how')}</p>
    </section>
  )
}

function Areas({ data }: { data: Corridor }) {
  const { t, say } = useWords()
  const { on, year } = data.progress
  const paired = data.areas.some(({ pair }) => pair !== null)
  const columns: Column<Corridor['areas'][number]>[] = [
    {
      key: 'area',
      title: t('flow.area'),
      head: true,
      cell: ({ area, name }) => <Go to={paths.corridor(data.key, { area })}>{name}</Go>,
    },
    ...(paired
      ? [
          {
            key: 'pair',
            title: t('corridor.pair'),
            cell: ({ pair }: Corridor['areas'][number]) =>
              pair ? say(pair) : <span className="soft">{t('batch.unknown')}</span>,
          },
        ]
      : []),
    {
      key: 'credited',
      title: t('corridor.credited'),
      number: true,
      idle: ({ credited }) => credited === 0,
      cell: ({ area, name, credited }) => (
        <Credited {...{ corridor: data.key, area, on, value: credited }} label={`${name} ${t('corridor.credited')}`} />
      ),
    },
    {
      key: 'lifted',
      title: t('corridor.credited.lifted'),
      number: true,
      idle: ({ creditedLifted }) => creditedLifted === 0,
      cell: ({ area, name, creditedLifted }) => (
        <Credited
          {...{ corridor: data.key, area, on, value: creditedLifted, who: 'lifted' }}
          label={`${name} ${t('corridor.credited.lifted')}`}
        />
      ),
    },
  ]
  const title = t('corridor.areas', { year })
  return (
    <section className="panel" aria-labelledby="areas">
      <h2 id="areas">{title}</h2>
      <DataTable
        caption={title}
        columns={columns}
        rows={data.areas}
        keyOf={({ area }) => area}
        empty={t('corridor.areas.none')}
      />
    </section>
  )
}
