/** A filter as rows: what the builder edits. Its text is FEEL over the facts of a person; values are kept as typed. */
export type Operator =
  | 'is'
  | 'isNot'
  | 'in'
  | 'below'
  | 'atMost'
  | 'above'
  | 'atLeast'
  | 'between'
  | 'missing'
  | 'known'
export type FactRow = { kind: 'fact'; fact: string; operator: Operator; values: Value[] }
/** Has (or has not) such a record: a work spell through a workshop, in force on the day. */
export type SpellRow = { kind: 'spell'; list: string; has: boolean; current: boolean; where: FactRow[] }
export type Group = { kind: 'group'; join: 'and' | 'or'; rows: Row[] }
export type Row = FactRow | SpellRow | Group
/** A literal of FEEL with its type, so that `"1"`, `1` and a day are never mixed up. */
export type Value =
  | { type: 'string'; value: string }
  | { type: 'number'; value: string }
  | { type: 'date'; value: string }
  | { type: 'boolean'; value: boolean }

export const operatorsOf: Record<Value['type'], readonly Operator[]> = {
  boolean: ['is', 'missing', 'known'],
  string: ['is', 'isNot', 'in', 'missing', 'known'],
  number: ['is', 'isNot', 'below', 'atMost', 'above', 'atLeast', 'between', 'missing', 'known'],
  date: ['is', 'below', 'atMost', 'above', 'atLeast', 'between', 'missing', 'known'],
}

/** How many values an operator takes; undefined: one or more. */
export const valuesTaken = (operator: Operator): number | undefined => {
  if (operator === 'missing' || operator === 'known') return 0
  if (operator === 'between') return 2
  return operator === 'in' ? undefined : 1
}

export const emptyGroup = (): Group => ({ kind: 'group', join: 'and', rows: [] })

/** Every row says something: has its values, and a spell's rows too. An unfinished filter is not sent. */
export function isComplete(row: Row): boolean {
  if (row.kind === 'group') return row.rows.length > 0 && row.rows.every(isComplete)
  if (row.kind === 'spell') return row.where.every(isComplete)
  const taken = valuesTaken(row.operator)
  const enough = taken === undefined ? row.values.length > 0 : row.values.length === taken
  return enough && row.values.every((value) => value.value !== '')
}
