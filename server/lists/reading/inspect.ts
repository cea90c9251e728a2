import { plainCell } from '#domain/lists/cells/plain-cell.ts'
import type { SheetCell } from '#domain/lists/cells/reading-of-cell.ts'
import { titleDay } from '#domain/lists/file/title-day.ts'
import { type FoundHead, findHead, type SheetRow } from '#domain/lists/headings/find-head.ts'
import { FITS, type HeadingTable, headingTables, scoreHeadings, TIE } from '#domain/lists/headings/recognise.ts'
import { skipper } from '#domain/lists/headings/skip-row.ts'
import type { InspectedColumn, InspectedSheet, Inspection } from '#domain/lists/inspection.ts'
import { maskCell } from '#domain/lists/row-typer.ts'
import type { List } from '#domain/plan/list.ts'
import { peek } from './read-rows.ts'
import type { OpenFile } from './sheet-source.ts'

const SAMPLES = 5
const CANDIDATES = 3
/** Sheets that are looked into; a workbook of more is a workbook of something else. */
const SHEETS = 20

/** What an open file is found to be. Only its first rows are read. */
export async function inspect(file: OpenFile, lists: readonly List[]): Promise<Inspection> {
  const tables = headingTables(lists)
  const sheets: InspectedSheet[] = []
  for (let i = 0; i < Math.min(file.sheets.length, SHEETS); i++) sheets.push(await inspectSheet(file, i, tables))
  const { format, encoding, separator } = file
  return { format, ...(encoding && { encoding }), ...(separator && { separator }), sheets }
}

async function inspectSheet(file: OpenFile, at: number, tables: readonly HeadingTable[]): Promise<InspectedSheet> {
  const { name, hidden } = file.sheets[at]!
  const source = await file.open(at, true)
  const { top } = await peek(source.rows)
  const found = findHead(top, source.merges, tables)
  const candidates = found ? rank(found.headings, tables) : []
  const list = candidates[0] && tables.find((table) => table.list.key === candidates[0]!.list)?.list
  return {
    name,
    hidden,
    rows: source.rowCount,
    headRows: found?.headRows ?? null,
    hiddenRows: top.filter((row) => row.hidden).length,
    hiddenColumns: source.hiddenColumns,
    says: titleDay(found ? titlesOf(top, found.headRows[0]) : [], [name]),
    list: clearOf(candidates),
    candidates: candidates.map(({ columns: _, ...candidate }) => candidate),
    columns: found && list ? columnsOf(found, candidates[0]!.columns, list, top) : [],
  }
}

const titlesOf = (top: readonly SheetRow[], head: number): string[] =>
  top.filter(({ row }) => row < head).flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string'))

const rank = (headings: readonly string[], tables: readonly HeadingTable[]) =>
  tables
    .map((table) => scoreHeadings(headings, table))
    .filter(({ score }) => score > 0.2)
    .sort((a, b) => b.score - a.score)
    .slice(0, CANDIDATES)

const clearOf = ([first, second]: { list: string; score: number }[]): string | null =>
  first && first.score >= FITS && first.score - (second?.score ?? 0) > TIE ? first.list : null

function columnsOf(
  found: FoundHead,
  columns: (string | null)[],
  list: List,
  top: readonly SheetRow[],
): InspectedColumn[] {
  const skip = skipper({ sheet: '', headRows: found.headRows, headings: found.headings, columns })
  const rows = top
    .filter(({ row, cells, hidden }) => row > found.headRows[1] && !hidden && !skip(cells))
    .slice(0, SAMPLES)
  return found.headings.map((heading, i) => ({
    heading,
    column: columns[i] ?? null,
    samples: rows.map(({ cells }) => sample(cells[i] ?? null, list, columns[i] ?? null)),
  }))
}

/** What is not known to be harmless is masked as a name is. */
function sample(cell: SheetCell, list: List, key: string | null): string | null {
  const text = cell === null ? '' : plainCell(String(cell))
  if (text === '') return null
  return maskCell(list.columns.find((column) => column.key === key)?.type ?? 'text', text)
}
