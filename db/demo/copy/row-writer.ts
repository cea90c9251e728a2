import type { WireType } from './tables.ts'

/** Bytes of one chunk; a row never spans two. */
const CHUNK = 256 * 1024
/** A row is begun only where this much is free; the widest row is some 2 KB. */
const WIDEST_ROW = 16 * 1024
const PG_EPOCH_DAYS = 10_957
const PG_EPOCH_SECONDS = PG_EPOCH_DAYS * 86_400

/** A writer that has no row yet holds no memory. */
const NONE = Buffer.alloc(0)

/** Chunks that were sent and came back: memory from the system anew for each would cost more than filling it. */
const spare: Buffer[] = []
const newChunk = (): Buffer => spare.pop() ?? Buffer.allocUnsafeSlow(CHUNK)

/** Gives the memory of sent chunks back to the thread's writers. */
export function reuse(buffers: readonly ArrayBuffer[]): void {
  for (const buffer of buffers) if (buffer.byteLength === CHUNK) spare.push(Buffer.from(buffer))
}

/** Rows of one table in PostgreSQL's binary COPY format, without header and trailer, in chunks that can change threads. */
export class RowWriter {
  readonly #columns: readonly (readonly [string, WireType])[]
  readonly #full: Uint8Array[] = []
  #buffer: Buffer = NONE
  #at = 0
  rows = 0

  constructor(columns: Readonly<Record<string, WireType>>) {
    this.#columns = Object.entries(columns)
  }

  add(row: Record<string, unknown>): void {
    if (this.#buffer.length - this.#at < WIDEST_ROW) this.#turn()
    this.#at = this.#buffer.writeInt16BE(this.#columns.length, this.#at)
    for (const [name, type] of this.#columns) this.#put(type, row[name])
    this.rows++
  }

  /** What was written so far; the writer starts afresh. */
  take(): Uint8Array[] {
    if (this.#at > 0) this.#full.push(this.#buffer.subarray(0, this.#at))
    this.#buffer = NONE
    this.#at = 0
    return this.#full.splice(0)
  }

  #turn(): void {
    if (this.#at > 0) this.#full.push(this.#buffer.subarray(0, this.#at))
    this.#buffer = newChunk()
    this.#at = 0
  }

  #put(type: WireType, value: unknown): void {
    if (value === null || value === undefined) {
      this.#at = this.#buffer.writeInt32BE(-1, this.#at)
      return
    }
    this.#puts[type](value as never)
  }

  readonly #puts: Record<WireType, (value: never) => void> = {
    text: (value: string) => this.#text(value),
    date: (value: number) => this.#int4(value - PG_EPOCH_DAYS),
    int8: (value: number) => this.#int8(value),
    stamp: (value: number) => this.#int8((value - PG_EPOCH_SECONDS) * 1e6),
    int4: (value: number) => this.#int4(value),
    int2: (value: number) => this.#int2(value),
    bool: (value: boolean) => this.#bool(value),
    bytes: (value: Uint8Array) => this.#bytes(value),
    texts: (value: readonly (string | null)[]) => this.#texts(value),
    byteses: (value: readonly (Uint8Array | null)[]) => this.#byteses(value),
    json: (value: object) => this.#json(value),
  }

  #bool(value: boolean): void {
    this.#at = this.#buffer.writeInt32BE(1, this.#at)
    this.#buffer[this.#at++] = value ? 1 : 0
  }

  #int2(value: number): void {
    this.#at = this.#buffer.writeInt32BE(2, this.#at)
    this.#at = this.#buffer.writeInt16BE(value, this.#at)
  }

  #int4(value: number): void {
    this.#at = this.#buffer.writeInt32BE(4, this.#at)
    this.#at = this.#buffer.writeInt32BE(value, this.#at)
  }

  /** Two halves: a BigInt for each number would cost more than the rest of the row. */
  #int8(value: number): void {
    this.#at = this.#buffer.writeInt32BE(8, this.#at)
    const high = Math.floor(value / 2 ** 32)
    this.#at = this.#buffer.writeInt32BE(high, this.#at)
    this.#at = this.#buffer.writeUInt32BE(value - high * 2 ** 32, this.#at)
  }

  #text(value: string): void {
    const length = this.#buffer.write(value, this.#at + 4, 'utf8')
    this.#buffer.writeInt32BE(length, this.#at)
    this.#at += 4 + length
  }

  #bytes(value: Uint8Array): void {
    this.#at = this.#buffer.writeInt32BE(value.length, this.#at)
    this.#buffer.set(value, this.#at)
    this.#at += value.length
  }

  /** text[]: dimensions 1, whether there are nulls, element type 25, length, lower bound 1, then the elements. */
  #texts(values: readonly (string | null)[]): void {
    const start = this.#at
    this.#at += 4
    const nulls = values.includes(null) ? 1 : 0
    for (const word of [1, nulls, 25, values.length, 1]) this.#at = this.#buffer.writeInt32BE(word, this.#at)
    for (const value of values) {
      if (value === null) this.#at = this.#buffer.writeInt32BE(-1, this.#at)
      else this.#text(value)
    }
    this.#buffer.writeInt32BE(this.#at - start - 4, start)
  }

  /** bytea[], of which any may be null. */
  #byteses(values: readonly (Uint8Array | null)[]): void {
    const start = this.#at
    this.#at += 4
    for (const word of [1, 1, 17, values.length, 1]) this.#at = this.#buffer.writeInt32BE(word, this.#at)
    for (const value of values) this.#put('bytes', value)
    this.#buffer.writeInt32BE(this.#at - start - 4, start)
  }

  /** jsonb: a version byte, then the text. */
  #json(value: object): void {
    const start = this.#at
    this.#buffer[start + 4] = 1
    const length = this.#buffer.write(JSON.stringify(value), start + 5, 'utf8')
    this.#buffer.writeInt32BE(length + 1, start)
    this.#at = start + 5 + length
  }
}

/** What stands before the rows of a binary COPY and after them. */
export const COPY_HEADER: Uint8Array = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex')
export const COPY_TRAILER: Uint8Array = Buffer.from('ffff', 'hex')
