import { children, type Node, rewrite } from '../ir.ts'

/** Stands for a row of the table that a reference leads to. */
export const THROUGH = 1_000_000
export type Through = { key: string; record: string; node: Node }

/**
 * A condition that asks nothing of its row but what one reference leads to can be worked out on the table it leads to,
 * which is shorter, and be fetched from there. Where the reference leads nowhere it must be unknown.
 */
export function throughReference(node: Node, id: number, strict: boolean): Through | undefined {
  const found = soleReference(node, id)
  if (!found || typeof found === 'string' || !nullWithout(node, id, strict)) return undefined
  const replaced = rewrite(node, (at) =>
    at.op === 'ref' && at.key === found.key && at.base.op === 'variable' && at.base.id === id
      ? { op: 'variable', id: THROUGH, name: at.key, type: { record: found.record }, from: at.from, to: at.to }
      : at,
  )
  return { ...found, node: replaced }
}

/** Is the value null for certain when the reference leads nowhere? */
function nullWithout(node: Node, id: number, strict: boolean): boolean {
  const again = (child: Node) => nullWithout(child, id, strict)
  switch (node.op) {
    case 'ref':
      return (node.base.op === 'variable' && node.base.id === id) || again(node.base)
    case 'field':
    case 'rows':
      return again(node.base)
    case 'named':
      return again(node.body)
    case 'call':
      return node.args.some(again)
    case 'compare':
      return again(node.a) || again(node.b)
    case 'equal':
      return strict && (again(node.a) || again(node.b))
    case 'oneOf':
      return strict && again(node.arg)
    case 'between':
      return again(node.arg)
    case 'some':
    case 'every':
    case 'fold':
    case 'filter':
    case 'map':
      return again(node.list)
    default:
      return false
  }
}

type Reference = { key: string; record: string }
/** 'other' when the row is asked for something else, undefined when it is not asked at all. */
function soleReference(node: Node, id: number): Reference | 'other' | undefined {
  if (node.op === 'variable') return node.id === id ? 'other' : undefined
  if (node.op === 'ref' && node.base.op === 'variable' && node.base.id === id) {
    return { key: node.key, record: (node.type as { record: string }).record }
  }
  let sole: Reference | undefined
  for (const child of children(node)) {
    const found = soleReference(child, id)
    if (found === 'other' || (found && sole && found.key !== sole.key)) return 'other'
    sole = found ?? sole
  }
  return sole
}
