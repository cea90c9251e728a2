import type { Sink } from './sinks.ts'

/** Signature, flags and extension length of a binary COPY without extension. */
const HEADER = 19

/** Reads a binary COPY row by row into one sink a column; no row is kept. Answers the number of rows. */
export async function readCopy(chunks: AsyncIterable<Buffer>, sinks: readonly Sink[]): Promise<number> {
  let rest: Buffer = Buffer.alloc(0)
  let skip = HEADER
  let rows = 0
  for await (const chunk of chunks) {
    let bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    if (skip > 0) {
      if (bytes.length < skip) {
        rest = bytes
        continue
      }
      bytes = bytes.subarray(skip)
      skip = 0
    }
    let at = 0
    for (let end = rowEnd(bytes, at); end > 0; end = rowEnd(bytes, at)) {
      takeRow(bytes, at, sinks)
      at = end
      rows++
    }
    rest = bytes.subarray(at)
  }
  return rows
}

/** Where the row that begins at `from` ends; 0 when it is not all there, or is the trailer. */
function rowEnd(bytes: Buffer, from: number): number {
  if (from + 2 > bytes.length) return 0
  const fields = bytes.readInt16BE(from)
  if (fields < 0) return 0
  let at = from + 2
  for (let field = 0; field < fields; field++) {
    if (at + 4 > bytes.length) return 0
    const length = bytes.readInt32BE(at)
    at += length < 0 ? 4 : 4 + length
  }
  return at <= bytes.length ? at : 0
}

function takeRow(bytes: Buffer, from: number, sinks: readonly Sink[]): void {
  let at = from + 2
  for (let i = 0; i < sinks.length; i++) {
    const length = bytes.readInt32BE(at)
    sinks[i]!.take(bytes, at + 4, length)
    at += length < 0 ? 4 : 4 + length
  }
}
