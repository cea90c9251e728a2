import { describe, expect, test } from 'vitest'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Catalogue } from '#domain/people/fact.ts'
import { compile } from '#domain/rules/predicate.ts'
import { typeName } from '#domain/rules/type.ts'
import { type FactRow, type Group, operatorsOf, type Row, type Value, valuesTaken } from './condition.ts'
import { readCondition } from './condition-read.ts'
import { groupText } from './condition-text.ts'

const on = { type: 'date', value: '2021-09-17', label: { zh: '当日', en: 'on the day' } } as const
const typeOf = (text: string, root = 'person') => typeName(compile(text, { catalogue, root, parameters: { on } }).type)

const samples: Record<Value['type'], Value> = {
  string: { type: 'string', value: '甲"乙\\' },
  number: { type: 'number', value: '-3' },
  date: { type: 'date', value: '2021-09-17' },
  boolean: { type: 'boolean', value: true },
}
const facts = (record: string) => Object.entries((catalogue as Catalogue)[record]!.facts)

/** Every row the builder offers over the scalar facts of a record. */
function rowsOver(record: string): FactRow[] {
  return facts(record).flatMap(([key, fact]) => {
    if (fact.kind !== 'scalar' || fact.sealed) return []
    const code = fact.codes && Object.keys(fact.codes)[0]
    const sample: Value = code ? { type: 'string', value: code } : samples[fact.type]
    return operatorsOf[fact.type].map((operator): FactRow => {
      const taken = valuesTaken(operator) ?? 2
      return { kind: 'fact', fact: key, operator, values: Array.from({ length: taken }, () => sample) }
    })
  })
}
const alone = (row: Row): Group => ({ kind: 'group', join: 'and', rows: [row] })

describe('what the builder can say is a rule', () => {
  test('every comparison of every fact of a person', () => {
    const rows = rowsOver('person')
    expect(rows.length).toBeGreaterThan(60)
    for (const row of rows) expect(typeOf(groupText(alone(row))), groupText(alone(row))).toBe('boolean')
  })

  test('every list, with and without, in force or not, by every fact of its records', () => {
    for (const [list, fact] of facts('person')) {
      if (fact.kind !== 'list') continue
      const current = 'current' in (catalogue as Catalogue)[fact.of]!.facts
      for (const [i, where] of [[], [], ...rowsOver(fact.of).map((one) => [one])].entries()) {
        const spell: Row = { kind: 'spell', list, has: i % 2 === 0, current, where }
        const text = groupText(alone(spell))
        expect(typeOf(text), text).toBe('boolean')
        expect(readCondition(text)?.rows).toEqual([spell])
      }
    }
  }, 30_000)

  test('a mistaken one would be noticed', () => {
    expect(() => typeOf('no_such_fact = 1')).toThrow()
    expect(typeOf('age + 1')).toBe('number')
  })
})
