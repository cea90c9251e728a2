import type { Node, Op } from '../ir.ts'
import { callFunction } from './calls.ts'
import type { Builder, Closure } from './frame.ts'
import {
  buildAt,
  buildConcat,
  buildDistinct,
  buildFilter,
  buildFlatten,
  buildFold,
  buildMap,
  buildQuantifier,
} from './lists.ts'
import { buildBetween, buildCompare, buildEqual, buildIf, buildLogic, buildOneOf } from './logic.ts'
import { buildField, buildRef, buildRows } from './read.ts'

type Build<O extends Op> = (node: Extract<Node, { op: O }>, builder: Builder) => Closure

const BUILDS: { [O in Op]: Build<O> } = {
  literal: (node) => () => node.value,
  variable: (node) => (frame) => frame.vars[node.id] ?? null,
  field: buildField,
  ref: buildRef,
  rows: buildRows,
  call: (node, { build }) => {
    const args = node.args.map(build)
    const fn = callFunction(node) as (...args: unknown[]) => unknown
    return (frame) => {
      const values = args.map((arg) => arg(frame))
      return values.includes(null) ? null : fn(...values)
    }
  },
  and: buildLogic,
  or: buildLogic,
  not: (node, { build }) => {
    const arg = build(node.arg)
    return (frame) => {
      const value = arg(frame)
      return value === null ? null : !value
    }
  },
  compare: buildCompare,
  equal: buildEqual,
  isNull: (node, { build }) => {
    const arg = build(node.arg)
    return (frame) => (arg(frame) === null) !== node.negated
  },
  oneOf: buildOneOf,
  between: buildBetween,
  if: buildIf,
  some: buildQuantifier,
  every: buildQuantifier,
  filter: buildFilter,
  map: buildMap,
  items: (node, { build }) => {
    const items = node.items.map(build)
    return (frame) => items.map((item) => item(frame))
  },
  at: buildAt,
  flatten: buildFlatten,
  concat: buildConcat,
  distinct: buildDistinct,
  fold: buildFold,
  named: (node, { build }) => build(node.body),
}

/** The closure of one node; `builder.build` recurses, so that tracing can wrap every step. */
export function buildNode(node: Node, builder: Builder): Closure {
  return (BUILDS[node.op] as (node: Node, builder: Builder) => Closure)(node, builder)
}
