import { Refusal } from '../base/fail.ts'
import type { Catalogue, Fact, RecordType, ScalarFact } from '../people/fact.ts'
import { shapeOfText } from './check/nodes.ts'
import { SCALAR_KEY } from './check/records.ts'
import type { FileRecord } from './closure/frame.ts'
import type { LiteralValue } from './ir.ts'
import { ORDINAL } from './sql/sources.ts'
import { literalSql, quoteName, sqlType } from './sql/text.ts'
import { type Shape, type ValueType, widen } from './type.ts'
import { parseDay } from './values/calendar.ts'
import { isStorable } from './values/characters.ts'
import { ofText, toText } from './values/decimal.ts'
import { parseDuration } from './values/duration.ts'

/** A context of literals as a catalogue of its own, with its rows both as objects and as tables of typed VALUES. */
export type Context = {
  catalogue: Catalogue
  root: string
  record: FileRecord
  relation: (table: string) => string
}
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const ROOT_TYPE = 'context'

/**
 * Strings stay strings; `{"date": "2021-09-17"}`, `{"duration": "P1Y2M"}` and, for numbers that a double cannot hold,
 * `{"number": "12345678901234567890"}` are marked.
 */
export function contextOf(context: { [key: string]: Json }): Context {
  const builder = new ContextBuilder()
  const record = builder.add(ROOT_TYPE, [context])[0]!
  return { catalogue: builder.catalogue, root: ROOT_TYPE, record, relation: (table) => builder.relation(table) }
}

type Scalar = { type: ValueType; value: LiteralValue; shape?: Shape }
type Column = { type: ValueType; shape?: Shape; values: (LiteralValue | undefined)[] }
type Kind = 'null' | 'scalar' | 'object' | 'scalars' | 'objects'
type Row = { id: number; parent: number; ordinal: number; record: Record<string, unknown> }

function scalarOf(json: Json): Scalar | undefined {
  if (typeof json === 'boolean') return { type: 'boolean', value: json }
  if (typeof json === 'string')
    return { type: 'string', value: json.isWellFormed() && isStorable(json) ? json : refuse('string') }
  if (typeof json === 'number') return numberOf(String(json))
  if (json === null || Array.isArray(json) || Object.keys(json).length !== 1) return undefined
  if (typeof json.number === 'string') return numberOf(json.number)
  if (typeof json.date === 'string') return { type: 'date', value: parseDay(json.date) ?? refuse('date') }
  if (typeof json.duration !== 'string') return undefined
  const duration = parseDuration(json.duration) ?? refuse('duration')
  return { ...duration, shape: { whole: String(Math.abs(duration.value)).length, scale: 0 } }
}

function numberOf(text: string): Scalar {
  const value = ofText(text) ?? refuse('number')
  return { type: 'number', value, shape: shapeOfText(value) }
}

export function isExactDouble(text: string): boolean {
  const [written, held] = [ofText(text), ofText(String(Number(text)))]
  return written !== undefined && held !== undefined && toText(written) === toText(held)
}

function refuse(reason: string, key = ''): never {
  throw new Refusal(
    `rules.context.${reason}`,
    {
      zh: `上下文中的值无法使用：${key || reason}`,
      en: `The context holds a value that cannot be used: ${key || reason}`,
    },
    { status: 422 },
  )
}

function kindOf(json: Json): Kind {
  if (json === null) return 'null'
  if (scalarOf(json)) return 'scalar'
  if (!Array.isArray(json)) return 'object'
  const kinds = new Set(json.map(kindOf).filter((kind) => kind !== 'null'))
  if (kinds.size > 1 || kinds.has('scalars') || kinds.has('objects')) refuse('list')
  return kinds.has('object') ? 'objects' : 'scalars'
}

class ContextBuilder {
  readonly catalogue: Record<string, RecordType> = {}
  private readonly tables = new Map<string, { columns: Column[]; rows: Row[] }>()

  /** One record type for all of `objects`; gives them back as records of the file. */
  add(name: string, objects: { [key: string]: Json }[], parents: number[] = [0]): Record<string, unknown>[] {
    const facts: Record<string, Fact> = {}
    const columns: Column[] = []
    const rows = objects.map((_, i): Row => ({ id: i, parent: parents[i] ?? 0, ordinal: i + 1, record: {} }))
    const keys = new Set(objects.flatMap((object) => Object.keys(object)))
    const lacking = new Set([...keys].filter((key) => objects.some((object) => !Object.hasOwn(object, key))))
    this.catalogue[name] = { table: name, label: { zh: name, en: name }, facts, lacking }
    this.tables.set(name, { columns, rows })
    for (const key of keys) {
      this.fact(
        name,
        key,
        objects.map((object) => object[key] ?? null),
        { facts, columns, rows },
      )
    }
    return rows.map((row) => row.record)
  }

  private fact(
    name: string,
    key: string,
    values: Json[],
    into: { facts: Record<string, Fact>; columns: Column[]; rows: Row[] },
  ) {
    const kinds = new Set(values.map(kindOf).filter((kind) => kind !== 'null'))
    if (
      kinds.has('objects') &&
      kinds.has('scalars') &&
      values.every((v) => !Array.isArray(v) || !v.length || kindOf(v) === 'objects')
    )
      kinds.delete('scalars')
    if (kinds.size > 1) refuse('types', key)
    const [kind = 'null'] = kinds
    if (kind === 'null' || kind === 'scalar') this.scalars(key, values, into)
    else if (kind === 'object') this.objects(name, key, values, into)
    else this.lists(name, key, values as (Json[] | null)[], kind, into)
  }

  private scalars(key: string, values: Json[], { facts, columns, rows }: Parameters<ContextBuilder['fact']>[3]) {
    const scalars = values.map((value) => (value === null ? undefined : scalarOf(value)))
    const types = new Set(scalars.flatMap((scalar) => (scalar ? [scalar.type] : [])))
    if (types.size > 1) refuse('types', key)
    const [type] = types
    if (!type) {
      facts[key] = { kind: 'derived', expr: 'null', label: { zh: key, en: key } }
      return
    }
    const shape = widen(scalars.map((scalar) => scalar?.shape))
    const fact = {
      kind: 'scalar',
      type: type as 'number',
      column: `c${columns.length}`,
      nullable: true,
      label: { zh: key, en: key },
    }
    facts[key] = { ...fact, shape } as unknown as ScalarFact
    columns.push({ type, shape, values: scalars.map((scalar) => scalar?.value) })
    for (const [i, row] of rows.entries()) row.record[key] = scalars[i]?.value ?? null
  }

  private objects(
    name: string,
    key: string,
    values: Json[],
    { facts, columns, rows }: Parameters<ContextBuilder['fact']>[3],
  ) {
    const of = `${name}/${key}`
    const present = values.flatMap((value, i) =>
      value === null ? [] : [{ value: value as { [key: string]: Json }, i }],
    )
    const column = `c${columns.length}`
    facts[key] = { kind: 'ref', to: of, on: [[column, 'id']], nullable: true, label: { zh: key, en: key } }
    const records = this.add(
      of,
      present.map(({ value }) => value),
    )
    const target = values.map((_, i) => present.findIndex((p) => p.i === i))
    columns.push({ type: 'days', values: target.map((at) => (at < 0 ? undefined : at)) })
    for (const [i, row] of rows.entries()) row.record[key] = records[target[i]!] ?? null
  }

  private lists(
    name: string,
    key: string,
    values: (Json[] | null)[],
    kind: Kind,
    into: Parameters<ContextBuilder['fact']>[3],
  ) {
    if (values.includes(null) && values.some((value) => value !== null) && values.length > 1) refuse('list', key)
    const of = `${name}/${key}`
    const on: [string, string][] = [['id', 'parent']]
    into.facts[key] = { kind: 'list', of, on, label: { zh: key, en: key }, ordered: true } as Fact
    const flat = values.flatMap((list, parent) => (list ?? []).map((value) => ({ value, parent })))
    const objects = flat.map(({ value }) =>
      kind === 'scalars' ? { [SCALAR_KEY]: value } : ((value ?? refuse('list', key)) as { [key: string]: Json }),
    )
    const records = this.add(
      of,
      objects,
      flat.map(({ parent }) => parent),
    )
    if (kind === 'scalars' && !flat.length)
      this.catalogue[of]!.facts = { [SCALAR_KEY]: { kind: 'derived', expr: 'null', label: { zh: '', en: '' } } }
    for (const [i, row] of into.rows.entries()) row.record[key] = records.filter((_, at) => flat[at]!.parent === i)
  }

  relation(name: string): string {
    const { columns, rows } = this.tables.get(name)!
    const names = ['id', 'parent', ORDINAL, ...columns.map((_, i) => `c${i}`)].map(quoteName).join(', ')
    const tuples = rows.map((row, i) => {
      const values = columns.map(({ type, shape, values }) => {
        const text = literalSql({
          op: 'literal',
          type,
          value: values[i] ?? null,
          from: 0,
          to: 0,
          ...(shape && { shape }),
        })
        return `${text}::${sqlType(type, shape)}`
      })
      return `(${[`${row.id}::bigint`, `${row.parent}::bigint`, row.ordinal, ...values].join(', ')})`
    })
    if (!rows.length) {
      const nothing = columns.map(({ type, shape }) => `NULL::${sqlType(type, shape)}`)
      return `(SELECT * FROM (SELECT ${['0::bigint', '0::bigint', '0', ...nothing].join(', ')} WHERE FALSE) AS v(${names}))`
    }
    return `(SELECT * FROM (VALUES ${tuples.join(', ')}) AS v(${names}))`
  }
}
