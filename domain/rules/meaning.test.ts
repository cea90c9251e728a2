import { expect, test } from 'vitest'
import { Refusal } from '../base/fail.ts'
import { contextOf, type Json } from './context.ts'
import { evaluate } from './evaluate.ts'
import { meaning } from './fuzz/meaning.ts'
import { refusals } from './fuzz/refusals.ts'
import { jsonOfValue } from './json-value.ts'
import { compile } from './predicate.ts'

const compiled = (expr: string, given: { [key: string]: Json } = {}) => {
  const context = contextOf(given)
  return { context, predicate: compile(expr, { catalogue: context.catalogue, root: context.root, adHoc: true }) }
}

for (const [expr, expected, given] of meaning) {
  test(`${expr} is ${JSON.stringify(expected)}`, () => {
    const { context, predicate } = compiled(expr, given)
    expect(jsonOfValue(predicate.type, evaluate(predicate, context.record))).toEqual(expected)
  })
}

for (const [expr, code, text, given] of refusals) {
  test(`${expr} is refused: ${code} at «${text}»`, () => {
    const error = refusalOf(() => compiled(expr, given))
    expect([error.code, error.where?.text]).toEqual([`rules.expression.${code}`, text])
    expect(expr.slice(Number(error.where?.from), Number(error.where?.to))).toBe(text)
  })
}

function refusalOf(run: () => unknown): Refusal {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error('Not refused')
}

test('a name that is nearly one is answered with the nearest', () => {
  expect(() => compiled('agee > 1', { age: 1, wage: 2 })).toThrow(/did you mean age/)
})
