import type { Words } from '../base/fail.ts'
import type { AreaCode } from '../places/area.ts'

/** What a cell has become: null where it is blank, or where a fault says why it could not be read. */
export type CellValue = string | number | boolean | null

/** 错误: what is wrong with a cell or a row, where, and how to mend it. */
export type Fault = {
  /** `lists.cell.<reason>`, `lists.row.<reason>` */
  code: string
  /** Key of the list's column; null when it is the whole row's. */
  column: string | null
  /** As the file writes it. */
  heading: string | null
  words: Words
  /** The row cannot be taken until this is mended; else it is taken, and this is told. */
  refuses: boolean
  /** What stood in the cell, masked. */
  value: string | null
}

/** One row of a file, typed. */
export type ReadRow = {
  /** As the spreadsheet numbers it: the first row of the sheet is 1. */
  row: number
  /** In the order of `List.columns`. Days `YYYY-MM-DD`, months their first day, money fen, areas twelve digits, codes the ledger's. */
  values: CellValue[]
  /** As they came, in the order of the file's own columns (`ReadHead.headings`): what a workbook of refused rows gives back. */
  raw: (string | null)[]
  faults: Fault[]
}

/** Which column of the list each column of the file is, by its place from 0; null: not taken. What is left out is recognised by its heading. */
export type Mapping = Readonly<Record<number, string | null>>

/** Where the headings stand and what each of the file's columns is taken for. */
export type ReadHead = {
  sheet: string
  /** The first and the last row of the headings; rows are counted from 1. */
  headRows: [first: number, last: number]
  /** One for every column of the file; heads of several rows are joined by `/`, a blank one is ''. */
  headings: string[]
  /** The key of the list's column, or null, in the order of `headings`. */
  columns: (string | null)[]
}

/** Why a row of the file is no row of the list. */
export type SkipReason = 'blank' | 'head' | 'total' | 'note' | 'hidden'
export type SkippedRow = { row: number; why: SkipReason }

/** `share`: how much of the file is read, 0 to 1. */
export type Progress = { rows: number; skipped: number; share: number }

/** Cells so far that hold what a merged cell above them says, that were made plain (full-width signs, blanks, apostrophes), that a dash or stroke left blank; homes of which the post told which of several places of that name it is. */
export type CellTally = { merged: number; plain: number; void: number; near: number }

/** Rows as they are read, in order; memory does not grow with the file. */
export type ReadBatch = {
  head: ReadHead
  rows: ReadRow[]
  skipped: SkippedRow[]
  progress: Progress
  tally: CellTally
}

/** An area of any division, and the codes of today that took it over (its own, where it still stands). */
export type Place = { code: AreaCode; name: string; now: AreaCode[] }
