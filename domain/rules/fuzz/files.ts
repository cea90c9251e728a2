import type { RefFact, ScalarFact } from '../../people/fact.ts'
import type { FileRecord } from '../closure/frame.ts'
import { quoteString } from '../sql/text.ts'
import type { Random } from './random.ts'
import { sampleCatalogue } from './sample.ts'

/** Generated files twice: as a graph of objects, and as rows for PostgreSQL. */
type Row = { id: number; county: number; keys: Record<string, number | null>; facts: Record<string, unknown> }
export type Files = Record<string, Row[]>

export const DAYS = [
  '2024-02-29',
  '2024-02-28',
  '2023-03-31',
  '2024-12-31',
  '2000-02-29',
  '2006-03-01',
  '1999-12-31',
  '2006-02-28',
  '0001-01-01',
  '9999-12-31',
]
export const STRINGS = ['', 'a', 'B', 'ab', 'ä', '张三', '张', '𠮷野家', '￿', "o'x", '%', 'self', '\\']
const VALUES: Record<string, (random: Random) => unknown> = {
  boolean: (random) => random.chance(0.5),
  number: (random) => random.pick([0, 1, 2, 3, 7, -1, 18, 60, 500, 1200, -35, 2147483647, 9007199254740991]),
  string: (random) => random.pick(STRINGS),
  date: (random) => random.pick(DAYS),
}

export function generateFiles(random: Random, persons: number): Files {
  const make = (record: string, count: number, keys: Record<string, number>): Row[] =>
    Array.from({ length: count }, (_, id) => ({
      id,
      county: 500199,
      keys: Object.fromEntries(
        Object.entries(keys).map(([key, limit]) => [key, random.chance(0.2) ? null : random.whole(0, limit)]),
      ),
      facts: Object.fromEntries(scalarFacts(record).map(([key, fact]) => [key, valueFor(fact, random)])),
    }))
  const employment = make('employment', persons * 2, { person: persons - 1, site: 5 })
  for (const row of employment) row.keys.person ??= 0
  return {
    person: make('person', persons, { household: Math.ceil(persons / 3) + 2 }),
    household: make('household', Math.ceil(persons / 3), {}),
    employment,
    site: make('site', 4, {}),
  }
}

const scalarFacts = (record: string) =>
  Object.entries(sampleCatalogue[record]!.facts).filter(
    (entry): entry is [string, ScalarFact] => entry[1].kind === 'scalar',
  )

function valueFor(fact: ScalarFact, random: Random): unknown {
  if (fact.nullable && random.chance(0.3)) return null
  if (fact.codes) return random.pick(Object.keys(fact.codes))
  return fact.column === 'days' ? random.whole(0, 400) : VALUES[fact.type]!(random)
}

/** Objects that refer to each other by the catalogue's refs and lists. */
export function graphOf(files: Files): Record<string, FileRecord[]> {
  const graph = Object.fromEntries(
    Object.entries(files).map(([name, rows]) => [
      name,
      rows.map((row) => ({ ...row.facts }) as Record<string, unknown>),
    ]),
  )
  for (const [name, rows] of Object.entries(files)) {
    for (const [key, fact] of Object.entries(sampleCatalogue[name]!.facts)) {
      for (const [i, row] of rows.entries()) {
        const record = graph[name]![i]!
        if (fact.kind === 'ref') record[key] = graph[fact.to]![row.keys[keyColumn(fact)] ?? -1] ?? null
        if (fact.kind === 'list') {
          const back = fact.on[1]![1]
          record[key] = graph[fact.of]!.filter((_, at) => files[fact.of]![at]!.keys[back] === row.id)
        }
      }
    }
  }
  return graph
}
const keyColumn = (fact: RefFact): string => fact.on[1]![0]

const SQL_TYPES = { boolean: 'boolean', number: 'bigint', string: 'text', date: 'date' }

/** Statements that make and fill temporary tables. Small numbers lie in `int` columns, as the ledger's do. */
export function tablesSql(files: Files): string[] {
  return Object.entries(files).flatMap(([name, rows]) => {
    const { table } = sampleCatalogue[name]!
    const facts = scalarFacts(name)
    const keys = Object.keys(rows[0]?.keys ?? {})
    const typeOf = (fact: ScalarFact) => (fact.column === 'days' ? 'int' : SQL_TYPES[fact.type])
    const columns = [
      'id bigint',
      'county int',
      ...keys.map((key) => `${key} bigint`),
      ...facts.map(([, fact]) => `${fact.column} ${typeOf(fact)}`),
    ]
    const tuples = rows.map(
      (row) =>
        `(${[row.id, row.county, ...keys.map((key) => row.keys[key] ?? 'NULL'), ...facts.map(([key]) => sqlOf(row.facts[key]))].join(', ')})`,
    )
    return [`CREATE TEMP TABLE ${table} (${columns.join(', ')})`, `INSERT INTO ${table} VALUES ${tuples.join(', ')}`]
  })
}
const sqlOf = (value: unknown): string =>
  value === null || value === undefined ? 'NULL' : typeof value === 'string' ? quoteString(value) : String(value)
