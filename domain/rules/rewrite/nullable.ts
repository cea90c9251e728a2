import type { Node, NodeOf } from '../ir.ts'

/**
 * Can the node come out null? In strict mode `=`, `!=` and `in` can, and a filter with an unknown condition makes its
 * whole list unknown. Wrongly saying yes costs speed, wrongly saying no would cost truth.
 */
export function nullable(node: Node, strict: boolean, present: Present = NOTHING): boolean {
  const of = (child: Node): boolean => nullable(child, strict, present)
  const any = (nodes: readonly Node[]): boolean => nodes.some(of)
  switch (node.op) {
    case 'literal':
      return node.value === null
    case 'variable':
      return typeof node.type === 'string' || !('record' in node.type)
    case 'field':
    case 'ref':
      return !present.has(pathOf(node) ?? '') && (node.nullable || of(node.base))
    case 'rows':
      return of(node.base)
    case 'call':
      return node.partial || any(node.args)
    case 'and':
    case 'or':
      return node.args.some((arg) => nullable(arg, strict, withTested(node, present)))
    case 'not':
      return of(node.arg)
    case 'compare':
      return any([node.a, node.b])
    case 'equal':
      return strict && any([node.a, node.b])
    case 'isNull':
      return false
    case 'oneOf':
      return strict && of(node.arg)
    case 'between':
      return any([node.arg, node.lo, node.hi])
    case 'if':
      return any([node.yes, node.no]) || (strict && of(node.cond))
    case 'some':
    case 'every':
      return of(node.list) || of(node.body)
    case 'filter':
      return of(node.list) || (strict && of(node.cond))
    case 'map':
    case 'flatten':
      return of(node.list)
    case 'distinct':
      return of(node.list) || strict
    case 'items':
      return false
    case 'concat':
      return any(node.lists)
    case 'at':
      return true
    case 'fold':
      return node.aggregate !== 'count' || of(node.list)
    case 'named':
      return of(node.body)
  }
}

/** Facts that a neighbour has asked for. */
type Present = ReadonlySet<string>
const NOTHING: Present = new Set()

/**
 * `x = null or x > 5` is never null: where x is missing its first part decides. So the parts of an `or` may count on
 * what stands beside them as `= null`, those of an `and` on what stands beside them as `!= null`.
 */
function withTested(node: NodeOf<'and' | 'or'>, present: Present): Present {
  const tested = node.args.flatMap((arg) => {
    const path = arg.op === 'isNull' && arg.negated === (node.op === 'and') ? pathOf(arg.arg) : undefined
    return path ? [path] : []
  })
  return tested.length ? new Set([...present, ...tested]) : present
}

function pathOf(node: Node): string | undefined {
  if (node.op === 'variable') return String(node.id)
  const base = node.op === 'field' || node.op === 'ref' ? pathOf(node.base) : undefined
  return base && `${base}.${(node as NodeOf<'field'>).key}`
}
