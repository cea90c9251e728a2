import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findOccupations, groupsOf, OCCUPATION_CODE, readOccupations } from './occupation.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../../plans/common', name), 'utf8')
const occupations = readOccupations(read('occupations-2022.csv'), read('jobs/occupation-names.yaml'))
const first = (text: string) => findOccupations(occupations, text)[0]?.code

test.each([
  ['月嫂', '4-10-01-06'],
  ['缝纫工', '6-05-01-03'],
  ['踩衣车', '6-05-01-03'],
  ['电焊工', '6-18-02-04'],
  ['保安', '4-07-05-01'],
  ['招月嫂两名', '4-10-01-06'],
  ['急招电焊工20名', '6-18-02-04'],
  [' 快递员 ', '4-02-07-08'],
  ['外卖骑手', '4-10-08-01'],
  ['水电工', '6-31-01-03'],
])('“%s” finds %s first', (text, code) => expect(first(text)).toBe(code))

test('a part of a name offers several, occupations before their groups', () => {
  const offers = findOccupations(occupations, '缝纫')
  expect(offers[0]).toMatchObject({ code: '6-05-01-03', alias: '缝纫', how: 'exact' })
  expect(offers.map(({ code }) => code)).toContain('6-05-01-04')
  expect(offers.every(({ code }) => OCCUPATION_CODE.test(code))).toBe(true)
})
test('nothing is offered for nothing, and for what nobody does', () => {
  expect(findOccupations(occupations, ' ，')).toEqual([])
  expect(findOccupations(occupations, '量子御剑飞行员')).toEqual([])
})
test('an occupation lies in its groups', () => {
  expect(groupsOf(occupations, '6-05-01-03').map(({ code }) => code)).toEqual(['6', '6-05', '6-05-01'])
})
test('an everyday name that leads nowhere is not read', () => {
  expect(() => readOccupations(read('occupations-2022.csv'), 'names: { 9-99-99-99: [某] }')).toThrow('9-99-99-99')
})
