import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { useView } from '../../view.ts'
import { type FigureData, type IndicatorData, levelOf, progressOf } from '../figure/figure.ts'

/**
 * One indicator for every area directly below an area, on the view's day and division. While another day is read the
 * former answer stays, dimmed: give what shows it a `key` of indicator and area, so that only days follow each other.
 */
export function useAreaFigures(indicator: string, area: number) {
  const view = useView()
  return useQuery({
    ...ask.listFiguresByArea({ params: { indicator }, query: { plan: view.plan, area, ...view.clocks } }),
    placeholderData: keepPreviousData,
  })
}

export type Order = 'value' | 'progress'

/** Highest first; areas whose figure cannot be told stand last. */
export function ranked(figures: readonly FigureData[], indicator: IndicatorData, order: Order): FigureData[] {
  const weight = (figure: FigureData) =>
    (order === 'progress' ? progressOf(figure, indicator)?.ratio : levelOf(figure, indicator)) ?? -1
  return [...figures].sort((a, b) => weight(b) - weight(a) || a.area - b.area)
}

/** Step 1 … 5 of each area among its like, by value; equal values share a step, none for what cannot be told. */
export function stepsOf(figures: readonly FigureData[], indicator: IndicatorData): Map<number, number> {
  const known = figures.flatMap((figure) => {
    const level = levelOf(figure, indicator)
    return level === undefined ? [] : [{ area: figure.area, level }]
  })
  const levels = known.map(({ level }) => level).sort((a, b) => a - b)
  const top = Math.max(1, levels.length - 1)
  return new Map(
    known.map(({ area, level }) => [area, level === 0 ? 1 : 1 + Math.floor((levels.lastIndexOf(level) / top) * 4)]),
  )
}
