import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { AsOf } from '#domain/base/shapes.ts'
import { ask } from '../../api.ts'
import { useView, type View } from '../../view.ts'
import { type FigureData, familyOf, type IndicatorData, type PlanData } from './figure.ts'

export type Line = { indicator: IndicatorData; detail: boolean; figure: FigureData }
export type AsOfData = Static<typeof AsOf>

/** The plan of the view; its texts change seldom. */
export function usePlan() {
  const { plan } = useView()
  return useQuery({ ...ask.getPlan({ params: { plan } }), staleTime: 300_000 })
}

/** All figures of the view. While another day is read the former answer stays, dimmed, so the page does not jump. */
export function useFigures(view: View, area = view.area) {
  return useQuery({
    ...ask.listFigures({ query: { plan: view.plan, area, ...view.clocks } }),
    placeholderData: keepPreviousData,
  })
}

type Figures = NonNullable<ReturnType<typeof useFigures>['data']>

/** The rows of an action or measure: plan order, details under what they detail. */
export function linesOf(plan: PlanData, figures: Figures, where: { action?: string; measure?: string }): Line[] {
  const found = new Map(figures.figures.map((figure) => [figure.indicator, figure]))
  return familyOf(plan, where).flatMap(({ indicator, detail }) => {
    const figure = found.get(indicator.key)
    return figure ? [{ indicator, detail, figure }] : []
  })
}

/** Rows with the rows that detail them, split by whether the plan states a number for any of them. */
export function splitByTarget(lines: Line[]): { targeted: Line[]; open: Line[][] } {
  const families: Line[][] = []
  for (const line of lines) {
    const last = families.at(-1)
    if (line.detail && last) last.push(line)
    else families.push([line])
  }
  const hasTarget = (family: Line[]) => family.some((line) => line.figure.target !== null)
  return { targeted: families.filter(hasTarget).flat(), open: families.filter((family) => !hasTarget(family)) }
}
