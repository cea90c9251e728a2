import { type Node, type NodeOf, rewrite } from '../ir.ts'
import { isList } from '../type.ts'

type Quantifier = NodeOf<'some'> | NodeOf<'every'>
const isQuantifier = (node: Node): node is Quantifier => node.op === 'some' || node.op === 'every'

/** A quantifier over a projection asks the elements themselves: `some x in l.f satisfies x > 1` is some e with e.f > 1. */
export function fused(node: Node): Node {
  return rewrite(node, (at) => (isQuantifier(at) ? overElements(at) : at))
}

function overElements(node: Quantifier): Quantifier {
  const { list, id } = node
  if (list.op !== 'map' || isList(list.body.type)) return node
  const body = rewrite(node.body, (at) =>
    at.op === 'variable' && at.id === id ? { ...list.body, from: at.from, to: at.to } : at,
  )
  return overElements({ ...node, list: list.list, id: list.id, body })
}

/**
 * The strict form of a rule. A filter whose condition is unknown makes its list unknown, which a quantifier need not
 * suffer: `some x in l[c] satisfies s` asks for an x with c and s, and one that has both decides whatever the others hide.
 */
export function strictForm(node: Node): Node {
  return rewrite(node, (at) => (isQuantifier(at) ? overAll(at) : at))
}

function overAll(node: Quantifier): Quantifier {
  const at = overElements(node)
  if (at.list.op !== 'filter') return at
  const { list, id, cond } = at.list
  const own = rewrite(cond, (inner) => (inner.op === 'variable' && inner.id === id ? { ...inner, id: at.id } : inner))
  const span = { type: 'boolean', from: cond.from, to: at.to } as const
  const body: Node =
    at.op === 'some'
      ? { op: 'and', args: [own, at.body], ...span }
      : { op: 'or', args: [{ op: 'not', arg: own, type: 'boolean', from: cond.from, to: cond.to }, at.body], ...span }
  return overAll({ ...at, list, body })
}
