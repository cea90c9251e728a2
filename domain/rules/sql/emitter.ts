import type { Catalogue } from '../../people/fact.ts'
import type { Node } from '../ir.ts'

/** One SELECT under construction: a chain of FROM items, conditions, and what of its rows is uncertain. */
export type Scope = {
  from: string[]
  where: string[]
  /** Alias of a reference already joined, by the text of its condition. */
  joined: Map<string, string>
  /** Keys that restore a list's order; empty where there is none. */
  order: string[]
  /** Strict mode: true of a row of which it is unknown whether it belongs to the list. */
  unknown: string[]
}
export const newScope = (): Scope => ({ from: [], where: [], joined: new Map(), order: [], unknown: [] })

/** A record is an alias in a scope (the root's scope is the caller's statement); a scalar is an expression. */
export type RecordBinding = { alias: string; record: string; scope: Scope | undefined }
export type Binding = RecordBinding | { value: string } | { list: Node }

/**
 * Three forms of one condition: `exact` keeps all three truths; `yes` is true only where it is true and may say null
 * for false, `no` is true only where it is false. WHERE needs no more, and EXISTS stays a plain EXISTS.
 */
export type Emitter = {
  strict: boolean
  catalogue: Catalogue
  relation: (table: string) => string
  bindings: Map<number, Binding>
  alias: () => string
  exact: (node: Node, scope: Scope | undefined) => string
  yes: (node: Node, scope: Scope | undefined) => string
  no: (node: Node, scope: Scope | undefined) => string
}

export function selectFrom(columns: string, scope: Scope, tail = ''): string {
  const [first, ...rest] = scope.from
  const where = scope.where.length ? ` WHERE ${scope.where.join(' AND ')}` : ''
  return `SELECT ${columns} FROM ${[first, ...rest].join(' ')}${where}${tail}`
}
