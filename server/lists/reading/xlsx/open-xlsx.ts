import { type FileLimits, fileRefusal } from '../file-limits.ts'
import type { OpenFile, SheetSource } from '../sheet-source.ts'
import { readStrings } from './shared-strings.ts'
import { readMerges } from './sheet-merges.ts'
import { type SheetStart, sheetRows } from './sheet-rows.ts'
import { readParts } from './workbook-parts.ts'
import { openZip, type ZipEntry, type ZipFile } from './zip-file.ts'

/** Characters of all strings of a workbook together. */
const STRINGS = 120_000_000

/** A workbook of Excel 2007 and later, or of WPS: opened by its directory, its sheets read as they are asked for. */
export async function openXlsx(path: string, bytes: number, limits: FileLimits): Promise<OpenFile> {
  const zip = await openZip(path, bytes, limits)
  try {
    const { calendar, sheets, dates, stringsPath } = await readParts(zip)
    let strings: Promise<string[]> | undefined
    const stringsOnce = () => {
      const entry = stringsPath === undefined ? undefined : zip.entries.get(stringsPath)
      return (strings ??= entry ? readStrings(zip.stream(entry), STRINGS) : Promise.resolve([]))
    }
    const open = async (sheet: number): Promise<SheetSource> => {
      const entry = zip.entries.get(sheets[sheet]?.path ?? '')
      if (!entry) throw sheets[sheet] ? fileRefusal.damaged() : fileRefusal.noSheet()
      return openSheet(zip, entry, { strings: await stringsOnce(), dates, calendar }, limits)
    }
    return { format: 'xlsx', calendar, sheets, open, close: zip.close }
  } catch (error) {
    await zip.close()
    throw error
  }
}

async function openSheet(
  zip: ZipFile,
  entry: ZipEntry,
  cells: Parameters<typeof sheetRows>[1],
  limits: FileLimits,
): Promise<SheetSource> {
  let read = 0
  async function* counted() {
    for await (const chunk of zip.stream(entry)) {
      read += chunk.length
      yield chunk
    }
  }
  const merges = await readMerges(zip.stream(entry))
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
  return { ...said, merges, rows: all(), share: () => (entry.unpacked ? read / entry.unpacked : 1) }
}
