import { expect, test } from 'vitest'
import { sampleCatalogue, sampleParameters } from '../fuzz/sample.ts'
import { compile } from '../predicate.ts'
import { toSql } from '../to-sql.ts'

const questions = (text: string): number => {
  const rule = compile(text, { catalogue: sampleCatalogue, root: 'person', parameters: sampleParameters })
  const sql = toSql(rule, { alias: 'p', relation: (table) => table, mode: 'strict', truthy: true })
  return sql.split('EXISTS').length - 1
}

test('what is asked of one list under one `or` is one question', () => {
  expect(
    questions('(some e in employments satisfies e.wage > 9) or (some f in employments satisfies f.days > 9)'),
  ).toBe(1)
  expect(questions('working or age > 60 or (some e in employments satisfies e.verified)')).toBe(1)
  expect(
    questions('(every e in employments satisfies e.days > 9) and (every f in employments satisfies f.days < 99)'),
  ).toBe(1)
})

test('two lists are two questions, and so is one element with both', () => {
  expect(questions('working or (some m in household.members satisfies m.active)')).toBe(2)
  expect(questions('working and (some e in employments satisfies e.verified)')).toBe(2)
  const ofBoth = 'some e in employments, f in employments satisfies '
  expect(
    questions(
      `${ofBoth}(some x in e.worker.employments satisfies x.verified) or (some y in f.worker.employments satisfies y.verified)`,
    ),
  ).toBe(4)
})
