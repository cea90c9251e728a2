import { LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useScheme } from '../../ui/theme/theme.ts'
import { useWords } from '../../words.ts'
import type { IndicatorData } from '../figure/figure.ts'
import { useFigureText } from '../figure/figure-text.ts'
import type { Series } from './Trend.tsx'
import { trendOptions } from './trend-options.ts'

use([LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

/** Drawn as SVG: sharp in print, and its text is the page's own. */
export function TrendChart({ series, indicator }: { series: Series; indicator: IndicatorData }) {
  const { t, say, language } = useWords()
  const scheme = useScheme()
  const text = useFigureText(indicator)
  const box = useRef<HTMLDivElement>(null)
  const options = trendOptions(series, {
    scheme,
    language,
    text,
    names: {
      computed: t('indicators.trend.computed'),
      published: t('indicators.trend.published'),
      target: t('indicators.trend.target'),
    },
  })
  useEffect(() => {
    if (!box.current) return
    const chart = init(box.current, undefined, { renderer: 'svg' })
    chart.setOption(options)
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [options])
  const last = series.points.findLast((point) => point.value !== null)
  const label = t('indicators.trend.label', {
    name: say(indicator.name),
    n: series.points.length,
    day: last?.on ?? '–',
    value: last?.value == null ? '–' : text(last.value),
  })
  return <div ref={box} className="trend-chart" role="img" aria-label={label} />
}
