import type { NodeOf } from '../ir.ts'
import { isList } from '../type.ts'
import { compareStrings } from '../values/characters.ts'
import { type Decimal, divide, exactSum, multiply, ofInteger, round34 } from '../values/decimal.ts'
import type { Builder, Closure } from './frame.ts'
import { comparison } from './logic.ts'

type List = readonly unknown[] | null

export function buildQuantifier(node: NodeOf<'some'> | NodeOf<'every'>, { build, onElement }: Builder): Closure {
  const [list, body] = [build(node.list), build(node.body)]
  const stop = node.op === 'some'
  return (frame) => {
    const elements = list(frame) as List
    if (elements === null) return null
    let unknown = false
    for (const [index, each] of elements.entries()) {
      const run = () => {
        frame.vars[node.id] = each
        return body(frame)
      }
      const value = onElement ? onElement(node, index, run) : run()
      if (value === stop) return stop
      if (value === null) unknown = true
    }
    return unknown ? null : !stop
  }
}

export function buildFilter(node: NodeOf<'filter'>, { build, strict, onElement }: Builder): Closure {
  const [list, cond] = [build(node.list), build(node.cond)]
  return (frame) => {
    const elements = list(frame) as List
    if (elements === null) return null
    const kept: unknown[] = []
    let unknown = false
    for (const [index, each] of elements.entries()) {
      const run = () => {
        frame.vars[node.id] = each
        return cond(frame)
      }
      const value = onElement ? onElement(node, index, run) : run()
      if (value === null) unknown = true
      if (value === true) kept.push(each)
    }
    return unknown && strict ? null : kept
  }
}

export function buildMap(node: NodeOf<'map'>, { build, strict, onElement }: Builder): Closure {
  const [list, body] = [build(node.list), build(node.body)]
  // An unknown inner list leaves the outer one unknown; an unknown scalar is an element like any other.
  const spreads = strict && isList(node.body.type)
  return (frame) => {
    const elements = list(frame) as List
    if (elements === null) return null
    const values = elements.map((each, index) => {
      const run = () => {
        frame.vars[node.id] = each
        return body(frame)
      }
      return onElement ? onElement(node, index, run) : run()
    })
    return spreads && values.includes(null) ? null : values
  }
}

export function buildAt(node: NodeOf<'at'>, { build }: Builder): Closure {
  const list = build(node.list)
  return (frame) =>
    (list(frame) as List)?.at(node.position > 0 ? node.position - 1 : node.position || Number.MAX_SAFE_INTEGER) ?? null
}

export function buildDistinct(node: NodeOf<'distinct'>, { build, strict }: Builder): Closure {
  const list = build(node.list)
  const same = comparison(isList(node.type) ? node.type.list : 'null')
  return (frame) => {
    const elements = list(frame) as List
    if (elements === null || (strict && elements.includes(null))) return null
    const kept: unknown[] = []
    for (const each of elements) {
      if (!kept.some((k) => k === each || (k !== null && each !== null && same(k, each) === 0))) kept.push(each)
    }
    return kept
  }
}

export function buildConcat(node: NodeOf<'concat'>, { build }: Builder): Closure {
  const lists = node.lists.map(build)
  return (frame) => {
    const values = lists.map((list) => list(frame) as List)
    return values.includes(null) ? null : values.flat(1)
  }
}

export function buildFlatten(node: NodeOf<'flatten'>, { build }: Builder): Closure {
  const list = build(node.list)
  return (frame) => (list(frame) as List)?.flat(1) ?? null
}

export function buildFold(node: NodeOf<'fold'>, { build, strict }: Builder): Closure {
  const list = build(node.list)
  if (node.aggregate === 'count')
    return (frame) => ((elements) => elements && ofInteger(elements.length))(list(frame) as List)
  if (node.aggregate === 'string join') {
    return (frame) => {
      const elements = list(frame) as List
      if (elements === null || (strict && elements.includes(null))) return null
      return elements.filter((each) => each !== null).join(node.delimiter)
    }
  }
  const reduce = REDUCERS[node.aggregate]
  const sign = node.type === 'string' ? compareStrings : comparison(node.type)
  return (frame) => {
    const elements = list(frame) as List
    if (elements === null || !elements.length || elements.includes(null)) return null
    return reduce(elements as never[], sign as (a: unknown, b: unknown) => number)
  }
}

const extreme = (wanted: number) => (elements: readonly unknown[], sign: (a: unknown, b: unknown) => number) =>
  elements.reduce((best, each) => (Math.sign(sign(each, best)) === wanted ? each : best))

const REDUCERS = {
  sum: (elements: readonly Decimal[]) => round34(exactSum(elements)),
  mean: (elements: readonly Decimal[]) => {
    const total = round34(exactSum(elements))
    return total && divide(total, ofInteger(elements.length))
  },
  product: (elements: readonly Decimal[]) =>
    elements.reduce((a: Decimal | null, b) => a && multiply(a, b), ofInteger(1)),
  min: extreme(-1),
  max: extreme(1),
}
