import type { Words } from '../base/fail.ts'
import type { ScalarType } from '../people/fact.ts'

/** `months` and `days` are FEEL's two durations; a list is typed by its elements, a record by its record type. */
export type ValueType = ScalarType | 'months' | 'days'
export type Type = 'null' | ValueType | { list: Type } | { record: string }

const NAMES: Record<'null' | ValueType, Words> = {
  null: { zh: '空值', en: 'null' },
  boolean: { zh: '是否', en: 'boolean' },
  number: { zh: '数字', en: 'number' },
  string: { zh: '文本', en: 'string' },
  date: { zh: '日期', en: 'date' },
  months: { zh: '年月时长', en: 'years and months duration' },
  days: { zh: '天数时长', en: 'days and time duration' },
}

export function typeWords(type: Type): Words {
  if (typeof type === 'string') return NAMES[type]
  if ('record' in type) return { zh: `记录 ${type.record}`, en: `record ${type.record}` }
  const of = typeWords(type.list)
  return { zh: `${of.zh}列表`, en: `list<${of.en}>` }
}
export const typeName = (type: Type): string => typeWords(type).en

export const isList = (type: Type): type is { list: Type } => typeof type === 'object' && 'list' in type
export const isRecord = (type: Type): type is { record: string } => typeof type === 'object' && 'record' in type

/** The type two values share, null giving way to any; undefined when they share none. */
export function common(a: Type, b: Type): Type | undefined {
  if (a === 'null') return b
  if (b === 'null' || a === b) return a
  if (isList(a) && isList(b)) {
    const of = common(a.list, b.list)
    return of && { list: of }
  }
  return isRecord(a) && isRecord(b) && a.record === b.record ? a : undefined
}

/** How many digits a number can have before and after the point: decides bigint or numeric, and when to round. */
export type Shape = { whole: number; scale: number }
/** Facts are integers that JavaScript holds exactly, |n| < 2^53. */
export const STORED: Shape = { whole: 16, scale: 0 }
export const ANY_DECIMAL: Shape = { whole: 99, scale: 99 }
export const widen = (shapes: readonly (Shape | undefined)[]): Shape => ({
  whole: Math.max(1, ...shapes.map((s) => s?.whole ?? 1)),
  scale: Math.max(0, ...shapes.map((s) => s?.scale ?? 0)),
})
const digits = (shape: Shape): number => shape.whole + shape.scale
export const fitsBigint = (shape: Shape): boolean => shape.scale === 0 && shape.whole <= 18
export const isExact = (shape: Shape): boolean => digits(shape) <= 34
