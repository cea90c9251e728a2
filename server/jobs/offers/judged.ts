import type { Static } from 'typebox'
import type { Judgement } from '#domain/jobs/explained/judge-pair.ts'
import type { Condition } from '#domain/jobs/market/conditions.ts'
import type { Judged } from '#domain/jobs/offers/offers.api.ts'
import type { Wisher } from './market-lines.ts'
import type { OpenVacancy } from './open-vacancies.sql.ts'

/** Reasons in the order of the conditions. What the vacancy does not state is unknown, whatever the engine let pass. */
export function judged(
  conditions: Partial<Record<Condition, Judgement>>,
  { cannot }: Pick<Wisher, 'cannot'>,
  row: Pick<OpenVacancy, 'wage_low_fen' | 'wage_high_fen'>,
): Static<typeof Judged>[] {
  const unstated = new Set<string>()
  if (row.wage_low_fen === null && row.wage_high_fen === null) unstated.add('wage')
  if (cannot.some((each) => each === 'nights' || each === 'shifts' || each === 'weekends')) unstated.add('hours')
  return (Object.entries(conditions) as [Condition, Judgement][]).map(([condition, judgement]) => ({
    condition,
    judgement: judgement === 'yes' && unstated.has(condition) ? 'unknown' : judgement,
  }))
}
