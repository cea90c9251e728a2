import { HEAD_SEARCH } from '#domain/lists/headings/find-head.ts'
import { type FileLimits, fileRefusal } from '../file-limits.ts'
import type { OpenFile, SheetSource } from '../sheet-source.ts'
import { readStrings } from './shared-strings.ts'
import { readMerges } from './sheet-merges.ts'
import { type CellContext, type SheetStart, sheetRows } from './sheet-rows.ts'
import { readParts } from './workbook-parts.ts'
import { openZip, type ZipEntry, type ZipFile } from './zip-file.ts'

/** Characters of all strings of a workbook together. */
const STRINGS = 120_000_000

/** A sheet longer than this is not gone through for its merged cells when only its top is wanted. */
const TOP_MERGES = 32 * 1024 * 1024

/** A workbook of Excel 2007 and later, or of WPS: opened by its directory, its sheets read as they are asked for. */
export async function openXlsx(path: string, limits: FileLimits): Promise<OpenFile> {
  const zip = await openZip(path, limits)
  try {
    const { calendar, sheets, dates, stringsPath } = await readParts(zip)
    const readAll = (most?: number) =>
      stringsPath !== undefined && zip.entries.has(stringsPath)
        ? readStrings(zip.stream(stringsPath), STRINGS, most)
        : []
    const open = async (sheet: number, top = false): Promise<SheetSource> => {
      const entry = zip.entries.get(sheets[sheet]?.path ?? '')
      if (!entry) throw sheets[sheet] ? fileRefusal.damaged() : fileRefusal.noSheet()
      const most = top ? await stringsOfTop(zip.stream(entry.fileName), { dates, calendar }, limits) : undefined
      const strings = await readAll(most)
      const cells = { stringAt: (index: number) => strings[index], dates, calendar }
      return openSheet(zip, entry, cells, limits, top && entry.uncompressedSize > TOP_MERGES)
    }
    return { format: 'xlsx', calendar, sheets, open, close: async () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** How many strings the first rows need. A heading that was corrected last may stand behind all others. */
async function stringsOfTop(
  stream: AsyncIterable<Buffer>,
  formats: Omit<CellContext, 'stringAt'>,
  limits: FileLimits,
): Promise<number> {
  let most = 0
  const stringAt = (index: number) => {
    most = Math.max(most, index + 1)
    return 'any'
  }
  let seen = 0
  for await (const rows of sheetRows(stream, { stringAt, ...formats }, limits)) {
    seen += rows.length
    if (seen >= HEAD_SEARCH) break
  }
  return most
}

async function openSheet(
  zip: ZipFile,
  entry: ZipEntry,
  cells: CellContext,
  limits: FileLimits,
  withoutMerges: boolean,
): Promise<SheetSource> {
  let read = 0
  async function* counted() {
    for await (const chunk of zip.stream(entry.fileName)) {
      read += chunk.length
      yield chunk
    }
  }
  const merges = withoutMerges ? [] : await readMerges(zip.stream(entry.fileName))
  let said: SheetStart = { rowCount: null, hiddenColumns: 0 }
  const rows = sheetRows(counted(), cells, limits, (start) => {
    said = start
  })
  // The first rows are read at once, so that what stands before them is known.
  const first = await rows.next()
  async function* all() {
    if (!first.done) yield first.value
    yield* rows
  }
  return { ...said, merges, rows: all(), share: () => (entry.uncompressedSize ? read / entry.uncompressedSize : 1) }
}
