import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { DefinitionButton } from '../figure/DefinitionButton.tsx'
import { FigureValue } from '../figure/FigureValue.tsx'
import type { FigureData, IndicatorData, PlanData } from '../figure/figure.ts'
import { useFigureText } from '../figure/figure-text.ts'
import { PublishedFigure } from '../overview/PublishedFigure.tsx'
import type { MonthData } from './MonthPage.tsx'

type Line = { indicator: IndicatorData; figure: FigureData; before: number | null; unusual: boolean }

/** The unit's frozen figures beside those of the month before; what moved most stands first. */
export function MonthFigures({ plan, data }: { plan: PlanData; data: MonthData }) {
  const { t, say } = useWords()
  const lines = linesOf(plan, data)
  const asOf = { on: data.line.on, knownAt: data.line.snapshot?.knownAt ?? '', division: data.line.on }
  return (
    <section className="panel" aria-labelledby="month-figures">
      <h2 id="month-figures">{t('closing.figures')}</h2>
      {data.unusualPercent !== null && <p className="soft">{t('closing.unusual.rule', { n: data.unusualPercent })}</p>}
      <DataTable
        caption={t('closing.figures')}
        rows={lines}
        keyOf={(line) => line.indicator.key}
        columns={[
          {
            key: 'name',
            title: t('indicators.name'),
            head: true,
            cell: ({ indicator, unusual }) => (
              <>
                {unusual && <b className="unusual">{t('closing.unusual')} </b>}
                <Go to={paths.indicator(indicator.key)}>{say(indicator.name)}</Go>
                <DefinitionButton indicator={indicator} asOf={asOf} />
              </>
            ),
          },
          {
            key: 'now',
            title: t('closing.figures.now'),
            number: true,
            cell: ({ figure, indicator }) => <FigureValue figure={{ ...figure, opens: false }} indicator={indicator} />,
          },
          {
            key: 'before',
            title: t(`closing.figures.before.${data.before?.from ?? 'counted'}`),
            number: true,
            cell: ({ before, indicator }) => before !== null && <FigureNumber value={before} indicator={indicator} />,
          },
          {
            key: 'change',
            title: t('closing.figures.change'),
            number: true,
            cell: ({ figure, before, indicator }) =>
              before !== null && figure.value !== null && <Change by={figure.value - before} indicator={indicator} />,
          },
          {
            key: 'published',
            title: t('indicators.published'),
            cell: ({ figure, indicator }) =>
              figure.published && <PublishedFigure published={figure.published} indicator={indicator} />,
          },
        ]}
      />
    </section>
  )
}

function linesOf(plan: PlanData, data: MonthData): Line[] {
  const before = new Map(data.before?.figures.map((one) => [one.indicator, one.value]))
  const unusual = new Set(data.unusual)
  const lines = data.figures.flatMap((figure) => {
    const indicator = plan.indicators.find(({ key }) => key === figure.indicator)
    return indicator
      ? [{ indicator, figure, before: before.get(indicator.key) ?? null, unusual: unusual.has(indicator.key) }]
      : []
  })
  return lines.toSorted((a, b) => Number(b.unusual) - Number(a.unusual))
}

function FigureNumber({ value, indicator }: { value: number; indicator: IndicatorData }) {
  const text = useFigureText({ unit: indicator.unit === 'percent' ? 'people' : indicator.unit })
  return text(value)
}

function Change({ by, indicator }: { by: number; indicator: IndicatorData }) {
  const { language } = useWords()
  if (by === 0) return <span className="soft">0</span>
  const shown = indicator.unit === 'fen' ? by / 100 : by
  return (
    <span>
      {by > 0 ? '+' : '−'}
      {numberText(Math.abs(shown), language)}
    </span>
  )
}
