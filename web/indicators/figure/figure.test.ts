import { describe, expect, test } from 'vitest'
import { ranked, stepsOf } from '../area/area-figures.ts'
import { type FigureData, familyOf, type IndicatorData, levelOf, type PlanData, progressOf } from './figure.ts'
import { splitByTarget } from './figure-lines.ts'

const words = (text: string) => ({ zh: text, en: text })
const indicator = (key: string, more: Partial<IndicatorData> = {}): IndicatorData => ({
  key,
  action: 'a1',
  measure: 'm1',
  partOf: null,
  name: words(key),
  statement: words(key),
  kind: 'count',
  unit: 'person',
  counts: 'person',
  where: 'true',
  of: null,
  attribution: words(''),
  assumptions: [],
  source: 's',
  ...more,
})
const figure = (area: number, value: number | null, more: Partial<FigureData> = {}): FigureData => ({
  indicator: 'x',
  area,
  areaName: String(area),
  value,
  of: null,
  parts: [],
  target: null,
  task: null,
  kind: 'count',
  state: 'none',
  rule: words(''),
  trajectory: null,
  published: null,
  opens: true,
  ...more,
})
const target = (value: number): FigureData['target'] => ({
  value,
  by: null,
  origin: 'plan',
  assumption: false,
  source: null,
})

describe('a figure read against its target', () => {
  test('a share is told in percent; an empty whole cannot be told', () => {
    expect(levelOf(figure(1, 99, { of: 100 }), { unit: 'percent' })).toBe(99)
    expect(levelOf(figure(1, 0, { of: 0 }), { unit: 'percent' })).toBeUndefined()
    expect(levelOf(figure(1, 2, { of: 4 }), { unit: 'area' })).toBe(2)
    expect(levelOf(figure(1, null), { unit: 'person' })).toBeUndefined()
  })
  test('progress and the due mark are parts of the target; no target, no progress', () => {
    const due = { due: 6, perMonth: 1, words: words('') }
    expect(progressOf(figure(1, 11, { target: target(30), trajectory: due }), { unit: 'site' })).toEqual({
      ratio: 11 / 30,
      due: 0.2,
    })
    expect(progressOf(figure(1, 11), { unit: 'site' })).toBeUndefined()
  })
})

describe('areas side by side', () => {
  const figures = [figure(1, 5), figure(2, null), figure(3, 50), figure(4, 0), figure(5, 50)]
  test('highest first, equal by code, what cannot be told last', () => {
    expect(ranked(figures, indicator('x'), 'value').map((one) => one.area)).toEqual([3, 5, 1, 4, 2])
  })
  test('five steps: nought is the lowest, equals share a step, the unknown has none', () => {
    const steps = stepsOf(figures, indicator('x'))
    expect(steps.get(4)).toBe(1)
    expect(steps.get(3)).toBe(steps.get(5))
    expect(steps.has(2)).toBe(false)
    expect(Math.max(...steps.values())).toBe(5)
  })
})

describe('indicators of a plan', () => {
  const plan = {
    measures: [{ key: 'workshops' }, { key: 'm1' }],
    indicators: [
      indicator('lifted', { measure: 'workshops' }),
      indicator('workshops', { measure: 'workshops' }),
      indicator('other', { action: 'a2' }),
      indicator('workers', { partOf: 'workshops' }),
      indicator('parks'),
    ],
  } as unknown as PlanData
  test('details stand under what they detail, and none is lost', () => {
    const keys = familyOf(plan, { action: 'a1' }).map((one) => one.indicator.key)
    expect(keys).toEqual(['workshops', 'workers', 'lifted', 'parks'])
    expect(familyOf(plan, {})).toHaveLength(plan.indicators.length)
  })
  test('a family goes with the targets if one of it has a target', () => {
    const lines = familyOf(plan, { action: 'a1' }).map((one, i) => ({
      ...one,
      figure: figure(1, 1, i === 1 ? { target: target(9) } : {}),
    }))
    const { targeted, open } = splitByTarget(lines)
    expect(targeted.map((line) => line.indicator.key)).toEqual(['workshops', 'workers'])
    expect(open.flat().map((line) => line.indicator.key)).toEqual(['lifted', 'parks'])
  })
})
