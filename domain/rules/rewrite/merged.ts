import { structureOf } from '../columns/structure.ts'
import { type Node, type NodeOf, rewrite } from '../ir.ts'

type Quantifier = NodeOf<'some'> | NodeOf<'every'>
const FITS = { or: 'some', and: 'every' } as const

/**
 * One question of a list in place of several: `some x in l satisfies a or some y in l satisfies b` asks for an element with
 * a or b, in three values too, and `every` stands to `and` as `some` to `or`. Under `or` each question alone would be put
 * to every row; the one is a join that may begin at either end.
 */
export function merged(node: Node): Node {
  return rewrite(node, (at) => (at.op === 'or' || at.op === 'and' ? mergedArgs(at) : at))
}

function mergedArgs(node: NodeOf<'and' | 'or'>): Node {
  const byList = new Map<string, Quantifier>()
  const args: (Node | string)[] = []
  for (const arg of node.args) {
    const quantifier = bare(arg)
    if (quantifier.op !== FITS[node.op]) {
      args.push(arg)
      continue
    }
    const list = nameOf(quantifier.list)
    const first = byList.get(list)
    if (!first) args.push(list)
    byList.set(list, first ? joined(node, first, quantifier) : quantifier)
  }
  const all = args.map((arg) => (typeof arg === 'string' ? byList.get(arg)! : arg))
  return all.length === 1 ? all[0]! : { ...node, args: all }
}

const nameOf = (list: Node): string => {
  const { text, free } = structureOf(list)
  return `${text} of ${free.join(' ')}`
}
const bare = (node: Node): Node => (node.op === 'named' ? bare(node.body) : node)

function joined(node: NodeOf<'and' | 'or'>, first: Quantifier, other: Quantifier): Quantifier {
  const body = rewrite(other.body, (at) =>
    at.op === 'variable' && at.id === other.id ? { ...at, id: first.id, name: first.name } : at,
  )
  return { ...first, body: { op: node.op, args: [first.body, body], type: 'boolean', from: node.from, to: node.to } }
}
