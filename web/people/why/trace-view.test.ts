import { describe, expect, test } from 'vitest'
import { type Stretch, stepsOf, stretchesOf, type Trace } from './trace-view.ts'

const rule = 'age >= 16 and lifted'
const node = (from: number, to: number, parts: Trace[] = [], more: Partial<Trace> = {}): Trace => ({
  from,
  to,
  text: rule.slice(from, to),
  value: 'true',
  outcome: 'yes',
  via: null,
  facts: [],
  notYet: null,
  parts,
  ...more,
})
const flat = (stretches: Stretch[]): string =>
  stretches.map((one) => ('text' in one ? one.text : `[${flat(one.inside)}]`)).join('')

describe('the rule with its parts on it', () => {
  test('every character once, parts in brackets', () => {
    const root = node(0, rule.length, [node(0, 9, [node(0, 3, [], { outcome: null })]), node(14, 20)])
    expect(flat(stretchesOf(root, rule))).toBe('[[age] >= 16] and [lifted]')
  })

  test('the second element of a list does not write the text twice', () => {
    const root = node(0, rule.length, [node(0, 9), node(0, 9), node(14, 20)])
    expect(flat(stretchesOf(root, rule))).toBe('[age >= 16] and [lifted]')
  })

  test('a derived fact’s own text stays out of the rule', () => {
    const inner = { ...node(0, 4), text: 'some' }
    const root = node(0, rule.length, [node(14, 20, [inner], { via: { zh: '脱贫人口', en: 'lifted' } })])
    expect(flat(stretchesOf(root, rule))).toBe('age >= 16 and [lifted]')
  })

  test('a part that says nothing gives way to what it holds', () => {
    const silent = node(0, 9, [node(0, 3)], { outcome: null })
    expect(stepsOf(node(0, 20, [silent])).map((one) => one.text)).toEqual(['age'])
  })
})
