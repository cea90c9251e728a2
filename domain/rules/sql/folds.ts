import type { Node, NodeOf } from '../ir.ts'
import { nullable } from '../rewrite/nullable.ts'
import { isRecord } from '../type.ts'
import { exactly } from './calls.ts'
import { type Emitter, newScope, type Scope, selectFrom } from './emitter.ts'
import { listMissing, source } from './sources.ts'
import { quoteString } from './text.ts'

type Quantifier = NodeOf<'some'> | NodeOf<'every'>
type Truth = 'exact' | 'yes' | 'no'

/** Null for a list that is missing. */
const guarded = (text: string, missing: string | null): string =>
  missing === null ? text : `CASE WHEN NOT (${missing}) THEN ${text} END`

export function quantifierSql(node: Quantifier, truth: Truth, outer: Scope | undefined, emitter: Emitter): string {
  const missing = listMissing(node.list, outer, emitter)
  const scope = newScope()
  emitter.bindings.set(node.id, source(node.list, scope, emitter))
  const certain = scope.unknown.length === 0
  const open = nullable(node.body, emitter.strict)
  if (!certain || (truth === 'exact' && open)) {
    const text = guarded(threeValued(node, scope, emitter), missing)
    return truth === 'no' ? `(NOT (${text}))` : text
  }
  // What is looked for is one element: a witness of `some`, or of `every` being false.
  const some = node.op === 'some'
  const wantsWitness = (truth !== 'no') === some
  scope.where.push(witness(node, wantsWitness, open, scope, emitter))
  const exists = `EXISTS (${selectFrom('1', scope)})`
  const text = wantsWitness ? exists : `(NOT ${exists})`
  if (truth === 'exact') return guarded(text, missing)
  return missing === null || (wantsWitness && !joinsLists(node.list)) ? text : `(NOT (${missing}) AND ${text})`
}

/** A missing list has no rows and so no witness, unless others were joined to it. */
function joinsLists(list: Node): boolean {
  if (list.op === 'concat') return true
  return 'list' in list ? joinsLists(list.list) : list.op === 'named' && joinsLists(list.body)
}

/** `wants`: an element that settles the question; otherwise any element that stands in the way of the answer. */
function witness(node: Quantifier, wants: boolean, open: boolean, scope: Scope, emitter: Emitter): string {
  const some = node.op === 'some'
  if (wants) return some ? emitter.yes(node.body, scope) : emitter.no(node.body, scope)
  if (!open) return some ? emitter.yes(node.body, scope) : emitter.no(node.body, scope)
  return `(${emitter.exact(node.body, scope)}) IS NOT ${some ? 'FALSE' : 'TRUE'}`
}

/**
 * Rows are made in a SELECT of their own: an aggregate whose argument names only outer columns would count the outer rows.
 */
function threeValued(node: Quantifier, scope: Scope, emitter: Emitter): string {
  const body = emitter.exact(node.body, scope)
  const inner = selectFrom(`${body} AS b, ${uncertainty(scope)} AS _u`, scope)
  const known = scope.unknown.length ? 'NOT coalesce(bool_or(t._u), FALSE) AND ' : ''
  const decided =
    node.op === 'some'
      ? `WHEN ${known}bool_or(t.b) THEN TRUE WHEN ${known}count(*) = count(t.b) THEN FALSE`
      : `WHEN ${known}NOT bool_and(t.b) THEN FALSE WHEN ${known}count(*) = count(t.b) THEN TRUE`
  return `(SELECT CASE ${decided} END FROM (${inner}) AS t)`
}

const uncertainty = (scope: Scope): string => (scope.unknown.length ? `(${scope.unknown.join(' OR ')})` : 'FALSE')

export function foldSql(node: NodeOf<'fold'>, outer: Scope | undefined, emitter: Emitter): string {
  const missing = listMissing(node.list, outer, emitter)
  const scope = newScope()
  const bound = source(node.list, scope, emitter)
  if (node.aggregate === 'count') {
    if (!scope.unknown.length) return guarded(`(${selectFrom('count(*)', scope)})`, missing)
    const inner = selectFrom(`${uncertainty(scope)} AS _u`, scope)
    return guarded(
      `(SELECT CASE WHEN NOT coalesce(bool_or(t._u), FALSE) THEN count(*) END FROM (${inner}) AS t)`,
      missing,
    )
  }
  const value = (bound as { value: string }).value
  const order = scope.order.length ? `row_number() OVER (ORDER BY ${scope.order.join(', ')})` : '1'
  const inner = selectFrom(`${value} AS _v, ${uncertainty(scope)} AS _u, ${order} AS _n`, scope)
  const known = scope.unknown.length ? ' AND NOT coalesce(bool_or(t._u), FALSE)' : ''
  if (node.aggregate === 'string join') {
    const joined = `coalesce(string_agg(t._v, ${quoteString(node.delimiter ?? '')} ORDER BY t._n), '')`
    const open = emitter.strict ? `CASE WHEN count(*) = count(t._v)${known} THEN ${joined} END` : joined
    return guarded(`(SELECT ${open} FROM (${inner}) AS t)`, missing)
  }
  return guarded(
    `(SELECT CASE WHEN count(*) = count(t._v)${known} THEN ${aggregate(node)} END FROM (${inner}) AS t)`,
    missing,
  )
}

function aggregate(node: NodeOf<'fold'>): string {
  switch (node.aggregate) {
    case 'sum':
      return exactly('sum(t._v::numeric)', node)
    case 'mean':
      return 'feel_divide(feel_round34(sum(t._v::numeric)), count(*)::numeric)'
    case 'product':
      return 'feel_product(array_agg(t._v::numeric ORDER BY t._n))'
    default:
      return node.type === 'string' ? `${node.aggregate}(t._v COLLATE "C")` : `${node.aggregate}(t._v)`
  }
}

export function atSql(node: NodeOf<'at'>, emitter: Emitter): string {
  const scope = newScope()
  const bound = source(node.list, scope, emitter)
  if (node.position === 0) return `(${selectFrom((bound as { value: string }).value, scope, ' LIMIT 0')})`
  const direction = node.position < 0 ? ' DESC' : ''
  const order = scope.order.map((key) => `${key}${direction}`).join(', ')
  const tail = ` ORDER BY ${order} OFFSET ${Math.abs(node.position) - 1} LIMIT 1`
  const value = (bound as { value: string }).value
  if (!scope.unknown.length) return `(${selectFrom(value, scope, tail)})`
  const inner = selectFrom(
    `${value} AS _v, ${uncertainty(scope)} AS _u, row_number() OVER (ORDER BY ${order}) AS _n`,
    scope,
  )
  const position = Math.abs(node.position)
  return `(SELECT CASE WHEN NOT bool_or(t._u) THEN (array_agg(t._v ORDER BY t._n))[${position}] END FROM (${inner}) AS t)`
}

/** A whole list as JSON, in its order: for showing a list's value. */
export function listJson(node: NodeOf<'named'>['body'], emitter: Emitter): string {
  const missing = listMissing(node, undefined, emitter)
  const scope = newScope()
  const bound = source(node, scope, emitter)
  const order = scope.order.length ? `row_number() OVER (ORDER BY ${scope.order.join(', ')})` : '1'
  const value = 'value' in bound && !isRecord(node.type) ? bound.value : 'NULL'
  const inner = selectFrom(`${value} AS _v, ${uncertainty(scope)} AS _u, ${order} AS _n`, scope)
  const list = `coalesce(jsonb_agg(to_jsonb(t._v) ORDER BY t._n), '[]'::jsonb)`
  const open = scope.unknown.length ? `CASE WHEN NOT coalesce(bool_or(t._u), FALSE) THEN ${list} END` : list
  return guarded(`(SELECT ${open} FROM (${inner}) AS t)`, missing)
}
