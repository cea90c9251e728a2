import { buildNode } from './closure/build.ts'
import type { Builder, Closure, FileRecord } from './closure/frame.ts'
import { type Node, ROOT } from './ir.ts'
import type { Predicate } from './predicate.ts'
import { strictForm } from './rewrite/strict.ts'

export type Mode = 'feel' | 'strict'

const cache = new WeakMap<Node, Partial<Record<Mode, Closure>>>()

function closureOf(ir: Node, mode: Mode): Closure {
  const known = cache.get(ir) ?? {}
  if (!known[mode]) {
    const builder: Builder = { strict: mode === 'strict', build: (node) => buildNode(node, builder) }
    known[mode] = builder.build(builder.strict ? strictForm(ir) : ir)
    cache.set(ir, known)
  }
  return known[mode]
}

/**
 * The value of a rule for one file: null, boolean, string, decimal, day number, whole months or days, or a list of these.
 * `feel` gives the specification's value; `strict` lets no missing fact pass as "different".
 */
export function evaluate(predicate: Predicate, record: FileRecord, mode: Mode = 'feel'): unknown {
  const vars: unknown[] = []
  vars[ROOT] = record
  return closureOf(predicate.ir, mode)({ vars })
}
