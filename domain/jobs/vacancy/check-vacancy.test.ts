import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { creditCodeCheck } from '../../places/credit-code.ts'
import { checkVacancy } from './check-vacancy.ts'
import { readConditions } from './conditions.ts'
import type { VacancyFacts } from './vacancy.api.ts'

const path = join(import.meta.dirname, '../../../plans/common/jobs/conditions.yaml')
const conditions = readConditions(readFileSync(path, 'utf8'))
const known = { monthFen: 200_000, hourFen: 2_000 }
const code = `91500199MA0000000${creditCodeCheck('91500199MA0000000')}`
const sound: VacancyFacts = {
  ...{ kind: 'employer', title: '缝纫工', occupation: '6-05-01-03', employer: '某服装厂', creditCode: code },
  ...{ licenceSeenOn: '2021-09-01', place: 500235000000, openings: 20, wageForm: 'month', wageLowFen: 350_000 },
  ...{ from: '2021-09-17' },
}
const outcomes = (
  change: Partial<VacancyFacts>,
  minimum: { monthFen: number | null; hourFen: number | null } = known,
) => checkVacancy({ ...sound, ...change }, { conditions, minimum }).map(({ key, outcome }) => `${outcome} ${key}`)

test('a sound vacancy has nothing against it', () => expect(outcomes({})).toEqual([]))

test('a condition is refused wherever it hides, with the clause, the field and what was said', () => {
  expect(outcomes({ demands: ['sex', 'infection'] })).toEqual(['refused sex', 'refused infection'])
  for (const field of ['title', 'detail', 'skills', 'hours', 'certificate'] as const) {
    const [found] = checkVacancy({ ...sound, [field]: '熟手，限男性' }, { conditions, minimum: known })
    expect(found).toMatchObject({
      key: 'sex',
      field,
      said: '限男性',
      clause: { zh: expect.stringContaining('就业促进法') },
    })
  }
  expect(outcomes({ employer: '好媳妇女装厂' })).toEqual([])
})

test('a phone or an identity number in a text is refused: nothing of it is kept in the clear', () => {
  expect(outcomes({ detail: '联系 139 0000 0000' })).toEqual(['refused personal'])
  expect(outcomes({ contact: '王厂长13900000000' })).toEqual(['refused personal'])
  expect(outcomes({ detail: '招 3 13900000000' })).toEqual(['refused personal'])
  expect(outcomes({ detail: '证件 500199 19900101 123X' })).toEqual(['refused personal'])
  expect(outcomes({ detail: '一天 200 元，共 20 天' })).toEqual([])
  expect(outcomes({ hours: '2021-09-01 至 2021-12-31，08-12，14-18' })).toEqual([])
  expect(outcomes({ hours: '2021-09-01 2021-12-31 08-18' })).toEqual([])
})

test('an oldest age in a text is refused, unless the vacancy names the rule that sets it', () => {
  expect(outcomes({ detail: '熟手，35岁以下' })).toEqual(['refused age'])
  expect(outcomes({ detail: '60岁以下', ageTo: 60, ageRule: '建筑施工超龄管理规定' })).toEqual([])
  expect(outcomes({ detail: '60岁以下，限男', ageRule: '某规定' })).toEqual(['refused sex'])
})

test.each([
  [{ wageLowFen: 199_999 }, ['refused wage-below']],
  [{ wageLowFen: 200_000 }, []],
  [{ wageForm: 'hour', wageLowFen: 1_999 }, ['refused wage-below']],
  [{ wageForm: 'hour', wageLowFen: 2_000 }, []],
  [{ wageForm: 'day', wageLowFen: 9_195 }, ['refused wage-below']],
  [{ wageForm: 'day', wageLowFen: 9_196 }, []],
  [{ wageForm: 'piece' }, ['unknown wage-piece']],
  [{ wageLowFen: 80_000, hoursPerDay: 3 }, ['unknown wage-part-time']],
  [{ wageLowFen: 100, place: 370000000000 }, ['unknown wage-elsewhere']],
  [{ wageLowFen: 300_000, wageHighFen: 200_000 }, ['refused wage-band']],
  [{ wageLowFen: undefined as never, wageHighFen: 199_999 }, ['refused wage-below']],
  [{ wageLowFen: undefined as never, wageHighFen: 300_000 }, ['unknown wage-upper-alone']],
] as [Partial<VacancyFacts>, string[]][])('the wage %o is %o', (change, expected) => {
  expect(outcomes(change)).toEqual(expected)
})
test('without a wage or without a minimum it is unknown, never passed', () => {
  expect(outcomes({ wageLowFen: undefined as never })).toEqual(['unknown wage-missing'])
  expect(outcomes({}, { monthFen: null, hourFen: null })).toEqual(['unknown wage-no-minimum'])
})

test.each([
  [{ ageFrom: 15 }, ['refused age-working']],
  [{ ageFrom: 16, hazards: ['toxic'] }, ['refused age-hazard']],
  [{ hazards: ['toxic'] }, ['refused age-hazard']],
  [{ ageFrom: 18, hazards: ['toxic'] }, []],
  [{ ageFrom: 18, hazards: ['lifting'] }, ['noted women-protected']],
  [{ ageFrom: 17, hazards: ['lifting'] }, ['refused age-hazard', 'noted women-protected']],
  [{ ageFrom: 17, hazards: ['height'] }, ['unknown age-hazard-grade']],
  [{ ageFrom: 18, hazards: ['height', 'cold'] }, []],
  [{ ageTo: 55 }, ['refused age-upper']],
  [{ ageTo: 55, ageRule: '建筑施工超龄管理规定' }, []],
  [{ ageFrom: 30, ageTo: 20, ageRule: '某规定' }, ['refused age-band']],
] as [Partial<VacancyFacts>, string[]][])('the limits %o are %o', (change, expected) => {
  expect(outcomes(change)).toEqual(expected)
})

test.each([
  [{ creditCode: '' }, ['refused licence-code']],
  [{ creditCode: `${code.slice(0, 17)}!` }, ['refused licence-code']],
  [{ creditCode: '', kind: 'public_post' }, []],
  [{ licenceSeenOn: undefined }, ['unknown licence-unseen']],
  [{ workFrom: '2021-10-01', workTo: '2021-10-01' }, ['refused work-days']],
] as [Partial<VacancyFacts>, string[]][])('%o is %o', (change, expected) => {
  expect(outcomes(change)).toEqual(expected)
})

test('of a draft only what is filled in is asked', () =>
  expect(checkVacancy({}, { conditions, minimum: known })).toEqual([]))
