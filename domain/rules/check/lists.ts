import type { Node, Variable } from '../ir.ts'
import { refuse, type Span } from '../refuse.ts'
import { nullable } from '../rewrite/nullable.ts'
import type { Form, FormOf, Iterator } from '../syntax/form.ts'
import { isList, isRecord, typeWords } from '../type.ts'
import { type Decimal, isInteger, toBigInt } from '../values/decimal.ts'
import { at, call, element, expect, items, literal, mapped, number } from './nodes.ts'
import { member, memberNames, recordScope, single } from './records.ts'
import { type Checker, refuseName, type Scope } from './scope.ts'

const PARTS: Record<string, readonly string[]> = {
  date: ['year', 'month', 'day', 'weekday'],
  months: ['years', 'months'],
  days: ['days'],
}

export function checkPath(form: FormOf<'path'>, scope: Scope, cx: Checker): Node {
  return path(cx.check(form.base, scope), form.name, cx, form)
}

/** On a list a path is a projection: one value for each element. */
function path(base: Node, name: string, cx: Checker, span: Span): Node {
  if (base.op === 'at' && isRecord(base.type)) return atPosition(path(base.list, name, cx, span), base.position, span)
  if (base.type === 'null') return literal('null', null, span)
  if (isList(base.type)) {
    const each = element(base, name, cx, span)
    return mapped(base, each, path(each, name, cx, span), span)
  }
  if (isRecord(base.type))
    return member(base, name, cx, span) ?? refuseName(name, memberNames(base.type.record, cx), cx, span)
  const known = PARTS[base.type] ?? []
  if (!known.includes(name)) return refuseName(name, known, cx, span)
  const shape = base.type === 'date' ? { whole: 4, scale: 0 } : base.shape!
  return call(`${base.type}.${name}`, [base], 'number', span, { shape })
}

function expectList(node: Node, cx: Checker): Node {
  if (isList(node.type)) return node
  const found = typeWords(node.type)
  refuse(
    'list',
    { zh: `这里需要列表，得到的是${found.zh}。`, en: `Expected a list, found ${found.en}.` },
    cx.text,
    node,
  )
}

/** The names an element brings: its facts when it is a record, and `item`. */
function elementScope(each: Variable, scope: Scope, cx: Checker): Scope {
  const inner = single('item', each, scope)
  return each.type === 'null' && cx.adHoc ? { ...inner, untyped: true } : recordScope(each, cx, inner)
}

export function checkFilter(form: FormOf<'filter'>, scope: Scope, cx: Checker): Node {
  const base = cx.check(form.base, scope)
  if (base.type === 'null') return literal('null', null, form)
  const list = expectList(base, cx)
  const each = element(list, 'item', cx, form.base)
  const cond = cx.check(form.cond, elementScope(each, scope, cx))
  if (cond.type === 'number') return position(list, cond, cx, form)
  const shape = list.shape && { shape: list.shape }
  return {
    op: 'filter',
    list,
    id: each.id,
    cond: expect(cond, 'boolean', cx),
    type: list.type,
    codes: list.codes,
    ...shape,
    ...at(form),
  }
}

function position(list: Node, cond: Node, cx: Checker, form: FormOf<'filter'>): Node {
  const value = cond.op === 'literal' && cond.value !== null ? (cond.value as Decimal) : undefined
  if (!value || !isInteger(value) || cond.shape!.whole > 9) {
    refuse('position', { zh: '位置须为整数常量。', en: 'A position is a whole literal.' }, cx.text, form.cond)
  }
  refuseUnordered(list, cx, form)
  return atPosition(list, Number(toBigInt(value)), form)
}

/** `l[1].a` is taken as the first of `l.a`: values have positions, records are only on the way to them. */
function atPosition(list: Node, position: number, span: Span): Node {
  const type = isList(list.type) ? list.type.list : 'null'
  const shape = list.shape && { shape: list.shape }
  return { op: 'at', list, position, type, codes: list.codes, ...shape, ...at(span) }
}

/** Records of the ledger lie in no order that a rule could count on. */
export function refuseUnordered(list: Node, cx: Checker, span: Span): void {
  if (cx.adHoc || !holdsRows(list)) return
  refuse(
    'unordered',
    { zh: '档案记录没有先后次序，不能按位置取值。', en: 'Records have no order: a position among them means nothing.' },
    cx.text,
    span,
  )
}

function holdsRows(list: Node): boolean {
  if (list.op === 'rows') return true
  if (list.op === 'map' && holdsRows(list.body)) return true
  if (list.op === 'concat') return list.lists.some(holdsRows)
  if (list.op === 'named') return holdsRows(list.body)
  return 'list' in list && holdsRows(list.list)
}

export function checkQuantifier(form: FormOf<'some' | 'every'>, scope: Scope, cx: Checker): Node {
  return iterate(
    form.iterators,
    scope,
    cx,
    (inner) => expect(cx.check(form.body, inner), 'boolean', cx),
    (list, each, body) => ({
      op: form.form,
      list,
      id: each.id,
      name: each.name,
      body,
      type: 'boolean',
      ...at(form),
    }),
  )
}

export function checkFor(form: FormOf<'for'>, scope: Scope, cx: Checker): Node {
  const last = form.iterators.length - 1
  let depth = last
  return iterate(
    form.iterators,
    scope,
    cx,
    (inner) => cx.check(form.body, inner),
    (list, each, body) => {
      const made = mapped(list, each, body, form)
      depth -= 1
      return depth + 1 === last ? made : flattened(made, cx, form)
    },
  )
}

/** Inner lists become one. They must be lists that are always there, or a null among them would be lost. */
export function flattened(list: Node, cx: Checker, span: Span): Node {
  const inner = innerList(list)
  if (!inner || nullable(inner, false)) {
    const words = {
      zh: '这里的列表不能合并：内层列表可能缺失。',
      en: 'These lists cannot be joined: an inner one may be missing.',
    }
    refuse('flatten', words, cx.text, span)
  }
  const shape = list.shape && { shape: list.shape }
  const type = isList(list.type) && isList(list.type.list) ? list.type.list : list.type
  return { op: 'flatten', list, type, codes: list.codes, ...shape, ...at(span) }
}

/** The list that each element of a list of lists stands for, where that can be told. */
function innerList(list: Node): Node | undefined {
  if (list.op === 'named') return innerList(list.body)
  if (list.op === 'filter') return innerList(list.list)
  if (list.op !== 'map') return undefined
  const { body } = list
  // A projection over an inner list: that list is the element of the list below.
  return body.op === 'map' && body.list.op === 'variable' ? innerList(list.list) : body
}

type Wrap = (list: Node, each: Variable, body: Node) => Node
/** Several iterators nest, the last one innermost. */
function iterate(rest: Iterator[], scope: Scope, cx: Checker, body: (scope: Scope) => Node, wrap: Wrap): Node {
  const [first, ...others] = rest as [Iterator, ...Iterator[]]
  const list = first.upTo
    ? steps(first.list, first.upTo, scope, cx)
    : expectList(typedList(cx.check(first.list, scope)), cx)
  const each = element(list, first.name, cx, first)
  const inner = single(first.name, each, scope)
  return wrap(list, each, others.length ? iterate(others, inner, cx, body, wrap) : body(inner))
}

const typedList = (node: Node): Node =>
  node.type === 'null' ? { ...literal('null', null, node), type: { list: 'null' } } : node

const LONGEST_STEPS = 1000
/** `1..12` between literals is the list it stands for. */
function steps(from: Form, to: Form, scope: Scope, cx: Checker): Node {
  const span = { from: from.from, to: to.to }
  const [lo, hi] = [from, to].map((form) => {
    const node = expect(cx.check(form, scope), 'number', cx)
    return node.op === 'literal' && node.value !== null && isInteger(node.value as Decimal)
      ? toBigInt(node.value as Decimal)
      : undefined
  })
  const length = lo === undefined || hi === undefined ? Number.NaN : Math.abs(Number(hi - lo)) + 1
  if (!(length <= LONGEST_STEPS)) {
    refuse(
      'steps',
      { zh: '区间须以整数常量写出，且不超过 1000 步。', en: 'Steps run between whole literals, at most 1000 of them.' },
      cx.text,
      span,
    )
  }
  const step = hi! < lo! ? -1n : 1n
  return items(
    Array.from({ length }, (_, i) => number(String(lo! + BigInt(i) * step), span, cx)),
    cx,
    span,
  )
}
