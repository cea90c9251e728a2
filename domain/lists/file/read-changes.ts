import type { CellTally, ReadBatch, SkipReason } from '../reading.ts'

/** What reading did to a file that its officer should know: how often, and in which rows (the first of them; of cells, none). */
export type ReadChange = {
  what: Exclude<SkipReason, 'blank'> | 'titles' | 'heads' | keyof CellTally
  n: number
  rows: number[]
}

/** Rows that are named; a file may have thousands. */
const NAMED = 30
/** Blank rows are nobody's loss. */
const SKIPS = ['hidden', 'total', 'note', 'head'] as const satisfies SkipReason[]
const CELLS = ['merged', 'plain', 'void', 'near'] as const satisfies (keyof CellTally)[]

export type ReadChanges = { add(batch: ReadBatch): void; all(): ReadChange[] }

/** Sums up batches as they come. */
export function readChanges(): ReadChanges {
  const skipped = new Map<SkipReason, { n: number; rows: number[] }>()
  let last: ReadBatch | undefined
  const add = (batch: ReadBatch) => {
    last = batch
    for (const { row, why } of batch.skipped) {
      const told = skipped.get(why) ?? { n: 0, rows: [] }
      skipped.set(why, told)
      told.n++
      if (told.rows.length < NAMED) told.rows.push(row)
    }
  }
  const all = (): ReadChange[] => {
    if (!last) return []
    const [first, end] = last.head.headRows
    const { tally } = last
    const changes: ReadChange[] = [
      { what: 'titles', n: first - 1, rows: from(1, first - 1) },
      { what: 'heads', n: end > first ? end - first + 1 : 0, rows: from(first, end) },
      ...SKIPS.map((what) => ({ what, ...(skipped.get(what) ?? { n: 0, rows: [] }) })),
      ...CELLS.map((what) => ({ what, n: tally[what], rows: [] })),
    ]
    return changes.filter(({ n }) => n > 0)
  }
  return { add, all }
}

const from = (first: number, last: number): number[] =>
  Array.from({ length: Math.min(NAMED, Math.max(0, last - first + 1)) }, (_, i) => first + i)
