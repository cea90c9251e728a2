import { REASONS, refusedSheet } from '#domain/lists/file/refused-workbook.ts'
import type { Fault, ReadHead, ReadRow } from '#domain/lists/reading.ts'
import { streamTextSheet } from '../../adapters/workbook.ts'

type Refused = Pick<ReadRow, 'row' | 'raw' | 'faults'>

/**
 * A workbook of refused rows as they came, under the headings they came with, and why each was refused; mended, it is
 * brought in again as the same list. Text alone: formulas are neutralised, long numbers keep their digits.
 */
export function errorWorkbook(
  importId: number,
  head: Pick<ReadHead, 'headings'>,
  rows: AsyncIterable<Refused> | Iterable<Refused>,
): ReadableStream<Uint8Array> {
  const { headings } = head
  async function* lines() {
    for await (const { row, raw, faults } of rows)
      yield [...headings.map((_, i) => raw[i] ?? null), reasonsOf(row, faults)]
  }
  return streamTextSheet(refusedSheet(importId), [...headings, REASONS], lines())
}

const reasonsOf = (row: number, faults: readonly Fault[]): string =>
  [
    `原第${row}行`,
    ...faults.filter(({ refuses }) => refuses).map(({ heading, words }) => `${heading ?? '整行'}：${words.zh}`),
  ].join('\n')
