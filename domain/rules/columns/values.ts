import type { Node, NodeOf } from '../ir.ts'
import { addDays, addMonths, ageOn, civil, dayOfReaching, makeDay, monthsBetween, weekday } from '../values/calendar.ts'
import { type Decimal, isInteger, toBigInt } from '../values/decimal.ts'
import { all, type Generator, joinGuards, unsupported, type ValueCode, variableName } from './code.ts'
import { foldCode } from './lists.ts'
import { NO_NUMBER } from './snapshot.ts'

/** The row of a record, and the guard that it is there. */
export function rowCode(node: Node, generator: Generator): { row: string; guard: string; record: string } {
  if (node.op === 'named') return rowCode(node.body, generator)
  if (node.op === 'variable') {
    const record = generator.variables.get(node.id)
    return record === undefined ? unsupported(node.name) : { row: variableName(node.id), guard: 'true', record }
  }
  if (node.op !== 'ref') return unsupported(node.op)
  const base = rowCode(node.base, generator)
  const row = `${generator.bind(generator.snapshot[base.record]!.refs[node.key], node.key)}[${base.row}]`
  return { row, guard: joinGuards([base.guard, `${row}!==-1`]), record: (node.type as { record: string }).record }
}

/** No value reaches past what a double holds exactly; rules that could do so are left to SQL. */
const EXACT = Number.MAX_SAFE_INTEGER

export function bound(node: Node, generator: Generator): number {
  const of = (child: Node) => bound(child, generator)
  switch (node.op) {
    case 'literal':
      return node.value === null ? 0 : Math.abs(Number(wholeLiteral(node)))
    case 'field':
      return generator.snapshot[node.record]!.largest[node.key] ?? EXACT
    case 'named':
      return of(node.body)
    case 'if':
      return Math.max(of(node.yes), of(node.no))
    case 'map':
      return of(node.body)
    case 'filter':
    case 'distinct':
    case 'flatten':
      return of(node.list)
    case 'fold': {
      if (node.aggregate === 'count') return 1e9
      const rows = Math.max(...Object.values(generator.snapshot).map((table) => table.rows))
      return of(node.list) * (node.aggregate === 'sum' ? rows : 1)
    }
    case 'call': {
      const [a = 0, b = 0] =
        node.type === 'number' || node.type === 'days' || node.type === 'months'
          ? node.args.filter((arg) => arg.type !== 'date' && arg.type !== 'string').map(of)
          : []
      if (node.name === 'multiply') return a * b
      if (node.name === 'add' || node.name === 'subtract') return a + b
      return node.name === 'modulo' ? b : Math.max(a, 4e6)
    }
    default:
      return EXACT + 1
  }
}

function wholeLiteral(node: NodeOf<'literal'>): string {
  if (typeof node.value === 'number') return String(node.value)
  const value = node.value as Decimal
  return isInteger(value) && node.shape!.whole <= 16 ? String(toBigInt(value)) : unsupported(String(node.op))
}

const NEVER: ValueCode = { guard: 'true', there: 'false', value: '0', missing: 'other' }

/** Numbers, dates and durations as JavaScript numbers; booleans as 1 and 0. */
export function valueCode(node: Node, generator: Generator): ValueCode {
  if (node.type === 'string') return unsupported('string')
  switch (node.op) {
    case 'literal':
      if (node.value === null) return NEVER
      if (node.type === 'boolean') return always(node.value ? '1' : '0')
      return always(parenthesised(wholeLiteral(node)))
    case 'field':
      return fieldCode(node, generator)
    case 'named':
      return valueCode(node.body, generator)
    case 'call':
      return callCode(node, generator)
    case 'fold':
      return foldCode(node, generator)
    default:
      return unsupported(node.op)
  }
}

const always = (value: string): ValueCode => ({ guard: 'true', there: 'true', value, missing: 'other' })
const parenthesised = (text: string): string => (text.startsWith('-') ? `(${text})` : text)

function fieldCode(node: NodeOf<'field'>, generator: Generator): ValueCode {
  const { row, guard, record } = rowCode(node.base, generator)
  const column = generator.snapshot[record]!.columns[node.key]!
  const value = `${generator.bind(column, node.key)}[${row}]`
  if (!node.nullable) return { guard, there: 'true', value, missing: 'other' }
  if (column instanceof Float64Array) return { guard, there: `${value}===${value}`, value, missing: 'nan' }
  const missing = node.type === 'boolean' || node.type === 'string' ? 'other' : 'least'
  const sentinel = node.type === 'boolean' ? -1 : node.type === 'string' ? 0 : NO_NUMBER
  return { guard, there: `${value}!==${sentinel}`, value, missing }
}

type Emit = (args: string[], generator: Generator) => string
const helper =
  (fn: (...args: never[]) => unknown): Emit =>
  (args, generator) =>
    `${generator.bind(fn, 'fn')}(${args.join(',')})`
const orNaN =
  (fn: (...args: never[]) => number | null): ((...args: never[]) => number) =>
  (...args) =>
    fn(...args) ?? Number.NaN
const PARTIAL: Record<string, (...args: never[]) => number> = {
  'add months': orNaN(addMonths),
  'subtract months': orNaN((day: number, months: number) => addMonths(day, -months)),
  'add days': orNaN(addDays),
  'subtract days': orNaN((day: number, days: number) => addDays(day, -days)),
  'day of reaching': orNaN(dayOfReaching),
  date: orNaN(makeDay),
  modulo: (a: number, b: number) => (b === 0 ? Number.NaN : a - b * Math.floor(a / b)),
}

/** Calendar arithmetic with a number of months that is known ahead: columns hold few different days, each is worked out once. */
const MONTHS: Record<string, (day: number, months: number) => number | null> = {
  'add months': addMonths,
  'subtract months': (day, months) => addMonths(day, -months),
}
const EARLIEST = -40_000
const LATEST = 60_000
const kept = new Map<string, (day: number) => number>()
function monthsFrom(name: string, months: number): ((day: number) => number) | undefined {
  const fn = MONTHS[name]
  const known = kept.get(`${name} ${months}`)
  if (!fn || known) return known
  const days = new Float64Array(LATEST - EARLIEST).fill(Number.POSITIVE_INFINITY)
  const made = (day: number): number => {
    const at = day - EARLIEST
    if (!(at >= 0 && at < days.length)) return fn(day, months) ?? Number.NaN
    if (days[at] === Number.POSITIVE_INFINITY) days[at] = fn(day, months) ?? Number.NaN
    return days[at]!
  }
  if (kept.size > 100) kept.clear()
  kept.set(`${name} ${months}`, made)
  return made
}

const TOTAL: Record<string, Emit> = {
  add: ([a, b]) => `(${a}+${b})`,
  subtract: ([a, b]) => `(${a}-${b})`,
  multiply: ([a, b]) => `(${a}*${b})`,
  negate: ([a]) => `(0-${a})`,
  abs: ([a]) => `Math.abs(${a})`,
  'days between': ([a, b]) => `(${a}-${b})`,
  'years and months duration': helper(monthsBetween),
  'months between': helper(monthsBetween),
  'age on': helper(ageOn),
  'date.year': helper((day: number) => civil(day).year),
  'date.month': helper((day: number) => civil(day).month),
  'date.day': helper((day: number) => civil(day).day),
  'date.weekday': helper(weekday),
  'months.years': ([a]) => `Math.trunc(${a}/12)`,
  'months.months': ([a]) => `(${a}%12)`,
  'days.days': ([a]) => a!,
}
const ROUNDINGS = new Set(['decimal', 'floor', 'ceiling', 'round up', 'round down', 'round half up', 'round half down'])

function callCode(node: NodeOf<'call'>, generator: Generator): ValueCode {
  if (ROUNDINGS.has(node.name)) return roundingCode(node, generator)
  const total = Object.hasOwn(TOTAL, node.name) ? TOTAL[node.name] : undefined
  const partial = Object.hasOwn(PARTIAL, node.name) ? PARTIAL[node.name] : undefined
  if ((!total && !partial) || bound(node, generator) > EXACT) return unsupported(node.name)
  const args = node.args.map((arg) => valueCode(arg, generator))
  const guard = joinGuards(args.map((arg) => arg.guard))
  const there = all(args.map((arg) => arg.there))
  const values = args.map((arg) => arg.value)
  if (total) return { guard, there, value: total(values, generator), missing: 'other' }
  const [, second] = node.args
  const months = second?.op === 'literal' && typeof second.value === 'number' ? second.value : undefined
  const ahead = months === undefined ? undefined : monthsFrom(node.name, months)
  const value = ahead ? helper(ahead)([values[0]!], generator) : helper(partial!)(values, generator)
  return { guard, there: all([there, `!Number.isNaN(${value})`]), value, missing: 'other' }
}

/** Whole numbers round to themselves. */
function roundingCode(node: NodeOf<'call'>, generator: Generator): ValueCode {
  const scale = (node.args[1] as NodeOf<'literal'>).value as Decimal
  return scale.digits >= 0n && node.args[0]!.shape!.scale === 0
    ? valueCode(node.args[0]!, generator)
    : unsupported(node.name)
}
