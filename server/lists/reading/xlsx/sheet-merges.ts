import type { Merge, SheetRow } from '#domain/lists/headings/find-head.ts'
import type { CellTally } from '#domain/lists/reading.ts'
import { fileRefusal } from '../file-limits.ts'
import { attribute, tagsOf } from './xml-text.ts'

/** Merged cells stand behind the rows: the part is gone through once for them, without reading a row. */
const LONGEST_TAIL = 32 * 1024 * 1024

export async function readMerges(stream: AsyncIterable<Buffer>): Promise<Merge[]> {
  let tail: Buffer[] | undefined
  let length = 0
  let overlap = Buffer.alloc(0)
  for await (const chunk of stream) {
    if (!tail) {
      const joined = Buffer.concat([overlap, chunk])
      const at = joined.indexOf('sheetData>')
      const closing = at >= 0 && isClosing(joined, at) ? at : nextClosing(joined, at)
      if (closing >= 0) tail = [joined.subarray(closing)]
      overlap = joined.subarray(Math.max(0, joined.length - 32))
    } else {
      tail.push(chunk)
      length += chunk.length
      if (length > LONGEST_TAIL) throw fileRefusal.damaged()
    }
  }
  return tail ? mergesOf(Buffer.concat(tail).toString('utf8')) : []
}

const isClosing = (bytes: Buffer, at: number) =>
  bytes
    .subarray(Math.max(0, at - 12), at)
    .toString('latin1')
    .match(/<\/(\w+:)?$/) !== null
const nextClosing = (bytes: Buffer, from: number): number => {
  for (let at = from; at >= 0; at = bytes.indexOf('sheetData>', at + 1)) if (isClosing(bytes, at)) return at
  return -1
}

function mergesOf(xml: string): Merge[] {
  return tagsOf(xml, 'mergeCell').flatMap((tag) => {
    const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(attribute(tag, 'ref') ?? '')
    if (!found) return []
    const [, left = '', top, right = '', bottom] = found
    return [
      {
        startRow: Number(top) - 1,
        endRow: Number(bottom) - 1,
        startCol: columnNumber(left),
        endCol: columnNumber(right),
      },
    ]
  })
}
const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Rows in which each row that a merged cell covers has its value: a village merged over its families stands in every one of them. */
export async function* spreadMerges(
  rows: AsyncIterable<SheetRow[]>,
  merges: readonly Merge[],
  below: () => number,
  tally: Pick<CellTally, 'merged'> = { merged: 0 },
): AsyncGenerator<SheetRow[]> {
  const tall = merges.filter(({ startRow, endRow }) => endRow > startRow).sort((a, b) => a.startRow - b.startRow)
  if (!tall.length) {
    yield* rows
    return
  }
  let next = 0
  let open: Open[] = []
  for await (const batch of rows) {
    yield batch.map((row) => {
      const at = row.row - 1
      open = open.filter(({ merge }) => merge.endRow >= at)
      for (; next < tall.length && tall[next]!.startRow <= at; next++) {
        const merge = tall[next]!
        if (merge.startRow === at && at >= below()) open.push({ merge, value: row.cells[merge.startCol] ?? null })
      }
      return open.length ? filled(row, open, tally) : row
    })
  }
}

type Open = { merge: Merge; value: SheetRow['cells'][number] }

function filled(row: SheetRow, open: readonly Open[], tally: Pick<CellTally, 'merged'>): SheetRow {
  const cells = [...row.cells]
  for (const { merge, value } of open) {
    while (cells.length <= merge.startCol) cells.push(null)
    if (cells[merge.startCol] !== null || value === null) continue
    cells[merge.startCol] = value
    tally.merged++
  }
  return { ...row, cells }
}
