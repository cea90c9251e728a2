import type { Merge, SheetRow } from '#domain/lists/headings/find-head.ts'
import type { Inspection } from '#domain/lists/inspection.ts'

/** A file that is open: its sheets, and the rows of one of them as they stand. */
export type OpenFile = Pick<Inspection, 'format' | 'encoding' | 'separator'> & {
  calendar: 1900 | 1904
  sheets: { name: string; hidden: boolean }[]
  /** `top`: only the first rows are wanted, and merged cells of a long sheet may be left out. */
  open: (sheet: number, top?: boolean) => Promise<SheetSource>
  close: () => Promise<void>
}

/** Rows of a sheet in their order, some at a time; blank rows at the end are not given. */
export type SheetSource = {
  /** How many rows the sheet says it has; null where it does not. */
  rowCount: number | null
  hiddenColumns: number
  merges: readonly Merge[]
  rows: AsyncIterable<SheetRow[]>
  /** How much is read, 0 to 1. */
  share: () => number
}
