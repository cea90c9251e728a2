import { isDay } from '../../base/date.ts'
import type { Words } from '../../base/fail.ts'
import { catalogue, type RecordName } from '../../people/catalogue.ts'
import type { Fact, ScalarFact } from '../../people/fact.ts'
import type { CellType, List, ListColumn, ListFact, ListRecord } from '../list.ts'
import type { Entry } from '../read/folder.ts'
import type { ListFile } from '../read/list-file.ts'
import type { Path } from '../read/problem.ts'
import { type Checked, known, type Named, say } from './context.ts'

/** What a fact takes: the types of cell it can be read from, its codes where it has a closed list. */
type Target = {
  cells: readonly CellType[]
  type: ScalarFact['type']
  codes?: Readonly<Record<string, unknown>> | undefined
}

const FACT: Named = { zh: '事实', en: 'fact', in: [] }
const COLUMN: Named = { zh: '列', en: 'column', in: [] }
const CODE: Named = { zh: '代码', en: 'code', in: [] }
const TEXTS: readonly CellType[] = ['text', 'credit_code', 'identity', 'phone', 'bank', 'code']
/** Facts of the ledger that rules do not read: sealed ones, and those the ledger keeps beside the catalogue. */
const BESIDE: Partial<Record<RecordName, Record<string, Target>>> = {
  person: {
    identity: { cells: ['identity'], type: 'string' },
    phone: { cells: ['phone'], type: 'string' },
    bank: { cells: ['bank'], type: 'string' },
  },
  household: { address: { cells: ['text'], type: 'string' } },
  site: { credit_code: { cells: ['credit_code'], type: 'string' } },
}
/** The ledger writes these itself, or they are said by `from`, `through` and `until`. */
const OWN = ['county', 'source', 'opened_on', 'started_on', 'ended_on', 'identity_mask', 'phone_mask', 'bank_mask']
const WITH_AREA = ['person', 'household', 'site', 'activity']

/** One record that rows of a list say something of: its facts are the ledger's, of their type, and enough to open it. */
export function checkListRecord(cx: Checked, entry: Entry<ListFile>, path: Path, list: List, record: ListRecord): void {
  const name = record.record as RecordName
  const targets = targetsOf(cx, name, list, record)
  const place = (...rest: Path) => ({ entry, path: [...path, ...rest] })
  for (const [fact, from] of Object.entries(record.facts)) {
    if (!known(cx, place('facts', fact), FACT, fact, Object.keys(targets))) continue
    checkFact(cx, place('facts', fact), list, from, targets[fact]!)
  }
  const said = Object.keys(record.facts)
  for (const [i, fact] of record.same.entries()) known(cx, place('same', i), FACT, fact, said)
  for (const kind of ['rank', 'blank'] as const) {
    const named = entry.value.says[Number(path[1])]?.replaces?.[kind] ?? []
    for (const [i, fact] of named.entries()) known(cx, place('replaces', kind, i), FACT, fact, said)
  }
  checkSpan(cx, entry, path, list, record)
  checkWhen(cx, entry, path, list, record)
  const lacking = record.known ? [] : neededOf(name).filter((fact) => !said.includes(fact))
  if (lacking.length) say(cx, entry, path, lacks(lacking))
}

function targetsOf({ plan }: Checked, name: RecordName, list: List, record: ListRecord): Record<string, Target> {
  const facts: Readonly<Record<string, Fact>> = catalogue[name].facts
  const scalars = Object.entries(facts).flatMap(([key, fact]): [string, Target][] =>
    fact.kind === 'scalar' && !OWN.includes(key) ? [[key, targetOf(key, fact)]] : [],
  )
  return {
    ...Object.fromEntries(scalars),
    ...BESIDE[name],
    ...(name === 'site' && siteTargets(plan.siteKinds, list, record)),
  }
}

function targetOf(key: string, { type, codes, unit }: ScalarFact): Target {
  if (type === 'boolean') return { type, cells: ['boolean'] }
  if (type === 'date') return { type, cells: ['day', 'month'] }
  if (type === 'string') return { type, codes, cells: codes ? ['code'] : TEXTS }
  if (key === 'area' || key === 'place') return { type, cells: ['area'] }
  // Small numbers that cells write as words (grades of disability) come as codes.
  return { type, cells: unit === 'fen' ? ['money'] : ['integer', 'code'] }
}

/** The kinds of site that the plan builds, and the further fields of those the record can be. */
function siteTargets(
  kinds: Checked['plan']['siteKinds'],
  { columns }: List,
  { facts }: ListRecord,
): Record<string, Target> {
  const kind = facts.kind
  const column = kind && 'column' in kind ? columns.find(({ key }) => key === kind.column) : undefined
  const meant = column ? Object.keys(column.codes ?? {}) : kind && 'value' in kind ? [String(kind.value)] : []
  const fields = kinds.filter(({ key }) => meant.includes(key)).flatMap((site) => site.fields)
  const cells = { number: ['integer'], string: TEXTS, date: ['day', 'month'], boolean: ['boolean'] } as const
  const codes = Object.fromEntries(kinds.map(({ key }) => [key, true]))
  return {
    ...Object.fromEntries(fields.map(({ key, type }) => [key, { type, cells: cells[type] }])),
    kind: { type: 'string', cells: ['code'], codes },
  }
}

type Place = { entry: Entry<ListFile>; path: Path }

function checkFact(cx: Checked, place: Place, list: List, fact: ListFact, target: Target): void {
  if ('asOf' in fact) {
    if (target.type !== 'date') say(cx, place.entry, place.path, misfit('day', target))
  } else if ('value' in fact) checkValue(cx, place, fact.value, target)
  else {
    const column = columnOf(cx, place, list, fact.column)
    if (column && !target.cells.includes(column.type)) say(cx, place.entry, place.path, misfit(column.type, target))
    else if (column?.codes && target.codes) {
      for (const code of Object.keys(column.codes)) known(cx, place, CODE, code, Object.keys(target.codes))
    }
  }
}

function checkValue(cx: Checked, place: Place, value: string | number | boolean, target: Target): void {
  const { type, codes } = target
  const fits = type === 'date' ? typeof value === 'string' && isDay(value) : typeof value === type
  if (!fits) say(cx, place.entry, place.path, misfit(typeof value, target))
  else if (codes) known(cx, place, CODE, String(value), Object.keys(codes))
}

function columnOf(cx: Checked, place: Place, { columns }: List, key: string): ListColumn | undefined {
  known(
    cx,
    place,
    COLUMN,
    key,
    columns.map((column) => column.key),
  )
  return columns.find((column) => column.key === key)
}

function checkSpan(
  cx: Checked,
  entry: Entry<ListFile>,
  path: Path,
  list: List,
  { record, span, known: only }: ListRecord,
): void {
  const dated = 'started_on' in catalogue[record as RecordName].facts
  const days: Target = { type: 'date', cells: ['day', 'month'] }
  if (span) checkFact(cx, { entry, path: [...path, 'from'] }, list, span.from, days)
  if (span?.to) {
    const end = span.to.lastDayTrue ? 'through' : 'until'
    checkFact(cx, { entry, path: [...path, end] }, list, { column: span.to.column }, days)
  }
  if (dated && !span && !only && record !== 'household')
    say(cx, entry, path, {
      zh: '经历要写明从何时起：加上 from（列，或 { asOf: true }）。',
      en: 'A spell says from when: add `from` (a column, or { asOf: true }).',
    })
}

function checkWhen(cx: Checked, entry: Entry<ListFile>, path: Path, list: List, { when }: ListRecord): void {
  if (!when) return
  const column = columnOf(cx, { entry, path: [...path, 'when', 'column'] }, list, when.column)
  for (const [i, value] of column?.codes ? (when.is ?? []).entries() : [])
    known(cx, { entry, path: [...path, 'when', 'is', i] }, CODE, String(value), Object.keys(column!.codes!))
}

/** Facts without which the ledger cannot open such a record. */
function neededOf(name: RecordName): string[] {
  const facts: Readonly<Record<string, Fact>> = catalogue[name].facts
  const needed = Object.entries(facts).filter(([, fact]) => fact.kind === 'scalar' && !fact.nullable)
  const area = WITH_AREA.includes(name)
  return needed.map(([key]) => key).filter((key) => !OWN.includes(key) && (key !== 'area' || area))
}

const lacks = (facts: string[]): Words => ({
  zh: `台账开立这种记录还需要：${facts.join('、')}；补上，或写 known: true（只指向已有的）。`,
  en: `To open such a record the ledger also needs: ${facts.join(', ')}; add them, or write known: true (only points at one).`,
})
const misfit = (given: string, { cells }: Target): Words => ({
  zh: `类型 ${given} 与这项事实不合；它可取自：${cells.join('、')}。`,
  en: `The type ${given} does not fit this fact; it is read from: ${cells.join(', ')}.`,
})
