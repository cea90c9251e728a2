import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { IndicatorData } from '../figure/figure.ts'
import { useFigureText } from '../figure/figure-text.ts'
import './trend.css'

export type Series = Reply<Api['listFigureSeries']>
type Props = { indicator: IndicatorData; area: number; months?: number }

/** The chart and its library come only when a trend is looked at. */
const TrendChart = lazy(async () => ({ default: (await import('./TrendChart.tsx')).TrendChart }))

/** Month ends as computed, what was published, and the target; as a chart or as the table it is drawn from. */
export function Trend({ indicator, area, months = 24 }: Props) {
  const { t } = useWords()
  const view = useView()
  const [asTable, setAsTable] = useState(false)
  const series = useQuery(
    ask.listFigureSeries({
      params: { indicator: indicator.key },
      query: { plan: view.plan, area, months, ...view.clocks },
    }),
  )
  const few = series.data && series.data.points.filter((point) => point.value !== null).length < 2
  return (
    <Answer of={series} lines={8}>
      {(data) => (
        <div className="trend">
          {few ? (
            <p className="soft">{t('indicators.trend.few')}</p>
          ) : (
            <button
              type="button"
              className="link-button trend-toggle no-print"
              onClick={() => setAsTable((was) => !was)}
            >
              {asTable ? t('indicators.trend.chart') : t('indicators.trend.table')}
            </button>
          )}
          {asTable || few ? (
            <TrendTable series={data} indicator={indicator} />
          ) : (
            <Suspense fallback={<div className="trend-chart" aria-busy="true" />}>
              <TrendChart series={data} indicator={indicator} />
            </Suspense>
          )}
        </div>
      )}
    </Answer>
  )
}

type Row = { on: string; computed: number | null; published: string }

function TrendTable({ series, indicator }: { series: Series; indicator: IndicatorData }) {
  const { t, say } = useWords()
  const text = useFigureText(indicator)
  const last = series.points.at(-1)?.on ?? ''
  const rows: Row[] = [
    ...series.points.map((point) => ({ on: point.on, computed: point.value, published: '' })),
    ...series.published
      .filter(({ on }) => on <= last)
      .map((one) => ({ on: one.on, computed: null, published: `${say(one.text)} (${one.source})` })),
  ].sort((a, b) => (a.on < b.on ? 1 : -1))
  const columns: Column<Row>[] = [
    { key: 'on', title: t('indicators.trend.on'), cell: (row) => row.on, head: true, width: '9em' },
    {
      key: 'computed',
      title: t('indicators.trend.computed'),
      cell: (row) => (row.computed === null ? '' : text(row.computed)),
      number: true,
      width: '12em',
    },
    { key: 'published', title: t('indicators.trend.published'), cell: (row) => row.published },
  ]
  return (
    <DataTable
      caption={t('indicators.trend')}
      columns={columns}
      rows={rows}
      keyOf={(row) => `${row.on} ${row.published}`}
    />
  )
}
