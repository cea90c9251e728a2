import { CLAIM_FACTS } from '#domain/lists/import-facts.ts'
import { catalogue, type RecordName } from '#domain/people/catalogue.ts'
import type { List, ListColumn, ListFact, ListRecord } from '#domain/plan/list.ts'
import { ledgerColumn, type SqlType } from './ledger-columns.ts'

/** A list's definition as the statements that match, compare and write its rows need it. `r` is the staged row in every expression. */
export type ListShape = {
  list: List
  asOf: string
  /** Places in `values` of the columns whose values are kept sealed, in the order of `indexes`. */
  sealed: readonly SealedColumn[]
  /** Place in `sealed` of the number that finds the row's person. */
  identity: number | undefined
  /** Place in `values` of the area that new files are opened in. */
  home: number | undefined
  records: readonly RecordShape[]
}
export type SealedColumn = { at: number; key: string; kind: 'identity' | 'phone' | 'bank' | 'address' }
export type RecordShape = {
  /** Its place among what the list says. */
  at: number
  record: RecordName
  table: string
  /** Found by its own facts and never opened. */
  known: boolean
  when: string
  facts: readonly FactShape[]
  /** Of these, what rows may write: of a record they only point at, no more than the list says it may replace. */
  written: readonly FactShape[]
  same: readonly FactShape[]
}
export type FactShape = {
  key: string
  bit: number
  /** Whether the list may replace what stands. */
  firm: boolean
  /** Not told by the row but by the day of its list: of several lists the earliest day stands. */
  least?: boolean
  column: string | undefined
  type: SqlType
  /** What the row says, typed; null = nothing. */
  said: string
  /** Of sealed facts, how that and what stands (of `t`) may be shown; others are shown as they are. */
  masked?: { said: string; standing: string }
}

const SEALED = { identity: 'identity', phone: 'phone', bank: 'bank' } as const
const MASKS: Readonly<Record<string, string>> = { identity: 'id_mask', phone: 'phone_mask', bank: 'bank_mask' }

export function listShape(list: List, asOf: string): ListShape {
  const sealed = sealedColumns(list)
  const context = { list, asOf, sealed }
  const person = list.says.find(({ record }) => record === 'person')
  const home = person ?? list.says.find(({ record }) => record === list.subject)
  const said = person?.facts.identity
  const key = said && 'column' in said ? said.column : list.columns.find(({ type }) => type === 'identity')?.key
  const identity = sealed.findIndex((column) => column.key === key)
  const area = home?.facts.area
  const village = list.columns.findIndex(
    ({ type, level, place }) => type === 'area' && level === 'village' && place === 'home',
  )
  return {
    list,
    asOf,
    sealed,
    identity: identity < 0 ? undefined : identity,
    home: area && 'column' in area ? placeOf(list, area.column) : village < 0 ? undefined : village,
    records: list.says.map((record, at) => recordShape(context, record, at)),
  }
}

type Context = { list: List; asOf: string; sealed: readonly SealedColumn[] }

function sealedColumns(list: List): SealedColumn[] {
  const addresses = new Set(
    list.says.flatMap(({ record, facts }) =>
      record === 'household' && facts.address && 'column' in facts.address ? [facts.address.column] : [],
    ),
  )
  return list.columns.flatMap(({ key, type }, at): SealedColumn[] => {
    if (addresses.has(key)) return [{ at, key, kind: 'address' }]
    return type in SEALED ? [{ at, key, kind: SEALED[type as keyof typeof SEALED] }] : []
  })
}

const placeOf = (list: List, key: string): number => list.columns.findIndex((column) => column.key === key)
const cell = (list: List, key: string): string => `r.values[${placeOf(list, key) + 1}]`
const columnOf = (list: List, key: string): ListColumn => list.columns[placeOf(list, key)]!
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

function recordShape(context: Context, said: ListRecord, at: number): RecordShape {
  const { list } = context
  const record = said.record as RecordName
  const { span } = said
  const plain = Object.entries(said.facts).filter(([key]) => CLAIM_FACTS[record].includes(key as never))
  const extra = Object.entries(said.facts).filter(([key]) => !CLAIM_FACTS[record].includes(key as never))
  const facts = plain.flatMap(([key, fact]) => factShape(context, record, said, key, fact))
  if (extra.length > 0 && record === 'site') facts.push(extraShape(context, said, extra))
  if (span) facts.push(...spanShapes(context, record, said, span))
  else if (record === 'household' || record === 'site') facts.push(sinceList(context, record))
  return {
    at,
    record,
    table: catalogue[record].table,
    known: said.known === true,
    when: whenSql(list, said),
    facts,
    written: said.known ? facts.filter(({ key }) => key in said.replaces) : facts,
    same: said.same.flatMap((key) => facts.filter((fact) => fact.key === key)),
  }
}

function factShape(
  context: Context,
  record: RecordName,
  { replaces }: ListRecord,
  key: string,
  fact: ListFact,
): FactShape[] {
  const target = ledgerColumn(record, key)
  const bit = CLAIM_FACTS[record].indexOf(key as never)
  // A number is never replaced by a list: that is a request with a second pair of eyes.
  const firm = replaces[key] === 'rank' && key !== 'identity'
  const sealed = 'column' in fact ? context.sealed.findIndex((column) => column.key === fact.column) : -1
  if (sealed >= 0 && 'column' in fact) {
    const mask = MASKS[key]
    const shown = cell(context.list, fact.column)
    const said = `r.indexes[${sealed + 1}]`
    return [
      {
        key,
        bit,
        firm,
        column: target?.column,
        type: 'bytea',
        said,
        masked: { said: shown, standing: mask ? `t.${mask}` : "'***'" },
      },
    ]
  }
  if (!target) return []
  const said = typed(saidText(context, fact), target.type)
  return [{ key, bit, firm, ...target, said }]
}

const typed = (text: string, type: SqlType): string => (type === 'text' ? text : `(${text})::${type}`)
function saidText({ list, asOf }: Context, fact: ListFact): string {
  if ('asOf' in fact) return literal(asOf)
  return 'value' in fact ? literal(String(fact.value)) : cell(list, fact.column)
}

function spanShapes(
  context: Context,
  record: RecordName,
  { replaces }: ListRecord,
  span: NonNullable<ListRecord['span']>,
): FactShape[] {
  const of = (key: 'started_on' | 'ended_on', column: string, said: string, firm: boolean): FactShape => ({
    ...{ key, column, type: 'date', said, firm, bit: CLAIM_FACTS[record].indexOf(key as never) },
  })
  const begins = of(
    'started_on',
    'valid_from',
    `(${saidText(context, span.from)})::date`,
    replaces.started_on === 'rank',
  )
  const from = 'asOf' in span.from ? { ...begins, least: true } : begins
  if (!span.to) return [from]
  const { column, lastDayTrue } = span.to
  const text = `(${cell(context.list, column)})::date`
  const month = columnOf(context.list, column).type === 'month'
  const said = lastDayTrue ? (month ? `(${text} + interval '1 month')::date` : `(${text} + 1)`) : text
  return [from, of('ended_on', 'valid_to', said, replaces.ended_on !== 'blank')]
}

/** A household or site that a list opens without saying since when has been there since the day of the earliest list that told of it. */
const sinceList = ({ asOf }: Context, record: 'household' | 'site'): FactShape => ({
  ...{ key: 'started_on', column: 'valid_from', type: 'date', firm: false, least: true, said: `'${asOf}'::date` },
  bit: CLAIM_FACTS[record].indexOf('started_on'),
})

/** The further fields of a site are one fact: an object, of which the list says some fields. */
function extraShape(context: Context, { replaces }: ListRecord, fields: [string, ListFact][]): FactShape {
  const pairs = fields.map(([key, fact]) => {
    const json = 'column' in fact ? jsonOf(context.list, fact.column) : `to_jsonb(${saidText(context, fact)}::text)`
    return `${literal(key)}, ${json}`
  })
  const said = `NULLIF(jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')})), '{}')`
  const firm = fields.every(([key]) => replaces[key] === 'rank')
  const bit = CLAIM_FACTS.site.indexOf('extra')
  return {
    key: 'extra',
    bit,
    firm,
    column: 'extra',
    type: 'jsonb',
    said,
  }
}

function jsonOf(list: List, key: string): string {
  const { type } = columnOf(list, key)
  if (type === 'integer' || type === 'money') return `to_jsonb((${cell(list, key)})::bigint)`
  return `to_jsonb(${type === 'boolean' ? `(${cell(list, key)})::boolean` : cell(list, key)})`
}

function whenSql(list: List, { when }: ListRecord): string {
  if (!when) return 'true'
  const held = cell(list, when.column)
  return when.is ? `${held} IN (${when.is.map((value) => literal(String(value))).join(', ')})` : `${held} IS NOT NULL`
}
