import type { TakeRow } from '../../postgres/wire/copy-out.ts'
import type { Sink } from './sinks.ts'

const FIRST_ROOM = 4_096

/** Reads a binary COPY row by row into one sink a column; no row is kept. Answers the number of rows. */
export async function readCopy(copyOut: (take: TakeRow) => Promise<void>, sinks: readonly Sink[]): Promise<number> {
  const takeFields = fieldsOf(sinks)
  let rows = 0
  let room = 0
  await copyOut((view, at, end) => {
    if (rows === room) {
      room = Math.max(FIRST_ROOM, room * 2)
      for (const sink of sinks) sink.makeRoom(room)
    }
    if (takeFields(view, at, rows) !== end)
      throw new Error('A row of a COPY has other fields than its statement asks for')
    rows++
  })
  return rows
}

type TakeFields = (view: DataView, at: number, row: number) => number

/**
 * Takes the fields of a row, and says where they end. One piece of code for each table, with a place of its own for every column:
 * in a loop over columns of several kinds each field costs a look-up of what to do with it.
 */
function fieldsOf(sinks: readonly Sink[]): TakeFields {
  const lines = sinks.map(
    (_, i) => `length = view.getInt32(at)
      sink${i}.take(row, view, at + 4, length)
      at += length > 0 ? length + 4 : 4`,
  )
  const body = `return (view, at, row) => {
      if (view.getInt16(at) !== ${sinks.length}) return -1
      at += 2
      let length = 0
      ${lines.join('\n      ')}
      return at
    }`
  return new Function(...sinks.map((_, i) => `sink${i}`), body)(...sinks) as TakeFields
}
