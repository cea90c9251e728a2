import type { ListFact, ScalarFact } from '#domain/people/fact.ts'
import type { Snapshot } from '#domain/rules/columns/snapshot.ts'
import type { Predicate } from '#domain/rules/predicate.ts'
import type { JobTx } from '../../db.ts'
import { type Beside, isShared, layoutOf, linkOf, type TableLayout } from './layout.ts'
import { type List, listOf, RowIndex, rowsOf, sharedList } from './links.ts'
import { readCopy } from './read-copy.ts'
import { DaySink, GroupSink, NumberSink, type Sink, TextSink, TruthSink } from './sinks.ts'
import { type Counties, copyStatement, isIndex, type Relation } from './snapshot.sql.ts'

export type LoadedSnapshot = {
  snapshot: Snapshot
  /** A key column of a record type, row by row: who stands there, and where. */
  keysOf(record: string, key: string): Float64Array
}
export type SnapshotOptions = { counties: Counties; relation?: Relation; beside?: Beside }

type Loaded = {
  layout: TableLayout
  rows: number
  counties: Float64Array
  keys: Map<string, Float64Array | Int32Array>
  columns: Snapshot[string]
  indexes: Map<Float64Array, RowIndex>
}

/**
 * The columns and lists that rules read, over one record type or several, for whole counties, as typed arrays: households and lists of
 * people who share a value never reach past a county. Nothing is kept of a row but its numbers.
 */
export async function loadSnapshot(
  tx: JobTx,
  predicates: readonly Predicate[],
  { counties, relation = (table) => table, beside }: SnapshotOptions,
): Promise<LoadedSnapshot> {
  const layouts = layoutOf(predicates, beside)
  const tables = new Map<string, Loaded>()
  for (const [record, layout] of layouts)
    tables.set(record, await loadTable(tx, layout, copyStatement(layout, counties, relation)))
  linkLists(tables)
  for (const table of tables.values()) linkRefs(table, tables)
  return {
    snapshot: Object.fromEntries([...tables].map(([record, { columns }]) => [record, columns])),
    keysOf: (record, key) => {
      const table = tables.get(record)!
      return key === 'county' ? table.counties : (table.keys.get(key) as Float64Array)
    },
  }
}

async function loadTable(tx: JobTx, layout: TableLayout, statement: string): Promise<Loaded> {
  const counties = new NumberSink()
  const keys = [...layout.keys].map((key) => [key, isIndex(key) ? new GroupSink(counties) : new NumberSink()] as const)
  const facts = layout.scalars.map(([key, fact]) => [key, SINKS[fact.type]()] as const)
  const sinks: Sink[] = [counties, ...keys.map(([, sink]) => sink), ...facts.map(([, sink]) => sink)]
  const rows = await readCopy((take) => tx.copyOut(statement, take), sinks)
  const columns: Snapshot[string] = { rows, columns: {}, dictionaries: {}, largest: {}, refs: {}, lists: {} }
  for (const [key, sink] of facts) {
    if (sink instanceof TextSink) columns.dictionaries[key] = sink.dictionary
    if (sink instanceof NumberSink) columns.largest[key] = sink.largest
    columns.columns[key] = sink instanceof NumberSink ? sink.narrow(rows) : sink.done(rows)
  }
  return {
    ...{ layout, rows, columns, indexes: new Map() },
    counties: counties.done(rows),
    keys: new Map(keys.map(([key, sink]) => [key, sink.done(rows)])),
  }
}

const SINKS: Record<ScalarFact['type'], () => DaySink | TruthSink | NumberSink | TextSink> = {
  boolean: () => new TruthSink(),
  date: () => new DaySink(),
  number: () => new NumberSink(),
  string: () => new TextSink(),
}

/** Lists of people first: their elements are put side by side, in the order of their people. */
function linkLists(tables: Map<string, Loaded>): void {
  const all = [...tables.values()].flatMap((table) => table.layout.lists.map(([key, fact]) => ({ table, key, fact })))
  const isSpell = ({ fact }: { fact: ListFact }) => linkOf(fact)[1] === 'person_id'
  for (const { table, key, fact } of all.filter(isSpell)) {
    const child = tables.get(fact.of)!
    const { start, order, sorted } = elementsOf(table, child, fact)
    if (!sorted) reorder(child, order)
    table.columns.lists[key] = { start }
  }
  for (const { table, key, fact } of all.filter((each) => !isSpell(each)))
    table.columns.lists[key] = isShared(fact) ? sharedOf(table, fact) : withRows(table, tables.get(fact.of)!, fact)
}

function elementsOf(table: Loaded, child: Loaded, fact: ListFact): ReturnType<typeof listOf> {
  const [here, there] = linkOf(fact)
  return listOf(rowsOf(child.counties, child.keys.get(there) as Float64Array, indexOf(table, here)), table.rows)
}

function withRows(table: Loaded, child: Loaded, fact: ListFact): List {
  const { start, order } = elementsOf(table, child, fact)
  return { start, rows: order.subarray(0, start.at(-1)) }
}

const sharedOf = (table: Loaded, fact: ListFact): List => sharedList(table.keys.get(linkOf(fact)[0]) as Int32Array)

/** Kept by the key column, which stays as it is until the rows are put in another order. */
function indexOf(table: Loaded, key: string): RowIndex {
  const ids = table.keys.get(key) as Float64Array
  const index = table.indexes.get(ids) ?? new RowIndex(table.counties, ids)
  table.indexes.set(ids, index)
  return index
}

function linkRefs(table: Loaded, tables: Map<string, Loaded>): void {
  for (const [key, fact] of table.layout.refs) {
    const [here, there] = linkOf(fact)
    const other = tables.get(fact.to)!
    table.columns.refs[key] = rowsOf(table.counties, table.keys.get(here) as Float64Array, indexOf(other, there))
  }
}

function reorder(table: Loaded, order: Int32Array): void {
  const { columns } = table.columns
  for (const key of Object.keys(columns)) columns[key] = permuted(columns[key]!, order)
  table.counties = permuted(table.counties, order)
  for (const [key, values] of table.keys) table.keys.set(key, permuted(values, order))
}

function permuted<A extends Int8Array | Int32Array | Float64Array>(values: A, order: Int32Array): A {
  const moved = new (values.constructor as new (length: number) => A)(values.length)
  for (let i = 0; i < order.length; i++) moved[i] = values[order[i]!]!
  return moved
}
