import { createReadStream } from 'node:fs'
import type { SheetRow } from '#domain/lists/headings/find-head.ts'
import { BrokenText, csvRows } from '../../../adapters/csv-rows.ts'
import { type FileLimits, fileRefusal } from '../file-limits.ts'
import type { OpenFile } from '../sheet-source.ts'
import { readTextForm, type TextForm } from './text-form.ts'

const CHUNK = 64 * 1024

/** A text file is one sheet without a name. */
export async function openText(path: string, bytes: number, limits: FileLimits): Promise<OpenFile> {
  const form = await readTextForm(path)
  const open = async () => {
    let read = 0
    const rows = rowsOf(path, form, limits, (length) => {
      read += length
    })
    return { rowCount: null, hiddenColumns: 0, merges: [], rows, share: () => read / bytes }
  }
  const { encoding, separator } = form
  return {
    format: 'csv',
    encoding,
    separator,
    calendar: 1900,
    sheets: [{ name: '', hidden: false }],
    open,
    close: async () => {},
  }
}

async function* rowsOf(
  path: string,
  form: TextForm,
  limits: FileLimits,
  hear: (length: number) => void,
): AsyncGenerator<SheetRow[]> {
  const { separator } = form
  let row = 0
  try {
    for await (const records of csvRows(textOf(path, form, hear), { separator, longest: limits.cell * 8 })) {
      yield records.map((cells) => ({ row: ++row, hidden: false, cells: held(cells, limits) }))
      if (row > limits.rows) throw fileRefusal.rows(limits.rows)
    }
  } catch (error) {
    if (!(error instanceof BrokenText)) throw error
    throw error.reason === 'quote' ? fileRefusal.quote() : fileRefusal.cell(limits.cell)
  }
}

async function* textOf(path: string, { encoding, bom }: TextForm, hear: (length: number) => void) {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const bytes: AsyncIterable<Buffer> = createReadStream(path, { start: bom, highWaterMark: CHUNK })
  for await (const chunk of bytes) {
    hear(chunk.length)
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}

/** Separators beyond the last cell that says something are no columns. */
function held(cells: string[], limits: FileLimits): string[] {
  if (cells.length > limits.columns && cells.findLastIndex((cell) => cell.trim() !== '') >= limits.columns)
    throw fileRefusal.columns(limits.columns)
  if (cells.some((cell) => cell.length > limits.cell)) throw fileRefusal.cell(limits.cell)
  return cells
}
