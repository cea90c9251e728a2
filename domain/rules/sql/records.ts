import type { RefFact, ScalarFact } from '../../people/fact.ts'
import type { Node, NodeOf } from '../ir.ts'
import { type Emitter, newScope, type RecordBinding, type Scope, selectFrom } from './emitter.ts'
import { quoteName } from './text.ts'

export const column = (alias: string, name: string): string => `${alias}.${quoteName(name)}`

export function tableOf(record: string, emitter: Emitter): string {
  return emitter.relation(emitter.catalogue[record]!.table)
}

export const joinCondition = (on: readonly (readonly [string, string])[], here: string, there: string): string =>
  on.map(([from, to]) => `${column(there, to)} = ${column(here, from)}`).join(' AND ')

/** The alias of a record seen from a SELECT under construction: references are joined once in the scope they hang on. */
export function recordAlias(node: Node, scope: Scope, emitter: Emitter): RecordBinding {
  if (node.op === 'named') return recordAlias(node.body, scope, emitter)
  if (node.op === 'variable') return emitter.bindings.get(node.id) as RecordBinding
  if (node.op !== 'ref') throw new Error(`A record is no ${node.op}`)
  const base = recordAlias(node.base, scope, emitter)
  const fact = emitter.catalogue[node.record]!.facts[node.key] as RefFact
  const owner = base.scope ?? scope
  const key = `${base.alias}.${node.key}`
  const alias = owner.joined.get(key) ?? emitter.alias()
  if (!owner.joined.has(key)) {
    owner.joined.set(key, alias)
    const on = joinCondition(fact.on, base.alias, alias)
    owner.from.push(`LEFT JOIN ${tableOf(fact.to, emitter)} AS ${alias} ON ${on}`)
  }
  return { alias, record: fact.to, scope: owner }
}

function isRootRef(node: Node, emitter: Emitter): boolean {
  if (node.op === 'named') return isRootRef(node.body, emitter)
  if (node.op !== 'ref') return false
  const base = node.base.op === 'named' ? node.base.body : node.base
  if (base.op === 'variable') return (emitter.bindings.get(base.id) as RecordBinding).scope === undefined
  return isRootRef(base, emitter)
}

/** A reference of the root record with no SELECT around it: a SELECT of its own that starts at the referenced record. */
function detached(node: Node, emitter: Emitter): { scope: Scope; binding: RecordBinding } | undefined {
  if (!isRootRef(node, emitter)) return undefined
  const scope = newScope()
  return { scope, binding: startAt(node, scope, emitter) }
}

function startAt(node: Node, scope: Scope, emitter: Emitter): RecordBinding {
  if (node.op === 'named') return startAt(node.body, scope, emitter)
  const ref = node as NodeOf<'ref'>
  const base = ref.base.op === 'named' ? ref.base.body : ref.base
  if (base.op !== 'variable') {
    const inner = startAt(base, scope, emitter)
    const fact = emitter.catalogue[ref.record]!.facts[ref.key] as RefFact
    const alias = emitter.alias()
    scope.from.push(`JOIN ${tableOf(fact.to, emitter)} AS ${alias} ON ${joinCondition(fact.on, inner.alias, alias)}`)
    return { alias, record: fact.to, scope }
  }
  const root = emitter.bindings.get(base.id) as RecordBinding
  const fact = emitter.catalogue[ref.record]!.facts[ref.key] as RefFact
  const alias = emitter.alias()
  scope.from.push(`${tableOf(fact.to, emitter)} AS ${alias}`)
  scope.where.push(joinCondition(fact.on, root.alias, alias))
  return { alias, record: fact.to, scope }
}

export function fieldSql(node: NodeOf<'field'>, scope: Scope | undefined, emitter: Emitter): string {
  const fact = emitter.catalogue[node.record]!.facts[node.key] as ScalarFact
  const own = scope ? undefined : detached(node.base, emitter)
  if (own) return `(${selectFrom(column(own.binding.alias, fact.column), own.scope)})`
  return column(recordAlias(node.base, scope ?? newScope(), emitter).alias, fact.column)
}

/** Is there no such record? Null when the record is always there. */
export function recordMissing(node: Node, scope: Scope | undefined, emitter: Emitter): string | null {
  if (node.op === 'variable') return null
  if (node.op === 'named') return recordMissing(node.body, scope, emitter)
  const own = scope ? undefined : detached(node, emitter)
  if (own) return `NOT EXISTS (${selectFrom('1', own.scope)})`
  const fact = emitter.catalogue[(node as NodeOf<'ref'>).record]!.facts[(node as NodeOf<'ref'>).key] as RefFact
  return `${column(recordAlias(node, scope ?? newScope(), emitter).alias, fact.on[0]![1])} IS NULL`
}
