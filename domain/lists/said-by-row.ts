import { addDays, addMonths, type Day } from '../base/date.ts'
import type { Words } from '../base/fail.ts'
import { catalogue, type RecordName } from '../people/catalogue.ts'
import type { Fact } from '../people/fact.ts'
import type { List, ListFact, ListRecord } from '../plan/list.ts'
import type { CellValue, Fault } from './reading.ts'

/** What one row says of one record: facts that are blank are not said. `to` is the first day no longer true. */
export type Said = { record: string; facts: Record<string, CellValue>; from: Day | null; to: Day | null }

/** What a typed row says, record by record as the list has them; `asOf` the day of which the list is. */
export function saidByRow(
  list: List,
  values: readonly CellValue[],
  asOf: Day | null,
): { said: Said[]; faults: Fault[] } {
  const read = factReader(list, values, asOf)
  const said: Said[] = []
  const faults: Fault[] = []
  for (const record of list.says) {
    if (!applies(record, read)) continue
    const facts = Object.entries(record.facts).map(
      ([name, fact]) => [name, asKept(record.record, name, read(fact))] as const,
    )
    const known = Object.fromEntries(facts.filter(([, value]) => value !== null))
    const from = record.span ? (read(record.span.from) as Day | null) : null
    const to = endOf(list, record, read)
    const fault = spanFault(list, record, from, to)
    if (fault) faults.push(fault)
    else said.push({ record: record.record, facts: known, from, to })
  }
  return { said, faults }
}

type FactReader = (fact: ListFact) => CellValue

function factReader({ columns }: List, values: readonly CellValue[], asOf: Day | null): FactReader {
  const at = new Map(columns.map(({ key }, i) => [key, i]))
  return (fact) => {
    if ('value' in fact) return fact.value
    return 'asOf' in fact ? asOf : (values[at.get(fact.column) ?? -1] ?? null)
  }
}

/** Small numbers that cells write as words (grades of disability) come as codes. */
function asKept(record: string, name: string, value: CellValue): CellValue {
  const facts: Readonly<Record<string, Fact>> = catalogue[record as RecordName].facts
  const fact = facts[name]
  return typeof value === 'string' && fact?.kind === 'scalar' && fact.type === 'number' ? Number(value) : value
}

function applies({ when }: ListRecord, read: FactReader): boolean {
  if (!when) return true
  const value = read({ column: when.column })
  return value !== null && (when.is === undefined || when.is.includes(value as string | boolean))
}

/** The first day no longer true: a last day's morrow, a last month's next month. */
function endOf({ columns }: List, { span }: ListRecord, read: FactReader): Day | null {
  if (!span?.to) return null
  const day = read({ column: span.to.column }) as Day | null
  if (day === null || !span.to.lastDayTrue) return day
  const { type } = columns.find(({ key }) => key === span.to!.column)!
  return type === 'month' ? addMonths(day, 1) : addDays(day, 1)
}

function spanFault(list: List, { span }: ListRecord, from: Day | null, to: Day | null): Fault | undefined {
  if (!span) return undefined
  if (from === null)
    return rowFault(list, span.from, 'no_start', {
      zh: '没有起始时间，登记不了这段经历；请补填。',
      en: 'Without a beginning this spell cannot be recorded; fill it in.',
    })
  if (to === null || to > from) return undefined
  return rowFault(list, span.to!, 'ends_before', {
    zh: '终止时间早于起始时间；请核对。',
    en: 'It ends before it begins; check both days.',
  })
}

function rowFault({ columns }: List, at: ListFact | { column: string }, reason: string, words: Words): Fault {
  const key = 'column' in at ? at.column : null
  const heading = columns.find((column) => column.key === key)?.headings[0] ?? null
  return { code: `lists.row.${reason}`, column: key, heading, words, refuses: true, value: null }
}
