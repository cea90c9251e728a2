import { dayText } from '#domain/base/date.ts'
import type { SheetCell } from '#domain/lists/cells/reading-of-cell.ts'
import type { SheetRow } from '#domain/lists/headings/find-head.ts'
import { type FileLimits, fileRefusal } from '../file-limits.ts'
import { attribute, decodeXml, prefixOf, refuseEntities, richText, tagsOf } from './xml-text.ts'

/** What a sheet's cells are read with. */
export type CellContext = {
  stringAt: (index: number) => string | undefined
  dates: readonly boolean[]
  calendar: 1900 | 1904
}
/** What a sheet says before its rows. */
export type SheetStart = { rowCount: number | null; hiddenColumns: number }

const LONGEST_ROW = 16 * 1024 * 1024
const EPOCH = { 1900: -25_569, 1904: -24_107 } as const

/** Rows of a worksheet part as they come; `start` hears what stands before the first. */
export async function* sheetRows(
  stream: AsyncIterable<Buffer>,
  cells: CellContext,
  limits: FileLimits,
  start: (said: SheetStart) => void = () => {},
): AsyncGenerator<SheetRow[]> {
  const decoder = new TextDecoder()
  let prefix: string | undefined
  let rest = ''
  let before = 0
  let started = false
  for await (const chunk of stream) {
    rest += decoder.decode(chunk, { stream: true })
    if (prefix === undefined) {
      refuseEntities(rest.slice(0, 4096))
      prefix = prefixOf(rest, 'worksheet')
    }
    if (!started) {
      const data = rest.indexOf(`<${prefix}sheetData`)
      if (data < 0) {
        if (rest.length > LONGEST_ROW) throw fileRefusal.damaged()
        continue
      }
      start(startOf(rest.slice(0, data)))
      started = true
      rest = rest.slice(data)
    }
    const rows: SheetRow[] = []
    const read = takeRows(rest, prefix, cells, limits, before, rows)
    rest = rest.slice(read)
    before = rows.at(-1)?.row ?? before
    if (before > limits.rows) throw fileRefusal.rows(limits.rows)
    if (rest.length > LONGEST_ROW) throw fileRefusal.cell(limits.cell)
    if (rows.length) yield rows
  }
  if (!started) throw fileRefusal.damaged()
}

function startOf(xml: string): SheetStart {
  const last = /[A-Z]+(\d+)$/.exec(attribute(tagsOf(xml, 'dimension')[0] ?? '', 'ref') ?? '')?.[1]
  const hidden = tagsOf(xml, 'col').filter((tag) => isTrue(attribute(tag, 'hidden')))
  const columns = hidden.reduce(
    (sum, tag) => sum + Math.min(Number(attribute(tag, 'max')) - Number(attribute(tag, 'min')) + 1, 16_384),
    0,
  )
  return { rowCount: last === undefined ? null : Number(last), hiddenColumns: columns >= 8_000 ? 0 : columns }
}
const isTrue = (value: string | undefined) => value === '1' || value === 'true'

/** Appends the whole rows of a text; says how far it came. */
function takeRows(
  xml: string,
  prefix: string,
  cells: CellContext,
  limits: FileLimits,
  before: number,
  rows: SheetRow[],
): number {
  const [open, close] = [`<${prefix}row`, `</${prefix}row>`]
  let read = 0
  let last = before
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, read)) {
    const end = xml.indexOf('>', at)
    if (end < 0) break
    const empty = xml[end - 1] === '/'
    const closed = empty ? end : xml.indexOf(close, end)
    if (closed < 0) break
    const tag = xml.slice(at, end)
    const row = Number(/\sr="(\d+)"/.exec(tag)?.[1] ?? last + 1)
    if (row <= last) throw fileRefusal.damaged()
    last = row
    const values = empty ? [] : readCells(xml.slice(end + 1, closed), prefix, cells, limits)
    if (values.length) rows.push({ row, hidden: /\shidden="(1|true)"/.test(tag), cells: values })
    read = empty ? end + 1 : closed + close.length
  }
  return read
}

function readCells(xml: string, prefix: string, context: CellContext, limits: FileLimits): SheetCell[] {
  const [open, close] = [`<${prefix}c`, `</${prefix}c>`]
  const values: SheetCell[] = []
  let next = 0
  let read = 0
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, read)) {
    const end = xml.indexOf('>', at)
    if (end < 0) break
    const empty = xml.charCodeAt(end - 1) === 47
    const tag = xml.slice(at + open.length, end)
    const closed = empty ? end : xml.indexOf(close, end)
    if (closed < 0) break
    read = empty ? end + 1 : closed + close.length
    const column = columnOf(tag) ?? next
    next = column + 1
    if (empty) continue
    const value = readCell(tag, xml.slice(end + 1, closed), prefix, context)
    if (value === null || value === '') continue
    if (column >= limits.columns) throw fileRefusal.columns(limits.columns)
    if (typeof value === 'string' && value.length > limits.cell) throw fileRefusal.cell(limits.cell)
    while (values.length < column) values.push(null)
    values[column] = value
  }
  return values
}

/** AB12 → 27 */
function columnOf(tag: string): number | undefined {
  const at = tag.indexOf(' r="')
  if (at < 0) return undefined
  let column = 0
  for (let i = at + 4; i < tag.length; i++) {
    const sign = tag.charCodeAt(i)
    if (sign < 65 || sign > 90) break
    column = column * 26 + sign - 64
  }
  return column === 0 || column > 16_384 ? undefined : column - 1
}

/** A formula that was never computed has no value to take: it is an error value too. */
const UNCOMPUTED = '#FORMULA!'

function readCell(tag: string, inside: string, prefix: string, { stringAt, dates, calendar }: CellContext): SheetCell {
  const type = markOf(tag, ' t="')
  if (type === 'inlineStr') return richText(inside)
  const value = elementText(inside, `${prefix}v`)
  if (value === undefined) return inside.includes(`<${prefix}f`) ? UNCOMPUTED : null
  switch (type) {
    case 's':
      return stringAt(Number(value)) ?? null
    case 'str':
    case 'e':
      return decodeXml(value)
    case 'b':
      return value === '1'
    case 'd':
      return value.slice(0, 10)
    default: {
      const number = value === '' ? Number.NaN : Number(value)
      if (Number.isNaN(number)) return value === '' ? null : decodeXml(value)
      const isDate = dates[Number(markOf(tag, ' s="') ?? -1)] === true
      return isDate && number >= 61 && number < 2_958_466 ? dayText(EPOCH[calendar] + Math.floor(number)) : number
    }
  }
}

function markOf(tag: string, opening: string): string | undefined {
  const at = tag.indexOf(opening)
  return at < 0 ? undefined : tag.slice(at + opening.length, tag.indexOf('"', at + opening.length))
}

function elementText(inside: string, name: string): string | undefined {
  const at = inside.indexOf(`<${name}`)
  if (at < 0) return undefined
  const end = inside.indexOf('>', at)
  if (inside.charCodeAt(end - 1) === 47) return ''
  const closed = inside.indexOf(`</${name}>`, end)
  return closed < 0 ? undefined : inside.slice(end + 1, closed)
}
