import type { Sink } from './sinks.ts'

/** Signature, flags and extension length of a binary COPY without extension. */
const HEADER = 19

/** Reads a binary COPY row by row into one sink a column; no row is kept. Answers the number of rows. */
export async function readCopy(chunks: AsyncIterable<Buffer>, sinks: readonly Sink[]): Promise<number> {
  // One buffer for all chunks: making a new one for each costs more than reading them.
  let room: Buffer = Buffer.allocUnsafeSlow(ROOM)
  let held = 0
  let isBegun = false
  let rows = 0
  for await (const chunk of chunks) {
    if (held + chunk.length > room.length) room = larger(room, held, held + chunk.length)
    chunk.copy(room, held)
    held += chunk.length
    if (!isBegun && held < HEADER) continue
    const taken = takeRows(room.subarray(isBegun ? 0 : HEADER, held), sinks, rows)
    const at = taken.at + (isBegun ? 0 : HEADER)
    isBegun = true
    rows = taken.rows
    room.copyWithin(0, at, held)
    held -= at
  }
  return rows
}

const ROOM = 1 << 18
function larger(room: Buffer, held: number, most: number): Buffer {
  const wide = Buffer.allocUnsafeSlow(Math.max(most, room.length * 2))
  room.copy(wide, 0, 0, held)
  return wide
}

/** The smallest a row can be: the number of its fields, and the length of each. */
const least = (fields: number): number => 2 + 4 * fields

/** Takes the rows that are there whole; one that is cut off is taken again with the next bytes, in the same place. */
function takeRows(bytes: Buffer, sinks: readonly Sink[], begun: number): { rows: number; at: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const fields = sinks.length
  const most = begun + Math.ceil(bytes.length / least(fields))
  for (const sink of sinks) sink.makeRoom(most)
  let rows = begun
  let at = 0
  for (;;) {
    let next = at + 2
    // What follows the last row says that it has -1 fields.
    if (next > bytes.length || view.getInt16(at) < 0) return { rows, at }
    for (let i = 0; i < fields; i++) {
      if (next + 4 > bytes.length) return { rows, at }
      const length = view.getInt32(next)
      const end = next + 4 + Math.max(length, 0)
      if (end > bytes.length) return { rows, at }
      sinks[i]!.take(rows, view, next + 4, length)
      next = end
    }
    at = next
    rows++
  }
}
