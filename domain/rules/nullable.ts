import type { Node } from './ir.ts'

/**
 * Can the node come out null? In strict mode `=`, `!=` and `in` can, and a filter with an unknown condition makes its
 * whole list unknown. Wrongly saying yes costs speed, wrongly saying no would cost truth.
 */
export function nullable(node: Node, strict: boolean): boolean {
  const any = (nodes: readonly Node[]): boolean => nodes.some((child) => nullable(child, strict))
  switch (node.op) {
    case 'literal':
      return node.value === null
    case 'variable':
      return typeof node.type === 'string' || !('record' in node.type)
    case 'field':
    case 'ref':
      return node.nullable || nullable(node.base, strict)
    case 'rows':
      return nullable(node.base, strict)
    case 'call':
      return node.partial || any(node.args)
    case 'and':
    case 'or':
      return any(node.args)
    case 'not':
      return nullable(node.arg, strict)
    case 'compare':
      return any([node.a, node.b])
    case 'equal':
      return strict && any([node.a, node.b])
    case 'isNull':
      return false
    case 'oneOf':
      return strict && nullable(node.arg, strict)
    case 'between':
      return any([node.arg, node.lo, node.hi])
    case 'if':
      return any([node.yes, node.no]) || (strict && nullable(node.cond, strict))
    case 'some':
    case 'every':
      return nullable(node.list, strict) || nullable(node.body, strict)
    case 'filter':
      return nullable(node.list, strict) || (strict && nullable(node.cond, strict))
    case 'map':
    case 'flatten':
      return nullable(node.list, strict)
    case 'distinct':
      return nullable(node.list, strict) || strict
    case 'items':
      return false
    case 'concat':
      return any(node.lists)
    case 'at':
      return true
    case 'fold':
      return node.aggregate !== 'count' || nullable(node.list, strict)
    case 'named':
      return nullable(node.body, strict)
  }
}
