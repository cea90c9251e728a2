import type { NodeOf, Order } from '../ir.ts'
import type { Type } from '../type.ts'
import { compareStrings } from '../values/characters.ts'
import { compare as compareDecimals, type Decimal } from '../values/decimal.ts'
import type { Builder, Closure } from './frame.ts'

/** Order and equality of two values of one type, neither of them null. */
export function comparison(type: Type): (a: unknown, b: unknown) => number {
  if (type === 'number') return (a, b) => compareDecimals(a as Decimal, b as Decimal)
  if (type === 'string') return (a, b) => compareStrings(a as string, b as string)
  return (a, b) => Number(a) - Number(b)
}

const ORDERS: Record<Order, (sign: number) => boolean> = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
}

/** Kleene's `and` (stop at false) and `or` (stop at true) over any number of truths. */
function kleene(stop: boolean, values: Iterable<unknown>): boolean | null {
  let unknown = false
  for (const value of values) {
    if (value === stop) return stop
    if (value === null) unknown = true
  }
  return unknown ? null : !stop
}

export function buildLogic(node: NodeOf<'and' | 'or'>, { build, eager }: Builder): Closure {
  const args = node.args.map(build)
  const stop = node.op === 'or'
  if (eager)
    return (frame) =>
      kleene(
        stop,
        args.map((arg) => arg(frame)),
      )
  return (frame) => {
    let unknown = false
    for (const arg of args) {
      const value = arg(frame)
      if (value === stop) return stop
      if (value === null) unknown = true
    }
    return unknown ? null : !stop
  }
}

export function buildCompare(node: NodeOf<'compare'>, { build }: Builder): Closure {
  const [a, b] = [build(node.a), build(node.b)]
  const sign = comparison(node.a.type)
  const holds = ORDERS[node.order]
  return (frame) => {
    const [x, y] = [a(frame), b(frame)]
    return x === null || y === null ? null : holds(sign(x, y))
  }
}

export function buildEqual(node: NodeOf<'equal'>, { build, strict }: Builder): Closure {
  const [a, b] = [build(node.a), build(node.b)]
  const sign = comparison(node.a.type)
  return (frame) => {
    const [x, y] = [a(frame), b(frame)]
    if (x !== null && y !== null) return (sign(x, y) === 0) !== node.negated
    return strict ? null : (x === y) !== node.negated
  }
}

export function buildOneOf(node: NodeOf<'oneOf'>, { build, strict }: Builder): Closure {
  const arg = build(node.arg)
  const sign = comparison(node.arg.type)
  return (frame) => {
    const value = arg(frame)
    if (value === null) return strict ? null : false
    return node.values.some((literal) => sign(value, literal.value) === 0)
  }
}

export function buildBetween(node: NodeOf<'between'>, { build }: Builder): Closure {
  const [arg, lo, hi] = [build(node.arg), build(node.lo), build(node.hi)]
  const sign = comparison(node.arg.type)
  const above = ORDERS[node.loOpen ? '>' : '>=']
  const below = ORDERS[node.hiOpen ? '<' : '<=']
  return (frame) => {
    const [x, from, to] = [arg(frame), lo(frame), hi(frame)]
    if (x === null) return null
    return kleene(false, [from === null ? null : above(sign(x, from)), to === null ? null : below(sign(x, to))])
  }
}

export function buildIf(node: NodeOf<'if'>, { build, strict }: Builder): Closure {
  const [cond, yes, no] = [build(node.cond), build(node.yes), build(node.no)]
  return (frame) => {
    const decided = cond(frame)
    if (decided === null && strict) return null
    return decided === true ? yes(frame) : no(frame)
  }
}
