import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ethnic } from '#domain/people/ethnic-groups.ts'
import { industries } from '#domain/people/industries.ts'
import { occupationName } from './occupation-names.ts'
import { SHIPPED_PLANS } from './plan-folder.ts'

const read = (name: string) => readFileSync(join(SHIPPED_PLANS, 'common', name), 'utf8')
const rows = (name: string) =>
  read(name)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

test.each([
  ['industries-gbt4754-2017.csv', 1, [20, 97, 473, 1381]],
  ['occupations-2022.csv', 2, [8, 79, 450, 1639]],
] as const)('%s has each code once, as many a level as its page says', (name, column, counts) => {
  const codes = rows(name).map(([code]) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect([1, 2, 3, 4].map((level) => rows(name).filter((row) => row[column] === String(level)).length)).toEqual(counts)
})

test.each(['ethnic-groups', 'sexes', 'marital-states', 'education', 'political-status'])(
  '%s says that it is unverified',
  (name) => {
    const { verified, standard, codes } = parse(read(`${name}.yaml`))
    expect([verified, standard]).toEqual([false, expect.stringMatching(/^GB\/T /)])
    expect(Object.values(codes).every((label) => typeof label === 'string' && label !== '')).toBe(true)
  },
)
test('fifty-six ethnic groups, by the names that files show', () => {
  const { codes } = parse(read('ethnic-groups.yaml'))
  expect(Object.keys(codes)).toHaveLength(56)
  expect(Object.fromEntries(Object.entries(ethnic).map(([code, { zh }]) => [code, zh]))).toEqual(codes)
})

test('the sections of industry that files show are those of the classification', () => {
  const sections = rows('industries-gbt4754-2017.csv').filter(([, level]) => level === '1')
  expect(Object.fromEntries(sections.map(([code, , name]) => [code, name]))).toEqual(
    Object.fromEntries(Object.entries(industries).map(([code, { zh }]) => [code, zh])),
  )
})

test('an occupation is called by its code, a code that is none by nothing', () => {
  expect([occupationName('6-05-01-02'), occupationName('9')]).toEqual([
    rows('occupations-2022.csv').find(([code]) => code === '6-05-01-02')![3],
    undefined,
  ])
})
