import { Refusal } from '#domain/base/fail.ts'
import type { Snapshot } from '#domain/rules/columns/snapshot.ts'
import type { Node } from '#domain/rules/ir.ts'
import { children } from '#domain/rules/ir.ts'
import type { Predicate } from '#domain/rules/predicate.ts'
import { toColumns } from '#domain/rules/to-columns.ts'
import { isShared } from './snapshot/layout.ts'

/** By predicate one byte a row: 1 yes, 0 no, 2 unknown; undefined where columns cannot tell, and SQL must. */
export type Outcomes = (Uint8Array | undefined)[]

/** Strict outcomes of all predicates for every row of a snapshot. */
export function outcomesOf(predicates: readonly Predicate[], snapshot: Snapshot): Outcomes {
  const able = predicates.map((predicate) => inColumns(predicate, snapshot))
  const chosen = predicates.filter((_, i) => able[i])
  const [first] = chosen
  if (!first) return predicates.map(() => undefined)
  const { rows } = snapshot[first.root]!
  const outcomes = chosen.map(() => new Uint8Array(rows))
  toColumns(chosen, first.catalogue).bind(snapshot)({ outcomes })
  let next = 0
  return able.map((is) => (is ? outcomes[next++] : undefined))
}

function inColumns(predicate: Predicate, snapshot: Snapshot): boolean {
  if (asksShared(predicate.ir, predicate)) return false
  try {
    toColumns([predicate], predicate.catalogue).bind(snapshot)
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'rules.columns.unsupported') return false
    throw error
  }
}

/** Columns know one parent of an element; who shares a value stands in the lists of several. Counting them is no harm. */
function asksShared(node: Node, predicate: Predicate): boolean {
  if ((node.op === 'some' || node.op === 'every') && node.list.op === 'rows') {
    const fact = predicate.catalogue[node.list.record]!.facts[node.list.key]!
    if (fact.kind === 'list' && isShared(fact)) return true
  }
  return children(node).some((child) => asksShared(child, predicate))
}
