import type { Words } from '../../base/fail.ts'
import type { CellValue } from '../reading.ts'

/** What stands in a cell of a file: text, a number (also where the sheet holds a day as one), yes or no, nothing. */
export type SheetCell = string | number | boolean | null

/** What a cell has become. `told`: it was read, and yet there is something to say. */
export type CellReading = { value: CellValue; fault?: CellFault; told?: CellFault }
/** `reason` becomes the code `lists.cell.<reason>`. */
export type CellFault = { reason: string; words: Words }

export const took = (value: CellValue): CellReading => ({ value })
export const refused = (reason: string, zh: string, en: string): CellReading => ({
  value: null,
  fault: { reason, words: { zh, en } },
})
export const tookButTells = (value: CellValue, reason: string, zh: string, en: string): CellReading => ({
  value,
  told: { reason, words: { zh, en } },
})
export const NOTHING: CellReading = { value: null }
