import type { Words } from '../base/fail.ts'
import type { CodeList } from '../people/fact.ts'
import type { Shape, Type } from './type.ts'
import type { Decimal } from './values/decimal.ts'

/**
 * The one typed form that SQL, closures and columns are made from. Every node knows its span in the text it was
 * written in (`named` opens the text of a derived fact), its type, and for numbers and durations its shape.
 */
type Base = {
  from: number
  to: number
  type: Type
  shape?: Shape
  /** Codes that the string, or the strings of the list, are drawn from. */
  codes?: CodeList | undefined
}
/** Dates are day numbers, durations whole months or days, numbers decimals. */
export type LiteralValue = null | boolean | string | number | Decimal
export type Order = '<' | '<=' | '>' | '>='
export type Aggregate = 'count' | 'sum' | 'product' | 'mean' | 'min' | 'max' | 'string join'

export type Literal = Base & { op: 'literal'; value: LiteralValue; parameter?: string }
export type Variable = Base & { op: 'variable'; id: number; name: string }
type Field = Base & { op: 'field'; base: Node; record: string; key: string; nullable: boolean }
type Ref = Base & { op: 'ref'; base: Node; record: string; key: string; nullable: boolean }
type Rows = Base & { op: 'rows'; base: Node; record: string; key: string }
/** A function whose result is null when an argument is; the tables of the back-ends say what each name means. */
export type Call = Base & { op: 'call'; name: string; args: Node[]; partial: boolean }
type Logic = Base & { op: 'and' | 'or'; args: Node[] }
type Not = Base & { op: 'not'; arg: Node }
type Compare = Base & { op: 'compare'; order: Order; a: Node; b: Node }
type Equal = Base & { op: 'equal'; negated: boolean; a: Node; b: Node }
/** A test against the literal null: always yes or no, in strict mode too. */
type IsNull = Base & { op: 'isNull'; negated: boolean; arg: Node }
/** `in` over literals that are not null. */
type OneOf = Base & { op: 'oneOf'; arg: Node; values: Literal[] }
type Between = Base & { op: 'between'; arg: Node; lo: Node; hi: Node; loOpen: boolean; hiOpen: boolean }
type If = Base & { op: 'if'; cond: Node; yes: Node; no: Node }
type Quantifier = Base & { op: 'some' | 'every'; list: Node; id: number; name: string; body: Node }
type Filter = Base & { op: 'filter'; list: Node; id: number; cond: Node }
type Map = Base & { op: 'map'; list: Node; id: number; body: Node }
type Items = Base & { op: 'items'; items: Node[] }
type At = Base & { op: 'at'; list: Node; position: number }
type Flatten = Base & { op: 'flatten'; list: Node }
type Concat = Base & { op: 'concat'; lists: Node[] }
type Distinct = Base & { op: 'distinct'; list: Node }
type Fold = Base & { op: 'fold'; aggregate: Aggregate; list: Node; delimiter?: string }
/** A derived fact, expanded: spans inside `body` are spans of `text`. */
type Named = Base & { op: 'named'; record: string; key: string; label: Words; text: string; body: Node }

export type Node =
  | Literal
  | Variable
  | Field
  | Ref
  | Rows
  | Call
  | Logic
  | Not
  | Compare
  | Equal
  | IsNull
  | OneOf
  | Between
  | If
  | Quantifier
  | Filter
  | Map
  | Items
  | At
  | Flatten
  | Concat
  | Distinct
  | Fold
  | Named

export type Op = Node['op']
export type NodeOf<O extends Op, X = Node> = X extends { op: Op } ? (O extends X['op'] ? X : never) : never
/** The variable that stands for the record a predicate is asked of. */
export const ROOT = 0

/** The nodes directly below. */
export function children(node: Node): Node[] {
  switch (node.op) {
    case 'literal':
    case 'variable':
      return []
    case 'field':
    case 'ref':
    case 'rows':
      return [node.base]
    case 'call':
    case 'and':
    case 'or':
      return node.args
    case 'not':
    case 'isNull':
      return [node.arg]
    case 'compare':
    case 'equal':
      return [node.a, node.b]
    case 'oneOf':
      return [node.arg, ...node.values]
    case 'between':
      return [node.arg, node.lo, node.hi]
    case 'if':
      return [node.cond, node.yes, node.no]
    case 'some':
    case 'every':
    case 'map':
      return [node.list, node.body]
    case 'filter':
      return [node.list, node.cond]
    case 'items':
      return node.items
    case 'at':
    case 'flatten':
    case 'distinct':
    case 'fold':
      return [node.list]
    case 'concat':
      return node.lists
    case 'named':
      return [node.body]
  }
}

/** The same tree with `change` applied to every node, leaves first. */
export function rewrite(node: Node, change: (node: Node) => Node): Node {
  const again = (child: Node): Node => rewrite(child, change)
  return change(withChildren(node, again))
}

function withChildren(node: Node, again: (child: Node) => Node): Node {
  switch (node.op) {
    case 'literal':
    case 'variable':
      return node
    case 'field':
    case 'ref':
    case 'rows':
      return { ...node, base: again(node.base) }
    case 'call':
    case 'and':
    case 'or':
      return { ...node, args: node.args.map(again) }
    case 'not':
    case 'isNull':
    case 'oneOf':
      return { ...node, arg: again(node.arg) }
    case 'compare':
    case 'equal':
      return { ...node, a: again(node.a), b: again(node.b) }
    case 'between':
      return { ...node, arg: again(node.arg), lo: again(node.lo), hi: again(node.hi) }
    case 'if':
      return { ...node, cond: again(node.cond), yes: again(node.yes), no: again(node.no) }
    case 'some':
    case 'every':
    case 'map':
      return { ...node, list: again(node.list), body: again(node.body) }
    case 'filter':
      return { ...node, list: again(node.list), cond: again(node.cond) }
    case 'items':
      return { ...node, items: node.items.map(again) }
    case 'at':
    case 'flatten':
    case 'distinct':
    case 'fold':
      return { ...node, list: again(node.list) }
    case 'concat':
      return { ...node, lists: node.lists.map(again) }
    case 'named':
      return { ...node, body: again(node.body) }
  }
}
