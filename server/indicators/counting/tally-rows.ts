import type { Counted } from '#domain/indicators/rollup.ts'
import type { Tally } from '#domain/indicators/tally.ts'
import { NO_NUMBER, type Snapshot } from '#domain/rules/columns/snapshot.ts'
import type { AskedNumber } from './numbers.ts'

/** The areas of a record type's rows: a short number for each area, and which one every row lies in. */
export type RowPlaces = { codes: number[]; places: Int32Array }

export function rowPlaces(areas: Float64Array): RowPlaces {
  const places = new Int32Array(areas.length)
  const known = new Map<number, number>()
  const codes: number[] = []
  let last = -1
  for (let row = 0; row < areas.length; row++) {
    const code = areas[row]!
    // Neighbours mostly lie in the same village.
    if (codes[last] !== code) {
      last = known.get(code) ?? codes.push(code) - 1
      known.set(code, last)
    }
    places[row] = last
  }
  return { codes, places }
}

/** Adds the rows that one number counts to what was counted, by the area they lie in. Each area is told of once. */
export function tallyRows(
  counted: Counted,
  { indicator, part }: AskedNumber,
  rows: Int32Array,
  table: Snapshot[string],
  { codes, places }: RowPlaces,
): void {
  const own = (area: number) => {
    let place = counted.get(area)
    if (!place) counted.set(area, (place = { tallies: {}, values: {} }))
    return place
  }
  const tally = (place: number): Tally => (own(codes[place]!).tallies[indicator.key] ??= {})
  if (indicator.median) {
    const column = table.columns[indicator.median]!
    for (const row of rows)
      if (isKnown(column[row]!)) (own(codes[places[row]!]!).values[indicator.key] ??= []).push(column[row]!)
    return
  }
  for (const [place, count] of countsOf(rows, places, codes.length)) tally(place)[part] = count
  if (part === 'of') return
  if (indicator.sum) {
    const sums = sumsOf(rows, places, codes.length, table.columns[indicator.sum]!)
    for (const [place, sum] of sums.entries()) if (sum !== 0) tally(place).sum = sum
  }
  if (!indicator.by) return
  const dictionary = table.dictionaries[indicator.by]!
  for (const [code, rowsOfCode] of byCode(rows, table.columns[indicator.by] as Int32Array, dictionary.length))
    for (const [place, count] of countsOf(rowsOfCode, places, codes.length))
      (tally(place).parts ??= {})[dictionary[code]!] = count
}

/** How many of the rows lie in each place that has any. */
function countsOf(rows: Iterable<number>, places: Int32Array, size: number): [place: number, count: number][] {
  const counts = new Int32Array(size)
  for (const row of rows) counts[places[row]!]!++
  return [...counts.entries()].filter(([, count]) => count > 0)
}

/** Sums of what is known of a fact: whole numbers, exact as long as `isExactSum` says so. */
function sumsOf(rows: Int32Array, places: Int32Array, size: number, column: Snapshot[string]['columns'][string]) {
  const sums = new Float64Array(size)
  for (const row of rows) if (isKnown(column[row]!)) sums[places[row]!]! += column[row]!
  return sums
}
const isKnown = (value: number): boolean => value !== NO_NUMBER && !Number.isNaN(value)

export const isExactSum = (table: Snapshot[string], key: string): boolean =>
  table.largest[key]! * table.rows <= Number.MAX_SAFE_INTEGER

/** The rows of each code that is known; those without one are counted and in no part. */
function byCode(rows: Int32Array, column: Int32Array, size: number): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (let code = 1; code < size; code++) found.set(code, [])
  for (const row of rows) found.get(column[row]!)?.push(row)
  return found
}
