import type { Literal, Node } from '../ir.ts'
import { refuse, type Span } from '../refuse.ts'
import type { Comparator, FormOf, Test } from '../syntax/form.ts'
import { common, isList, isRecord, type Type, typeWords, widen } from '../type.ts'
import { codedPair } from './codes.ts'
import { at, element, expect, literal, typed } from './nodes.ts'
import type { Checker, Scope } from './scope.ts'

const isNullType = (node: Node): boolean => node.type === 'null'
const isOrdered = (type: Type): boolean => typeof type === 'string' && type !== 'boolean'

/** Both operands as one type, and nothing converted: `1 = "1"` is refused, where FEEL would answer null. */
function sameType(a: Node, b: Node, cx: Checker, span: Span): [Node, Node] {
  const type = common(a.type, b.type)
  if (type === undefined) {
    const [x, y] = [typeWords(a.type), typeWords(b.type)]
    refuse('types', { zh: `${x.zh}不能与${y.zh}比较。`, en: `Cannot compare ${x.en} with ${y.en}.` }, cx.text, span)
  }
  return codedPair(typed(a, type), typed(b, type), cx)
}

function equal(negated: boolean, left: Node, right: Node, cx: Checker, span: Span): Node {
  const [a, b] = sameType(left, right, cx, span)
  if (isNullType(right) || isNullType(left)) {
    return { op: 'isNull', negated, arg: isNullType(right) ? left : right, type: 'boolean', ...at(span) }
  }
  if (isList(a.type) || isRecord(a.type)) {
    refuse(
      'equality',
      { zh: '列表或记录不能整体比较相等。', en: 'Lists and records cannot be compared as a whole.' },
      cx.text,
      span,
    )
  }
  return { op: 'equal', negated, a, b, type: 'boolean', ...at(span) }
}

export function compare(op: Comparator, left: Node, right: Node, cx: Checker, span: Span): Node {
  if (op === '=' || op === '!=') return equal(op === '!=', left, right, cx, span)
  const [a, b] = sameType(left, right, cx, span)
  refuseUnordered(a, cx, span)
  if (isNullType(a)) return literal('boolean', null, span)
  return { op: 'compare', order: op, a, b, type: 'boolean', ...at(span) }
}

function refuseUnordered(node: Node, cx: Checker, span: Span): void {
  if (isOrdered(node.type)) return
  const type = typeWords(node.type)
  refuse('order', { zh: `${type.zh}没有大小之分。`, en: `A ${type.en} has no order.` }, cx.text, span)
}

type Bounds = { lo: Node; hi: Node; loOpen: boolean; hiOpen: boolean }
export function between(arg: Node, bounds: Bounds, cx: Checker, span: Span): Node {
  const [a, lo] = sameType(arg, bounds.lo, cx, span)
  const [b, hi] = sameType(a, bounds.hi, cx, span)
  refuseUnordered(b, cx, span)
  if (isNullType(b)) return literal('boolean', null, span)
  const { loOpen, hiOpen } = bounds
  return { op: 'between', arg: b, lo: typed(lo, b.type), hi, loOpen, hiOpen, type: 'boolean', ...at(span) }
}

/** `x in (1, 2, < 5, null, [7..9])` is the `or` of its tests; literals among them stay one set. */
export function checkIn(form: FormOf<'in'>, scope: Scope, cx: Checker): Node {
  const arg = cx.check(form.arg, scope)
  const values: Literal[] = []
  const others: Node[] = []
  for (const test of form.tests) {
    for (const found of testNodes(arg, test, scope, cx)) {
      if (found.op === 'literal' && found.type !== 'boolean') values.push(found)
      else others.push(found)
    }
  }
  if (values.length) others.unshift({ op: 'oneOf', arg, values, type: 'boolean', ...at(form) })
  return disjunction(others, form)
}

function disjunction(args: Node[], span: Span): Node {
  if (!args.length) return literal('boolean', false, span)
  return args.length === 1 ? { ...args[0]!, ...at(span) } : { op: 'or', args, type: 'boolean', ...at(span) }
}

/** Literals are handed back bare, to be gathered; every other test as a condition of its own. */
function testNodes(arg: Node, test: Test, scope: Scope, cx: Checker): Node[] {
  if (test.test === 'unary') return [compare(test.op, arg, cx.check(test.value, scope), cx, test)]
  if (test.test === 'range') {
    const [lo, hi] = [cx.check(test.lo, scope), cx.check(test.hi, scope)]
    return [between(arg, { lo, hi, loOpen: test.loOpen, hiOpen: test.hiOpen }, cx, test)]
  }
  const value = cx.check(test.value, scope)
  if (value.op === 'items' && !isList(arg.type)) return value.items.map((item) => valueTest(arg, item, cx, item))
  if (isList(value.type) && !isList(arg.type)) {
    return [contains(value, arg, cx, test)]
  }
  return [valueTest(arg, value, cx, test)]
}

function valueTest(arg: Node, value: Node, cx: Checker, span: Span): Node {
  const gathered =
    value.op === 'literal' && value.value !== null && value.type !== 'boolean' && typeof arg.type === 'string'
  if (!gathered || isNullType(arg))
    return equal(
      false,
      arg,
      value.op === 'literal' && value.value === null && !value.parameter ? literal('null', null, value) : value,
      cx,
      span,
    )
  return sameType(arg, value, cx, span)[1]
}

export function checkIf(form: FormOf<'if'>, scope: Scope, cx: Checker): Node {
  const cond = expect(cx.check(form.cond, scope), 'boolean', cx)
  const [yes, no] = [cx.check(form.yes, scope), cx.check(form.no, scope)]
  const type = common(yes.type, no.type)
  if (type === undefined || isList(type) || isRecord(type)) {
    const [a, b] = [typeWords(yes.type), typeWords(no.type)]
    refuse(
      'branches',
      { zh: `两个分支的类型不合：${a.zh}与${b.zh}。`, en: `The branches do not fit: ${a.en} and ${b.en}.` },
      cx.text,
      form,
    )
  }
  const shape = (yes.shape || no.shape) && { shape: widen([yes.shape, no.shape]) }
  const codes = yes.codes ?? no.codes
  return { op: 'if', cond, yes: typed(yes, type), no: typed(no, type), type, codes, ...shape, ...at(form) }
}

/** `list contains` is "some element equals": one meaning for null, one form for the back-ends. */
export function contains(list: Node, value: Node, cx: Checker, span: Span): Node {
  const each = element(list, 'item', cx, span)
  const body = equal(false, each, value, cx, span)
  return { op: 'some', list, id: each.id, name: each.name, body, type: 'boolean', ...at(span) }
}
