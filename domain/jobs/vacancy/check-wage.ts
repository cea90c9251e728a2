import type { Words } from '../../base/fail.ts'
import { CITY, contains } from '../../places/area.ts'
import type { VacancyCheck, VacancyFacts } from './vacancy.api.ts'

/** Minimum wages of the city on the day, in fen; null where the plan holds none. */
export type MinimumWage = { monthFen: number | null; hourFen: number | null }
type Draft = Partial<VacancyFacts>

const CLAUSE: Words = {
  zh: '《劳动法》第四十八条；《最低工资规定》',
  en: 'Labour Law art. 48; Provisions on the Minimum Wage',
}
/** Paid days of a month (365 days less 104 rest days over 12): by them a day's wage is compared with a month's. */
const DAYS_OF_MONTH = 21.75
const BY_DAYS: Words = {
  zh: '日薪按每月21.75个计薪日折算，为假设',
  en: 'A day’s wage is compared over 21.75 paid days a month, an assumption',
}

/** The wage against the minimum: below it is refused; what cannot be compared is unknown, never passed. */
export function checkWage(draft: Draft, minimum: MinimumWage): VacancyCheck[] {
  const { wageLowFen: low, wageHighFen: high, wageForm } = draft
  if (wageForm === undefined) return []
  if (low !== undefined && high !== undefined && high < low)
    return [
      check('wage-band', 'refused', {
        zh: '工资上限低于下限，请对调或更正。',
        en: 'The upper wage lies below the lower: mend one of them.',
      }),
    ]
  const least = low ?? high
  if (least === undefined)
    return [
      unknown('wage-missing', '没有写明工资，无法与最低工资比较。', 'No wage is stated, so it cannot be compared.'),
    ]
  if (draft.place !== undefined && !contains(CITY, draft.place))
    return [
      unknown(
        'wage-elsewhere',
        '务工地在市外，系统没有当地的最低工资标准。',
        'The work lies outside the city, whose minimum wage is not known here.',
      ),
    ]
  const found = compare(draft, least, minimum)
  if (low !== undefined || found.length > 0) return found
  return [
    unknown(
      'wage-upper-alone',
      '只写了工资上限，不知道最低拿多少，无法与最低工资比较；请补上工资下限。',
      'Only an upper wage is stated, so the least that is paid is unknown: state the lower end.',
    ),
  ]
}

function compare(draft: Draft, least: number, { monthFen, hourFen }: MinimumWage): VacancyCheck[] {
  if (draft.wageForm === 'piece')
    return [
      unknown(
        'wage-piece',
        '计件工资：正常工作时间内所得不得低于最低工资，请向单位核实。',
        'Piece work must reach the minimum wage within normal hours: ask the employer.',
      ),
    ]
  if (draft.wageForm === 'hour') return below(least, hourFen, null)
  if ((draft.hoursPerDay ?? 8) < 8)
    return [
      unknown(
        'wage-part-time',
        '每天不足八小时，不能按全日制月标准比较；非全日制按小时标准核实。',
        'Less than eight hours a day cannot be compared with the monthly minimum: part-time work is held against the hourly one.',
      ),
    ]
  return draft.wageForm === 'day' ? below(least * DAYS_OF_MONTH, monthFen, BY_DAYS) : below(least, monthFen, null)
}

function below(wage: number, minimum: number | null, assumption: Words | null): VacancyCheck[] {
  if (minimum === null)
    return [
      unknown(
        'wage-no-minimum',
        '方案参数中没有当日的最低工资标准，无法比较；请按当地现行标准核实。',
        'The plan’s parameters hold no minimum wage for this day: compare with the one in force.',
      ),
    ]
  if (wage >= minimum) return []
  const yuan = (minimum / 100).toLocaleString('en')
  const words = {
    zh: `工资低于最低工资标准（${yuan} 元），不能登记；请单位提高后再登记。`,
    en: `The wage lies below the minimum (${yuan} yuan): the employer must raise it first.`,
  }
  return [{ ...check('wage-below', 'refused', words), assumption }]
}

const check = (key: string, outcome: 'refused' | 'unknown', words: Words): VacancyCheck => ({
  ...{ key, outcome, words, field: 'wageLowFen', said: null, clause: CLAUSE, assumption: null },
})
const unknown = (key: string, zh: string, en: string) => check(key, 'unknown', { zh, en })
