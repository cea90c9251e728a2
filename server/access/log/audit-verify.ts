import type { KeyObject } from 'node:crypto'
import type { Tx } from '../access-door.ts'
import type { AuditAnchor } from './audit-anchor.ts'
import { FIRST_PREVIOUS, type LineText, MerkleRoot, sealHead } from './audit-hash.ts'
import { linesBetween, listSeals, type SealRow, type Unsealed, unsealed } from './audit-seal.sql.ts'

export type AuditBreak = 'chain' | 'head' | 'lines' | 'anchor'

export type AuditVerdict = {
  /** Batches and lines found as they were sealed. */
  batches: number
  lines: number
  intact: boolean
  /** First batch that is not; null = none. */
  firstBroken: number | null
  /** `chain`: a seal is missing or moved; `head`: a seal was altered; `lines`: a line of the batch was altered, added, removed or moved; `anchor`: the end was cut off. */
  broken: AuditBreak | null
  /** Lines no seal covers yet. */
  unsealed: Unsealed
}

/** Recomputes every seal from the lines themselves, oldest first, until one does not fit. */
export async function verifyAudit(tx: Tx, key: KeyObject, anchor?: AuditAnchor): Promise<AuditVerdict> {
  const verdict = { batches: 0, lines: 0, intact: true, firstBroken: null, broken: null }
  let last: SealRow | undefined
  for (let page = await listSeals(tx, 0); page.length > 0; page = await listSeals(tx, last!.batch)) {
    const lines = new LineCursor(linesBetween(tx, page[0]!.fromXid, page.at(-1)!.toXid))
    for (const seal of page) {
      const broken = (await breakOf(seal, last, lines, key)) ?? anchorBreak(seal, anchor)
      if (broken) return { ...verdict, intact: false, firstBroken: seal.batch, broken, unsealed: await rest(tx, last) }
      verdict.batches++
      verdict.lines += seal.lines
      last = seal
    }
  }
  const cut = anchor !== undefined && anchor.batch > (last?.batch ?? 0)
  const end = {
    intact: !cut,
    firstBroken: cut ? (last?.batch ?? 0) + 1 : null,
    broken: cut ? ('anchor' as const) : null,
  }
  return { ...verdict, ...end, unsealed: await rest(tx, last) }
}

const rest = (tx: Tx, last: SealRow | undefined) => unsealed(tx, last?.toXid ?? '0')

const anchorBreak = (seal: SealRow, anchor: AuditAnchor | undefined): AuditBreak | undefined =>
  anchor?.batch === seal.batch && anchor.head !== seal.head.toString('hex') ? 'anchor' : undefined

async function breakOf(
  seal: SealRow,
  last: SealRow | undefined,
  lines: LineCursor,
  key: KeyObject,
): Promise<AuditBreak | undefined> {
  const follows =
    seal.batch === (last?.batch ?? 0) + 1 &&
    seal.fromXid === (last?.toXid ?? '0') &&
    seal.previous.equals(last?.head ?? FIRST_PREVIOUS)
  if (!follows) return 'chain'
  if (!sealHead(key, seal).equals(seal.head)) return 'head'
  const tree = new MerkleRoot()
  for await (const line of lines.before(seal.toXid)) tree.add(line)
  return tree.count === seal.lines && tree.root().equals(seal.root) ? undefined : 'lines'
}

/** Lines in order, handed out batch by batch. */
class LineCursor {
  private readonly lines: AsyncGenerator<{ xid: string; line: LineText }>
  private ahead: { xid: string; line: LineText } | undefined

  constructor(lines: AsyncGenerator<{ xid: string; line: LineText }>) {
    this.lines = lines
  }

  async *before(xid: string): AsyncGenerator<LineText> {
    for (;;) {
      this.ahead ??= (await this.lines.next()).value ?? undefined
      if (!this.ahead || BigInt(this.ahead.xid) >= BigInt(xid)) return
      const { line } = this.ahead
      this.ahead = undefined
      yield line
    }
  }
}
