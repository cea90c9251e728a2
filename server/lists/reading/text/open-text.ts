import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import type { SheetRow } from '#domain/lists/headings/find-head.ts'
import { csvRows } from '../../../adapters/csv-rows.ts'
import { type FileLimits, fileRefusal } from '../file-limits.ts'
import type { OpenFile } from '../sheet-source.ts'
import { readTextForm } from './text-form.ts'

const BATCH = 1_000

/** A text file is one sheet without a name. */
export async function openText(path: string, bytes: number, limits: FileLimits): Promise<OpenFile> {
  const form = await readTextForm(path)
  let read = 0
  const open = async () => {
    const decoder = new TextDecoder(form.encoding, { ignoreBOM: true })
    const decode = new Transform({
      readableObjectMode: false,
      decodeStrings: true,
      transform(chunk: Buffer, _, done) {
        read += chunk.length
        done(null, decoder.decode(chunk, { stream: true }))
      },
      flush(done) {
        done(null, decoder.decode())
      },
    })
    decode.setEncoding('utf8')
    const text = createReadStream(path, { start: form.bom, highWaterMark: 256 * 1024 }).pipe(decode)
    const records = csvRows(text, { separator: form.separator, longest: limits.cell * 8 })
    return {
      rowCount: null,
      hiddenColumns: 0,
      merges: [],
      rows: rowsOf(records, limits),
      share: () => (bytes ? read / bytes : 1),
    }
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

async function* rowsOf(records: AsyncIterable<string[]>, limits: FileLimits): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = []
  let row = 0
  try {
    for await (const record of records) {
      row++
      if (row > limits.rows) throw fileRefusal.rows(limits.rows)
      if (record.length > limits.columns && widthOf(record) > limits.columns) throw fileRefusal.columns(limits.columns)
      batch.push({ row, hidden: false, cells: record })
      if (batch.length < BATCH) continue
      yield batch
      batch = []
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_')) throw csvRefusal(error as { code: string }, limits)
    throw error
  }
  if (batch.length) yield batch
}

const widthOf = (record: readonly string[]): number => record.findLastIndex((cell) => cell.trim() !== '') + 1

const csvRefusal = ({ code }: { code: string }, limits: FileLimits) =>
  code === 'CSV_MAX_RECORD_SIZE' ? fileRefusal.cell(limits.cell) : fileRefusal.damaged()
