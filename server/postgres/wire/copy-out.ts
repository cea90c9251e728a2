import type { ClientBase } from 'pg'
import { takeInPlace } from './one-buffer-socket.ts'

/** Takes one row of a binary COPY where it lies: `view` is written over by the rows that follow. */
export type TakeRow = (view: DataView, at: number, end: number) => void

/** Messages by their first byte: https://www.postgresql.org/docs/18/protocol-message-formats.html */
const COPY_DATA = 0x64
const COPY_OUT_RESPONSE = 0x48
/** What a server may say at any time: a parameter that changed, a notice, a notification. */
const ASIDE = new Set([0x53, 0x4e, 0x41])
/** A message begins with its kind and its length, which counts itself. */
const PREFIX = 5
/** Signature, flags and length of the extension stand before the first row, in its message. */
const HEADER = 19
/** The last message has no row: a number of fields of -1. */
const TRAILER = 2
const ROOM = 1 << 18

type Connection = { stream: NodeJS.ReadableStream; query(text: string): void }

/**
 * Reads a binary COPY TO STDOUT as it comes from the socket, one message a row, without making anything of a row: with a buffer
 * for each, reading sixteen million rows costs as much again. Rows are taken as they come, so nothing needs to wait.
 */
export function copyOut(client: ClientBase, statement: string, take: TakeRow): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyOut(statement, take, (error) => (error ? reject(error) : resolve())))
  })
}

/** What `pg` calls a query of one's own. */
class CopyOut {
  private readonly statement: string
  private readonly take: TakeRow
  private readonly done: (error?: Error) => void
  private giveBackTo: ((rest: Buffer) => void) | undefined
  private room: Buffer = Buffer.allocUnsafeSlow(ROOM)
  private view = viewOf(this.room)
  private held = 0
  private isBegun = false
  /** The connection is good for another query only once the rest has been read, even if nobody can use it. */
  private failure: Error | undefined

  constructor(statement: string, take: TakeRow, done: (error?: Error) => void) {
    this.statement = statement
    this.take = take
    this.done = done
  }

  submit(connection: Connection): void {
    const { stream } = connection
    const end = takeInPlace(stream, this.read)
    this.giveBackTo = (rest) => {
      end()
      stream.emit('data', rest)
    }
    connection.query(this.statement)
  }

  private readonly read = (bytes: Buffer): void => {
    if (this.held + bytes.length > this.room.length) this.widen(this.held + bytes.length)
    this.room.set(bytes, this.held)
    this.held += bytes.length
    let at = 0
    while (at + PREFIX <= this.held) {
      const kind = this.room[at]!
      const end = at + 1 + this.view.getInt32(at + 1)
      if (kind !== COPY_DATA && kind !== COPY_OUT_RESPONSE && !ASIDE.has(kind)) {
        this.giveBack(at)
        return
      }
      if (end > this.held) break
      if (kind === COPY_DATA) this.row(at + PREFIX, end)
      at = end
    }
    this.room.copyWithin(0, at, this.held)
    this.held -= at
  }

  private row(at: number, end: number): void {
    const begin = this.isBegun ? at : at + HEADER
    this.isBegun = true
    if (this.failure || end - begin <= TRAILER) return
    try {
      this.take(this.view, begin, end)
    } catch (error) {
      this.failure = error as Error
    }
  }

  private widen(least: number): void {
    const wide = Buffer.allocUnsafeSlow(Math.max(least, this.room.length * 2))
    this.room.copy(wide, 0, 0, this.held)
    this.room = wide
    this.view = viewOf(wide)
  }

  /** The copy is over, or was refused: what is left is the driver's to read. */
  private giveBack(from: number): void {
    this.giveBackTo?.(Buffer.from(this.room.subarray(from, this.held)))
    this.held = 0
  }

  handleError(error: Error): void {
    this.done(error)
  }
  handleReadyForQuery(): void {
    this.done(this.failure)
  }
  handleCommandComplete(): void {}
}

const viewOf = ({ buffer, byteOffset, length }: Buffer): DataView => new DataView(buffer, byteOffset, length)
