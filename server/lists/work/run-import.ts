import { readChanges } from '#domain/lists/file/read-changes.ts'
import type { ReadBatch } from '#domain/lists/reading.ts'
import { untilThrough } from '../chunk/passing-errors.ts'
import type { Bounds } from '../chunk/scratch.sql.ts'
import { applyPart, matchPart, type Taking } from '../chunk/take-part.ts'
import { lockParts, meet } from '../chunk/together.sql.ts'
import { forMassWork } from '../staging/mass-work.sql.ts'
import { StagingWriter } from '../staging/stage-rows.ts'
import { findRounds, keepStaged, lastStaged, planParts } from '../staging/staging.sql.ts'
import { changeImport, countOutcomes } from './import.sql.ts'

/** Rows that are staged, matched or taken in one transaction: a second or two, so that others get their turn and officers see it going on. */
export const PART_ROWS = 10_000

export type Running = Taking & {
  /** Whether an officer asked to stop, or the process is to end. */
  stopped(): boolean | Promise<boolean>
  onProgress?: (progress: { work: 'read' | 'match' | 'apply'; rows: number; of: number | null; share: number }) => void
  partRows?: number
}

/**
 * Reads the whole file into staged rows; begun again after a kill, it goes on behind the last row that was kept. The database keeps
 * one part while the next is read and sealed.
 */
export async function readAll(running: Running, batches: AsyncIterable<ReadBatch>): Promise<number> {
  const { door, acting, import: key, shape, crypto, clock, partRows = PART_ROWS } = running
  const last = await door.asPost(acting, (tx) => lastStaged(tx, key))
  const changes = readChanges()
  const writer = new StagingWriter({ shape, importId: key.id, crypto })
  let kept: Promise<unknown> = Promise.resolve()
  let total = 0
  const keep = async (share: number) => {
    const part = writer.take()
    await kept
    kept = door
      .asPost(acting, (tx) => keepStaged(tx, key, { ...part, share }, clock()))
      .then(() => running.onProgress?.({ work: 'read', rows: total, of: null, share }))
    // What goes wrong is thrown where it is waited for.
    kept.catch(() => {})
  }
  for await (const batch of batches) {
    const { rows, progress } = batch
    changes.add(batch)
    total += rows.length
    for (const row of rows) {
      if (row.row <= last) continue
      writer.add(row)
      if (writer.rows === partRows) await keep(progress.share)
    }
    if (await running.stopped()) break
  }
  if (writer.rows > 0) await keep(1)
  await kept
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

type Take = (taking: Taking, part: Bounds) => Promise<void>
type Planned = Bounds & { rows: number }

async function inParts(running: Running, work: 'match' | 'apply', take: Take): Promise<boolean> {
  const { door, acting, import: key, clock, partRows = PART_ROWS } = running
  const parts = await door.asPost(acting, async (tx) => {
    await forMassWork(tx)
    return planParts(tx, key, partRows)
  })
  const of = parts.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  for (const pair of running.others ? parts.map((part) => [part]) : pairsOf(parts)) {
    for (const turn of await turnsOf(running, pair)) {
      if (await running.stopped()) return false
      await takeTurn(running, take, turn)
      done += turn.reduce((sum, { rows }) => sum + rows, 0)
      running.onProgress?.({ work, rows: done, of, share: of === 0 ? 1 : done / of })
    }
  }
  await door.asPost(acting, async (tx) => {
    await forMassWork(tx)
    const tallies = await countOutcomes(tx, key)
    await changeImport(tx, key, { tallies, [work === 'match' ? 'matched_at' : 'applied_at']: clock().toISOString() })
  })
  return true
}

/** Two parts at a time, a processor for each: far apart in the file, since neighbours share a household more often. Later rounds wait their turn. */
function pairsOf(parts: readonly Planned[]): Planned[][] {
  const first = parts.filter(({ round }) => round === 1)
  const half = Math.ceil(first.length / 2)
  const pairs = first.slice(0, half).map((part, i) => [part, ...first.slice(half + i, half + i + 1)])
  return [...pairs, ...parts.filter(({ round }) => round > 1).map((part) => [part])]
}

/** At once where no row of one speaks of what the other may open; else one after the other. */
async function turnsOf({ door, acting, shape, import: key }: Running, pair: readonly Planned[]): Promise<Planned[][]> {
  const [one, two] = pair
  if (!one || !two) return [[...pair]]
  return (await door.asPost(acting, (tx) => meet(tx, shape, key, [one, two]))) ? [[one], [two]] : [[one, two]]
}

async function takeTurn(running: Running, take: Take, [one, two]: readonly Planned[]): Promise<void> {
  if (!one || !two) {
    if (one) await take(running, one)
    return
  }
  await untilThrough(() =>
    running.door.asPost(running.acting, async (tx) => {
      await lockParts(tx, running.import, [one, two])
      const first = take({ ...running, locked: true }, one)
      // What is only looked at is never there to be waited for.
      const beside = take === applyPart ? first.catch(() => {}) : Promise.resolve()
      const ended = await Promise.allSettled([first, take({ ...running, locked: true, beside }, two)])
      for (const each of ended) if (each.status === 'rejected') throw each.reason
    }),
  )
}

/** Instants that always grow: what a list says twice of a record is known at two instants. */
export function growingClock(now: () => number = Date.now): () => Date {
  let last = 0
  return () => {
    last = Math.max(now(), last + 1)
    return new Date(last)
  }
}
