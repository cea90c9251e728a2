import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findConditions, readConditions } from './conditions.ts'
import { vacancyDemand } from './vacancy-codes.ts'

const path = join(import.meta.dirname, '../../../plans/common/jobs/conditions.yaml')
const conditions = readConditions(readFileSync(path, 'utf8'))
const keysIn = (text: string) => findConditions(conditions, text).map(({ rule }) => rule.key)

describe.each(conditions.rules)('$key', ({ key, cases, clause, assumption }) => {
  test.each(cases.refused)('is found in “%s”', (text) => expect(keysIn(text)).toContain(key))
  test.each(cases.allowed)('is not found in “%s”', (text) => expect(keysIn(text)).toEqual([]))
  test('has its clause, or says what is assumed instead, in both languages', () => {
    const why = clause ?? assumption
    expect([why?.zh, why?.en].every(Boolean)).toBe(true)
  })
})

test('there is a rule for every condition a form can be asked for, and the other way round', () => {
  const forbidden = conditions.rules.filter(({ lawfulUnder }) => lawfulUnder === undefined).map(({ key }) => key)
  expect(forbidden.toSorted()).toEqual(Object.keys(vacancyDemand).toSorted())
})
test('blanks, full width and capitals hide nothing; what is said is told', () => {
  expect(keysIn('限 男 性')).toEqual(['sex'])
  expect(keysIn('限　男｜ＨＢＶ')).toEqual(['sex', 'infection'])
  expect(findConditions(conditions, '缝纫工，只招女工，包吃住')[0]!.said).toBe('只招女工')
})
test('a wording that says the opposite hides no other that stands beside it', () => {
  expect(keysIn('男女不限，本地户口优先')).toEqual(['hukou'])
  expect(keysIn('户籍不限，男性优先')).toEqual(['sex'])
})
test('honest advertisements pass whole', () => {
  const honest = [
    '服装厂招缝纫工20名，计件，月薪4000-6000元，包吃住，提供夫妻房，熟手优先，生手可学',
    '电子厂普工，两班倒，8小时，五险一金，有餐补，需健康证，16周岁以上，不收取任何费用',
    '建筑工地钢筋工30人，日结280元，须持特种作业操作证，统一购买工伤保险',
    '家政公司招月嫂、育婴师，会普通话，能上夜班，按次结算',
    '护林员，每天巡山3小时，本村公益性岗位，每月500元，农闲农忙均可兼顾',
    'Sewing workers wanted, 20 openings, paid by the piece, meals and lodging',
  ]
  expect(honest.map(keysIn)).toEqual(honest.map(() => []))
})
