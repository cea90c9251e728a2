import type { NodeOf } from '../ir.ts'
import type { ValueType } from '../type.ts'
import { parseDay } from '../values/calendar.ts'
import { type Decimal, ofInteger, ofText } from '../values/decimal.ts'
import type { Builder, Closure, FileRecord } from './frame.ts'

/** From a file's plain values to the evaluator's; a value of another type than the catalogue's is a defect of the caller. */
const READERS: Record<ValueType, (value: unknown) => unknown> = {
  boolean: (value) => (typeof value === 'boolean' ? value : mistyped('boolean')),
  string: (value) => (typeof value === 'string' ? value : mistyped('string')),
  number: readNumber,
  months: (value) => value,
  days: (value) => value,
  date: (value) => (typeof value === 'number' ? value : (parseDay(String(value)) ?? mistyped('date'))),
}

function readNumber(value: unknown): Decimal {
  if (typeof value === 'object') return value as Decimal
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value))) return ofInteger(value)
  return ofText(String(value)) ?? mistyped('number')
}

function mistyped(type: string): never {
  throw new Error(`A fact is no ${type}`)
}

export function buildField(node: NodeOf<'field'>, { build }: Builder): Closure {
  const base = build(node.base)
  const read = READERS[node.type as ValueType]
  return (frame) => {
    const record = base(frame) as FileRecord | null
    const value = record?.[node.key] ?? null
    return value === null ? null : read(value)
  }
}

export function buildRef(node: NodeOf<'ref'>, { build }: Builder): Closure {
  const base = build(node.base)
  return (frame) => (base(frame) as FileRecord | null)?.[node.key] ?? null
}

export function buildRows(node: NodeOf<'rows'>, { build }: Builder): Closure {
  const base = build(node.base)
  return (frame) => {
    const record = base(frame) as FileRecord | null
    return record && (record[node.key] ?? [])
  }
}
