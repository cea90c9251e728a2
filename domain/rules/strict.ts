import { type Node, rewrite } from './ir.ts'

/**
 * The strict form of a rule. A filter whose condition is unknown makes its list unknown, which a quantifier need not
 * suffer: `some x in l[c] satisfies s` asks for an x with c and s, and one that has both decides whatever the others hide.
 */
export function strictForm(node: Node): Node {
  return rewrite(node, (at) => {
    if ((at.op !== 'some' && at.op !== 'every') || at.list.op !== 'filter') return at
    const { list, id, cond } = at.list
    const own = renamed(cond, id, at.id)
    const body: Node =
      at.op === 'some'
        ? { op: 'and', args: [own, at.body], type: 'boolean', from: cond.from, to: at.to }
        : {
            op: 'or',
            args: [{ op: 'not', arg: own, type: 'boolean', from: cond.from, to: cond.to }, at.body],
            type: 'boolean',
            from: cond.from,
            to: at.to,
          }
    return strictForm({ ...at, list, body })
  })
}

const renamed = (node: Node, from: number, to: number): Node =>
  rewrite(node, (at) => (at.op === 'variable' && at.id === from ? { ...at, id: to } : at))
