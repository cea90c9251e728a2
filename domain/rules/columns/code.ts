import { Refusal } from '../../base/fail.ts'
import type { Catalogue } from '../../people/fact.ts'
import type { Node } from '../ir.ts'
import type { Snapshot } from './snapshot.ts'

/** JavaScript text of a value with the condition under which it is there; texts 'true' and 'false' are known ahead. */
export type ValueCode = {
  there: string
  value: string
  /** Comparisons with a missing value are false of themselves (NaN), or for `>` and `>=` only (the least Int32). */
  missing: 'nan' | 'least' | 'other'
}

/** What a generated loop is made of; names of arrays and tables are bound to it as arguments. */
export type Generator = {
  strict: boolean
  catalogue: Catalogue
  snapshot: Snapshot
  /** The name under which an array, table or function is visible in the generated code. */
  bind: (value: unknown, hint: string) => string
  /** A function of the variables in scope, shared between rules that ask the same: gives back its call. */
  functionOf: (node: Node, body: (generator: Generator) => string) => string
  /** A condition on the root record that several rules ask: computed once per record. */
  shared: (node: Node, rail: 'yes' | 'no', make: () => string) => string
  /** Record types of the variables in scope, by id. */
  variables: Map<number, string>
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

export function all(parts: readonly string[]): string {
  const open = [...new Set(parts)].filter((part) => part !== 'true')
  if (open.includes('false')) return 'false'
  return open.length > 1 ? `(${open.join('&&')})` : (open[0] ?? 'true')
}
export function any(parts: readonly string[]): string {
  const open = [...new Set(parts)].filter((part) => part !== 'false')
  if (open.includes('true')) return 'true'
  return open.length > 1 ? `(${open.join('||')})` : (open[0] ?? 'false')
}
export const not = (part: string): string => (part === 'true' ? 'false' : part === 'false' ? 'true' : `!(${part})`)

export const variableName = (id: number): string => `r${id}`
