import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactRow, Group, Row, SpellRow, Value } from './condition.ts'
import { isComplete } from './condition.ts'
import { readCondition } from './condition-read.ts'
import { groupText } from './condition-text.ts'

const day = fc.constantFrom('1980-01-01', '2021-09-17')
const values: Record<Value['type'], fc.Arbitrary<Value>> = {
  string: fc.record({
    type: fc.constant('string' as const),
    value: fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
  }),
  number: fc.record({ type: fc.constant('number' as const), value: fc.integer({ min: -9, max: 99_999 }).map(String) }),
  date: fc.record({ type: fc.constant('date' as const), value: day }),
  boolean: fc.record({ type: fc.constant('boolean' as const), value: fc.boolean() }),
}
const fact = (names: string[]): fc.Arbitrary<FactRow> =>
  fc.constantFrom<Value['type'][]>('string', 'number', 'date', 'boolean').chain((type) => {
    const row = (operator: fc.Arbitrary<FactRow['operator']>, count: [number, number]) =>
      fc.record({
        kind: fc.constant('fact' as const),
        fact: fc.constantFrom(...names),
        operator,
        values: fc.array(values[type], { minLength: count[0], maxLength: count[1] }),
      })
    return fc.oneof(
      row(
        fc.constantFrom('is' as const, 'isNot' as const, 'below' as const, 'atMost' as const, 'atLeast' as const),
        [1, 1],
      ),
      row(fc.constantFrom('missing' as const, 'known' as const), [0, 0]),
      row(fc.constant('between' as const), [2, 2]),
      row(fc.constant('in' as const), [1, 3]),
    )
  })
const spell: fc.Arbitrary<SpellRow> = fc.record({
  kind: fc.constant('spell' as const),
  list: fc.constantFrom('employments', 'memberships', 'same_phone'),
  has: fc.boolean(),
  current: fc.boolean(),
  where: fc.array(fact(['kind', 'channel', 'verified_on']), { maxLength: 3 }),
})
const leaf: fc.Arbitrary<Row> = fc.oneof(fact(['age', 'sex', 'household.relocated', '性别']), spell)
const joined = (join: 'and' | 'or', rows: fc.Arbitrary<Row>): fc.Arbitrary<Group> =>
  fc.record({
    kind: fc.constant('group' as const),
    join: fc.constant(join),
    rows: fc.array(rows, { minLength: 2, maxLength: 4 }),
  })
/** Groups whose inner groups join the other way: what the builder makes. */
const group = fc.oneof(
  joined('and', fc.oneof(leaf, joined('or', leaf))),
  joined('or', fc.oneof(leaf, joined('and', leaf))),
  leaf.map((row): Group => ({ kind: 'group', join: 'and', rows: [row] })),
)

describe('rows and text', () => {
  test('what the builder writes it reads again', () => {
    fc.assert(
      fc.property(group, (rows) => {
        expect(readCondition(groupText(rows))).toEqual(rows)
      }),
      { numRuns: 2000 },
    )
  })

  test('writes what an officer would', () => {
    const rows: Group = {
      kind: 'group',
      join: 'and',
      rows: [
        {
          kind: 'fact',
          fact: 'age',
          operator: 'between',
          values: [
            { type: 'number', value: '16' },
            { type: 'number', value: '60' },
          ],
        },
        {
          kind: 'spell',
          list: 'employments',
          has: false,
          current: true,
          where: [{ kind: 'fact', fact: 'channel', operator: 'is', values: [{ type: 'string', value: 'workshop' }] }],
        },
      ],
    }
    expect(groupText(rows)).toBe(
      'age in [16..60] and not(some e in employments satisfies e.current and e.channel = "workshop")',
    )
  })

  test.each([
    ['alive and not(in_school)', 2],
    ['(sex = "male" or sex = "female") and age > 3', 2],
  ])('reads %s', (text, rows) => {
    expect(readCondition(text)?.rows).toHaveLength(rows)
  })

  test.each([
    'age + 1 > 3',
    'count(employments) >= 2',
    'some e in employments satisfies e.channel = "a" or e.current',
    'some e in employments satisfies (some m in memberships satisfies m.current)',
    'not(age > 3)',
    'age >',
    'age > 3 age',
    '"a" = sex',
    'birth_date < date(2020, 1, 1)',
    '',
  ])('leaves %s as text', (text) => {
    expect(readCondition(text)).toBeUndefined()
  })

  test('an unfinished row is told apart', () => {
    const row = (values: Value[]): FactRow => ({ kind: 'fact', fact: 'age', operator: 'between', values })
    expect(isComplete(row([{ type: 'number', value: '1' }]))).toBe(false)
    expect(
      isComplete(
        row([
          { type: 'number', value: '1' },
          { type: 'number', value: '' },
        ]),
      ),
    ).toBe(false)
    expect(
      isComplete(
        row([
          { type: 'number', value: '1' },
          { type: 'number', value: '2' },
        ]),
      ),
    ).toBe(true)
  })
})
