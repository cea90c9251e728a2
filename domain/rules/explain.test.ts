import { expect, test } from 'vitest'
import type { Trace } from './closure/trace.ts'
import { explain } from './explain.ts'
import { sampleCatalogue, sampleParameters } from './fuzz/sample.ts'
import { compile } from './predicate.ts'

const rule = (text: string) =>
  compile(text, { catalogue: sampleCatalogue, root: 'person', parameters: sampleParameters })
const lines = (trace: Trace): string[] => [
  `${trace.text} = ${JSON.stringify(trace.value)}`,
  ...trace.children.flatMap(lines),
  ...(trace.elements ?? []).flatMap((each) => each.children.flatMap(lines)),
]

test('every part carries its value on its own span, those that no longer matter too', () => {
  const { outcome, trace } = explain(rule('trained = true and age in [16..60]'), { trained: false, age: 30 })
  expect(outcome).toBe('no')
  expect(lines(trace)).toEqual([
    'trained = true and age in [16..60] = false',
    'trained = true = false',
    'trained = false',
    'age in [16..60] = true',
    'age = 30',
  ])
  expect(trace.source.slice(trace.children[1]!.from, trace.children[1]!.to)).toBe('age in [16..60]')
})

test('unknown names the facts that are missing, and only those that matter', () => {
  const { outcome, missing } = explain(rule('active and (score > 50 or 存款 > line) and not(note = "a")'), {
    active: true,
    savings: 900,
  })
  expect([outcome, missing]).toEqual([
    'unknown',
    [{ record: 'person', key: 'note', label: sampleCatalogue.person!.facts.note!.label }],
  ])
})

test('a missing fact of an element is found through the quantifier', () => {
  const record = {
    employments: [
      { started: '2024-01-01', wage: 10 },
      { started: '2024-01-01', wage: null },
    ],
  }
  const { outcome, missing } = explain(rule('some e in employments satisfies e.current and e.wage > line'), record)
  expect([outcome, missing.map(({ key }) => key)]).toEqual(['unknown', ['wage']])
})

test('a derived fact opens to its own text', () => {
  const { trace } = explain(rule('成年'), { born: '2000-01-01' })
  expect([trace.text, trace.derived?.key, trace.children[0]?.source]).toEqual([
    '成年',
    'adult',
    'age on(born, on) >= 18',
  ])
})

test('from which day on: for the part, and for the whole when only time is wanting', () => {
  const waiting = explain(rule('adult and active'), { born: '2006-03-15', active: true })
  expect([waiting.outcome, waiting.notYet]).toEqual(['no', '2024-03-15'])
  const never = explain(rule('adult and active'), { born: '2006-03-15', active: false })
  expect([never.notYet, never.trace.children[0]?.children[0]?.notYet]).toEqual([undefined, '2024-03-15'])
  const twice = explain(rule('adult and moved + duration("P1Y") <= on'), { born: '2006-03-15', moved: '2024-01-31' })
  expect(twice.notYet).toBe('2025-01-31')
})

test('of many elements a few are shown, those that decided among them', () => {
  const employments = Array.from({ length: 50 }, (_, i) => ({ started: '2024-01-01', wage: i }))
  const { trace } = explain(rule('some e in employments satisfies e.wage = 40'), { employments })
  expect(trace.elements?.map(({ index, value }) => [index, value])).toEqual([
    [0, false],
    [1, false],
    [2, false],
    [40, true],
  ])
})

test('where a whole record is missing, it is the reference that is named', () => {
  const { outcome, missing } = explain(rule('household.size > 3'), { household: null })
  expect([outcome, missing.map(({ record, key }) => `${record}.${key}`)]).toEqual(['unknown', ['person.household']])
  const { missing: list } = explain(rule('count(household.members) > 3'), {})
  expect(list.map(({ key }) => key)).toEqual(['household'])
})
