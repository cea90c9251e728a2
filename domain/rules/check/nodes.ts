import type { Aggregate, Call, Literal, LiteralValue, Node, Variable } from '../ir.ts'
import { refuse, type Span } from '../refuse.ts'
import { ANY_DECIMAL, common, isList, isRecord, type Shape, type Type, typeWords, widen } from '../type.ts'
import { type Decimal, ofText, toText } from '../values/decimal.ts'
import type { Checker } from './scope.ts'

/** Makers of nodes: the checker's vocabulary. */
export const at = ({ from, to }: Span): Span => ({ from, to })

export const ZERO: Shape = { whole: 1, scale: 0 }
export const isNumeric = (type: Type): boolean => type === 'number' || type === 'months' || type === 'days'

export function literal(type: Type, value: LiteralValue, span: Span): Literal {
  return { op: 'literal', type, value, ...(isNumeric(type) && { shape: shapeOfValue(value) }), ...at(span) }
}

export function number(text: string, span: Span, cx: Checker): Literal {
  const value = ofText(text)
  if (!value) {
    refuse('number', { zh: '数字超出可精确表示的范围。', en: 'The number lies outside decimal128.' }, cx.text, span)
  }
  return literal('number', value, span)
}

function shapeOfValue(value: LiteralValue): Shape {
  return value === null ? ZERO : shapeOfText(typeof value === 'object' ? toText(value) : String(value))
}

export function shapeOfText(value: string | Decimal): Shape {
  const text = typeof value === 'string' ? value : toText(value)
  const [whole, fraction = ''] = text.replace('-', '').split('.') as [string, string?]
  return { whole: whole.length, scale: fraction.length }
}

/** The node seen as `type`: whatever is always null becomes the null of that type, in lists too. */
export function typed(node: Node, type: Type): Node {
  if (node.type === 'null' && type !== 'null') return literal(type, null, node)
  if (!isList(type) || type.list === 'null' || !isList(node.type)) return node
  if (node.op === 'items') return { ...node, type, items: node.items.map((item) => typed(item, type.list)) }
  if (node.type.list !== 'null') return node
  if (node.op === 'map') return { ...node, type, body: typed(node.body, type.list) }
  if (node.op === 'filter' || node.op === 'distinct') return { ...node, type, list: typed(node.list, type) }
  if (node.op === 'concat') return { ...node, type, lists: node.lists.map((list) => typed(list, type)) }
  return { ...node, type }
}

export function expect(node: Node, type: Type, cx: Checker): Node {
  if (common(node.type, type) === undefined) {
    const [found, wanted] = [typeWords(node.type), typeWords(type)]
    refuse(
      'type',
      { zh: `这里需要${wanted.zh}，得到的是${found.zh}。`, en: `Expected ${wanted.en}, found ${found.en}.` },
      cx.text,
      node,
    )
  }
  return typed(node, type)
}

/** Digits past the point have no meaning in positions, years and months. */
export function expectInteger(node: Node, cx: Checker): Node {
  const found = expect(node, 'number', cx)
  if (found.shape!.scale > 0 || found.shape!.whole > 15) {
    refuse('integer', { zh: '这里需要整数。', en: 'A whole number is needed here.' }, cx.text, node)
  }
  return found
}

const capped = ({ whole, scale }: Shape): Shape => ({
  whole: Math.min(whole, ANY_DECIMAL.whole),
  scale: Math.min(scale, ANY_DECIMAL.scale),
})

export type CallOptions = { shape?: Shape; partial?: boolean }
export function call(name: string, args: Node[], type: Type, span: Span, options: CallOptions = {}): Call {
  const shape = isNumeric(type) ? { shape: capped(options.shape ?? ANY_DECIMAL) } : {}
  return { op: 'call', name, args, type, partial: options.partial ?? false, ...shape, ...at(span) }
}

/** A fresh variable for the elements of `list`. */
export function element(list: Node, name: string, cx: Checker, span: Span): Variable {
  const type = isList(list.type) ? list.type.list : 'null'
  cx.ids.next += 1
  return {
    op: 'variable',
    id: cx.ids.next,
    name,
    type,
    codes: list.codes,
    ...(list.shape && { shape: list.shape }),
    ...at(span),
  }
}

export function mapped(list: Node, variable: Variable, body: Node, span: Span): Node {
  const shape = body.shape && { shape: body.shape }
  return { op: 'map', list, id: variable.id, body, type: { list: body.type }, codes: body.codes, ...shape, ...at(span) }
}

export function items(elements: Node[], cx: Checker, span: Span): Node {
  let type: Type = 'null'
  for (const item of elements) {
    const next = common(type, item.type)
    if (next === undefined) {
      const [a, b] = [typeWords(type), typeWords(item.type)]
      refuse(
        'list',
        { zh: `列表的元素类型不一致：${a.zh}与${b.zh}。`, en: `A list holds one type: ${a.en} and ${b.en} differ.` },
        cx.text,
        item,
      )
    }
    if (isRecord(next))
      refuse('list', { zh: '列表中不能直接写记录。', en: 'A list literal holds values, not records.' }, cx.text, item)
    type = next
  }
  const shape = isNumeric(type) && { shape: widen(elements.map((item) => item.shape)) }
  const codes = elements.find((item) => item.codes)?.codes
  return {
    op: 'items',
    items: elements.map((item) => typed(item, type)),
    type: { list: type },
    codes,
    ...shape,
    ...at(span),
  }
}

const FOLD_SHAPES: Partial<Record<Aggregate, (of: Shape) => Shape>> = {
  count: () => ({ whole: 9, scale: 0 }),
  sum: (of) => ({ whole: of.whole + 9, scale: of.scale }),
  min: (of) => of,
  max: (of) => of,
}
export function fold(aggregate: Aggregate, list: Node, type: Type, span: Span, delimiter?: string): Node {
  const shape = isNumeric(type) && { shape: capped(FOLD_SHAPES[aggregate]?.(list.shape ?? ZERO) ?? ANY_DECIMAL) }
  const codes = aggregate === 'min' || aggregate === 'max' ? list.codes : undefined
  return {
    op: 'fold',
    aggregate,
    list,
    type,
    codes,
    ...shape,
    ...(delimiter !== undefined && { delimiter }),
    ...at(span),
  }
}
