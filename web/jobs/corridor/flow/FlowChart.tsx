import { SankeyChart } from 'echarts/charts'
import { TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { numberText } from '../../../ui/text/number.ts'
import { useScheme } from '../../../ui/theme/theme.ts'
import { useWords } from '../../../words.ts'
import type { Flows } from './FlowsPage.tsx'
import { flowOptions } from './flow-options.ts'

use([SankeyChart, TooltipComponent, SVGRenderer])
const NARROW = 600

/** Areas on the left, places of work on the right, as wide as people are many; drawn again as the page grows narrow. */
export function FlowChart({ flows }: { flows: Flows }) {
  const { t, say, language } = useWords()
  const scheme = useScheme()
  const box = useRef<HTMLDivElement>(null)
  const look = { scheme, say, others: t('flow.others'), otherAreas: t('flow.otherAreas') }
  const wide = flowOptions(flows, { ...look, narrow: false })
  const narrow = flowOptions(flows, { ...look, narrow: true })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const chart = init(element, undefined, { renderer: 'svg' })
    const draw = () => {
      chart.resize()
      chart.setOption(element.clientWidth < NARROW ? narrow : wide, true)
    }
    const watch = new ResizeObserver(draw)
    watch.observe(element)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [wide, narrow])
  const label = t('flow.chart', { n: numberText(flows.total, language) })
  return <div ref={box} className="flow-chart" role="img" aria-label={label} />
}
