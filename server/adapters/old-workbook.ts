import { type CellValue, readXls } from 'hucre'

/** A workbook of Excel 97 to 2003, whole; hidden rows and sheets are not told. */
export type OldSheet = {
  name: string
  rows: (string | number | boolean | null)[][]
  merges: { startRow: number; endRow: number; startCol: number; endCol: number }[]
}

export async function readOldWorkbook(bytes: Uint8Array): Promise<OldSheet[]> {
  const { sheets } = await readXls(bytes)
  return sheets.map(({ name, rows, merges }) => ({
    name,
    // A sheet may leave rows out.
    rows: Array.from(rows, (row) => (row ?? []).map(plain)),
    merges: merges ?? [],
  }))
}

/** Dates come at midnight UTC of their day. */
const plain = (cell: CellValue) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? null))
