import { evaluate as feelin } from 'feelin'
import { expect, test } from 'vitest'
import type { FileRecord } from './closure/frame.ts'
import { evaluate } from './evaluate.ts'
import { ExpressionGenerator } from './fuzz/expressions.ts'
import { generateFiles, graphOf } from './fuzz/files.ts'
import { randomOf } from './fuzz/random.ts'
import { sampleCatalogue, sampleParameters } from './fuzz/sample.ts'
import { children, type Node } from './ir.ts'
import { compile, type Predicate } from './predicate.ts'

/**
 * Another implementation as witness, where it is right: not for decimals, bare `in`, null in quantifiers and lists,
 * string order beyond U+FFFF, or what is our own.
 */
const OUTSIDE =
  /age on|months between|day of reaching|years and months duration|\bin\b|\/|\*|decimal|round|modulo|mean|min\(|max\(|sum\(|list contains|distinct|9999|0001|upper|lower|substring|9007|0\.1|any\(|all\(|between|P9|string\(|date\(\d/

test('where feelin can be trusted, it gives the same truth', () => {
  const random = randomOf(11)
  const files = generateFiles(random, 12)
  const persons = graphOf(files).person!
  let cells = 0
  for (let i = 0; i < 3000; i++) {
    const text = new ExpressionGenerator(random).boolean(2)
    if (OUTSIDE.test(text)) continue
    const predicate = compile(text, { catalogue: sampleCatalogue, root: 'person', parameters: sampleParameters })
    if (!simple(predicate.ir)) continue
    for (const person of persons) {
      cells += 1
      expect(witness(predicate, person), `${text} for ${JSON.stringify(facts(person))}`).toBe(
        evaluate(predicate, person),
      )
    }
  }
  expect(cells).toBeGreaterThan(2000)
})

/** No derived facts, which feelin does not know; no codes written as labels, dates beside strings, or durations. */
function simple(node: Node): boolean {
  if (['named', 'some', 'every', 'rows', 'ref', 'map', 'filter', 'fold', 'items'].includes(node.op)) return false
  if (node.type === 'days' || node.type === 'months' || (node.op === 'literal' && node.codes)) return false
  return children(node).every(simple)
}

const NAMES: [string, string][] = Object.entries(sampleCatalogue.person!.facts).flatMap(([key, { label }]) => [
  [key, key],
  [label.zh, key],
])

function facts(person: FileRecord): Record<string, unknown> {
  const scalars = NAMES.filter(([, key]) => sampleCatalogue.person!.facts[key]!.kind === 'scalar')
  return Object.fromEntries(scalars.map(([name, key]) => [name, person[key]]))
}

function witness({ text }: Predicate, person: FileRecord): unknown {
  const day = (value: unknown) => (value === null ? null : feelin(`date("${value}")`).value)
  const { born, moved } = person
  const dates = {
    born: day(born),
    出生日期: day(born),
    moved: day(moved),
    '迁入 日期': day(moved),
    on: day('2024-02-29'),
    当日: day('2024-02-29'),
  }
  return feelin(text, { ...facts(person), ...dates, line: 500 }).value
}
