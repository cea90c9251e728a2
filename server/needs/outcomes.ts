import { Refusal } from '#domain/base/fail.ts'
import type { Snapshot } from '#domain/rules/columns/snapshot.ts'
import { children, type Node } from '#domain/rules/ir.ts'
import type { Predicate } from '#domain/rules/predicate.ts'
import { type Columns, toColumns } from '#domain/rules/to-columns.ts'
import { isShared } from './snapshot/layout.ts'

/** By predicate one byte a row: 1 yes, 0 no, 2 unknown; undefined where columns cannot tell, and SQL must. */
export type Outcomes = (Uint8Array | undefined)[]

/** Strict outcomes of all predicates for every row of a snapshot. */
export function outcomesOf(predicates: readonly Predicate[], snapshot: Snapshot): Outcomes {
  const { able, run } = bindExact(predicates, snapshot)
  const outcomes = new Map(able.map((predicate) => [predicate, new Uint8Array(snapshot[predicate.root]!.rows)]))
  run?.({ outcomes: [...outcomes.values()] })
  return predicates.map((predicate) => outcomes.get(predicate))
}

type Run = ReturnType<Columns['bind']>

/** Those of some rules over one record type that the columns can tell exactly, bound to them in that order. */
export function bindExact(
  predicates: readonly Predicate[],
  snapshot: Snapshot,
): { able: readonly Predicate[]; run: Run | undefined } {
  const wanted = predicates.filter((predicate) => !asksShared(predicate.ir, predicate))
  const whole = bound(wanted, snapshot)
  if (whole) return { able: wanted, run: whole }
  const able = wanted.filter((predicate) => bound([predicate], snapshot))
  return { able, run: bound(able, snapshot) }
}

/** Undefined where one of them cannot be computed exactly over these columns. */
function bound(predicates: readonly Predicate[], snapshot: Snapshot): Run | undefined {
  const [first] = predicates
  if (!first) return undefined
  try {
    return toColumns(predicates, first.catalogue).bind(snapshot)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'rules.columns.unsupported') return undefined
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
