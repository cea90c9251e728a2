import type { Day } from '#domain/base/date.ts'
import type { Language } from '../../ui/text/language.ts'
import type { Scheme } from '../../ui/theme/theme.ts'
import { fontStack, palette } from '../../ui/theme/tokens.ts'
import type { Series } from './Trend.tsx'

type Look = {
  scheme: Scheme
  language: Language
  text: (value: number) => string
  names: { computed: string; published: string; target: string }
}

/** What the chart draws: month ends as a line, published figures as diamonds, the target as a dashed step. */
export function trendOptions(series: Series, { scheme, language, text, names }: Look) {
  const p = palette[scheme]
  const days = series.points.map((point) => point.on)
  const first = days[0] ?? series.published[0]?.on ?? ''
  const last = days.at(-1) ?? first
  const axisText = { color: p.soft, fontFamily: fontStack }
  return {
    animation: false,
    textStyle: { fontFamily: fontStack, color: p.ink },
    color: [p.ontrack, p.behind, p.soft],
    grid: { left: 8, right: 24, top: 40, bottom: 4, containLabel: true },
    legend: {
      type: 'scroll',
      top: 0,
      left: 0,
      itemGap: 14,
      itemWidth: 18,
      textStyle: { color: p.ink, fontFamily: fontStack },
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: p.raised,
      borderColor: p.line,
      textStyle: { color: p.ink, fontFamily: fontStack },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? text(value) : '–'),
    },
    xAxis: {
      type: 'time',
      axisLabel: { ...axisText, hideOverlap: true, formatter: language === 'zh' ? '{yyyy}年{M}月' : '{yyyy}-{MM}' },
      axisLine: { lineStyle: { color: p.line } },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: true,
      axisLabel: { ...axisText, formatter: (value: number) => text(value) },
      splitLine: { lineStyle: { color: p.hair } },
    },
    series: [
      {
        name: names.computed,
        type: 'line',
        data: series.points.map((point) => [point.on, point.value]),
        symbol: 'circle',
        symbolSize: 4,
        lineStyle: { width: 2 },
      },
      {
        name: names.published,
        type: 'scatter',
        symbol: 'diamond',
        symbolSize: 12,
        data: series.published.filter((one) => one.on >= first && one.on <= last).map((one) => [one.on, one.value]),
      },
      {
        name: names.target,
        type: 'line',
        step: 'end',
        symbol: 'none',
        lineStyle: { type: 'dashed', width: 1.5 },
        data: targetSteps(series, first, last),
      },
    ].filter((line) => line.data.length > 0),
  }
}

/** Target values over the days drawn: from each target's first day to its last, within the chart. */
function targetSteps(series: Series, first: Day, last: Day): [Day, number | null][] {
  return series.targets
    .filter((target) => target.from <= last)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .flatMap((target): [Day, number | null][] => {
      const from = target.from > first ? target.from : first
      const to = target.to !== null && target.to < last ? target.to : last
      return from <= to
        ? [
            [from, target.value],
            [to, target.value],
          ]
        : []
    })
}
