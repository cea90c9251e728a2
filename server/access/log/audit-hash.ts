import { createHmac, hash, type KeyObject } from 'node:crypto'

/** Hashes that seal the audit log: an RFC 6962 tree with SM3 over each batch, and a keyed chain over the batches. */

/** One audit line as text, column by column; what is null stays null. */
export type LineText = readonly (string | null)[]

export const FIRST_PREVIOUS = Buffer.alloc(32)

const sm3 = (...parts: Uint8Array[]): Buffer => hash('sm3', Buffer.concat(parts), 'buffer')
const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/** Takes lines one by one and keeps one hash a level: a batch of any size in little memory. */
export class MerkleRoot {
  private readonly levels: (Buffer | undefined)[] = []
  count = 0

  add(line: LineText): void {
    this.count++
    let carried = sm3(LEAF, Buffer.from(JSON.stringify(line)))
    let level = 0
    for (let waiting = this.levels[0]; waiting; waiting = this.levels[level]) {
      carried = sm3(NODE, waiting, carried)
      this.levels[level] = undefined
      level++
    }
    this.levels[level] = carried
  }

  /** The root of what was added; of nothing, the hash of nothing. */
  root(): Buffer {
    const waiting = this.levels.filter((level) => level !== undefined)
    const [last, ...above] = waiting
    return last ? above.reduce((right, left) => sm3(NODE, left, right), last) : sm3()
  }
}

export type Seal = {
  batch: number
  fromXid: string
  toXid: string
  lines: number
  firstLine: number
  lastLine: number
  root: Buffer
  previous: Buffer
  sealedAt: string
}

/** Keyed: whoever can write to the database, but does not hold the key file, cannot make the chain anew. */
export function sealHead(key: KeyObject, seal: Seal): Buffer {
  const { batch, fromXid, toXid, lines, firstLine, lastLine } = seal
  // The database writes the same instant with fewer places.
  const sealedAt = new Date(seal.sealedAt).toISOString()
  const facts = JSON.stringify([batch, fromXid, toXid, lines, firstLine, lastLine, sealedAt])
  return createHmac('sm3', key).update(facts).update(seal.root).update(seal.previous).digest()
}
