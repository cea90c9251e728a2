import { readChanges } from '#domain/lists/file/read-changes.ts'
import type { ReadBatch, ReadRow } from '#domain/lists/reading.ts'
import { applyPart, type Bounds, matchPart, type Taking } from '../chunk/take-part.ts'
import { forMassWork } from '../staging/mass-work.sql.ts'
import { stageRows } from '../staging/stage-rows.ts'
import { findRounds, keepStaged, lastStaged, planParts } from '../staging/staging.sql.ts'
import { changeImport, countOutcomes } from './import.sql.ts'

/** Rows that are staged, matched or taken in one transaction: some tenths of a second, so that others get their turn. */
export const PART_ROWS = 20_000

export type Running = Taking & {
  /** Whether an officer asked to stop, or the process is to end. */
  stopped(): boolean | Promise<boolean>
  onProgress?: (progress: { work: 'read' | 'match' | 'apply'; rows: number; of: number | null; share: number }) => void
  partRows?: number
}

/** Reads the whole file into staged rows; begun again after a kill, it goes on behind the last row that was kept. */
export async function readAll(running: Running, batches: AsyncIterable<ReadBatch>): Promise<number> {
  const { door, acting, import: key, shape, crypto, clock, partRows = PART_ROWS } = running
  const last = await door.asPost(acting, (tx) => lastStaged(tx, key))
  const changes = readChanges()
  let waiting: ReadRow[] = []
  let total = 0
  const keep = async (share: number) => {
    if (waiting.length === 0) return
    const rows = waiting
    waiting = []
    const chunks = stageRows(rows, { shape, importId: key.id, crypto })
    const staged = { chunks, from: rows[0]!.row, to: rows.at(-1)!.row, rows: rows.length, share }
    await door.asPost(acting, (tx) => keepStaged(tx, key, staged, clock()))
    running.onProgress?.({ work: 'read', rows: total, of: null, share })
  }
  for await (const batch of batches) {
    const { rows, progress } = batch
    changes.add(batch)
    total += rows.length
    const fresh = last === 0 ? rows : rows.filter(({ row }) => row > last)
    for (const row of fresh) waiting.push(row)
    if (waiting.length >= partRows) await keep(progress.share)
    if (await running.stopped()) break
  }
  await keep(1)
  if (await running.stopped()) return total
  await door.asPost(acting, async (tx) => {
    await forMassWork(tx)
    await findRounds(tx, key)
    await changeImport(tx, key, { read_at: clock().toISOString(), share: 1, reading: { changes: changes.all() } })
  })
  return total
}

/** Matches every row and says what it would do; nothing of the ledger changes. */
export const matchAll = (running: Running): Promise<boolean> => inParts(running, 'match', matchPart)

/** Takes every row that can be taken. Stopped or killed it is taken up where it was. */
export const applyAll = (running: Running): Promise<boolean> => inParts(running, 'apply', applyPart)

async function inParts(
  running: Running,
  work: 'match' | 'apply',
  take: (taking: Taking, part: Bounds) => Promise<number>,
): Promise<boolean> {
  const { door, acting, import: key, clock, partRows = PART_ROWS } = running
  const parts = await door.asPost(acting, async (tx) => {
    await forMassWork(tx)
    return planParts(tx, key, partRows)
  })
  const of = parts.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  for (const part of parts) {
    if (await running.stopped()) return false
    await take(running, part)
    done += part.rows
    running.onProgress?.({ work, rows: done, of, share: of === 0 ? 1 : done / of })
  }
  await door.asPost(acting, async (tx) => {
    await forMassWork(tx)
    const tallies = await countOutcomes(tx, key)
    await changeImport(tx, key, { tallies, [work === 'match' ? 'matched_at' : 'applied_at']: clock().toISOString() })
  })
  return true
}

/** Instants that always grow: what a list says twice of a record is known at two instants. */
export function growingClock(now: () => number = Date.now): () => Date {
  let last = 0
  return () => {
    last = Math.max(now(), last + 1)
    return new Date(last)
  }
}
