import type { Shape, ValueType } from '../type.ts'

/** Built-ins that map arguments of fixed types to one value, null when an argument is null. */
export type Plain = {
  args: readonly (ValueType | 'integer')[]
  /** Arguments past this many must be there; the rest may be left out. */
  required?: number
  result: ValueType
  shape?: (shapes: readonly Shape[]) => Shape
  /** Can be null though no argument is. */
  partial?: boolean
}

const SHORT: Shape = { whole: 9, scale: 0 }
const same = (shapes: readonly Shape[]): Shape => shapes[0]!

export const PLAIN: Record<string, Plain> = {
  abs: { args: ['number'], result: 'number', shape: same },
  modulo: {
    args: ['number', 'number'],
    result: 'number',
    shape: (shapes) => ({ whole: shapes[1]!.whole, scale: Math.max(shapes[0]!.scale, shapes[1]!.scale) }),
    partial: true,
  },
  'string length': { args: ['string'], result: 'number', shape: () => SHORT },
  'upper case': { args: ['string'], result: 'string' },
  'lower case': { args: ['string'], result: 'string' },
  contains: { args: ['string', 'string'], result: 'boolean' },
  'starts with': { args: ['string', 'string'], result: 'boolean' },
  'ends with': { args: ['string', 'string'], result: 'boolean' },
  'substring before': { args: ['string', 'string'], result: 'string' },
  'substring after': { args: ['string', 'string'], result: 'string' },
  substring: { args: ['string', 'integer', 'integer'], required: 2, result: 'string', partial: true },
  'years and months duration': { args: ['date', 'date'], result: 'months', shape: () => ({ whole: 6, scale: 0 }) },
  'months between': { args: ['date', 'date'], result: 'number', shape: () => ({ whole: 6, scale: 0 }) },
  'age on': { args: ['date', 'date'], result: 'number', shape: () => ({ whole: 4, scale: 0 }) },
  'day of reaching': { args: ['date', 'integer'], result: 'date', partial: true },
}

/** Rounding to a literal number of decimals; FEEL's `decimal` rounds half to even. */
export const ROUNDING: Record<string, { scale: 'required' | 'optional' }> = {
  decimal: { scale: 'required' },
  floor: { scale: 'optional' },
  ceiling: { scale: 'optional' },
  'round up': { scale: 'required' },
  'round down': { scale: 'required' },
  'round half up': { scale: 'required' },
  'round half down': { scale: 'required' },
}

const NO_CLOCK: [zh: string, en: string] = [
  '规则不读取时钟：日期是参数（如 on / 当日），否则同一条规则明天会给出不同的结果。',
  'A rule reads no clock: the day is a parameter (such as “on”), or the same rule would answer differently tomorrow.',
]
const NO_REGEX: [zh: string, en: string] = [
  '不支持正则表达式：各处的正则写法含义不同。',
  'Regular expressions are not supported: their dialects differ between PostgreSQL and FEEL.',
]
const NOT_EXACT: [zh: string, en: string] = [
  '结果不能精确表示，因此不支持。',
  'Its result is not exact, so it is not supported.',
]

/** Functions of FEEL that are left out on purpose, with the reason. */
export const LEFT_OUT: Record<string, [zh: string, en: string]> = {
  today: NO_CLOCK,
  now: NO_CLOCK,
  matches: NO_REGEX,
  replace: NO_REGEX,
  split: NO_REGEX,
  sqrt: NOT_EXACT,
  log: NOT_EXACT,
  exp: NOT_EXACT,
  stddev: NOT_EXACT,
}

/** Functions of FEEL that nobody has needed yet, or that have no order, clock or type to stand on here. */
export const NOT_IN_SUBSET = new Set([
  'number',
  'time',
  'median',
  'mode',
  'reverse',
  'index of',
  'sublist',
  'insert before',
  'remove',
  'sort',
  'odd',
  'even',
  'is',
  'day of week',
  'day of year',
  'week of year',
  'month of year',
  'get value',
  'get entries',
  'context',
  'range',
  'before',
  'after',
  'meets',
  'overlaps',
  'includes',
  'during',
  'starts',
  'finishes',
  'coincides',
])
