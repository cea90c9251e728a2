import type { FactRow, Group, Operator, Row, SpellRow, Value } from './condition.ts'

/** Text that rows cannot show stays text: arithmetic, functions, filters, nested quantifiers. */
class NotRows extends Error {}
const notRows = (): never => {
  throw new NotRows()
}

const token =
  /\s*("(?:[^"\\]|\\.)*"|\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*|\.\.|<=|>=|!=|[-()[\],=<>])/uy

function tokens(text: string): string[] {
  const found: string[] = []
  let at = 0
  while (at < text.trimEnd().length) {
    token.lastIndex = at
    const match = token.exec(text)
    if (!match) return notRows()
    found.push(match[1]!)
    at = token.lastIndex
  }
  return found
}

const words = new Set([
  'and',
  'or',
  'in',
  'some',
  'every',
  'satisfies',
  'not',
  'null',
  'true',
  'false',
  'if',
  'for',
  'between',
])
const signs: Record<string, Operator> = {
  '=': 'is',
  '!=': 'isNot',
  '<': 'below',
  '<=': 'atMost',
  '>': 'above',
  '>=': 'atLeast',
}

class Reader {
  private at = 0
  private readonly list: string[]
  constructor(text: string) {
    this.list = tokens(text)
  }
  get here(): string | undefined {
    return this.list[this.at]
  }
  take(): string {
    return this.list[this.at++] ?? notRows()
  }
  expect(wanted: string): void {
    if (this.take() !== wanted) notRows()
  }
  /** `wanted`, if it comes next. */
  has(wanted: string): boolean {
    if (this.here !== wanted) return false
    this.at += 1
    return true
  }
  name(): string {
    const word = this.take()
    return /^[\p{L}_]/u.test(word) && !words.has(word) ? word : notRows()
  }
}

/** The rows of a text that the builder could have written; undefined for any other text. */
export function readCondition(text: string): Group | undefined {
  try {
    const reader = new Reader(text)
    const row = readOr(reader)
    if (reader.here !== undefined) return undefined
    return row.kind === 'group' ? row : { kind: 'group', join: 'and', rows: [row] }
  } catch (error) {
    if (error instanceof NotRows) return undefined
    throw error
  }
}

const readOr = (reader: Reader): Row => readJoined(reader, 'or', readAnd)
const readAnd = (reader: Reader): Row => readJoined(reader, 'and', readOne)
function readJoined(reader: Reader, join: 'and' | 'or', part: (reader: Reader) => Row): Row {
  const first = part(reader)
  if (reader.here !== join) return first
  const rows = [first]
  while (reader.has(join)) rows.push(part(reader))
  return { kind: 'group', join, rows }
}

function readOne(reader: Reader): Row {
  if (reader.has('(')) {
    const row = readOr(reader)
    reader.expect(')')
    return row
  }
  if (reader.has('not')) return readNot(reader)
  if (reader.has('some')) return readSome(reader)
  return readComparison(reader)
}

function readNot(reader: Reader): Row {
  reader.expect('(')
  const row = readOr(reader)
  reader.expect(')')
  if (row.kind === 'spell') return { ...row, has: !row.has }
  const bare = row.kind === 'fact' && row.operator === 'is' && row.values[0]?.type === 'boolean' && row.values[0].value
  return bare ? { ...row, values: [{ type: 'boolean', value: false }] } : notRows()
}

/** `some e in employments satisfies e.current and e.channel = "workshop"`. */
function readSome(reader: Reader): SpellRow {
  const name = reader.name()
  reader.expect('in')
  const list = reader.name()
  if (list.includes('.')) notRows()
  reader.expect('satisfies')
  const row: SpellRow = { kind: 'spell', list, has: true, current: false, where: [] }
  do {
    const fact = readComparison(reader)
    if (fact.kind !== 'fact' || !fact.fact.startsWith(`${name}.`)) return notRows()
    const own: FactRow = { ...fact, fact: fact.fact.slice(name.length + 1) }
    if (own.fact.includes('.')) notRows()
    if (own.fact !== 'current') row.where.push(own)
    else if (own.operator === 'is' && own.values[0]?.value === true) row.current = true
    else notRows()
  } while (reader.has('and'))
  // A quantifier reaches to the end of its bracket: an `or` here belongs to its condition, which rows cannot show.
  return reader.here === 'or' ? notRows() : row
}

function readComparison(reader: Reader): FactRow | SpellRow {
  const fact = reader.name()
  if (fact === 'count' && reader.has('(')) return readCount(reader)
  const row = (operator: Operator, values: Value[]): FactRow => ({ kind: 'fact', fact, operator, values })
  if (reader.has('in')) return readIn(reader, row)
  const operator = signs[reader.here ?? '']
  if (!operator) return row('is', [{ type: 'boolean', value: true }])
  reader.take()
  if (!reader.has('null')) return row(operator, [readValue(reader)])
  if (operator === 'is') return row('missing', [])
  return operator === 'isNot' ? row('known', []) : notRows()
}

/** `count(employments) > 0`: has any at all. */
function readCount(reader: Reader): SpellRow {
  const list = reader.name()
  for (const wanted of [')', '>', '0']) reader.expect(wanted)
  return { kind: 'spell', list, has: true, current: false, where: [] }
}

function readIn(reader: Reader, row: (operator: Operator, values: Value[]) => FactRow): FactRow {
  if (reader.has('[')) {
    const from = readValue(reader)
    reader.expect('..')
    const to = readValue(reader)
    reader.expect(']')
    return row('between', [from, to])
  }
  reader.expect('(')
  const values = [readValue(reader)]
  while (reader.has(',')) values.push(readValue(reader))
  reader.expect(')')
  return row('in', values)
}

function readValue(reader: Reader): Value {
  const word = reader.take()
  if (word.startsWith('"')) return { type: 'string', value: JSON.parse(word) as string }
  if (word === 'true' || word === 'false') return { type: 'boolean', value: word === 'true' }
  if (word === '-' && /^\d/.test(reader.here ?? '')) return { type: 'number', value: `-${reader.take()}` }
  if (/^\d/.test(word)) return { type: 'number', value: word }
  if (word !== 'date') return notRows()
  reader.expect('(')
  const text = reader.take()
  reader.expect(')')
  return text.startsWith('"') ? { type: 'date', value: JSON.parse(text) as string } : notRows()
}
