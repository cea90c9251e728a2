import type { Words } from '../base/fail.ts'
import { maskBank, maskIdentity, maskPhone } from '../people/identity-mask.ts'
import { type AreaCode, type AreaLevel, ancestorsOf, levelOf } from '../places/area.ts'
import type { CellType, List, ListColumn } from '../plan/list.ts'
import { readInteger, readMoney } from './cells/amount.ts'
import { readDay } from './cells/day.ts'
import { isErrorCell, keptText, plainCell } from './cells/plain-cell.ts'
import { type CellFault, type CellReading, NOTHING, type SheetCell, took } from './cells/reading-of-cell.ts'
import { readBankCell, readCreditCodeCell, readIdentityCell, readPhoneCell } from './cells/sealed.ts'
import { wordReader } from './cells/word.ts'
import type { PlaceFinder } from './places/place-finder.ts'
import { type PlaceReading, readPlace } from './places/place-of-row.ts'
import type { CellTally, CellValue, Fault, ReadHead, ReadRow } from './reading.ts'

export type TyperOptions = {
  finder: PlaceFinder
  /** In which calendar the workbook counts its days. */
  calendar: 1900 | 1904
  /** Where it is counted what cells were made of. */
  tally?: CellTally
}
/** Types one row of a file: `cells` in the file's order. */
export type RowTyper = (row: number, cells: readonly SheetCell[]) => ReadRow

type Reader = (cell: SheetCell) => CellReading
/** A column of the list, where it stands in the file (-1: nowhere), and how its cells are read. */
type Slot = { column: ListColumn; at: number; heading: string | null; read: Reader; refuses: boolean }

const LEVEL: Record<NonNullable<ListColumn['level']>, AreaLevel | 'any'> = {
  county: 2,
  town: 3,
  village: 4,
  any: 'any',
}
/** Words that stand for an end that has not come are no days; cells of these types repeat and are remembered. */
const REMEMBERED: readonly CellType[] = ['day', 'month', 'money', 'integer', 'boolean', 'code', 'credit_code']
const MEMORY = 20_000

/** How rows under these headings are typed: readers are chosen once, not row by row. */
export function rowTyper(list: List, head: Pick<ReadHead, 'headings' | 'columns'>, options: TyperOptions): RowTyper {
  const used = usedColumns(list)
  const slots = list.columns.map((column): Slot => {
    const at = head.columns.indexOf(column.key)
    const heading = at < 0 ? null : (head.headings[at] ?? null)
    const reader = readerOf(column, heading, options.calendar)
    const read = REMEMBERED.includes(column.type) ? remembering(reader) : reader
    return { column, at, heading, read, refuses: refusesRow(column, used) }
  })
  const tally = options.tally ?? { merged: 0, plain: 0, void: 0, near: 0 }
  const places = placesOf(slots, options.finder, tally)
  return (row, cells) => {
    const values = new Array<CellValue>(slots.length).fill(null)
    const faults: Fault[] = []
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i]!
      const raw = slot.at < 0 ? null : (cells[slot.at] ?? null)
      const cell = blankless(raw)
      if (typeof raw === 'string' && cell !== raw) countChange(tally, raw, cell)
      if (slot.column.type === 'text') values[i] = kept(slot, raw, cell, faults)
      else if (slot.column.type !== 'area') values[i] = typed(slot, cell, faults)
      if (cell === null && slot.column.required) faults.push(blank(slot))
    }
    for (const place of places) place(cells, values, faults)
    return { row, values, raw: rawOf(cells, head.headings.length), faults }
  }
}

/** What looks blank stays unsaid; a dash that became blank is told. */
function countChange(tally: CellTally, raw: string, cell: SheetCell): void {
  if (cell !== null) tally.plain++
  else if (raw.trim() !== '') tally.void++
}

function typed(slot: Slot, cell: SheetCell, faults: Fault[]): CellValue {
  if (cell === null) return null
  if (typeof cell === 'string' && isErrorCell(cell)) {
    faults.push(faultOf(slot, ERROR_CELL, slot.refuses, cell))
    return null
  }
  if (typeof cell === 'string' && cell.includes('\ufffd')) {
    faults.push(faultOf(slot, GARBLED, slot.refuses, cell))
    return null
  }
  const { value, fault, told } = slot.read(cell)
  if (fault) faults.push(faultOf(slot, fault, slot.refuses, cell))
  if (told) faults.push(faultOf(slot, told, false, cell))
  return value
}

/** Text is kept as it was written, but for what a spreadsheet did to it. */
function kept(slot: Slot, raw: SheetCell, cell: SheetCell, faults: Fault[]): CellValue {
  const value = typed(slot, cell, faults)
  return value === null || typeof raw !== 'string' ? value : keptText(raw)
}

const blankless = (cell: SheetCell): SheetCell => {
  if (typeof cell !== 'string') return cell
  const plain = plainCell(cell)
  return plain === '' ? null : plain
}

/** Columns that a row needs to say something, or to be found by. */
function usedColumns({ says, match }: List): Set<string> {
  const used = new Set(match.flatMap(({ by }) => by))
  for (const { facts, when, span } of says) {
    const from = [...Object.values(facts), ...(span ? [span.from] : [])]
    for (const fact of from) if ('column' in fact) used.add(fact.column)
    if (when) used.add(when.column)
    if (span?.to) used.add(span.to.column)
  }
  return used
}

/** A phone or an account that cannot be read is told; anything else the row would say wrongly refuses it. */
const refusesRow = ({ key, type, required }: ListColumn, used: ReadonlySet<string>): boolean =>
  required || (used.has(key) && type !== 'phone' && type !== 'bank')

function readerOf({ type, codes }: ListColumn, heading: string | null, calendar: 1900 | 1904): Reader {
  switch (type) {
    case 'identity':
      return readIdentityCell
    case 'credit_code':
      return readCreditCodeCell
    case 'phone':
      return readPhoneCell
    case 'bank':
      return readBankCell
    case 'day':
    case 'month':
      return (cell) => readDay(cell, type, calendar)
    case 'money':
      return (cell) => readMoney(cell, heading?.includes('万元') ? 10_000 : 1)
    case 'integer':
      return readInteger
    case 'boolean':
    case 'code':
      return wordReader(type, codes)
    default:
      return (cell) => (cell === null ? NOTHING : took(String(cell)))
  }
}

function remembering(read: Reader): Reader {
  const memory = new Map<SheetCell, CellReading>()
  return (cell) => {
    const before = memory.get(cell)
    if (before) return before
    const reading = read(cell)
    if (memory.size < MEMORY) memory.set(cell, reading)
    return reading
  }
}

type PlaceTyper = (cells: readonly SheetCell[], values: CellValue[], faults: Fault[]) => void

/** Columns of one place are read together; the row's home is read first, since 县内 means its county. */
function placesOf(slots: readonly Slot[], finder: PlaceFinder, tally: CellTally): PlaceTyper[] {
  const groups = Map.groupBy(
    slots.map((slot, i) => ({ slot, i })).filter(({ slot }) => slot.column.type === 'area'),
    ({ slot }) => slot.column.place ?? slot.column.key,
  )
  let home: AreaCode | null = null
  return [...groups].map(([, group]) => {
    const memory = new Map<string, SpreadPlace>()
    const refuses = group.some(({ slot }) => slot.refuses)
    const isHome = group.some(({ slot }) => slot.column.level !== 'any')
    return (cells, values, faults) => {
      const texts = group.map(({ slot }) => (slot.at < 0 ? '' : String(blankless(cells[slot.at] ?? null) ?? '')))
      const key = isHome ? texts.join('|') : `${home}|${texts.join('|')}`
      let place = memory.get(key)
      if (!place) {
        const parts = group.map(({ slot }, i) => ({ text: texts[i]!, level: LEVEL[slot.column.level ?? 'any'] }))
        place = spread(readPlace(parts, finder, isHome ? 'itself' : home), group)
        if (memory.size < MEMORY) memory.set(key, place)
      }
      const { area, fault, areas } = place
      if (isHome) home = area
      if (place.near) tally.near++
      if (fault) faults.push(faultOf(group[fault.part]!.slot, fault, refuses, texts[fault.part]!))
      else for (let i = 0; i < group.length; i++) values[group[i]!.i] = areas[i]!
    }
  })
}

type SpreadPlace = PlaceReading & { areas: (AreaCode | null)[] }

/** Each column gets the area of its level; one narrower than what is known gets the narrowest known. */
function spread(reading: PlaceReading, group: readonly { slot: Slot }[]): SpreadPlace {
  const { area } = reading
  const chain = area === null ? [] : [...ancestorsOf(area), area]
  const areas = group.map(({ slot }) => {
    const level = LEVEL[slot.column.level ?? 'any']
    return level === 'any' ? area : (chain.find((code) => levelOf(code) === level) ?? area)
  })
  return { ...reading, areas }
}

const rawOf = (cells: readonly SheetCell[], width: number): (string | null)[] => {
  const raw = new Array<string | null>(width)
  for (let i = 0; i < width; i++) {
    const cell = cells[i] ?? null
    raw[i] =
      cell === null
        ? null
        : typeof cell === 'string'
          ? cell
          : typeof cell === 'boolean'
            ? cell
              ? 'TRUE'
              : 'FALSE'
            : String(cell)
  }
  return raw
}

function faultOf({ column, heading }: Slot, { reason, words }: CellFault, refuses: boolean, cell: SheetCell): Fault {
  return {
    code: `lists.cell.${reason}`,
    column: column.key,
    heading,
    words,
    refuses,
    value: maskCell(column.type, String(cell)),
  }
}

/** Shown beside a fault: enough to find the cell by, never a person's number or whole name. */
export function maskCell(type: CellType, text: string): string {
  const plain = text.slice(0, 40)
  if (type === 'identity' || type === 'credit_code') return maskIdentity(plain)
  if (type === 'phone') return maskPhone(plain)
  if (type === 'bank') return maskBank(plain)
  if (type === 'text') return `${plain.slice(0, 1)}${'*'.repeat(Math.min(Math.max(plain.length - 1, 0), 8))}`
  // A shifted column may hold a number that is a name.
  return plain.replace(/[\dXx]{7,}/g, (digits) =>
    type === 'day' && digits.length === 8 ? digits : maskIdentity(digits),
  )
}

const ERROR_CELL: CellFault = {
  reason: 'error_value',
  words: {
    zh: '单元格是公式的错误值（如 #N/A）；请改成实际内容，或清空。',
    en: 'The cell is the error value of a formula (such as #N/A); write what it should say, or clear it.',
  },
}

const GARBLED: CellFault = {
  reason: 'garbled',
  words: {
    zh: '有乱码；请按 UTF-8 或 GB18030 重新保存文件，再照原件补正。',
    en: 'Some signs are garbled; save the file as UTF-8 or GB18030 and correct the cell from the document.',
  },
}

function blank({ column, at, heading }: Slot): Fault {
  const words: Words =
    at < 0
      ? {
          zh: `文件里没有“${column.label.zh}”这一列；请补上这一列，或在列对应中指定。`,
          en: `The file has no column for “${column.label.en}”; add it, or say which column it is.`,
        }
      : { zh: `“${column.label.zh}”不能为空；请补填。`, en: `“${column.label.en}” cannot be blank; fill it in.` }
  return { code: 'lists.cell.blank', column: column.key, heading, words, refuses: true, value: null }
}
