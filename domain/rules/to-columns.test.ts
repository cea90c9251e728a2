import { expect, test } from 'vitest'
import { Refusal } from '../base/fail.ts'
import { type Snapshot, snapshotOf } from './columns/snapshot.ts'
import { evaluate } from './evaluate.ts'
import { ExpressionGenerator } from './fuzz/expressions.ts'
import { type Files, generateFiles, graphOf } from './fuzz/files.ts'
import { randomOf } from './fuzz/random.ts'
import { sampleCatalogue, sampleParameters } from './fuzz/sample.ts'
import { compile, type Predicate } from './predicate.ts'
import { toColumns } from './to-columns.ts'

const rule = (text: string) =>
  compile(text, { catalogue: sampleCatalogue, root: 'person', parameters: sampleParameters })

function snapshotFrom(files: Files): Snapshot {
  const rows = Object.entries(files).map(([name, of]) => [
    name,
    of.map(({ id, facts, keys }) => ({ facts, keys: { ...keys, id } })),
  ])
  return snapshotOf(sampleCatalogue, Object.fromEntries(rows))
}

/** Employments in the order of their persons: the layout of a snapshot that was loaded, where lists need no row numbers. */
function sorted(files: Files): Files {
  return {
    ...files,
    employment: files
      .employment!.toSorted((a, b) => a.keys.person! - b.keys.person!)
      .map((row, id) => ({ ...row, id })),
  }
}
function withoutRowNumbers(snapshot: Snapshot): Snapshot {
  const { start } = snapshot.person!.lists.employments!
  return { ...snapshot, person: { ...snapshot.person!, lists: { employments: { start } } } }
}

function supportedRules(seed: number, wanted: number, snapshot: Snapshot): Predicate[] {
  const random = randomOf(seed)
  const found: Predicate[] = []
  while (found.length < wanted) {
    try {
      const made = rule(new ExpressionGenerator(random).boolean(2))
      toColumns([made], sampleCatalogue).bind(snapshot)
      found.push(made)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return found
}

test('many rules at once, over the whole and over parts, on both layouts, count what the closures say', () => {
  const files = sorted(generateFiles(randomOf(5), 301))
  const plain = snapshotFrom(files)
  const persons = graphOf(files).person!
  const rules = supportedRules(6, 120, plain)
  const expected = rules.map((each) => persons.filter((person) => evaluate(each, person, 'strict') === true).length)
  for (const snapshot of [plain, withoutRowNumbers(plain)]) {
    const run = toColumns(rules, sampleCatalogue).bind(snapshot)
    expect([...run().yes]).toEqual(expected)
    const parts = [
      [0, 64],
      [64, 65],
      [65, 200],
      [200, 301],
    ].map(([from, to]) => run({ from: from!, to: to! }).yes)
    expect(rules.map((_, i) => parts.reduce((sum, yes) => sum + yes[i]!, 0))).toEqual(expected)
    const detailed = run({ all: true })
    expect([...detailed.yes]).toEqual(expected)
    expect(rules.map((_, i) => detailed.yes[i]! + detailed.no[i]! + detailed.unknown[i]!)).toEqual(rules.map(() => 301))
  }
})

test('columns that change between runs are read anew', () => {
  const snapshot = snapshotFrom(generateFiles(randomOf(1), 10))
  const run = toColumns([rule('active')], sampleCatalogue).bind(snapshot)
  snapshot.person!.columns.active!.fill(1)
  expect(run().yes[0]).toBe(10)
  snapshot.person!.columns.active!.fill(0)
  expect(run().yes[0]).toBe(0)
})

test('words of two facts are held against each other, in whatever dictionaries they stand', () => {
  const files = generateFiles(randomOf(9), 400)
  const persons = graphOf(files).person!
  const texts = [
    'name = note',
    'name != note',
    'note = name or note = household.kind',
    'household.kind = household.kind',
  ]
  texts.push('some e in employments satisfies e.way = channel', 'every e in employments satisfies not(channel = e.way)')
  const rules = texts.map(rule)
  const found = toColumns(rules, sampleCatalogue).bind(snapshotFrom(files))({ all: true })
  const told = rules.map((each) => persons.map((person) => evaluate(each, person, 'strict')))
  for (const [side, value] of [
    ['yes', true],
    ['no', false],
    ['unknown', null],
  ] as const)
    expect([side, [...found[side]]]).toEqual([side, told.map((all) => all.filter((one) => one === value).length)])
  expect(found.yes.every((n) => n > 0)).toBe(true)
})

test.each([
  'savings / 3 > 100',
  'name < note',
  'savings * savings > 5',
  'mean(employments.wage) > 5',
  'decimal(score * 0.5, 0) = 2',
])('what columns cannot hold exactly is refused: %s', (text) => {
  const snapshot = snapshotFrom(generateFiles(randomOf(1), 40))
  expect(() => toColumns([rule(text)], sampleCatalogue).bind(snapshot)).toThrow(
    expect.objectContaining({ code: 'rules.columns.unsupported' }),
  )
})
