import type { Static } from 'typebox'
import type { Judgement } from '#domain/jobs/explained/judge-pair.ts'
import type { Condition } from '#domain/jobs/market/conditions.ts'
import type { Judged } from '#domain/jobs/offers/offers.api.ts'
import type { Wisher } from './market-lines.ts'
import type { OpenVacancy } from './open-vacancies.sql.ts'

/** What somebody may not be able to bear and no vacancy states. */
const UNSTATED_BODY = ['standing', 'heat', 'dust', 'noise', 'sight', 'hearing']
const UNSTATED_HOURS = ['nights', 'shifts', 'weekends']

type Stated = Pick<OpenVacancy, 'wage_low_fen' | 'wage_high_fen' | 'hours_per_day' | 'season'>

/** Reasons in the order of the conditions. What the vacancy does not state is unknown, whatever the engine let pass. */
export function judged(
  conditions: Partial<Record<Condition, Judgement>>,
  { cannot }: Pick<Wisher, 'cannot'>,
  row: Stated,
): Static<typeof Judged>[] {
  const unstated = unstatedOf(cannot, row)
  return (Object.entries(conditions) as [Condition, Judgement][]).map(([condition, judgement]) => ({
    condition,
    judgement: judgement === 'yes' && unstated.has(condition) ? 'unknown' : judgement,
  }))
}

function unstatedOf(cannot: readonly string[], row: Stated): Set<string> {
  const unstated = new Set<string>()
  const bears = (keys: readonly string[]) => !cannot.some((each) => keys.includes(each))
  if (row.wage_low_fen === null && row.wage_high_fen === null) unstated.add('wage')
  if (!bears(UNSTATED_BODY)) unstated.add('body')
  if (!bears(UNSTATED_HOURS) || (row.hours_per_day === null && !bears(['longDays']))) unstated.add('hours')
  // In which months seasonal work lies is not recorded.
  if (row.season === 'seasonal') unstated.add('season')
  return unstated
}
