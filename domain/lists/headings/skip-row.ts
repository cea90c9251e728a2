import { plainHeading } from '../../plan/heading.ts'
import { plainCell } from '../cells/plain-cell.ts'
import type { SheetCell } from '../cells/reading-of-cell.ts'
import type { ReadHead, SkipReason } from '../reading.ts'
import { JOIN } from './recognise.ts'

const TOTAL = /^(合计|总计|小计|共计|累计|本页合计|本页小计|合 计|总 计)/
/** A total of many columns fills as many cells as a row of the list: there the word stands alone, or with its number. */
const FULL_TOTAL = /^(本页)?(合计|总计|小计|共计|累计)[:：]?([(（]?\d.*)?$/
const NOTE =
  /^(制表|填表|填报|审核|复核|经办|负责|备注|注[:：]|说明|日期[:：]|联系人|单位[（(]盖章|盖章|填报单位|统计人|主管|分管|领导)/

/** Why a row below the headings is no row of the list; undefined where it is one. */
export function skipper(head: ReadHead): (cells: readonly SheetCell[]) => SkipReason | undefined {
  const taken = head.columns.map((key, i) => (key === null ? -1 : i)).filter((i) => i >= 0)
  const words = head.headings.map(
    (heading) => new Set([heading.replaceAll(JOIN, ''), ...heading.split(JOIN)].map(plainHeading)),
  )
  const openings = words.map((set, i) => new Set([String(i + 1)[0], ...[...set].map((word) => word[0])]))
  const few = Math.max(2, Math.ceil(taken.length / 4))
  return (cells) => {
    // The common row, first: most of what is taken is filled, and its first cell is no heading.
    let count = 0
    for (const i of taken) if (filled(cells[i])) count++
    if (count > few) {
      if (opensLikeTotal(cells)) return 'total'
      return opensLikeHead(cells, openings) && isHead(cells, words, count) ? 'head' : undefined
    }
    return unusual(cells, words, taken.filter((i) => said(cells[i])).length)
  }
}

function unusual(cells: readonly SheetCell[], words: readonly Set<string>[], count: number): SkipReason | undefined {
  const texts = cells.flatMap((cell) => (said(cell) ? [plainCell(String(cell))] : []))
  if (texts.length === 0) return 'blank'
  const opening = texts.slice(0, 2)
  if (opening.some((text) => TOTAL.test(text.replace(/\s/g, '')))) return 'total'
  if (texts.length <= 6 && opening.some((text) => NOTE.test(text.replace(/\s/g, '')))) return 'note'
  if (isHead(cells, words, count)) return 'head'
  // A counted row nobody filled in, or a remark beside the table.
  if (count === 0) return texts.every((text) => /^\d{1,7}$/.test(text)) ? 'blank' : 'note'
  return undefined
}

/** Told cheaply, of every row: at most blanks are taken for something. */
const filled = (cell: SheetCell | undefined): boolean => cell !== null && cell !== undefined && cell !== ''

/** Whether one of the first two cells says that what follows is a sum. */
function opensLikeTotal(cells: readonly SheetCell[]): boolean {
  let seen = 0
  for (let i = 0; i < cells.length && seen < 2; i++) {
    const cell = cells[i]
    if (!filled(cell)) continue
    seen++
    if (typeof cell === 'string' && cell.includes('计') && FULL_TOTAL.test(cell.replace(/\s/g, ''))) return true
  }
  return false
}

/** Whether one of the first cells begins with the sign that its heading, or its number, begins with. */
function opensLikeHead(cells: readonly SheetCell[], openings: readonly Set<string | undefined>[]): boolean {
  let seen = 0
  for (let i = 0; i < openings.length && seen < 3; i++) {
    if (!filled(cells[i])) continue
    seen++
    const text = String(cells[i])
    if (openings[i]!.has(text[0] === ' ' || text[0] === '*' ? text.trim().replace(/^\*/, '')[0] : text[0])) return true
  }
  return false
}

const said = (cell: SheetCell | undefined): boolean =>
  cell !== null && cell !== undefined && (typeof cell !== 'string' || (cell.length > 0 && plainCell(cell) !== ''))

/** The headings again in the middle, or the numbers of the columns under them. */
function isHead(cells: readonly SheetCell[], words: readonly Set<string>[], count: number): boolean {
  let same = 0
  let counted = 0
  let filled = 0
  for (let i = 0; i < words.length; i++) {
    const cell = cells[i]
    if (!said(cell)) continue
    filled++
    if (typeof cell === 'string' && cell.length < 40 && words[i]!.has(plainHeading(cell))) same++
    if (String(cell) === String(i + 1)) counted++
    // Three cells that are neither tell enough.
    if (filled === 3 && same === 0 && counted === 0) return false
  }
  return count >= 1 && (same >= Math.max(2, filled * 0.6) || (filled >= 4 && counted >= filled * 0.8))
}
