import type { Fault, ReadHead, ReadRow } from '#domain/lists/reading.ts'
import { streamTextSheet } from '../../adapters/workbook.ts'

/** Not a heading of any list, so that the workbook brought back is read as if it were not there. */
const REASONS = '错误原因及改法（改好后不必删除本列）'

type Refused = Pick<ReadRow, 'row' | 'raw' | 'faults'>

/**
 * A workbook of refused rows as they came, under the headings they came with, and why each was refused; mended, it is
 * brought in again as the same list. Text alone: formulas are neutralised, long numbers keep their digits.
 */
export function errorWorkbook(
  head: Pick<ReadHead, 'headings'>,
  rows: AsyncIterable<Refused> | Iterable<Refused>,
): ReadableStream<Uint8Array> {
  const { headings } = head
  async function* lines() {
    for await (const { row, raw, faults } of rows)
      yield [...headings.map((_, i) => raw[i] ?? null), reasonsOf(row, faults)]
  }
  return streamTextSheet('错误行', [...headings, REASONS], lines())
}

const reasonsOf = (row: number, faults: readonly Fault[]): string =>
  [
    `原第${row}行`,
    ...faults.filter(({ refuses }) => refuses).map(({ heading, words }) => `${heading ?? '整行'}：${words.zh}`),
  ].join('\n')
