import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FileRecord } from './closure/frame.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import { ExpressionGenerator } from './fuzz/expressions.ts'
import { type Files, generateFiles, graphOf } from './fuzz/files.ts'
import { randomOf } from './fuzz/random.ts'
import { sampleCatalogue, sampleParameters } from './fuzz/sample.ts'
import { children, type Node } from './ir.ts'
import { compile } from './predicate.ts'

/** Laws of logic over generated rules and files; a seed that fails is printed and can be run again. */
const rule = (text: string) =>
  compile(text, { catalogue: sampleCatalogue, root: 'person', parameters: sampleParameters })
const seeds = fc.integer({ min: 0, max: 2 ** 31 })
const runs = { numRuns: 100 }

function sample(seed: number, count: number): { texts: string[]; files: Files; persons: FileRecord[] } {
  const random = randomOf(seed)
  const files = generateFiles(random, 8)
  const texts: string[] = []
  while (texts.length < count) {
    const text = new ExpressionGenerator(random).boolean(3)
    if (isRule(text)) texts.push(text)
  }
  return { texts, files, persons: graphOf(files).person! }
}
function isRule(text: string): boolean {
  try {
    rule(text)
    return true
  } catch {
    return false
  }
}

test.each(['feel', 'strict'] as const)('not(not(a)) is a, and De Morgan holds: %s', (mode) => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { texts, persons } = sample(seed, 2)
      const [a, b] = texts as [string, string]
      const pairs = [
        [a, `not(not(${a}))`],
        [`not(${a} and ${b})`, `not(${a}) or not(${b})`],
        [`not(${a} or ${b})`, `not(${a}) and not(${b})`],
        [`if ${a} then true else false`, mode === 'feel' ? `(${a}) and (${a}) != null` : a],
      ]
      for (const [left, right] of pairs) {
        const [x, y] = [rule(left!), rule(right!)]
        for (const person of persons) expect(evaluate(x, person, mode)).toBe(evaluate(y, person, mode))
      }
    }),
    runs,
  )
})

test('every is the dual of some', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { texts, persons } = sample(seed, 1)
      const body = `(e.wage > 500 and e.verified or ${texts[0]})`
      const [every, some] = [
        `every e in employments satisfies ${body}`,
        `not(some e in employments satisfies not(${body}))`,
      ]
      const [x, y] = [rule(every), rule(some)]
      for (const mode of ['feel', 'strict'] as const) {
        for (const person of persons) expect(evaluate(x, person, mode)).toBe(evaluate(y, person, mode))
      }
    }),
    runs,
  )
})

test('filling in a missing fact never turns a strict yes into a no, or a no into a yes', () => {
  let decided = 0
  fc.assert(
    fc.property(seeds, (seed) => {
      const { texts, files, persons } = sample(seed, 4)
      const random = randomOf(seed + 1)
      const filled = graphOf(fill(files, random)).person!
      for (const text of texts) {
        const predicate = rule(text)
        // A rule that asks for null itself asks whether the fact is missing: filling it in may well change the answer.
        if (asksForNull(predicate.ir)) continue
        for (const [i, person] of persons.entries()) {
          const before = evaluate(predicate, person, 'strict')
          if (before === null) continue
          decided += 1
          expect(evaluate(predicate, filled[i]!, 'strict'), text).toBe(before)
        }
      }
    }),
    { numRuns: 400 },
  )
  expect(decided).toBeGreaterThan(1000)
})

const asksForNull = (node: Node): boolean =>
  node.op === 'isNull' || (node.op === 'literal' && node.value === null) || children(node).some(asksForNull)

/** Half of what is missing gets a value. */
function fill(files: Files, random: ReturnType<typeof randomOf>): Files {
  const donors = generateFiles(random, 40)
  return Object.fromEntries(
    Object.entries(files).map(([name, rows]) => [
      name,
      rows.map((row) => ({
        ...row,
        facts: Object.fromEntries(
          Object.entries(row.facts).map(([key, value]) => [
            key,
            value === null && random.chance(0.5) ? (random.pick(donors[name]!).facts[key] ?? null) : value,
          ]),
        ),
      })),
    ]),
  )
}

test('an explanation gives the strict answer, and names a missing fact only where one is missing', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { texts, persons } = sample(seed, 3)
      for (const text of texts) {
        const predicate = rule(text)
        for (const person of persons) {
          const value = evaluate(predicate, person, 'strict')
          const { outcome, missing } = explain(predicate, person)
          expect(outcome, text).toBe(value === null ? 'unknown' : value ? 'yes' : 'no')
          for (const { record, key } of missing)
            expect(sampleCatalogue[record]!.facts[key]).toHaveProperty('nullable', true)
        }
      }
    }),
    runs,
  )
})
