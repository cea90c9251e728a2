/** Splits separated text into records as it comes. What Excel and WPS write is read as they read it. */
export type CsvRecords = {
  /** The whole records of the text so far. */
  push: (text: string) => string[][]
  /** What is left when nothing more comes; a quote that was never closed ends with the text. */
  end: () => string[][]
  /** Characters held back because their record is not whole. */
  held: () => number
}

const QUOTE = 34
const LF = 10
const CR = 13

export function csvRecords(separator: string): CsvRecords {
  let rest = ''
  const take = (last: boolean): string[][] => {
    const records: string[][] = []
    let at = 0
    while (at < rest.length) {
      const record: string[] = []
      const next = readRecord(rest, at, separator.charCodeAt(0), last, record)
      if (next < 0) break
      records.push(record)
      at = next
    }
    rest = rest.slice(at)
    return records
  }
  return {
    push: (text) => {
      rest += text
      return take(false)
    },
    end: () => take(true),
    held: () => rest.length,
  }
}

/** Appends the fields of the record that begins at `from`; where the next begins, or -1 if the text ends before it does. */
function readRecord(text: string, from: number, separator: number, last: boolean, fields: string[]): number {
  let at = from
  for (;;) {
    const quoted = text.charCodeAt(at) === QUOTE
    const closed = quoted ? closingQuote(text, at + 1) : at
    if (closed < 0 && !last) return -1
    const body = quoted ? text.slice(at + 1, closed < 0 ? text.length : closed).replaceAll('""', '"') : ''
    const start = quoted ? (closed < 0 ? text.length : closed + 1) : at
    let end = start
    let sign = text.charCodeAt(end)
    while (end < text.length && sign !== separator && sign !== LF && sign !== CR) sign = text.charCodeAt(++end)
    if (end >= text.length && !last) return -1
    fields.push(quoted ? body + text.slice(start, end) : text.slice(start, end))
    if (sign === separator && end < text.length) {
      at = end + 1
      continue
    }
    if (sign !== CR) return end + 1
    // A carriage return at the very end may be the first half of a line's end.
    if (end + 1 >= text.length && !last) return -1
    return text.charCodeAt(end + 1) === LF ? end + 2 : end + 1
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text.charCodeAt(at + 1) !== QUOTE) return at
  return -1
}
