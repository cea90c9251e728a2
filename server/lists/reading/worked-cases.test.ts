import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkListCases } from '#domain/lists/worked-cases.ts'
import { readPlanFolder, SHIPPED_PLANS } from '../../plan/plan-folder.ts'

const read = readPlanFolder(join(SHIPPED_PLANS, 'chongqing-2021'))

test('every shipped list has worked cases, and each says what it is written to say', () => {
  expect(read.plan!.lists.length).toBeGreaterThanOrEqual(13)
  expect(checkListCases(read)).toEqual([])
})
test('planted: a case that no longer holds, and a list without cases, are told with their place', () => {
  const [first, ...others] = read.listCases
  const cases = first!.value.cases.map((worked, i) => (i === 0 ? { ...worked, says: [] } : worked))
  const changed = { ...first!, value: { ...first!.value, cases } }
  expect(checkListCases({ ...read, listCases: [changed, ...others] })).toMatchObject([
    { file: first!.file.name, path: 'cases[0].says' },
  ])
  expect(checkListCases({ ...read, listCases: others })).toMatchObject([{ file: `lists/${first!.value.list}.yaml` }])
})
