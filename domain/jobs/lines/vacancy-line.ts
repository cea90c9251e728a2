import { HAZARDOUS_AGE, MONTH_BITS, NO_AGE_LIMIT, WORKING_AGE } from '../market/market.ts'
import { type ConditionRule, type Conditions, findConditions } from '../vacancy/conditions.ts'
import { FORBIDDEN } from './headings.ts'
import type { LineCells } from './line-cells.ts'
import { DEMANDS, KIND, SCHOOLING, SKILL, YES_NO } from './line-words.ts'
import { monthBits, occupationOf } from './person-line.ts'
import { CITY_WIDE, placeOf, villageOf } from './place-codes.ts'
import type { SmallClasses } from './small-classes.ts'

/** A vacancy as matching sees it. */
export type VacancyLine = {
  id: string
  occupation: number
  place: number
  village: number
  openings: number
  wageLow: number
  wageHigh: number
  schooling: number
  certificates: string[]
  skill: number
  demands: number
  ageMin: number
  ageMax: number
  kind: number
}

/** Reads a line; what is wrong with it is told by `cells`. `forbidden` are columns that no vacancy may fill, `conditions` what the law says of them. */
export function readVacancyLine(
  cells: LineCells,
  occupations: SmallClasses,
  forbidden: readonly string[],
  conditions: Conditions,
): VacancyLine {
  for (const name of forbidden) refuseColumn(cells, name, conditions)
  const ruled = cells.text('age_rule') !== ''
  for (const { rule } of findConditions(conditions, cells.text('notes')))
    if (!(ruled && rule.lawfulUnder === 'rule')) refuseCondition(cells, 'notes', rule)
  const where = cells.required('place')
  const place = where === '' ? 0 : placeOf(where)
  if (where !== '' && (place === 0 || place === CITY_WIDE))
    cells.fault('place', 'place', {
      zh: '应为区县及以下区划代码，或外省名称、代码',
      en: 'must be a county or below, or another province',
    })
  const wageLow = cells.whole('wage_low', 0, 65_535)
  const wageHigh = cells.whole('wage_high', 0, 65_535, wageLow)
  if (wageHigh < wageLow)
    cells.fault('wage_high', 'wage', { zh: '月薪上限低于下限', en: 'the upper wage is below the lower' })
  return {
    id: cells.required('id'),
    occupation: occupationOf(cells, 'occupation', cells.required('occupation'), occupations),
    place,
    village: /^\d{9,12}$/.test(where) ? villageOf(Number(where.padEnd(12, '0'))) : 0,
    openings: cells.whole('openings', 0, 1_000_000),
    wageLow,
    wageHigh,
    schooling: cells.choice('schooling', SCHOOLING, 0),
    certificates: cells.list('certificates'),
    skill: cells.choice('skill', SKILL, 0),
    demands: cells.bits('demands', DEMANDS) | monthBits(cells, 'months', MONTH_BITS),
    ageMin: cells.choice('hazardous', YES_NO, 0) ? HAZARDOUS_AGE : WORKING_AGE,
    ageMax: ageMaxOf(cells),
    kind: cells.choice('kind', KIND, 0),
  }
}

/** An upper age needs the rule that sets it: without one it is an arbitrary limit. */
function ageMaxOf(cells: LineCells): number {
  const most = cells.whole('age_max', WORKING_AGE, 100, NO_AGE_LIMIT)
  if (cells.text('age_max') !== '' && cells.text('age_rule') === '')
    cells.fault('age_max', 'ageRule', {
      zh: '年龄上限须写明依据（age_rule），否则删去',
      en: 'an upper age needs the rule that sets it (age_rule); else leave it out',
    })
  return most
}

const NO_LIMIT = new Set(['', '不限', '无', '无要求', '均可', '男女', '男女不限', '男女均可', 'any', 'none'])

function refuseColumn(cells: LineCells, name: string, { rules }: Conditions): void {
  const rule = rules.find(({ key }) => key === FORBIDDEN.get(name))
  if (rule && !NO_LIMIT.has(cells.text(name).toLowerCase())) refuseCondition(cells, name, rule)
}

function refuseCondition(cells: LineCells, column: string, { name, clause, mend, lawfulUnder }: ConditionRule): void {
  cells.fault(column, lawfulUnder === 'rule' ? 'ageRule' : 'discriminatory', {
    zh: clause ? `${name.zh}，违反${clause.zh}：${mend.zh}` : `${name.zh}：${mend.zh}`,
    en: clause ? `${name.en}, against ${clause.en}: ${mend.en}` : `${name.en}: ${mend.en}`,
  })
}
