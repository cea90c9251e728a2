import type { Readable } from 'node:stream'
import { parse } from 'csv-parse'

/** Records of separated text as they stand: ragged rows, quotes in the middle and blank lines (as empty records) are let through. */
export function csvRows(text: Readable, options: { separator: string; longest: number }): AsyncIterable<string[]> {
  const parser = parse({
    delimiter: options.separator,
    max_record_size: options.longest,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  })
  text.once('error', (error) => parser.destroy(error))
  return text.pipe(parser)
}
