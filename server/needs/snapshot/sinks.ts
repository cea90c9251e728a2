import { NO_NUMBER } from '#domain/rules/columns/snapshot.ts'
import { TextCodes } from './text-codes.ts'

/**
 * Takes the field of one row after another out of a binary COPY; `length` -1 is null. A row that was cut off is taken again.
 * Room is made ahead for as many rows as may come.
 */
export type Sink = {
  makeRoom(rows: number): void
  take(row: number, view: DataView, at: number, length: number): void
}

type Grown = Int8Array | Int32Array | Float64Array

/** The same numbers with room for so many, or twice as many as before. */
function wider<A extends Grown>(array: A, rows: number): A {
  if (rows <= array.length) return array
  const wide = new (array.constructor as new (length: number) => A)(Math.max(rows, array.length * 2))
  wide.set(array as never)
  return wide
}

/** PostgreSQL counts days from 2000-01-01. */
const EPOCH = 10_957
export class DaySink implements Sink {
  private values = new Int32Array(0)
  makeRoom(rows: number): void {
    this.values = wider(this.values, rows)
  }
  take(row: number, view: DataView, at: number, length: number): void {
    this.values[row] = length < 0 ? NO_NUMBER : view.getInt32(at) + EPOCH
  }
  done = (rows: number): Int32Array => this.values.slice(0, rows)
}

export class TruthSink implements Sink {
  private values = new Int8Array(0)
  makeRoom(rows: number): void {
    this.values = wider(this.values, rows)
  }
  take(row: number, view: DataView, at: number, length: number): void {
    this.values[row] = length < 0 ? -1 : view.getInt8(at)
  }
  done = (rows: number): Int8Array => this.values.slice(0, rows)
}

/** bigint columns as doubles, NaN for null: ledger integers lie below 2^53. */
export class NumberSink implements Sink {
  private values = new Float64Array(0)
  largest = 0
  makeRoom(rows: number): void {
    this.values = wider(this.values, rows)
  }
  take(row: number, view: DataView, at: number, length: number): void {
    if (length < 0) {
      this.values[row] = Number.NaN
      return
    }
    const value = view.getInt32(at) * 4_294_967_296 + view.getUint32(at + 4)
    this.values[row] = value
    const size = value < 0 ? -value : value
    if (size > this.largest) this.largest = size
  }
  at = (row: number): number => this.values[row]!
  done = (rows: number): Float64Array => this.values.slice(0, rows)
  /** Int32 where all fit: half the memory, and faster to compare. */
  narrow(rows: number): Int32Array | Float64Array {
    if (this.largest >= -NO_NUMBER) return this.done(rows)
    const narrow = new Int32Array(rows)
    for (let row = 0; row < rows; row++) {
      const value = this.values[row]!
      narrow[row] = Number.isNaN(value) ? NO_NUMBER : value
    }
    return narrow
  }
}

export class TextSink implements Sink {
  private values = new Int32Array(0)
  private readonly codes = new TextCodes()
  readonly dictionary: (string | null)[] = [null]
  makeRoom(rows: number): void {
    this.values = wider(this.values, rows)
  }
  take(row: number, view: DataView, at: number, length: number): void {
    this.values[row] = length < 0 ? 0 : this.codes.codeOf(view, at, length, this.dictionary)
  }
  done = (rows: number): Int32Array => this.values.slice(0, rows)
}

/** Numbers those who share a value within a county; rows come county by county. -1 for null: nothing equals it. */
export class GroupSink implements Sink {
  private values = new Int32Array(0)
  private groups = 0
  private county = -1
  private readonly codes = new Map<string, number>()
  private readonly counties: NumberSink
  constructor(counties: NumberSink) {
    this.counties = counties
  }
  makeRoom(rows: number): void {
    this.values = wider(this.values, rows)
  }
  take(row: number, view: DataView, at: number, length: number): void {
    const county = this.counties.at(row)
    if (county !== this.county) this.codes.clear()
    this.county = county
    this.values[row] = length < 0 ? -1 : this.codeOf(Buffer.from(view.buffer, view.byteOffset + at, length))
  }
  private codeOf(bytes: Buffer): number {
    const key = bytes.toString('latin1')
    const known = this.codes.get(key)
    if (known !== undefined) return known
    this.codes.set(key, this.groups)
    return this.groups++
  }
  done = (rows: number): Int32Array => this.values.slice(0, rows)
}
