import type { Mode } from './evaluate.ts'
import type { Node } from './ir.ts'
import { ROOT } from './ir.ts'
import type { Predicate } from './predicate.ts'
import { merged } from './rewrite/merged.ts'
import { simplify } from './rewrite/simplify.ts'
import { strictForm } from './rewrite/strict.ts'
import { callSql } from './sql/calls.ts'
import type { Emitter, Scope } from './sql/emitter.ts'
import { atSql, foldSql, listJson, quantifierSql } from './sql/folds.ts'
import { betweenSql, compareSql, equalSql, ifSql, isNullSql, logicSql, oneOfSql } from './sql/logic.ts'
import { fieldSql } from './sql/records.ts'
import { literalSql } from './sql/text.ts'
import { isList } from './type.ts'

export type SqlOptions = {
  /** Alias of the root record's row in the caller's statement. */
  alias: string
  /** What stands for a table: its name, or its rows as they were known at an instant. Names come quoted by the caller. */
  relation: (table: string) => string
  mode: Mode
  /** For WHERE and FILTER: true where the rule holds, null or false elsewhere; plain EXISTS, so cheaper. */
  truthy?: boolean
}

/**
 * A rule as one SQL expression over a row of its record type. It never raises an error, whatever the data.
 * Booleans are three-valued unless `truthy`; dates are `date`, durations `bigint` months or days, lists `jsonb`.
 */
export function toSql(predicate: Predicate, { alias, relation, mode, truthy = false }: SqlOptions): string {
  const strict = mode === 'strict'
  let aliases = 0
  const emitter: Emitter = {
    strict,
    catalogue: predicate.catalogue,
    relation,
    bindings: new Map([[ROOT, { alias, record: predicate.root, scope: undefined }]]),
    alias: () => {
      aliases += 1
      return `${alias}${aliases}`
    },
    exact: (node, scope) => emit(node, 'exact', scope, emitter),
    yes: (node, scope) => emit(node, 'yes', scope, emitter),
    no: (node, scope) => emit(node, 'no', scope, emitter),
  }
  const ir = merged(simplify(strict ? strictForm(predicate.ir) : predicate.ir))
  if (isList(ir.type)) return listJson(ir, emitter)
  if (ir.type === 'null' && truthy) return 'FALSE'
  return truthy ? emitter.yes(ir, undefined) : emitter.exact(ir, undefined)
}

type Part = 'exact' | 'yes' | 'no'

function emit(node: Node, part: Part, scope: Scope | undefined, emitter: Emitter): string {
  switch (node.op) {
    case 'and':
    case 'or':
      return logicSql(node, part, scope, emitter)
    case 'not':
      if (part === 'exact') return `(NOT ${emitter.exact(node.arg, scope)})`
      return part === 'yes' ? emitter.no(node.arg, scope) : emitter.yes(node.arg, scope)
    case 'compare':
      return compareSql(node, part, scope, emitter)
    case 'equal':
      return equalSql(node, part, scope, emitter)
    case 'oneOf':
      return oneOfSql(node, part, scope, emitter)
    case 'between':
      return betweenSql(node, part, scope, emitter)
    case 'if':
      return ifSql(node, part, scope, emitter)
    case 'some':
    case 'every':
      return quantifierSql(node, part, scope, emitter)
    case 'named':
      return emit(node.body, part, scope, emitter)
    default: {
      const text = emitValue(node, scope, emitter)
      return part === 'no' ? `(NOT ${text})` : text
    }
  }
}

function emitValue(node: Node, scope: Scope | undefined, emitter: Emitter): string {
  switch (node.op) {
    case 'literal':
      return literalSql(node)
    case 'variable':
      return (emitter.bindings.get(node.id) as { value: string }).value
    case 'field':
      return fieldSql(node, scope, emitter)
    case 'call':
      return callSql(
        node,
        node.args.map((arg) => emitter.exact(arg, scope)),
      )
    case 'isNull':
      return isNullSql(node, scope, emitter)
    case 'fold':
      return foldSql(node, scope, emitter)
    case 'at':
      return atSql(node, emitter)
    default:
      throw new Error(`No SQL for ${node.op}`)
  }
}
