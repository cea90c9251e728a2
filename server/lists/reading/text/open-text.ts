import { createReadStream } from 'node:fs'
import type { SheetRow } from '#domain/lists/headings/find-head.ts'
import { type FileLimits, fileRefusal } from '../file-limits.ts'
import type { OpenFile } from '../sheet-source.ts'
import { csvRecords } from './csv-records.ts'
import { readTextForm, type TextForm } from './text-form.ts'

const CHUNK = 256 * 1024

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
  const decoder = new TextDecoder(form.encoding, { ignoreBOM: true })
  const records = csvRecords(form.separator)
  let row = 0
  const rows = (found: string[][]) => found.map((cells) => ({ row: ++row, hidden: false, cells: held(cells, limits) }))
  for await (const chunk of createReadStream(path, {
    start: form.bom,
    highWaterMark: CHUNK,
  }) as AsyncIterable<Buffer>) {
    hear(chunk.length)
    yield rows(records.push(decoder.decode(chunk, { stream: true })))
    if (row > limits.rows) throw fileRefusal.rows(limits.rows)
    if (records.held() > limits.cell * 8) throw fileRefusal.cell(limits.cell)
  }
  yield rows([...records.push(decoder.decode()), ...records.end()])
}

/** Separators beyond the last cell that says something are no columns. */
function held(cells: string[], limits: FileLimits): string[] {
  if (cells.length > limits.columns && cells.findLastIndex((cell) => cell.trim() !== '') >= limits.columns)
    throw fileRefusal.columns(limits.columns)
  return cells
}
