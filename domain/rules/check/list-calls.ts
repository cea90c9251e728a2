import type { Aggregate, Node } from '../ir.ts'
import { refuse } from '../refuse.ts'
import type { FormOf } from '../syntax/form.ts'
import { common, isList, isRecord, type Type, typeWords, widen } from '../type.ts'
import { flattened, refuseUnordered } from './lists.ts'
import { at, element, expect, fold, items, literal, typed } from './nodes.ts'
import { contains } from './operators.ts'
import type { Checker } from './scope.ts'

type CallForm = FormOf<'call'>
type ListCall = (args: Node[], form: CallForm, cx: Checker) => Node

/** Functions over lists; those that FEEL also takes as `min(a, b, c)` gather their arguments first. */
export const LIST_CALLS: Record<string, ListCall> = {
  count: (args, form, cx) => {
    const list = one(args, form, cx)
    return list.type === 'null' ? literal('number', null, form) : fold('count', list, 'number', form)
  },
  sum: numeric('sum'),
  mean: numeric('mean'),
  product: numeric('product'),
  min: extreme('min'),
  max: extreme('max'),
  all: truth('every'),
  any: truth('some'),
  'list contains': (args, form, cx) => {
    expectArguments(form, 2, cx)
    const [list, value] = [only(args[0]!, form, cx), args[1]!]
    if (list.type === 'null') return literal('boolean', null, form)
    const of = elementType(list)
    return contains(typed(list, { list: of === 'null' ? value.type : of }), value, cx, form)
  },
  'distinct values': (args, form, cx) => {
    const list = one(args, form, cx)
    if (list.type === 'null') return list
    refuseWhole(elementType(list), form, cx)
    return {
      op: 'distinct',
      list,
      type: list.type,
      codes: list.codes,
      ...(list.shape && { shape: list.shape }),
      ...at(form),
    }
  },
  concatenate: (args, form, cx) => concat(args, form, cx),
  union: (args, form, cx) =>
    LIST_CALLS['distinct values']!([concat(args, form, cx)], { ...form, args: form.args.slice(0, 1) }, cx),
  append: ([list, ...rest], form, cx) => concat([only(list!, form, cx), items(rest, cx, form)], form, cx),
  flatten: (args, form, cx) => {
    const list = one(args, form, cx)
    if (!isList(list.type) || !isList(list.type.list)) return list
    return list.op === 'items' ? concat(list.items, form, cx) : flattened(list, cx, form)
  },
  'string join': (args, form, cx) => {
    if (args.length !== 1) expectArguments(form, 2, cx)
    const list = expect(only(args[0]!, form, cx), { list: 'string' }, cx)
    const delimiter = args[1] ?? literal('string', '', form)
    if (delimiter.op !== 'literal' || (delimiter.value !== null && typeof delimiter.value !== 'string')) {
      return refuse(
        'delimiter',
        { zh: '分隔符须为文本常量。', en: 'The delimiter is a literal string.' },
        cx.text,
        delimiter,
      )
    }
    refuseUnordered(list, cx, form)
    return fold('string join', list, 'string', form, delimiter.value ?? '')
  },
}

const elementType = (list: Node): Type => (isList(list.type) ? list.type.list : 'null')

function expectArguments(form: CallForm, count: number, cx: Checker): void {
  if (form.args.length === count) return
  refuse(
    'arguments',
    { zh: `${form.name}() 需要 ${count} 个参数。`, en: `${form.name}() takes ${count} argument(s).` },
    cx.text,
    form,
  )
}

function only(list: Node, form: CallForm, cx: Checker): Node {
  if (isList(list.type) || list.type === 'null') return list
  const found = typeWords(list.type)
  refuse(
    'list',
    { zh: `${form.name}() 需要列表，得到的是${found.zh}。`, en: `${form.name}() takes a list, found ${found.en}.` },
    cx.text,
    list,
  )
}

function one(args: Node[], form: CallForm, cx: Checker): Node {
  expectArguments(form, 1, cx)
  return only(args[0]!, form, cx)
}

/** A single list, or the arguments as one. */
function gathered(args: Node[], form: CallForm, cx: Checker): Node {
  if (!args.length) expectArguments(form, 1, cx)
  return args.length === 1 && (isList(args[0]!.type) || args[0]!.type === 'null') ? args[0]! : items(args, cx, form)
}

function numeric(aggregate: Aggregate): ListCall {
  return (args, form, cx) => {
    const list = gathered(args, form, cx)
    if (list.type === 'null') return literal('number', null, form)
    return fold(aggregate, expect(list, { list: 'number' }, cx), 'number', form)
  }
}

function extreme(aggregate: 'min' | 'max'): ListCall {
  return (args, form, cx) => {
    const list = gathered(args, form, cx)
    const of = elementType(list)
    if (of === 'null') return literal('null', null, form)
    refuseWhole(of, form, cx)
    if (of === 'boolean')
      return refuse('order', { zh: '是否值没有大小之分。', en: 'A boolean has no order.' }, cx.text, form)
    return fold(aggregate, list, of, form)
  }
}

function truth(op: 'some' | 'every'): ListCall {
  return (args, form, cx) => {
    const list = gathered(args, form, cx)
    if (list.type === 'null') return literal('boolean', null, form)
    const of = expect(list, { list: 'boolean' }, cx)
    const each = element(of, 'item', cx, form)
    return { op, list: of, id: each.id, name: 'item', body: typed(each, 'boolean'), type: 'boolean', ...at(form) }
  }
}

function concat(args: Node[], form: CallForm, cx: Checker): Node {
  let type: Type = 'null'
  for (const arg of args) {
    const next = common(type, only(arg, form, cx).type)
    if (next === undefined)
      return refuse('list', { zh: '各列表的元素类型不一致。', en: 'The lists hold different types.' }, cx.text, arg)
    type = next
  }
  if (type === 'null' || args.some((arg) => arg.type === 'null')) return literal('null', null, form)
  const shape = args.some((arg) => arg.shape) && { shape: widen(args.map((arg) => arg.shape)) }
  const codes = args.find((arg) => arg.codes)?.codes
  return { op: 'concat', lists: args.map((arg) => typed(arg, type)), type, codes, ...shape, ...at(form) }
}

/** Records and lists are not compared as a whole. */
function refuseWhole(type: Type, form: CallForm, cx: Checker): void {
  if (!isList(type) && !isRecord(type)) return
  refuse(
    'equality',
    { zh: '列表或记录不能整体比较。', en: 'Lists and records cannot be compared as a whole.' },
    cx.text,
    form,
  )
}
