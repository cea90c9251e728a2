import { plainHeading } from '../../plan/heading.ts'
import type { List } from '../../plan/list.ts'
import { isReasons } from '../file/refused-workbook.ts'
import type { Candidate } from '../inspection.ts'

/** Which column of a list each heading names. */
export type HeadingTable = { list: List; columnOf: ReadonlyMap<string, string>; weight: (key: string) => number }

/** A heading that few lists have tells more than one that all have (姓名). */
export function headingTables(lists: readonly List[]): HeadingTable[] {
  const usage = new Map<string, number>()
  const tables = lists.map((list) => ({ list, columnOf: columnsOf(list) }))
  for (const { columnOf } of tables)
    for (const heading of columnOf.keys()) usage.set(heading, (usage.get(heading) ?? 0) + 1)
  return tables.map(({ list, columnOf }) => ({
    list,
    columnOf,
    weight: (heading) => 1 / Math.sqrt(usage.get(heading) ?? 1),
  }))
}

const columnsOf = (list: List): Map<string, string> =>
  new Map(list.columns.flatMap(({ key, headings }) => headings.map((heading) => [plainHeading(heading), key] as const)))

/** For each heading the key of the list's column, each column once, the first heading that names it best. */
export function mapHeadings(
  headings: readonly string[],
  columnOf: ReadonlyMap<string, string>,
  forms: HeadingForms = formsOf(headings),
): (string | null)[] {
  return nameHeadings(headings, columnOf, forms).map((named) => named?.key ?? null)
}

/** Also the spelling of the list by which each was known. */
function nameHeadings(
  headings: readonly string[],
  columnOf: ReadonlyMap<string, string>,
  forms: HeadingForms,
): ({ key: string; spelling: string } | null)[] {
  const mapped: ({ key: string; spelling: string } | null)[] = headings.map(() => null)
  const taken = new Set<string>()
  for (const form of forms) {
    for (const [i, spellings] of form.entries()) {
      const spelling = mapped[i] === null ? spellings.find((each) => columnOf.has(each)) : undefined
      const key = spelling === undefined ? undefined : columnOf.get(spelling)
      if (spelling === undefined || key === undefined || taken.has(key)) continue
      mapped[i] = { key, spelling }
      taken.add(key)
    }
  }
  return mapped
}

/** What each heading is looked up by: as a whole, which is surer than its last part (身份信息/姓名), and that than the head of its group. */
export type HeadingForms = readonly [whole: string[][], last: string[][], first: string[][]]
/** Made once for headings that are tried on many lists. */
export const formsOf = (headings: readonly string[]): HeadingForms => [
  headings.map((heading) => spellingsOf(heading.replaceAll(JOIN, ''))),
  headings.map((heading) => spellingsOf(heading.slice(heading.lastIndexOf(JOIN) + 1))),
  headings.map((heading) => spellingsOf(heading.split(JOIN)[0] ?? '')),
]
/** Heads of several rows are joined by this. */
export const JOIN = '/'

/** Also without what stands in brackets (月工资（元）), and without a number in front (1.姓名). */
function spellingsOf(heading: string): string[] {
  const plain = plainHeading(heading)
  if (plain === '') return []
  const bare = plain.replace(/\(.*?\)/g, '')
  return [plain, bare, bare.replace(/^\d{1,2}/, '')]
}

/** How well headings fit a list, 0 to 1: what of the file the list knows, and what of the list the file has. */
export function scoreHeadings(
  headings: readonly string[],
  table: HeadingTable,
  forms: HeadingForms = formsOf(headings),
): Candidate & { columns: (string | null)[] } {
  const named = nameHeadings(headings, table.columnOf, forms)
  const columns = named.map((one) => one?.key ?? null)
  const written = headings
    // Weighed as the list spells it: with a row of data joined below, a heading must not weigh more than alone.
    .map((heading, i) => ({
      heading,
      key: columns[i],
      weight: table.weight(named[i]?.spelling ?? forms[1][i]?.[0] ?? ''),
    }))
    .filter(({ heading }) => heading !== '' && !isCounting(heading) && !isReasons(heading))
  const sum = (items: typeof written) => items.reduce((total, { weight }) => total + weight, 0)
  const known = written.filter(({ key }) => key !== null)
  const required = table.list.columns.filter((column) => column.required)
  const missing = required.filter(({ key }) => !columns.includes(key)).map(({ key }) => key)
  const ofFile = written.length ? sum(known) / sum(written) : 0
  const ofRequired = required.length ? 1 - missing.length / required.length : 1
  const ofList = known.length / table.list.columns.length
  const score = known.length < 2 ? 0 : 0.45 * ofFile + 0.35 * ofRequired + 0.2 * ofList
  return { list: table.list.key, score: Math.round(score * 1000) / 1000, missing, columns }
}

const COUNTING = /^(序号|编号|No\.?|行号|#)$/i
/** Counts the rows of the file, and says nothing of them. */
export const isCounting = (heading: string): boolean => COUNTING.test(heading)
/** Below this score a file is nobody's list. */
export const FITS = 0.5
/** Two that differ by less than this fit alike: neither is chosen. */
export const TIE = 0.03
