import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import type { BatchLine } from '#domain/jobs/corridor/batch.api.ts'
import { contains } from '#domain/places/area.ts'
import { ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { AreaDrill } from '../../../people/list/AreaDrill.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Go } from '../../../ui/Go.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { PrintButton } from '../../../ui/page/PrintButton.tsx'
import { type Column, DataTable } from '../../../ui/table/DataTable.tsx'
import { numberText } from '../../../ui/text/number.ts'
import { useCan, useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { Credited, TaskText } from './credited.tsx'
import '../../../people/people.css'
import '../../jobs.css'
import '../corridor.css'

type Data = Reply<Api['listCorridors']>
type Line = Data['corridors'][number]

/** 劳务协作: what waits first, then every agreement with who was credited this year. */
export function CorridorsPage() {
  const { t } = useWords()
  const can = useCan()
  const { clocks, area } = useView()
  const answer = useQuery(ask.listCorridors({ query: { ...clocks, area } }))
  return (
    <PageShell
      title={t('corridor.title')}
      lede={
        <>
          <AreaDrill />
          <p>{t('corridor.lede')}</p>
        </>
      }
      actions={
        <>
          {can('people.list') && <Go to={paths.flows()}>{t('flow.title')}</Go>}
          {can('jobs.record') && (
            <Go className="vacancy-go" to={paths.newCorridor()}>
              {t('corridor.new')}
            </Go>
          )}
          <PrintButton />
        </>
      }
    >
      <Answer of={answer} lines={12}>
        {(data) => (
          <>
            <Next data={data} />
            <section className="panel" aria-labelledby="agreements">
              <h2 id="agreements">{t('corridor.list')}</h2>
              <Agreements data={data} />
              <p className="soft">{t('corridor.credited.how')}</p>
            </section>
          </>
        )}
      </Answer>
    </PageShell>
  )
}

function Next({ data }: { data: Data }) {
  const { t, language } = useWords()
  const invented = [...data.leaving, ...data.unconfirmed].some((line) => line.invented)
  return (
    <section className="panel" aria-labelledby="first">
      <h2 id="first">{t('corridor.next')}</h2>
      <div className="corridor-next">
        <Batches title={t('corridor.next.leaving')} batches={data.leaving} />
        <Batches title={t('corridor.next.unconfirmed')} batches={data.unconfirmed} />
        <div>
          <h3>{t('corridor.next.due')}</h3>
          {data.due === 0 ? (
            <p className="soft">{t('corridor.next.none')}</p>
          ) : (
            <Go to={paths.followUps()}>{t('corridor.due.people', { n: numberText(data.due, language) })}</Go>
          )}
        </div>
      </div>
      {invented && <p className="soft">{t('corridor.invented.how')}</p>}
    </section>
  )
}

const SHOWN = 8

function Batches({ title, batches }: { title: string; batches: BatchLine[] }) {
  const { t } = useWords()
  const can = useCan()
  return (
    <div>
      <h3>{title}</h3>
      {batches.length === 0 && <p className="soft">{t('corridor.next.none')}</p>}
      <ul>
        {batches.slice(0, SHOWN).map((line) => (
          <li key={line.id}>
            {can('people.list') ? (
              <Go to={line.state === 'left' ? paths.arrivals(line.id) : paths.batch(line.id)}>{textOf(line)}</Go>
            ) : (
              textOf(line)
            )}{' '}
            {line.invented && <span className="tag">{t('corridor.invented')}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

const textOf = ({ departsOn, unitName, placeName, listed, unconfirmed, state }: BatchLine): string =>
  `${departsOn} ${unitName} → ${placeName} (${state === 'left' ? unconfirmed : listed})`

function Agreements({ data }: { data: Data }) {
  const { t, say } = useWords()
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: t('corridor.name'),
      head: true,
      cell: (line) => <Go to={paths.corridor(line.key)}>{say(line.name)}</Go>,
    },
    { key: 'sides', title: t('corridor.sides'), cell: (line) => `${line.sendingName} → ${say(line.receivingName)}` },
    { key: 'year', title: t('corridor.year'), number: true, wide: true, cell: (line) => line.progress.year },
    {
      key: 'task',
      title: t('corridor.task'),
      number: true,
      cell: (line) => <TaskText progress={line.progress} own={contains(data.area, line.sending)} />,
    },
    {
      key: 'credited',
      title: t('corridor.credited'),
      number: true,
      cell: ({ key, name, progress }) => (
        <Credited
          {...{ corridor: key, area: data.area, on: progress.on, value: progress.credited, of: progress.task }}
          label={`${say(name)} ${t('corridor.credited')}`}
        />
      ),
    },
    {
      key: 'lifted',
      title: t('corridor.credited.lifted'),
      number: true,
      cell: ({ key, name, progress }) => (
        <Credited
          {...{ corridor: key, area: data.area, on: progress.on, value: progress.creditedLifted, who: 'lifted' }}
          label={`${say(name)} ${t('corridor.credited.lifted')}`}
        />
      ),
    },
    {
      key: 'origin',
      title: t('corridor.origin'),
      beside: true,
      cell: (line) => <span className="tag">{t(`corridor.origin.${line.origin}`)}</span>,
    },
  ]
  return <DataTable caption={t('corridor.list')} columns={columns} rows={data.corridors} keyOf={(line) => line.key} />
}
