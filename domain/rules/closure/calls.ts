import type { Literal, NodeOf } from '../ir.ts'
import {
  addDays,
  addMonths,
  ageOn,
  civil,
  dayOfReaching,
  dayText,
  makeDay,
  monthsBetween,
  weekday,
} from '../values/calendar.ts'
import { after, before, lowerCase, stringLength, substring, upperCase } from '../values/characters.ts'
import {
  add,
  type Decimal,
  divide,
  modulo,
  multiply,
  negate,
  ofInteger,
  power,
  type Rounding,
  roundTo,
  subtract,
  toBigInt,
  toText,
} from '../values/decimal.ts'

/** Functions of arguments that are not null; the second table holds those on durations and mixed operands. */
type Fn = (...args: never[]) => unknown
const whole = (n: Decimal): number => Number(toBigInt(n))
const counted =
  (fn: (...args: never[]) => number): Fn =>
  (...args) =>
    ofInteger(fn(...args))

const NUMBERS: Record<string, Fn> = {
  add,
  subtract,
  multiply,
  divide,
  negate,
  modulo,
  abs: (a: Decimal) => (a.digits < 0n ? negate(a) : a),
}

const OTHERS: Record<string, Fn> = {
  concat: (a: string, b: string) => a + b,
  'string length': counted(stringLength),
  'upper case': upperCase,
  'lower case': lowerCase,
  contains: (a: string, b: string) => a.includes(b),
  'starts with': (a: string, b: string) => a.startsWith(b),
  'ends with': (a: string, b: string) => a.endsWith(b),
  'substring before': before,
  'substring after': after,
  substring: (s: string, start: Decimal, length?: Decimal) => substring(s, whole(start), length && whole(length)),
  'add months': addMonths,
  'subtract months': (day: number, months: number) => addMonths(day, -months),
  'add days': addDays,
  'subtract days': (day: number, days: number) => addDays(day, -days),
  'days between': (a: number, b: number) => a - b,
  'years and months duration': monthsBetween,
  'months between': counted(monthsBetween),
  'age on': counted(ageOn),
  'day of reaching': (birth: number, years: Decimal) => dayOfReaching(birth, whole(years)),
  date: (y: Decimal, m: Decimal, d: Decimal) => makeDay(whole(y), whole(m), whole(d)),
  'date.year': counted((day: number) => civil(day).year),
  'date.month': counted((day: number) => civil(day).month),
  'date.day': counted((day: number) => civil(day).day),
  'date.weekday': counted(weekday),
  'months.years': counted((n: number) => Math.trunc(n / 12)),
  'months.months': counted((n: number) => n % 12),
  'days.days': counted((n: number) => n),
  'string.number': toText,
  'string.date': dayText,
  'string.boolean': String,
}

const ROUNDINGS: Record<string, Rounding> = {
  decimal: 'half even',
  floor: 'floor',
  ceiling: 'ceiling',
  'round up': 'up',
  'round down': 'down',
  'round half up': 'half up',
  'round half down': 'half down',
}

const DURATIONS: Record<string, (a: number, b: number) => unknown> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  negate: (a) => 0 - a,
  multiply: (a, b) => a * b + 0,
}
const plainNumber = (n: number | Decimal): number => (typeof n === 'number' ? n : whole(n))

/** What a call computes; its node tells numbers from durations and carries literal scales and exponents. */
export function callFunction(node: NodeOf<'call'>): (...args: never[]) => unknown {
  const literal = () => whole((node.args[1] as Literal).value as Decimal)
  if (node.name in ROUNDINGS) return (a: Decimal) => roundTo(a, literal(), ROUNDINGS[node.name]!)
  if (node.name === 'power') return (a: Decimal) => power(a, literal())
  if (node.type === 'months' || node.type === 'days') {
    const own = DURATIONS[node.name]
    if (own)
      return (a: number | Decimal, b: number | Decimal) => own(plainNumber(a), b === undefined ? 0 : plainNumber(b))
  }
  if (node.name === 'divide' && node.args[0]!.type !== 'number') {
    return (a: number, b: number) => divide(ofInteger(a), ofInteger(b))
  }
  const found = NUMBERS[node.name] ?? OTHERS[node.name]
  if (!found) throw new Error(`No closure for ${node.name}`)
  return found
}
