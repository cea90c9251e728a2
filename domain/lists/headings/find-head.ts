import { plainCell } from '../cells/plain-cell.ts'
import type { SheetCell } from '../cells/reading-of-cell.ts'
import type { ReadHead } from '../reading.ts'
import { FITS, formsOf, type HeadingTable, JOIN, scoreHeadings } from './recognise.ts'

/** A row of a sheet as the file gives it; rows are counted from 1. */
export type SheetRow = { row: number; cells: readonly SheetCell[]; hidden: boolean }
/** Cells that are one; rows and columns from 0, ends included. */
export type Merge = { startRow: number; endRow: number; startCol: number; endCol: number }

/** How far down headings are looked for, and of how many rows they may be. */
export const HEAD_SEARCH = 40
const DEEPEST = 4

export type FoundHead = {
  headRows: [number, number]
  headings: string[]
  score: number
  columns: (string | null)[]
  list: string
}

/** The rows that fit the headings of a list best; undefined where no two headings are known. */
export function findHead(
  rows: readonly SheetRow[],
  merges: readonly Merge[],
  tables: readonly HeadingTable[],
): FoundHead | undefined {
  const top = rows.slice(0, HEAD_SEARCH)
  return bestHead(top, merges, tables, (first, last) => !cuts(merges, first, last)) ?? bestHead(top, merges, tables)
}

/** A head that cuts through a merged cell is half a head: the columns that the cell names would have no heading. */
const cuts = (merges: readonly Merge[], first: number, last: number): boolean =>
  merges.some(
    ({ startRow, endRow }) =>
      (startRow < first - 1 && endRow >= first - 1) || (startRow <= last - 1 && endRow > last - 1),
  )

function bestHead(
  top: readonly SheetRow[],
  merges: readonly Merge[],
  tables: readonly HeadingTable[],
  may: (first: number, last: number) => boolean = () => true,
): FoundHead | undefined {
  let best: FoundHead | undefined
  for (const [i, first] of top.entries()) {
    if (filled(first) < 2) continue
    for (let depth = 1; depth <= DEEPEST && i + depth <= top.length; depth++) {
      const last = top[i + depth - 1]!
      if (last.row !== first.row + depth - 1) break
      if (!may(first.row, last.row)) continue
      const headings = joinHeadings(top.slice(i, i + depth), merges)
      const forms = formsOf(headings)
      for (const table of tables) {
        const { list, score, columns } = scoreHeadings(headings, table, forms)
        const found: FoundHead = { headRows: [first.row, last.row], headings, score, columns, list }
        if (isBetter(found, best)) best = found
      }
    }
  }
  return best
}

/**
 * A deeper or later head has to fit better, not as well. One that stands below a head that fits is most often that head again, between
 * two pages, without the columns nobody knows: it has to name more columns, too.
 */
function isBetter(found: FoundHead, best: FoundHead | undefined): boolean {
  if (found.score <= (best?.score ?? 0) + 0.001) return false
  if (!best) return true
  const below = found.headRows[0] > best.headRows[1]
  return !below || best.score < FITS || known(found) > known(best)
}
const known = ({ columns }: FoundHead): number => columns.filter((key) => key !== null).length

const filled = ({ cells }: SheetRow): number => cells.filter((cell) => textOf(cell) !== '').length
const textOf = (cell: SheetCell | undefined): string =>
  cell === null || cell === undefined ? '' : plainCell(String(cell)).replace(/\s+/g, '')

/** One heading a column: what stands above it from top to bottom, joined; merged cells speak for all they cover. */
export function joinHeadings(rows: readonly SheetRow[], merges: readonly Merge[]): string[] {
  const width = Math.max(
    0,
    ...rows.map(({ cells }) => cells.length),
    ...merges.filter((merge) => covers(merge, rows)).map(({ endCol }) => endCol + 1),
  )
  const grid = rows.map(({ row, cells }) => spreadMerges(row, cells, width, merges))
  // Without merges to go by (text files), a group's name stands above its first column only.
  if (!merges.length) for (const [i, line] of grid.entries()) if (i < grid.length - 1) spreadRight(line, grid[i + 1]!)
  const headings = Array.from({ length: width }, (_, column) => {
    const parts = grid.map((line) => line[column]!).filter((part, i, all) => part !== '' && part !== all[i - 1])
    return [...new Set(parts)].join(JOIN)
  })
  while (headings.at(-1) === '') headings.pop()
  return headings
}

const covers = ({ startRow, endRow }: Merge, rows: readonly SheetRow[]) =>
  rows.some(({ row }) => row - 1 >= startRow && row - 1 <= endRow)

function spreadMerges(row: number, cells: readonly SheetCell[], width: number, merges: readonly Merge[]): string[] {
  const line = Array.from({ length: width }, (_, column) => textOf(cells[column]))
  for (const { startRow, endRow, startCol, endCol } of merges) {
    if (row - 1 !== startRow || row - 1 > endRow) continue
    for (let column = startCol; column <= Math.min(endCol, width - 1); column++) line[column] = line[startCol]!
  }
  return line
}

function spreadRight(line: string[], below: readonly string[]): void {
  for (let column = 1; column < line.length; column++) {
    if (line[column] === '' && below[column] !== '' && line[column - 1] !== '' && below[column - 1] !== '')
      line[column] = line[column - 1]!
  }
}

/** The head in rows that are named, with the columns as a list takes them and as they are mapped by hand. */
export function headAt(
  sheet: string,
  found: Pick<FoundHead, 'headRows' | 'headings' | 'columns'>,
  mapping: Readonly<Record<number, string | null>> = {},
): ReadHead {
  const byHand = new Set(Object.values(mapping))
  const columns = found.columns.map((key, i) => {
    if (i in mapping) return mapping[i] ?? null
    return key !== null && byHand.has(key) ? null : key
  })
  return { sheet, headRows: found.headRows, headings: found.headings, columns }
}
