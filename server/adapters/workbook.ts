import { writeXlsxStream } from 'hucre/xlsx'
import { dayNumber } from '#domain/base/date.ts'

/** One column of a sheet; a `date` cell is given as a day `YYYY-MM-DD` and becomes a real date of the workbook. */
export type Column = { label: string; kind: 'text' | 'number' | 'date'; width: number; hidden?: boolean }
export type Cell = string | number | null

/** Rows one sheet holds beside its watermark, header and closing line; a longer list is refused, not cut. */
export const SHEET_ROWS = 1_048_000

/** Day number of 1970-01-01 in a workbook's own calendar. */
const EPOCH = 25_569
const FORMULA = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

/** Text that a spreadsheet might run as a formula (also by its full-width signs) gets a leading apostrophe. */
export const neutralise = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

function cell(value: Cell, column: Column): Cell {
  if (value === null || typeof value === 'number') return value
  return column.kind === 'date' ? dayNumber(value) + EPOCH : neutralise(value)
}

/**
 * A workbook of one sheet as a stream of bytes: the watermark on top, the header, the rows as they come, the watermark
 * again. Memory does not grow with the rows.
 */
export function streamWorkbook(
  sheet: { name: string; watermark: string; columns: readonly Column[] },
  rows: AsyncIterable<readonly Cell[]>,
): ReadableStream<Uint8Array> {
  async function* lines() {
    yield [neutralise(sheet.watermark)]
    yield sheet.columns.map((column) => neutralise(column.label))
    for await (const row of rows) yield row.map((value, i) => cell(value, sheet.columns[i]!))
    yield [neutralise(sheet.watermark)]
  }
  return writeXlsxStream(lines(), {
    name: sheet.name,
    freezePane: { rows: 2 },
    columns: sheet.columns.map((column) => ({
      width: column.width,
      hidden: column.hidden ?? false,
      ...(column.kind === 'date' && { numFmt: 'yyyy-mm-dd' }),
    })),
  })
}

/** A sheet of text alone: no cell is ever a number or a formula, so that nothing is lost when it is opened and saved. */
export function streamTextSheet(
  name: string,
  headings: readonly string[],
  rows: AsyncIterable<readonly (string | null)[]> | Iterable<readonly (string | null)[]>,
): ReadableStream<Uint8Array> {
  async function* lines() {
    yield headings.map(neutralise)
    for await (const row of rows) yield row.map((text) => (text === null ? null : neutralise(text)))
  }
  return writeXlsxStream(lines(), {
    name,
    freezePane: { rows: 1 },
    columns: headings.map(() => ({ width: 18, numFmt: '@' })),
  })
}
