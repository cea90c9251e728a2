import { expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import { sampleCatalogue, sampleParameters } from '../fuzz/sample.ts'
import { compile, type Predicate } from '../predicate.ts'
import { toSql } from '../to-sql.ts'
import { dayText, parseDay } from '../values/calendar.ts'
import { simplify } from './simplify.ts'

const rule = (text: string): Predicate =>
  compile(text, { catalogue: sampleCatalogue, root: 'person', parameters: sampleParameters })
const sqlOf = (text: string) =>
  toSql(rule(text), { alias: 'p', relation: (table) => table, mode: 'strict', truthy: true })

test('a test of an age is a test of the date of birth', () => {
  expect(sqlOf('age on(born, on) >= 18')).toBe("(p.born <= DATE '2006-02-28')")
  expect(sqlOf('years and months duration(born, on).years < 60')).toBe("(p.born > DATE '1964-02-29')")
  expect(sqlOf('on - duration("P1Y") >= moved')).toBe("(DATE '2023-02-28' >= p.moved)")
})

const comparisons = ['>=', '>', '<', '<='].flatMap((order) => [
  `age on(born, on) ${order} 18`,
  `18 ${order} age on(born, on)`,
  `months between(born, on) ${order} 30`,
  `years and months duration(born, on) ${order} duration("-P2Y")`,
  `years and months duration(born, on).years ${order} 0`,
])
const between = [
  'age on(born, on) between 16 and 18',
  'age on(born, on) in (16..18]',
  'months between(born, on) in [-3..3)',
]

test.each([...comparisons, ...between])('%s means the same before and after', (text) => {
  const written = rule(text)
  const simplified = { ...written, ir: simplify(written.ir) }
  expect(simplified.ir).not.toEqual(written.ir)
  const on = parseDay('2024-02-29')!
  const days = [...Array(9000).keys()].map((n) => on + 1200 - n)
  const differing = days.filter(
    (n) => evaluate(written, { born: dayText(n) }) !== evaluate(simplified, { born: dayText(n) }),
  )
  expect(differing.map(dayText)).toEqual([])
})
