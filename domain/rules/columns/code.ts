import { Refusal } from '../../base/fail.ts'
import type { Node } from '../ir.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * JavaScript text of a value. `guard` says that the record it stands in is there and must be asked first; `there` that
 * the value is. 'true' and 'false' are known ahead.
 */
export type ValueCode = {
  guard: string
  there: string
  value: string
  /** Comparisons with a missing value are false of themselves: all of them (NaN), or `>` and `>=` only (the least Int32). */
  missing: 'nan' | 'least' | 'other'
}
export type Rail = 'yes' | 'no'

/** What generated code is made of; arrays, tables and functions are bound to it as arguments. */
export type Generator = {
  strict: boolean
  snapshot: Snapshot
  /** Record types of the variables in scope, by id. */
  variables: ReadonlyMap<number, string>
  /** The name under which an array, table or function is visible in the generated code. */
  bind: (value: unknown, hint: string) => string
  /** The call of a function over the variables that `node` leaves free, made once for all that ask the same. */
  functionOf: (node: Node, body: (generator: Generator) => string, generator: Generator) => string
  /** The bit of a condition that is worked out for the whole table beforehand; undefined where that does not pay. */
  bit: (node: Node, rail: Rail, generator: Generator) => string | undefined
}

export function unsupported(what: string): never {
  throw new Refusal(
    'rules.columns.unsupported',
    {
      zh: `“${what}”不能在列快照上精确计算，请改用数据库。`,
      en: `“${what}” cannot be computed exactly over columns; use SQL instead.`,
    },
    { status: 422, where: { op: what } },
  )
}

/** Conditions are joined bit by bit: a branch that guesses wrong costs more than the comparison it would have saved. */
export function all(parts: readonly string[]): string {
  const open = [...new Set(parts)].filter((part) => part !== 'true')
  if (open.includes('false')) return 'false'
  return open.length > 1 ? `(${open.map((part) => `(${part})`).join('&')})` : (open[0] ?? 'true')
}
export function any(parts: readonly string[]): string {
  const open = [...new Set(parts)].filter((part) => part !== 'false')
  if (open.includes('true')) return 'true'
  return open.length > 1 ? `(${open.map((part) => `(${part})`).join('|')})` : (open[0] ?? 'false')
}
export const not = (part: string): string => (part === 'true' ? 'false' : part === 'false' ? 'true' : `((${part})^1)`)

/** A record must be there before its columns are looked at: the one place where a branch is wanted. */
export function guarded(guards: readonly string[], part: string): string {
  const open = [...new Set(guards)].filter((guard) => guard !== 'true')
  return open.length && part !== 'false' ? `(${open.join('&&')}&&(${part}))` : part
}
export const joinGuards = (guards: readonly string[]): string =>
  [...new Set(guards)].filter((guard) => guard !== 'true').join('&&') || 'true'

export const variableName = (id: number): string => `r${id}`
