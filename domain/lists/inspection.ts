import type { Day } from '../base/date.ts'
import type { Mapping } from './reading.ts'

/** What a file is, before a row of it is taken: what the wizard shows. */
export type Inspection = {
  format: 'xlsx' | 'xls' | 'csv'
  /** Text files: how they are written. */
  encoding?: 'utf-8' | 'gb18030' | 'utf-16le'
  separator?: ',' | '\t' | ';'
  sheets: InspectedSheet[]
}

export type InspectedSheet = {
  name: string
  /** Hidden in the workbook: told, and read only if it is chosen. */
  hidden: boolean
  /** As far as the file says without being read through; null where it does not. */
  rows: number | null
  /** Null where no row looks like headings. */
  headRows: [first: number, last: number] | null
  /** Rows and columns that the file hides, as far as looked at; hidden rows are left out unless they are asked for. */
  hiddenRows: number
  hiddenColumns: number
  /** The day its titles, or its name, say it speaks of; null where they say none, or several. */
  says: Day | null
  /** The key of the list that it is; null where none fits, or two fit alike. */
  list: string | null
  /** Lists by how well the headings fit, best first. */
  candidates: Candidate[]
  /** What each column is taken for under the best candidate. */
  columns: InspectedColumn[]
}

/** `score`: 0 to 1. `missing`: keys of required columns that no heading names. */
export type Candidate = { list: string; score: number; missing: string[] }

export type InspectedColumn = {
  heading: string
  /** Key of the list's column; null where the heading is not known. */
  column: string | null
  /** The first cells below the heading, masked where they hold what must not be shown. */
  samples: (string | null)[]
}

/** How a sheet is to be read; what is left out is found out. */
export type ReadChoice = {
  sheet?: string
  headRows?: [first: number, last: number]
  mapping?: Mapping
  /** Also the rows that the file hides. */
  hiddenRows?: boolean
}
