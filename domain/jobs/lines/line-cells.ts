import type { Words } from '../../base/fail.ts'
import { maskIdentity } from '../../people/identity-mask.ts'

/** What is wrong with a cell of a line, where, and how to mend it; the value masked, since it may be a person's. */
export type LineFault = { row: number; column: string; code: string; text: Words; value: string }

/** The cells of one line by the key of their column. Whatever cannot be read is kept as a fault, and something harmless answered. */
export class LineCells {
  readonly faults: LineFault[] = []
  readonly #cells: readonly string[]
  readonly #columns: ReadonlyMap<string, number>
  readonly row: number

  constructor(cells: readonly string[], columns: ReadonlyMap<string, number>, row: number) {
    this.#cells = cells
    this.#columns = columns
    this.row = row
  }

  /** The text without blanks around it, in its compatibility form (full-width digits become plain); '' where nothing stands. */
  text(key: string): string {
    const at = this.#columns.get(key)
    const text = at === undefined ? '' : (this.#cells[at] ?? '')
    return text === '' || PLAIN.test(text) ? text : text.normalize('NFKC').trim()
  }

  required(key: string): string {
    const text = this.text(key)
    if (text === '') this.fault(key, 'missing', { zh: '缺少内容，请补上', en: 'nothing stands here; fill it in' })
    return text
  }

  /** A whole number between two bounds; `blank` where nothing stands. */
  whole(key: string, least: number, most: number, blank?: number): number {
    const text = blank === undefined ? this.required(key) : this.text(key)
    if (text === '') return blank ?? least
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (number >= least && number <= most) return number
    return this.fault(key, 'notWhole', {
      zh: `应为 ${least} 到 ${most} 的整数`,
      en: `must be a whole number from ${least} to ${most}`,
    })
  }

  /** One of some words, in either language. */
  choice(key: string, choices: ReadonlyMap<string, number>, blank: number): number {
    const text = this.text(key)
    return text === '' ? blank : this.#chosen(key, text, choices)
  }

  /** Words between semicolons, commas of either width, or blanks. */
  list(key: string): string[] {
    const text = this.text(key)
    return text === '' ? [] : text.split(/[;,、；，\s|]+/).filter((word) => word !== '')
  }

  /** A bit for each of some words. */
  bits(key: string, choices: ReadonlyMap<string, number>): number {
    return this.list(key).reduce((bits, word) => bits | (1 << this.#chosen(key, word, choices)), 0)
  }

  #chosen(key: string, word: string, choices: ReadonlyMap<string, number>): number {
    const value = choices.get(word.toLowerCase())
    if (value !== undefined) return value
    const known = [...choices.keys()].join('、')
    return this.fault(key, 'unknown', { zh: `只能写：${known}`, en: `can only be: ${known}` }, word)
  }

  fault(column: string, reason: string, text: Words, value = this.text(column)): number {
    this.faults.push({
      row: this.row,
      column,
      code: `jobs.line.${reason}`,
      text,
      value: maskIdentity(value.slice(0, 40)),
    })
    return 0
  }
}

const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/
