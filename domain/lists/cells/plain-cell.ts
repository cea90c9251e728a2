/** Text of a cell: what is compared and typed. */
const WIDE = /[\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\uff01-\uff5e\uffe0-\uffe6\u2460-\u24ff]/
const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g
/** What officers put where nothing is to be said. */
const EMPTY = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '——',
  '/',
  '\\',
  '／',
  'NULL',
  'null',
  '空',
  '空白',
  '(空)',
  '无数据',
  'N/A',
  'n/a',
])

/**
 * Full-width forms to plain ones, invisible marks and outer blanks away, a leading apostrophe and the ="…" that keeps
 * digits from a spreadsheet too; '' where nothing is said.
 */
export function plainCell(text: string): string {
  let plain = WIDE.test(text) ? text.normalize('NFKC').replace(INVISIBLE, '').trim() : text.trim()
  if (plain.charCodeAt(0) === 39) plain = plain.slice(1).trim()
  if (plain.charCodeAt(0) === 61) plain = /^="(.*)"$/s.exec(plain)?.[1]?.trim() ?? plain
  return plain.length < 5 && EMPTY.has(plain) ? '' : plain
}

const WIDE_SIGNS = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g
/** Text as the ledger keeps it: full-width digits and letters plain, Chinese punctuation as it is, no line breaks. */
export const keptText = (text: string): string =>
  text
    .replace(WIDE_SIGNS, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'/, '')

/** Error values of a spreadsheet, as cells show them. */
const ERRORS = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
  '#ERR!',
  '#FORMULA!',
])
export const isErrorCell = (text: string): boolean => text.charCodeAt(0) === 35 && ERRORS.has(text.toUpperCase())
