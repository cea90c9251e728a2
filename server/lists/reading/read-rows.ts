import type { SheetRow } from '#domain/lists/headings/find-head.ts'
import { findHead, HEAD_SEARCH, headAt, joinHeadings } from '#domain/lists/headings/find-head.ts'
import { headingTables, mapHeadings } from '#domain/lists/headings/recognise.ts'
import { skipper } from '#domain/lists/headings/skip-row.ts'
import type { ReadChoice } from '#domain/lists/inspection.ts'
import type { PlaceFinder } from '#domain/lists/places/place-finder.ts'
import type { ReadBatch, ReadHead, ReadRow, SkippedRow } from '#domain/lists/reading.ts'
import { rowTyper } from '#domain/lists/row-typer.ts'
import type { List } from '#domain/plan/list.ts'
import { fileRefusal } from './file-limits.ts'
import type { OpenFile, SheetSource } from './sheet-source.ts'
import { spreadMerges } from './xlsx/sheet-merges.ts'

const BATCH = 1_000

/** The rows of a list in an open file, typed, and the file closed; refuses a sheet in which the list's headings are not found. */
export async function* readRows(
  file: OpenFile,
  list: List,
  finder: PlaceFinder,
  choice: ReadChoice,
): AsyncGenerator<ReadBatch> {
  try {
    yield* typedRows(file, list, finder, choice)
  } finally {
    await file.close()
  }
}

async function* typedRows(
  file: OpenFile,
  list: List,
  finder: PlaceFinder,
  choice: ReadChoice,
): AsyncGenerator<ReadBatch> {
  const at = sheetOf(file, choice.sheet)
  const source = await file.open(at)
  const { top, rest } = await peek(source.rows)
  const head = headOf(file.sheets[at]!.name, list, top, source, choice)
  const tally = { merged: 0, plain: 0, void: 0, near: 0 }
  const type = rowTyper(list, head, { finder, calendar: file.calendar, tally })
  const skip = skipper(head)
  const last = head.headRows[1]
  let batch: { rows: ReadRow[]; skipped: SkippedRow[] } = { rows: [], skipped: [] }
  const count = { rows: 0, skipped: 0 }
  const take = (): ReadBatch => {
    count.rows += batch.rows.length
    count.skipped += batch.skipped.length
    const progress = { ...count, share: Math.min(1, source.share()) }
    const full = { head, ...batch, progress, tally: { ...tally } }
    batch = { rows: [], skipped: [] }
    return full
  }
  for await (const rows of spreadMerges(rest(), source.merges, () => last, tally)) {
    for (const { row, cells, hidden } of rows) {
      if (row <= last) continue
      const why = hidden && !choice.hiddenRows ? 'hidden' : skip(cells)
      if (why) batch.skipped.push({ row, why })
      else batch.rows.push(type(row, cells))
      if (batch.rows.length + batch.skipped.length >= BATCH) yield take()
    }
  }
  yield take()
}

/** The first sheet that is not hidden, unless one is named. */
function sheetOf({ sheets }: OpenFile, name: string | undefined): number {
  const at =
    name === undefined ? sheets.findIndex(({ hidden }) => !hidden) : sheets.findIndex((sheet) => sheet.name === name)
  if (at < 0) throw fileRefusal.noSheet()
  return at
}

/** The rows in which headings are looked for, and all rows again from the first. */
export async function peek(
  rows: AsyncIterable<SheetRow[]>,
): Promise<{ top: SheetRow[]; rest: () => AsyncIterable<SheetRow[]> }> {
  const from = rows[Symbol.asyncIterator]()
  const seen: SheetRow[][] = []
  let count = 0
  while (count < HEAD_SEARCH) {
    const next = await from.next()
    if (next.done) break
    seen.push(next.value)
    count += next.value.length
  }
  async function* rest() {
    yield* seen
    for (let next = await from.next(); !next.done; next = await from.next()) yield next.value
  }
  return { top: seen.flat().slice(0, HEAD_SEARCH), rest }
}

function headOf(
  sheet: string,
  list: List,
  top: readonly SheetRow[],
  { merges }: SheetSource,
  choice: ReadChoice,
): ReadHead {
  const [table] = headingTables([list])
  if (!choice.headRows) {
    const found = findHead(top, merges, [table!])
    if (!found) throw fileRefusal.noHead()
    return headAt(sheet, found, choice.mapping)
  }
  const [first, last] = choice.headRows
  const headings = joinHeadings(
    top.filter(({ row }) => row >= first && row <= last),
    merges,
  )
  const found = { headRows: choice.headRows, headings, columns: mapHeadings(headings, table!.columnOf) }
  const head = headAt(sheet, found, choice.mapping)
  if (head.columns.every((key) => key === null)) throw fileRefusal.noHead()
  return head
}
