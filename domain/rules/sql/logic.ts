import type { Node, NodeOf } from '../ir.ts'
import { nullable } from '../rewrite/nullable.ts'
import { isList, isRecord } from '../type.ts'
import type { Emitter, Scope } from './emitter.ts'
import { recordMissing } from './records.ts'
import { listMissing } from './sources.ts'
import { literalSql } from './text.ts'

type In = Scope | undefined
type Part = 'exact' | 'yes' | 'no'

function joined(args: string[], operator: 'AND' | 'OR'): string {
  return args.length === 1 ? args[0]! : `(${args.join(` ${operator} `)})`
}

export function logicSql(node: NodeOf<'and' | 'or'>, part: Part, scope: In, emitter: Emitter): string {
  const isAnd = (node.op === 'and') !== (part === 'no')
  return joined(
    node.args.map((arg) => emitter[part](arg, scope)),
    isAnd ? 'AND' : 'OR',
  )
}

const collated = (node: Node): string => (node.type === 'string' ? ' COLLATE "C"' : '')
const OPPOSITE = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const

export function compareSql(node: NodeOf<'compare'>, part: Part, scope: In, emitter: Emitter): string {
  const order = part === 'no' ? OPPOSITE[node.order] : node.order
  return `(${emitter.exact(node.a, scope)} ${order} ${emitter.exact(node.b, scope)}${collated(node.a)})`
}

export function equalSql(node: NodeOf<'equal'>, part: Part, scope: In, emitter: Emitter): string {
  const [a, b] = [emitter.exact(node.a, scope), emitter.exact(node.b, scope)]
  const differs = node.negated !== (part === 'no')
  if (emitter.strict) return `(${a} ${differs ? '<>' : '='} ${b})`
  const open = [node.a, node.b].filter((side) => nullable(side, false)).length
  if (open === 0) return `(${a} ${differs ? '<>' : '='} ${b})`
  if (differs) return `(${a} IS DISTINCT FROM ${b})`
  if (open === 2) return `(${a} IS NOT DISTINCT FROM ${b})`
  return part === 'exact' ? `((${a} = ${b}) IS TRUE)` : `(${a} = ${b})`
}

export function oneOfSql(node: NodeOf<'oneOf'>, part: Part, scope: In, emitter: Emitter): string {
  const arg = emitter.exact(node.arg, scope)
  const values = node.values.map(literalSql).join(', ')
  const open = nullable(node.arg, emitter.strict)
  if (part === 'no')
    return emitter.strict || !open ? `(${arg} NOT IN (${values}))` : `((${arg} IN (${values})) IS NOT TRUE)`
  return emitter.strict || !open || part === 'yes' ? `(${arg} IN (${values}))` : `((${arg} IN (${values})) IS TRUE)`
}

export function betweenSql(node: NodeOf<'between'>, part: Part, scope: In, emitter: Emitter): string {
  const [arg, lo, hi] = [node.arg, node.lo, node.hi].map((side) => emitter.exact(side, scope)) as [
    string,
    string,
    string,
  ]
  const c = collated(node.arg)
  const text = `(${arg} ${node.loOpen ? '>' : '>='} ${lo}${c} AND ${arg} ${node.hiOpen ? '<' : '<='} ${hi}${c})`
  return part === 'no' ? `(NOT ${text})` : text
}

export function isNullSql(node: NodeOf<'isNull'>, scope: In, emitter: Emitter): string {
  const { arg } = node
  if (!isRecord(arg.type) && !isList(arg.type))
    return `(${emitter.exact(arg, scope)} IS ${node.negated ? 'NOT ' : ''}NULL)`
  const missing = isList(arg.type) ? listMissing(arg, scope, emitter) : recordMissing(arg, scope, emitter)
  if (missing === null) return node.negated ? 'TRUE' : 'FALSE'
  return node.negated ? `(NOT (${missing}))` : `(${missing})`
}

export function ifSql(node: NodeOf<'if'>, part: Part, scope: In, emitter: Emitter): string {
  const [yes, no] = [emitter[part](node.yes, scope), emitter[part](node.no, scope)]
  if (emitter.strict && nullable(node.cond, true)) {
    const cond = emitter.exact(node.cond, scope)
    return `(CASE ${cond} WHEN TRUE THEN ${yes} WHEN FALSE THEN ${no} END)`
  }
  return `(CASE WHEN ${emitter.yes(node.cond, scope)} THEN ${yes} ELSE ${no} END)`
}
