import type { Catalogue, DerivedFact, Fact, Parameter, RecordType } from '../../people/fact.ts'
import type { Node } from '../ir.ts'
import { refuse, type Span } from '../refuse.ts'
import { parse } from '../syntax/parse.ts'
import { canonicalName } from '../syntax/tree.ts'
import { isRecord, type Shape, STORED } from '../type.ts'
import { parseDay } from '../values/calendar.ts'
import { at, element, isNumeric, literal, mapped, number } from './nodes.ts'
import type { Checker, Scope } from './scope.ts'

type Named = { key: string; fact: Fact }
const byNameCache = new WeakMap<RecordType, Map<string, Named>>()

/** Facts by key, Chinese label and English label; a key wins over a label that reads the same. */
function byName(record: RecordType): Map<string, Named> {
  const cached = byNameCache.get(record)
  if (cached) return cached
  const found = new Map<string, Named>()
  const facts = Object.entries(record.facts)
  for (const name of [(f: Fact) => f.label.en, (f: Fact) => f.label.zh, (_: Fact, key: string) => key]) {
    for (const [key, fact] of facts) found.set(canonicalName(name(fact, key)), { key, fact })
  }
  byNameCache.set(record, found)
  return found
}

const namesCache = new WeakMap<Catalogue, string[]>()
/** Every name that may stand in a rule over this catalogue: what the parser's tracker is told. */
export function allNames(catalogue: Catalogue): string[] {
  const cached = namesCache.get(catalogue)
  if (cached) return cached
  const names = [...new Set(Object.values(catalogue).flatMap((record) => [...byName(record).keys()]))]
  namesCache.set(catalogue, names)
  return names
}

function recordType(catalogue: Catalogue, name: string): RecordType {
  const found = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined
  if (!found) throw new Error(`The catalogue has no record type ${name}`)
  return found
}

export function member(base: Node, name: string, cx: Checker, span: Span): Node | undefined {
  if (!isRecord(base.type)) return undefined
  const found = byName(recordType(cx.catalogue, base.type.record)).get(canonicalName(name))
  return found && factNode(base, base.type.record, found.key, found.fact, cx, span)
}

export const memberNames = (record: string, cx: Checker): string[] => [
  ...byName(recordType(cx.catalogue, record)).keys(),
]

function factNode(base: Node, record: string, key: string, fact: Fact, cx: Checker, span: Span): Node {
  if (fact.kind === 'scalar') {
    const shape = isNumeric(fact.type) && { shape: (fact as { shape?: Shape }).shape ?? STORED }
    return {
      op: 'field',
      base,
      record,
      key,
      nullable: fact.nullable,
      type: fact.type,
      codes: fact.codes,
      ...shape,
      ...at(span),
    }
  }
  if (fact.kind === 'ref')
    return { op: 'ref', base, record, key, nullable: fact.nullable, type: { record: fact.to }, ...at(span) }
  if (fact.kind === 'derived') return derived(base, record, key, fact, cx, span)
  const rows: Node = { op: 'rows', base, record, key, type: { list: { record: fact.of } }, ...at(span) }
  if (!cx.adHoc || !Object.hasOwn(recordType(cx.catalogue, fact.of).facts, SCALAR_KEY)) return rows
  const each = element(rows, key, cx, span)
  return mapped(rows, each, member(each, SCALAR_KEY, cx, span)!, span)
}
/** In a context of literals a list of scalars is a list of records with this one fact. */
export const SCALAR_KEY = ' value'

/** A derived fact belongs to one catalogue and names no parameter with spaces, so its text is read once. */
const forms = new WeakMap<DerivedFact, ReturnType<typeof parse>>()
function derived(base: Node, record: string, key: string, fact: DerivedFact, cx: Checker, span: Span): Node {
  const id = `${record}.${key}`
  if (cx.expanding.includes(id)) {
    const path = [...cx.expanding.slice(cx.expanding.indexOf(id)), id].join(' → ')
    refuse(
      'cycle',
      { zh: `派生事实循环引用：${path}`, en: `Derived facts refer to each other in a circle: ${path}` },
      cx.text,
      span,
    )
  }
  const inner: Checker = { ...cx, text: fact.expr, expanding: [...cx.expanding, id] }
  const form = forms.get(fact) ?? parse(fact.expr, [...allNames(cx.catalogue), ...Object.keys(cx.parameters)])
  forms.set(fact, form)
  const body = inner.check(form, topScope(base, inner))
  if (body.type === 'null') return literal('null', null, span)
  const shape = body.shape && { shape: body.shape }
  return {
    op: 'named',
    record,
    key,
    label: fact.label,
    text: fact.expr,
    body,
    type: body.type,
    codes: body.codes,
    ...shape,
    ...at(span),
  }
}

/** The names a predicate starts with: the facts of its record, then the parameters. */
export function topScope(base: Node, cx: Checker): Scope {
  return recordScope(base, cx, {
    find: (name, span) => parameterNode(name, cx, span),
    names: Object.entries(cx.parameters).flatMap(([key, p]) => [key, p.label.zh]),
  })
}

export function recordScope(base: Node, cx: Checker, outer: Scope): Scope {
  const names = isRecord(base.type) ? memberNames(base.type.record, cx) : []
  const lacking = isRecord(base.type) ? recordType(cx.catalogue, base.type.record).lacking : undefined
  return { find: (name, span) => member(base, name, cx, span), names, outer, ...(lacking && { lacking }) }
}

export const single = (name: string, node: Node, outer: Scope): Scope => ({
  find: (wanted, span) => (canonicalName(wanted) === canonicalName(name) ? { ...node, ...at(span) } : undefined),
  names: [name],
  outer,
})

function parameterNode(name: string, cx: Checker, span: Span): Node | undefined {
  const found = Object.entries(cx.parameters).find(([key, { label }]) =>
    [key, label.zh, label.en].some((own) => canonicalName(own) === canonicalName(name)),
  )
  return found && { ...parameterLiteral(found[1], cx, span), parameter: found[0] }
}

function parameterLiteral({ type, value }: Parameter, cx: Checker, span: Span) {
  if (value === null) return literal(type, null, span)
  if (type === 'number') return number(String(value), span, cx)
  if (type !== 'date') return literal(type, value, span)
  const day = parseDay(String(value))
  if (day === null) throw new Error(`The parameter ${cx.text.slice(span.from, span.to)} is not a day`)
  return literal('date', day, span)
}
