import { expect, test } from 'vitest'
import { sampleCatalogue, sampleParameters } from '../fuzz/sample.ts'
import { compile } from '../predicate.ts'
import { toSql } from '../to-sql.ts'

const rule = (text: string, catalogue = sampleCatalogue) =>
  compile(text, { catalogue, root: 'person', parameters: sampleParameters })
const sqlOf = (text: string) =>
  toSql(rule(text), { alias: 'p', relation: (table) => table, mode: 'strict', truthy: true })

test('key, Chinese label and English label are one name; code and label one code', () => {
  const written = [
    'channel = "workshop"',
    '就业渠道 = "帮扶车间"',
    'channel in ("workshop")',
    '就业渠道 = "自主 就业"',
  ].map(sqlOf)
  expect(written).toEqual([
    "(p.channel = 'workshop')",
    "(p.channel = 'workshop')",
    "(p.channel IN ('workshop'))",
    "(p.channel = 'self')",
  ])
})

test('an unknown code names the valid ones', () => {
  expect(() => rule('channel = "factory"')).toThrow(/valid are: workshop, public, self/)
  expect(() => rule('list contains(employments.way, "factory")')).toThrow(/valid are/)
})

test('a rule tells the facts it reads, derived ones and those behind them', () => {
  expect(rule('adult and 务工经历.wage != null').facts.toSorted()).toEqual([
    'employment.wage',
    'person.adult',
    'person.born',
    'person.employments',
  ])
})

test('derived facts that refer to each other are refused', () => {
  const label = { zh: '甲', en: 'a' }
  const facts = {
    a: { kind: 'derived', expr: 'b', label },
    b: { kind: 'derived', expr: 'not(a)', label: { zh: '乙', en: 'b' } },
  } as const
  const catalogue = { person: { table: 'person', label, facts } }
  expect(() => rule('a', catalogue)).toThrow(/circle: person.a → person.b → person.a/)
})

test('records have no order: no positions, no joined text', () => {
  expect(() => rule('employments.wage[1] > 5')).toThrow(/no order/)
  expect(() => rule('string join(employments.way) = ""')).toThrow(/no order/)
})

test('a positive test of a list is a plain EXISTS, with every pair of the relation', () => {
  expect(sqlOf('some e in employments satisfies e.wage > 5')).toBe(
    'EXISTS (SELECT 1 FROM fz_employment AS p1 WHERE p1.county = p.county AND p1.person = p.id AND (p1.wage > 5))',
  )
  expect(sqlOf('not(some e in employments satisfies e.days > 5)')).toMatch(
    /^\(NOT EXISTS \(SELECT 1 .* AND \(p1\.days > 5\)\)\)$/,
  )
})

test('nothing that is written reaches SQL unquoted', () => {
  expect(sqlOf(`note = "'; drop table x; --"`)).toBe("(p.note = '''; drop table x; --')")
  expect(sqlOf('note = "\\\\\' or 1=1"')).toBe("(p.note = E'\\\\'' or 1=1')")
})

test('a test for null beside a comparison leaves nothing unknown, so a count stays a plain count', () => {
  expect(sqlOf('count(employments[current]) > 0')).not.toMatch(/IS NOT FALSE|bool_or/)
  expect(sqlOf('count(employments[wage > 5]) > 0')).toMatch(/IS NOT FALSE/)
})
