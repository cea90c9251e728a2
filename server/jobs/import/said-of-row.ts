import type { VacancyFacts } from '#domain/jobs/vacancy/vacancy.api.ts'
import { columnsOf } from '../vacancy/vacancy-rows.ts'

/** Never told by a row, or told by what stands: when it began, whether the licence was seen, the site. */
const KEPT = new Set(['valid_from', 'licence_seen_on', 'site_id', 'kind'])
const WAGE = new Set(['wage_low_fen', 'wage_high_fen'])
const AGES = new Set(['age_from', 'age_to'])

/**
 * Columns that a row says something of. A band is said as a whole: a lower end alone leaves no upper end of before. What is blank says
 * nothing, not even what an entry without it would assume: a month for the wage, sixteen for the youngest age.
 */
export function saidOf(facts: VacancyFacts): [string, unknown][] {
  const wage = facts.wageLowFen !== undefined || facts.wageHighFen !== undefined
  const ages = facts.ageFrom !== undefined || facts.ageTo !== undefined
  return Object.entries(columnsOf(facts)).filter(([column, value]) => {
    if (KEPT.has(column)) return false
    if (WAGE.has(column)) return wage
    if (column === 'wage_form') return wage || value === 'piece'
    if (AGES.has(column)) return ages
    return value !== null && !(Array.isArray(value) && value.length === 0)
  })
}
