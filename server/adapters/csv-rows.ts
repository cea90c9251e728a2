import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'

/** Why separated text is no table: a quote that is never closed, or a record longer than was allowed. */
export class BrokenText extends Error {
  readonly reason: 'quote' | 'long'
  constructor(reason: BrokenText['reason']) {
    super(`Separated text: ${reason}`)
    this.reason = reason
  }
}

const ROWS = 1_000

/**
 * The records of separated text as it comes, some at a time, as Excel and WPS write them: any line end, a quote inside a
 * field that does not begin with one, records of unlike length. No record is longer than `longest` characters.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  { separator, longest }: { separator: string; longest: number },
): AsyncGenerator<string[][]> {
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longest,
  })
  // What goes wrong is thrown where the records are taken.
  pipeline(Readable.from(text), parser).catch(() => {})
  let rows: string[][] = []
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      rows.push(row)
      if (rows.length < ROWS) continue
      yield rows
      rows = []
    }
  } catch (error) {
    throw broken(error)
  }
  yield rows
}

function broken(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new BrokenText('quote')
  return error.code === 'CSV_MAX_RECORD_SIZE' ? new BrokenText('long') : error
}
