import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { AT_WORK, type Destination, flowRule } from '#domain/jobs/corridor/credit.ts'
import { levelOf } from '#domain/places/area.ts'
import { ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { AreaDrill } from '../../../people/list/AreaDrill.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Figure } from '../../../ui/Figure.tsx'
import { Go } from '../../../ui/Go.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { PrintButton } from '../../../ui/page/PrintButton.tsx'
import { type Column, DataTable } from '../../../ui/table/DataTable.tsx'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import '../../../people/people.css'
import '../corridor.css'

const Chart = lazy(async () => ({ default: (await import('./FlowChart.tsx')).FlowChart }))
export type Flows = Reply<Api['listFlows']>
type Row = Flows['areas'][number]

/** Places that are shown one by one before the rest is asked for: two near ones and the largest provinces. */
const SHOWN = 7
/** Of them, on a phone. */
const ON_PHONE = 4

/** 务工流向: a picture, and beside it the table that says the same, each number the way to its people. */
export function FlowsPage() {
  const { t } = useWords()
  const { area, clocks, on } = useView()
  const answer = useQuery({ ...ask.listFlows({ query: { ...clocks, area } }), placeholderData: keepPreviousData })
  return (
    <PageShell
      title={t('flow.title')}
      lede={
        <>
          <AreaDrill />
          <p>{t('flow.lede', { day: on })}</p>
        </>
      }
      crumbs={[{ label: t('corridor.title'), to: paths.corridors() }, { label: t('flow.title') }]}
      actions={<PrintButton />}
    >
      <Answer of={answer} lines={14}>
        {(flows) =>
          flows.total === 0 ? (
            <p>{t('flow.none')}</p>
          ) : (
            <>
              <section className="panel" aria-label={t('flow.title')}>
                <Suspense fallback={<div className="flow-chart" aria-busy="true" />}>
                  <Chart flows={flows} />
                </Suspense>
              </section>
              <section className="panel" aria-label={t('flow.table')}>
                <Table flows={flows} />
              </section>
            </>
          )
        }
      </Answer>
    </PageShell>
  )
}

const destinationOf = (place: number): Destination => (place === 0 ? 'county' : place === 1 ? 'city' : place)

function Table({ flows }: { flows: Flows }) {
  const { t, say } = useWords()
  const [all, setAll] = useState(false)
  const shown = all ? flows.places : flows.places.slice(0, SHOWN)
  const whole: Row = { area: flows.area, name: t('flow.all'), total: flows.total, places: flows.places }
  const rows = [whole, ...flows.areas.filter(({ area }) => area !== flows.area)]
  const open = levelOf(flows.area) < 4
  const columns: Column<Row>[] = [
    {
      key: 'area',
      title: t('flow.area'),
      head: true,
      cell: (row) =>
        open && row.area !== flows.area ? <Go to={paths.flows({ area: row.area })}>{row.name}</Go> : <b>{row.name}</b>,
    },
    {
      key: 'total',
      title: t('flow.total'),
      number: true,
      cell: (row) => (
        <Figure
          label={`${row.name} ${t('flow.total')}`}
          value={row.total}
          to={paths.people({ area: row.area, filter: AT_WORK })}
        />
      ),
    },
    ...shown.map(({ place, name }, at) => ({
      key: String(place),
      title: say(name),
      number: true,
      wide: !all && at >= ON_PHONE,
      idle: (row: Row) => peopleOf(row, place) === 0,
      cell: (row: Row) => {
        const value = peopleOf(row, place)
        const to = value > 0 ? paths.people({ area: row.area, filter: flowRule(destinationOf(place)) }) : undefined
        return <Figure label={`${row.name} ${say(name)}`} value={value} to={to} />
      },
    })),
  ]
  return (
    <>
      <DataTable
        caption={t('flow.table')}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.area}
        rowClass={(row) => (row.area === flows.area ? 'round-total' : undefined)}
      />
      {!all && flows.places.length > SHOWN && (
        <button type="button" className="link-button no-print" onClick={() => setAll(true)}>
          {t('flow.show')}
        </button>
      )}
    </>
  )
}

const peopleOf = (row: Row, place: number): number => row.places.find((each) => each.place === place)?.people ?? 0
