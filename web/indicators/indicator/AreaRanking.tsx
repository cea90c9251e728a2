import { useState } from 'react'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { type Order, ranked, useAreaFigures } from '../area/area-figures.ts'
import { FigureValue } from '../figure/FigureValue.tsx'
import { type FigureData, type IndicatorData, levelOf } from '../figure/figure.ts'
import { useFigureText } from '../figure/figure-text.ts'
import { Progress } from '../figure/Progress.tsx'
import { StateMark } from '../figure/StateMark.tsx'

type Props = { indicator: IndicatorData; area: number; terse?: boolean }

/** The areas below, highest first: each name goes down to its area, each value to its list. */
export function AreaRanking({ indicator, area, terse = false }: Props) {
  const { t, say } = useWords()
  const [order, setOrder] = useState<Order>('value')
  const figures = useAreaFigures(indicator.key, area)
  const targeted = figures.data?.figures.some((figure) => figure.target !== null) ?? false
  return (
    <Answer of={figures} lines={10}>
      {(data) => (
        <>
          {targeted && (
            <div className="order no-print">
              {(['value', 'progress'] as const).map((one) => (
                <button key={one} type="button" aria-pressed={order === one} onClick={() => setOrder(one)}>
                  {t(one === 'value' ? 'indicators.byArea.byValue' : 'indicators.byArea.byProgress')}
                </button>
              ))}
            </div>
          )}
          <RankingTable
            caption={`${say(indicator.name)} · ${t('indicators.byArea')}`}
            figures={ranked(data.figures, indicator, order)}
            indicator={indicator}
            targeted={targeted}
            terse={terse}
          />
        </>
      )}
    </Answer>
  )
}

/** How much beside the highest of the list; the number stands to its left. */
function Beside({ level, top }: { level: number | undefined; top: number }) {
  return (
    <div className="bar" aria-hidden="true">
      <i style={{ width: `${top > 0 ? ((level ?? 0) / top) * 100 : 0}%` }} />
    </div>
  )
}

type TableProps = {
  caption: string
  figures: FigureData[]
  indicator: IndicatorData
  targeted: boolean
  terse: boolean
}

function RankingTable({ caption, figures, indicator, targeted, terse }: TableProps) {
  const { t } = useWords()
  const view = useView()
  const text = useFigureText(indicator)
  const ranks = new Map(figures.map((figure, i) => [figure.area, i + 1]))
  const top = Math.max(0, ...figures.map((one) => levelOf(one, indicator) ?? 0))
  const columns: Column<FigureData>[] = [
    {
      key: 'rank',
      title: t('indicators.byArea.rank'),
      cell: (one) => ranks.get(one.area),
      number: true,
      width: '4em',
      wide: true,
    },
    {
      key: 'area',
      title: t('indicators.byArea.area'),
      head: true,
      width: terse ? undefined : '28%',
      cell: (one) => (
        <Go to={paths.area(one.area, { indicator: indicator.key, filter: view.search.filter })}>{one.areaName}</Go>
      ),
    },
    {
      key: 'value',
      title: t('indicators.value'),
      number: true,
      beside: true,
      cell: (one) => <FigureValue figure={one} indicator={indicator} unit={false} />,
    },
  ]
  if (!targeted)
    columns.push({
      key: 'share',
      title: t('indicators.byArea.beside'),
      cell: (one) => <Beside level={levelOf(one, indicator)} top={top} />,
      width: terse ? '7em' : '40%',
      wide: true,
    })
  if (targeted) {
    if (!terse)
      columns.push({
        key: 'target',
        title: t('indicators.target'),
        number: true,
        cell: (one) => (one.target ? text(one.target.value) : ''),
        wide: true,
      })
    columns.push(
      {
        key: 'progress',
        title: t('indicators.byArea.progress'),
        cell: (one) => (one.target ? <Progress figure={one} indicator={indicator} terse /> : ''),
        width: terse ? '7em' : '14em',
        wide: terse,
      },
      { key: 'state', title: t('indicators.state'), cell: (one) => <StateMark figure={one} /> },
    )
  }
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={figures}
      keyOf={(one) => one.area}
      empty={t('indicators.byArea.empty')}
    />
  )
}
