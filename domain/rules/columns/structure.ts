import { children, type Node } from '../ir.ts'

/** A condition without spans, labels and the numbers of its variables: the same question has the same text wherever it stands. */
export type Structure = {
  text: string
  /** Variables from outside, in the order in which the text first names them. */
  free: number[]
}
const cache = new WeakMap<Node, Structure>()

export function structureOf(node: Node): Structure {
  const known = cache.get(node)
  if (known) return known
  const free: number[] = []
  const text = write(node, [], free)
  const made = { text, free }
  cache.set(node, made)
  return made
}

const LEFT_OUT = new Set(['from', 'to', 'codes', 'shape', 'id', 'name', 'parameter'])

function write(node: Node, bound: number[], free: number[]): string {
  if (node.op === 'named') return write(node.body, bound, free)
  if (node.op === 'variable') {
    const depth = bound.lastIndexOf(node.id)
    if (depth >= 0) return `v${depth}`
    if (!free.includes(node.id)) free.push(node.id)
    return `f${free.indexOf(node.id)}`
  }
  const own = Object.entries(node).filter(([key, value]) => !LEFT_OUT.has(key) && !holdsNodes(value))
  if (node.op === 'call') own.push(['name', node.name])
  const head = JSON.stringify(own, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))
  const [first, ...rest] = children(node)
  const parts = first ? [write(first, bound, free)] : []
  // Only what stands after the list sees its element.
  const inside = 'id' in node ? [...bound, node.id] : bound
  return `(${head} ${[...parts, ...rest.map((child) => write(child, inside, free))].join(' ')})`
}

const isNode = (value: unknown): boolean => typeof value === 'object' && value !== null && 'op' in value
const holdsNodes = (value: unknown): boolean => isNode(value) || (Array.isArray(value) && value.some(isNode))
