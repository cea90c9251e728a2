import { children, type Node, ROOT } from '../ir.ts'

/** The same question has the same text wherever it was written: spans, labels and the numbers of variables left out. */
export function structureOf(node: Node): { text: string; free: number[] } {
  const free: number[] = []
  const bound: number[] = []
  const write = (at: Node): string => {
    if (at.op === 'named') return write(at.body)
    if (at.op === 'variable') {
      const depth = bound.lastIndexOf(at.id)
      if (depth >= 0) return `v${depth}`
      if (!free.includes(at.id)) free.push(at.id)
      return `f${at.id}`
    }
    const { from: _from, to: _to, codes: _codes, shape: _shape, ...own } = at as Node & Record<string, unknown>
    const plain = Object.entries(own).filter(
      ([key, value]) => key !== 'id' && key !== 'name' && key !== 'parameter' && !isNode(value),
    )
    const head = JSON.stringify(at.op === 'call' ? [...plain, at.name] : plain, (_, value) =>
      typeof value === 'bigint' ? `${value}n` : value,
    )
    const [first, ...rest] = children(at)
    const parts = first ? [write(first)] : []
    if ('id' in at) bound.push(at.id)
    parts.push(...rest.map(write))
    if ('id' in at) bound.pop()
    return `(${head} ${parts.join(' ')})`
  }
  const text = write(node)
  return { text, free }
}

const isNode = (value: unknown): boolean =>
  (typeof value === 'object' && value !== null && 'op' in value) || (Array.isArray(value) && value.some(isNode))

/** Asks nothing but the root record. */
export const onlyRoot = (free: readonly number[]): boolean => free.every((id) => id === ROOT)
