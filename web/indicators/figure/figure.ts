import type { Static } from 'typebox'
import type { FigureState, FigureView } from '#domain/indicators/indicators.api.ts'
import type { IndicatorView, PlanView } from '#domain/plan/plan.api.ts'

export type FigureData = Static<typeof FigureView>
export type State = Static<typeof FigureState>
export type IndicatorData = Static<typeof IndicatorView>
export type PlanData = Static<typeof PlanView>

/** Shares are told and targeted in percent; a figure with a whole but another unit is told as "2 of 4". */
export const isShare = (indicator: Pick<IndicatorData, 'unit'>): boolean => indicator.unit === 'percent'

/** The figure in its target's unit; undefined where it cannot be told or nothing is there to be a share of. */
export function levelOf(figure: FigureData, indicator: Pick<IndicatorData, 'unit'>): number | undefined {
  if (figure.value === null) return undefined
  if (!isShare(indicator)) return figure.value
  return figure.of ? (figure.value / figure.of) * 100 : undefined
}

/** How full the bar is and where today's due mark stands, both 0 … 1 of the target. */
export function progressOf(figure: FigureData, indicator: Pick<IndicatorData, 'unit'>) {
  const level = levelOf(figure, indicator)
  if (!figure.target || level === undefined || figure.target.value === 0) return undefined
  const ratio = level / figure.target.value
  const due = figure.trajectory ? figure.trajectory.due / figure.target.value : undefined
  return { ratio, due: due === undefined ? undefined : Math.min(1, Math.max(0, due)) }
}

/** Indicators of an action or a measure: each followed by those that detail it. */
export function familyOf(
  plan: PlanData,
  where: { action?: string; measure?: string },
): { indicator: IndicatorData; detail: boolean }[] {
  const own = plan.indicators.filter(
    (one) =>
      (where.action === undefined || one.action === where.action) &&
      (where.measure === undefined || one.measure === where.measure),
  )
  const heads = own.filter((one) => !own.some((other) => other.key === one.partOf)).sort(inOrderOf(plan))
  return heads.flatMap((head) => [
    { indicator: head, detail: false },
    ...own.filter((one) => one.partOf === head.key).map((indicator) => ({ indicator, detail: true })),
  ])
}

/** The order of the plan's measures; within one, the indicator that bears the measure's own name comes first. */
function inOrderOf({ measures }: PlanData) {
  const places = new Map(measures.map((measure, i) => [measure.key, i]))
  const place = (one: IndicatorData) => (places.get(one.measure) ?? places.size) * 2 + Number(one.key !== one.measure)
  return (a: IndicatorData, b: IndicatorData) => place(a) - place(b)
}

/** States in the order in which somebody would want to hear of them. */
export const stateOrder: State[] = ['missed', 'behind', 'outside', 'on_track', 'ahead', 'met', 'none']
