import type { ScalarType } from '#domain/people/fact.ts'
import type { TableLayout } from './layout.ts'

/** Counties by their six digits, `to` the first that is left out. */
export type Counties = { from: number; to: number }

/** What stands for a table in a statement: its name, or its rows as they were known at an instant. */
export type Relation = (table: string) => string

const CASTS: Record<ScalarType, string> = { boolean: 'boolean', number: 'bigint', string: 'text', date: 'date' }

/**
 * Columns in the order in which they are read: county, keys, facts. Counties are told by the areas that lie in them: then the
 * scope policy, which asks the same, is answered by the index once and not by every row.
 */
export function copyStatement(layout: TableLayout, { from, to }: Counties, relation: Relation): string {
  const keys = [...layout.keys].map((key) => (isIndex(key) ? `t.${key}` : `t.${key}::bigint`))
  const facts = layout.scalars.map(([, { column, type }]) => `t.${column}::${CASTS[type]}`)
  // Those who share a value are numbered county by county; nothing else asks for an order.
  const order = [...layout.keys].some(isIndex) ? ' ORDER BY t.county, t.id' : ''
  const first = (county: number) => `${Math.trunc(county)}000000`
  return `COPY (SELECT ${['t.county::bigint', ...keys, ...facts].join(', ')} FROM ${relation(layout.table)} AS t
    WHERE t.area >= ${first(from)} AND t.area < ${first(to)}${order}) TO STDOUT (FORMAT binary)`
}

/** Blind indexes are bytes; all other keys are numbers. */
export const isIndex = (key: string): boolean => key.endsWith('_index')
