import type { Catalogue, Fact, ScalarFact } from '../../people/fact.ts'
import { parseDay } from '../values/calendar.ts'

/**
 * Files as columns of typed arrays. A missing value is the least Int32, NaN, -1 (booleans) or dictionary code 0.
 * Numbers are Int32 where all fit, else Float64; dates day numbers; strings codes of a dictionary whose entry 0 is null.
 */
type Column = Int32Array | Float64Array | Int8Array
type TableSnapshot = {
  rows: number
  columns: Record<string, Column>
  /** Strings by code, from 1. */
  dictionaries: Record<string, readonly (string | null)[]>
  /** The largest absolute value of each number column: what bounds sums and products. */
  largest: Record<string, number>
  /** Row of the record referred to, -1 for none. */
  refs: Record<string, Int32Array>
  /** Rows of a list: `rows[start[i]] … rows[start[i + 1] - 1]`, or those row numbers themselves where `rows` is left out. */
  lists: Record<string, { start: Int32Array; rows?: Int32Array }>
}
export type Snapshot = Record<string, TableSnapshot>
export const NO_NUMBER = -2147483648

/** Rows as plain objects: facts by key, and the key columns that refs and lists join by under `keys`. */
export type SnapshotRow = { facts: Record<string, unknown>; keys: Record<string, number | null> }

/** Builds a snapshot in memory. Refs and lists join by the last pair of their `on`; earlier pairs are distribution keys. */
export function snapshotOf(catalogue: Catalogue, tables: Record<string, readonly SnapshotRow[]>): Snapshot {
  const snapshot: Snapshot = {}
  for (const [record, rows] of Object.entries(tables)) {
    const table: TableSnapshot = { rows: rows.length, columns: {}, dictionaries: {}, largest: {}, refs: {}, lists: {} }
    for (const [key, fact] of Object.entries(catalogue[record]!.facts)) addFact(table, key, fact, rows, tables)
    snapshot[record] = table
  }
  return snapshot
}

function addFact(
  table: TableSnapshot,
  key: string,
  fact: Fact,
  rows: readonly SnapshotRow[],
  tables: Record<string, readonly SnapshotRow[]>,
): void {
  if (fact.kind === 'scalar')
    addColumn(
      table,
      key,
      fact,
      rows.map((row) => row.facts[key] ?? null),
    )
  if (fact.kind === 'ref') {
    const [here, there] = fact.on.at(-1)!
    const at = new Map((tables[fact.to] ?? []).map((row, i) => [row.keys[there], i]))
    table.refs[key] = Int32Array.from(rows, (row) => at.get(row.keys[here]) ?? -1)
  }
  if (fact.kind === 'list') {
    const [here, there] = fact.on.at(-1)!
    table.lists[key] = listOf(
      rows.map((row) => row.keys[here]),
      (tables[fact.of] ?? []).map((row) => row.keys[there]),
    )
  }
}

function listOf(parents: readonly (number | null | undefined)[], children: readonly (number | null | undefined)[]) {
  const of = new Map<number, number[]>()
  for (const [row, parent] of children.entries()) {
    if (parent === null || parent === undefined) continue
    const known = of.get(parent)
    if (known) known.push(row)
    else of.set(parent, [row])
  }
  const lists = parents.map((parent) => (parent === null || parent === undefined ? [] : (of.get(parent) ?? [])))
  const start = new Int32Array(parents.length + 1)
  for (const [i, list] of lists.entries()) start[i + 1] = start[i]! + list.length
  return { start, rows: Int32Array.from(lists.flat()) }
}

function addColumn(table: TableSnapshot, key: string, fact: ScalarFact, values: readonly unknown[]): void {
  switch (fact.type) {
    case 'boolean':
      table.columns[key] = Int8Array.from(values, (value) => (value === null ? -1 : value ? 1 : 0))
      return
    case 'date':
      table.columns[key] = Int32Array.from(values, (value) => (value === null ? NO_NUMBER : dayNumber(value)))
      return
    case 'number': {
      const largest = values.reduce((most: number, value) => Math.max(most, Math.abs(Number(value))), 0)
      table.largest[key] = largest
      table.columns[key] =
        largest < -NO_NUMBER
          ? Int32Array.from(values, (value) => (value === null ? NO_NUMBER : Number(value)))
          : Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value)))
      return
    }
    case 'string': {
      const dictionary: (string | null)[] = [null, ...new Set(values.filter((value) => value !== null) as string[])]
      const codes = new Map(dictionary.map((value, code) => [value, code]))
      table.dictionaries[key] = dictionary
      table.columns[key] = Int32Array.from(values, (value) => codes.get(value as string | null)!)
    }
  }
}

const dayNumber = (value: unknown): number => (typeof value === 'number' ? value : parseDay(String(value))!)
