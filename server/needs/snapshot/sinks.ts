import { NO_NUMBER } from '#domain/rules/columns/snapshot.ts'

/** Takes the field of one row after another out of a binary COPY; `length` -1 is null. */
export type Sink = { take(bytes: Buffer, at: number, length: number): void }

const START = 4096
type Grown = Int8Array | Int32Array | Float64Array

/** The same numbers with twice the room. */
function wider<A extends Grown>(array: A): A {
  const wide = new (array.constructor as new (length: number) => A)(array.length * 2)
  wide.set(array as never)
  return wide
}

/** PostgreSQL counts days from 2000-01-01. */
const EPOCH = 10_957
export class DaySink implements Sink {
  private values = new Int32Array(START)
  private rows = 0
  take(bytes: Buffer, at: number, length: number): void {
    if (this.rows === this.values.length) this.values = wider(this.values)
    this.values[this.rows++] = length < 0 ? NO_NUMBER : bytes.readInt32BE(at) + EPOCH
  }
  done = (): Int32Array => this.values.slice(0, this.rows)
}

export class TruthSink implements Sink {
  private values = new Int8Array(START)
  private rows = 0
  take(bytes: Buffer, at: number, length: number): void {
    if (this.rows === this.values.length) this.values = wider(this.values)
    this.values[this.rows++] = length < 0 ? -1 : bytes[at]!
  }
  done = (): Int8Array => this.values.slice(0, this.rows)
}

/** bigint columns as doubles, NaN for null: ledger integers lie below 2^53. */
export class NumberSink implements Sink {
  private values = new Float64Array(START)
  rows = 0
  largest = 0
  take(bytes: Buffer, at: number, length: number): void {
    if (this.rows === this.values.length) this.values = wider(this.values)
    if (length < 0) {
      this.values[this.rows++] = Number.NaN
      return
    }
    const value = bytes.readInt32BE(at) * 4_294_967_296 + bytes.readUInt32BE(at + 4)
    this.values[this.rows++] = value
    const size = Math.abs(value)
    if (size > this.largest) this.largest = size
  }
  at = (row: number): number => this.values[row]!
  done = (): Float64Array => this.values.slice(0, this.rows)
  /** Int32 where all fit: half the memory, and faster to compare. */
  narrow(): Int32Array | Float64Array {
    if (this.largest >= -NO_NUMBER) return this.done()
    return Int32Array.from(this.done(), (value) => (Number.isNaN(value) ? NO_NUMBER : value))
  }
}

export class TextSink implements Sink {
  private values = new Int32Array(START)
  private rows = 0
  private readonly codes = new Map<string, number>()
  readonly dictionary: (string | null)[] = [null]
  take(bytes: Buffer, at: number, length: number): void {
    if (this.rows === this.values.length) this.values = wider(this.values)
    this.values[this.rows++] =
      length < 0 ? 0 : this.codeOf(bytes.toString('latin1', at, at + length), bytes, at, length)
  }
  /** Looked up by the bytes; the text is made once. */
  private codeOf(key: string, bytes: Buffer, at: number, length: number): number {
    const known = this.codes.get(key)
    if (known !== undefined) return known
    const code = this.dictionary.push(bytes.toString('utf8', at, at + length)) - 1
    this.codes.set(key, code)
    return code
  }
  done = (): Int32Array => this.values.slice(0, this.rows)
}

/** Numbers those who share a value within a county; rows come county by county. -1 for null: nothing equals it. */
export class GroupSink implements Sink {
  private values = new Int32Array(START)
  private rows = 0
  private groups = 0
  private county = -1
  private readonly codes = new Map<string, number>()
  private readonly counties: NumberSink
  constructor(counties: NumberSink) {
    this.counties = counties
  }
  take(bytes: Buffer, at: number, length: number): void {
    if (this.rows === this.values.length) this.values = wider(this.values)
    const county = this.counties.at(this.rows)
    if (county !== this.county) this.codes.clear()
    this.county = county
    this.values[this.rows++] = length < 0 ? -1 : this.codeOf(bytes.toString('latin1', at, at + length))
  }
  private codeOf(key: string): number {
    const known = this.codes.get(key)
    if (known !== undefined) return known
    this.codes.set(key, this.groups)
    return this.groups++
  }
  done = (): Int32Array => this.values.slice(0, this.rows)
}
