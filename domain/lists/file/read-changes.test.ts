import { expect, test } from 'vitest'
import type { ReadBatch, SkippedRow } from '../reading.ts'
import { readChanges } from './read-changes.ts'
import { mendedBy, refusedSheet } from './refused-workbook.ts'

const batch = (headRows: [number, number], skipped: SkippedRow[], merged: number): ReadBatch => ({
  ...{ head: { sheet: '', headRows, headings: [], columns: [] }, rows: [], skipped },
  ...{ progress: { rows: 0, skipped: 0, share: 1 }, tally: { merged, plain: 2, void: 0, near: 0 } },
})

test('what was left out is summed up over batches, cells as the last batch counts them; blank rows are not told', () => {
  const changes = readChanges()
  changes.add(batch([3, 4], [{ row: 7, why: 'hidden' }], 1))
  changes.add(
    batch(
      [3, 4],
      [
        { row: 9, why: 'blank' },
        { row: 10, why: 'hidden' },
        { row: 12, why: 'total' },
      ],
      5,
    ),
  )
  expect(changes.all()).toEqual([
    { what: 'titles', n: 2, rows: [1, 2] },
    { what: 'heads', n: 2, rows: [3, 4] },
    { what: 'hidden', n: 2, rows: [7, 10] },
    { what: 'total', n: 1, rows: [12] },
    { what: 'merged', n: 5, rows: [] },
    { what: 'plain', n: 2, rows: [] },
  ])
  expect(readChanges().all()).toEqual([])
})

test('of thousands of rows the first are named, and all counted', () => {
  const changes = readChanges()
  changes.add(
    batch(
      [1, 1],
      Array.from({ length: 500 }, (_, i) => ({ row: i + 2, why: 'hidden' as const })),
      0,
    ),
  )
  const [hidden] = changes.all()
  expect([hidden!.n, hidden!.rows.length, hidden!.rows[0]]).toEqual([500, 30, 2])
})

test('a sheet tells whose refused rows it holds, and no other name does', () => {
  expect(mendedBy(refusedSheet(123))).toBe(123)
  expect(['错误行', '错误行0', '错误行12a', '2021年错误行3', 'Sheet1'].map(mendedBy)).toEqual(Array(5).fill(undefined))
})
