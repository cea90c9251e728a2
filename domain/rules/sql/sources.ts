import type { ListFact } from '../../people/fact.ts'
import type { Node, NodeOf } from '../ir.ts'
import { nullable } from '../rewrite/nullable.ts'
import { isList, isRecord } from '../type.ts'
import { type Binding, type Emitter, newScope, type RecordBinding, type Scope, selectFrom } from './emitter.ts'
import { column, joinCondition, recordAlias, recordMissing, tableOf } from './records.ts'
import { literalSql, sqlType } from './text.ts'

/** Position of a row among its siblings, in tables of literals. */
export const ORDINAL = ' n'

/** Adds a list to a SELECT as rows and says what one row stands for. */
export function source(node: Node, scope: Scope, emitter: Emitter): Binding {
  switch (node.op) {
    case 'rows':
      return rows(node, scope, emitter)
    case 'filter':
      return filter(node, scope, emitter)
    case 'map':
      return map(node, scope, emitter)
    case 'flatten':
      return flatten(node, scope, emitter)
    case 'items':
      return items(node, scope, emitter)
    case 'distinct':
      return distinct(node, scope, emitter)
    case 'concat':
      return concat(node, scope, emitter)
    case 'named':
      return source(node.body, scope, emitter)
    case 'variable':
      return source((emitter.bindings.get(node.id) as { list: Node }).list, scope, emitter)
    case 'literal':
      return nothing(node, scope, emitter)
    default:
      throw new Error(`A list is no ${node.op}`)
  }
}

/** FROM items form one chain, so that each may look at those before it. */
function attach(item: string, scope: Scope, lateral = false): void {
  scope.from.push(scope.from.length ? `CROSS JOIN ${lateral ? 'LATERAL ' : ''}${item}` : item)
}

function rows(node: NodeOf<'rows'>, scope: Scope, emitter: Emitter): Binding {
  const fact = emitter.catalogue[node.record]!.facts[node.key] as ListFact
  const alias = emitter.alias()
  attach(`${tableOf(fact.of, emitter)} AS ${alias}`, scope)
  const base = recordAlias(node.base, scope, emitter)
  scope.where.push(joinCondition(fact.on, base.alias, alias))
  if (Object.hasOwn(fact, 'ordered')) scope.order.push(column(alias, ORDINAL))
  return { alias, record: fact.of, scope }
}

function filter(node: NodeOf<'filter'>, scope: Scope, emitter: Emitter): Binding {
  const bound = source(node.list, scope, emitter)
  emitter.bindings.set(node.id, bound)
  if (!emitter.strict || !nullable(node.cond, true)) {
    scope.where.push(emitter.yes(node.cond, scope))
    return bound
  }
  const cond = emitter.exact(node.cond, scope)
  scope.where.push(`(${cond}) IS NOT FALSE`)
  scope.unknown.push(`(${cond}) IS NULL`)
  return bound
}

function map(node: NodeOf<'map'>, scope: Scope, emitter: Emitter): Binding {
  emitter.bindings.set(node.id, source(node.list, scope, emitter))
  if (isList(node.body.type)) return { list: node.body }
  if (isRecord(node.body.type)) return recordAlias(node.body, scope, emitter)
  return { value: emitter.exact(node.body, scope) }
}

function flatten(node: NodeOf<'flatten'>, scope: Scope, emitter: Emitter): Binding {
  const outer = source(node.list, scope, emitter)
  return source((outer as { list: Node }).list, scope, emitter)
}

function items(node: NodeOf<'items'>, scope: Scope, emitter: Emitter): Binding {
  const alias = emitter.alias()
  const type = isList(node.type) ? sqlType(node.type.list, node.shape) : 'text'
  const inner = scope.from.length ? scope : undefined
  const values = node.items.map((item, i) => `(${i + 1}, ${emitter.exact(item, inner)}::${type})`)
  const table = values.length ? `(VALUES ${values.join(', ')})` : `(SELECT 1, NULL::${type} WHERE FALSE)`
  attach(`${table} AS ${alias}(_n, _v)`, scope, true)
  scope.order.push(`${alias}._n`)
  return { value: `${alias}._v` }
}

function nothing(node: NodeOf<'literal'>, scope: Scope, emitter: Emitter): Binding {
  return items({ ...node, op: 'items', items: [] }, scope, emitter)
}

/** A list as a table of its own: `v` (or the record's columns), its position `n`, and `u` where a row is uncertain. */
function asTable(node: Node, emitter: Emitter): { text: string; record: string | undefined; uncertain: boolean } {
  const scope = newScope()
  const bound = source(node, scope, emitter)
  const position = scope.order.length ? `row_number() OVER (ORDER BY ${scope.order.join(', ')})` : '1'
  const uncertain = scope.unknown.length > 0
  const u = uncertain ? `, (${scope.unknown.join(' OR ')}) AS _u` : ', FALSE AS _u'
  const record = 'alias' in bound ? bound.record : undefined
  const value = 'alias' in bound ? `${bound.alias}.*` : `${(bound as { value: string }).value} AS _v`
  return { text: selectFrom(`${position} AS _n${u}, ${value}`, scope), record, uncertain }
}

function bindTable(text: string, record: string | undefined, scope: Scope, emitter: Emitter): Binding {
  const alias = emitter.alias()
  attach(`(${text}) AS ${alias}`, scope, true)
  return record === undefined ? { value: `${alias}._v` } : ({ alias, record, scope } satisfies RecordBinding)
}

const aliasOf = (bound: Binding): string =>
  'alias' in bound ? bound.alias : (bound as { value: string }).value.split('.')[0]!

function distinct(node: NodeOf<'distinct'>, scope: Scope, emitter: Emitter): Binding {
  const { text } = asTable(node.list, emitter)
  const unknown = emitter.strict ? 'bool_or(d._u OR d._v IS NULL)' : 'FALSE'
  const bound = bindTable(
    `SELECT min(d._n) AS _n, d._v, ${unknown} AS _u FROM (${text}) AS d GROUP BY d._v`,
    undefined,
    scope,
    emitter,
  )
  scope.order.push(`${aliasOf(bound)}._n`)
  if (emitter.strict) scope.unknown.push(`${aliasOf(bound)}._u`)
  return bound
}

function concat(node: NodeOf<'concat'>, scope: Scope, emitter: Emitter): Binding {
  const tables = node.lists.map((list) => asTable(list, emitter))
  const parts = tables.map(({ text }, i) => `SELECT ${i} AS _part, c.* FROM (${text}) AS c`)
  const bound = bindTable(parts.join(' UNION ALL '), tables[0]!.record, scope, emitter)
  scope.order.push(`${aliasOf(bound)}._part`, `${aliasOf(bound)}._n`)
  if (tables.some(({ uncertain }) => uncertain)) scope.unknown.push(`${aliasOf(bound)}._u`)
  return bound
}

/** Is the list itself null, because the record it hangs on is missing? Null when it never is. */
export function listMissing(node: Node, scope: Scope | undefined, emitter: Emitter): string | null {
  switch (node.op) {
    case 'literal':
      return literalSql({ ...node, type: 'boolean', value: true })
    case 'rows':
      return recordMissing(node.base, scope, emitter)
    case 'named':
      return listMissing(node.body, scope, emitter)
    case 'variable': {
      const bound = emitter.bindings.get(node.id)
      return bound && 'list' in bound ? listMissing(bound.list, scope, emitter) : null
    }
    case 'filter':
    case 'map':
    case 'flatten':
    case 'distinct':
      return listMissing(node.list, scope, emitter)
    case 'concat': {
      const missing = node.lists.map((list) => listMissing(list, scope, emitter)).filter((text) => text !== null)
      return missing.length ? `(${missing.join(' OR ')})` : null
    }
    default:
      return null
  }
}
