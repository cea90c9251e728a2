import { catalogue } from '#domain/people/catalogue.ts'
import type { Fact, ListFact, RefFact } from '#domain/people/fact.ts'
import type { FileRecord } from '#domain/rules/closure/frame.ts'
import type { LedgerRow, RecordRow } from './file-rows.sql.ts'

type Made = Record<string, unknown>
/** Whether everything a list can hold was read. One that was not refuses to be read: an empty list would be a wrong answer. */
export type Whole = (record: string, row: LedgerRow, list: string) => boolean

/** Rows joined as the catalogue joins them, each with its ledger id; the records stand in the order of the rows. */
export function fileGraph(rows: readonly RecordRow[], whole: Whole): FileRecord[] {
  const made = rows.map(({ record, row }) => ({ record, row, file: scalarsOf(record, row) }))
  const indexes = new Map<string, Map<string, Made[]>>()
  const find = (record: string, columns: readonly string[], key: string): Made[] => {
    const name = `${record} ${columns}`
    const known = indexes.get(name) ?? new Map<string, Made[]>()
    if (!indexes.has(name)) {
      indexes.set(name, known)
      for (const each of made) {
        const own = each.record === record && keyOf(each.row, columns)
        if (own) known.set(own, [...(known.get(own) ?? []), each.file])
      }
    }
    return known.get(key) ?? []
  }
  for (const { record, row, file } of made) {
    for (const [key, fact] of factsOf(record)) {
      if (fact.kind === 'ref') file[key] = matching(fact, fact.to, row, find)[0] ?? null
      else if (fact.kind === 'list' && whole(record, row, key)) file[key] = matching(fact, fact.of, row, find)
      else if (fact.kind === 'list') refuseToBeRead(file, `${record}.${key}`)
    }
  }
  return made.map(({ file }) => file)
}

const factsOf = (record: string) => Object.entries(catalogue[record as 'person'].facts) as [string, Fact][]

function scalarsOf(record: string, row: LedgerRow): Made {
  const file: Made = { id: row.id }
  for (const [key, fact] of factsOf(record)) if (fact.kind === 'scalar') file[key] = row[fact.column] ?? null
  return file
}

type Find = (record: string, columns: readonly string[], key: string) => Made[]
function matching({ on }: RefFact | ListFact, record: string, row: LedgerRow, find: Find): Made[] {
  const key = keyOf(
    row,
    on.map(([here]) => here),
  )
  return key === undefined
    ? []
    : find(
        record,
        on.map(([, there]) => there),
        key,
      )
}

/** Undefined where a part is missing: nothing is joined by what is not recorded. */
function keyOf(row: LedgerRow, columns: readonly string[]): string | undefined {
  const values = columns.map((column) => row[column] ?? null)
  if (values.includes(null)) return undefined
  return values.map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : String(value))).join('/')
}

function refuseToBeRead(file: Made, name: string): void {
  Object.defineProperty(file, name.split('.')[1]!, {
    enumerable: false,
    get: () => {
      throw new Error(`${name} was not read with this file`)
    },
  })
}
