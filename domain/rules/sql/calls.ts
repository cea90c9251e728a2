import type { Literal, Node, NodeOf } from '../ir.ts'
import { fitsBigint, isExact } from '../type.ts'
import { type Decimal, toBigInt } from '../values/decimal.ts'

/** Calls as SQL over arguments already emitted. Nothing here can raise an error: divisors, ranges and sizes are guarded. */
type Emit = (args: string[], node: NodeOf<'call'>) => string

const OPERATORS: Record<string, string> = { add: '+', subtract: '-', multiply: '*' }

function arithmetic(operator: string): Emit {
  return ([a, b], node) => {
    if (node.args.every((arg) => arg.shape && fitsBigint(arg.shape)) && fitsBigint(node.shape!)) {
      return `(${a}::bigint ${operator} ${b}::bigint)`
    }
    return exactly(`(${a}::numeric ${operator} ${b}::numeric)`, node)
  }
}

/** Beyond 34 digits the specification rounds. */
export const exactly = (text: string, node: Node): string => (isExact(node.shape!) ? text : `feel_round34(${text})`)

const whole = (node: Node): number => Number(toBigInt((node as Literal).value as Decimal))

function rounding(mode: string): Emit {
  return ([a], node) => {
    const [arg, scale] = node.args as [Node, Node]
    const decimals = whole(scale)
    if (arg.shape!.scale === 0 && decimals >= 0) return a!
    return `feel_round(${a}::numeric, ${decimals}, '${mode}')`
  }
}

const EMITS: Record<string, Emit> = {
  ...Object.fromEntries(Object.entries(OPERATORS).map(([name, operator]) => [name, arithmetic(operator)])),
  negate: ([a], node) => (fitsBigint(node.shape!) ? `(- ${a}::bigint)` : `(- ${a}::numeric)`),
  divide: ([a, b]) => `feel_divide(${a}::numeric, ${b}::numeric)`,
  modulo: ([a, b], node) => exactly(`feel_modulo(${a}::numeric, ${b}::numeric)`, node),
  power: ([a], node) => `feel_power(${a}::numeric, ${whole(node.args[1]!)})`,
  abs: ([a], node) => (fitsBigint(node.shape!) ? `abs(${a}::bigint)` : `abs(${a}::numeric)`),
  decimal: rounding('half even'),
  floor: rounding('floor'),
  ceiling: rounding('ceiling'),
  'round up': rounding('up'),
  'round down': rounding('down'),
  'round half up': rounding('half up'),
  'round half down': rounding('half down'),
  concat: ([a, b]) => `(${a} || ${b})`,
  'string length': ([a]) => `char_length(${a})`,
  'upper case': ([a]) => `upper(${a})`,
  'lower case': ([a]) => `lower(${a})`,
  contains: ([a, b]) => `(strpos(${a}, ${b}) > 0)`,
  'starts with': ([a, b]) => `starts_with(${a}, ${b})`,
  'ends with': ([a, b]) => `(right(${a}, char_length(${b})) = ${b})`,
  'substring before': ([a, b]) => `feel_before(${a}, ${b})`,
  'substring after': ([a, b]) => `feel_after(${a}, ${b})`,
  substring: ([a, ...rest]) => `feel_substring(${[a, ...rest.map((n) => `${n}::bigint`)].join(', ')})`,
  'add months': ([a, b]) => `feel_add_months(${a}, ${b}::bigint)`,
  'subtract months': ([a, b]) => `feel_add_months(${a}, - ${b}::bigint)`,
  'add days': ([a, b]) => `feel_add_days(${a}, ${b}::bigint)`,
  'subtract days': ([a, b]) => `feel_add_days(${a}, - ${b}::bigint)`,
  'days between': ([a, b]) => `(${a} - ${b})`,
  'years and months duration': ([a, b]) => `feel_months_between(${a}, ${b})`,
  'months between': ([a, b]) => `feel_months_between(${a}, ${b})`,
  'age on': ([a, b]) => `(feel_months_between(${a}, ${b}) / 12)`,
  'day of reaching': ([a, b]) => `feel_day_of_reaching(${a}, ${b}::bigint)`,
  date: ([y, m, d]) => `feel_date(${y}::bigint, ${m}::bigint, ${d}::bigint)`,
  'date.year': ([a]) => `extract(year FROM ${a})::int`,
  'date.month': ([a]) => `extract(month FROM ${a})::int`,
  'date.day': ([a]) => `extract(day FROM ${a})::int`,
  'date.weekday': ([a]) => `extract(isodow FROM ${a})::int`,
  'months.years': ([a]) => `(${a} / 12)`,
  'months.months': ([a]) => `(${a} % 12)`,
  'days.days': ([a]) => a!,
  'string.number': ([a]) => `trim_scale(${a}::numeric)::text`,
  'string.date': ([a]) => `to_char(${a}, 'YYYY-MM-DD')`,
  'string.boolean': ([a]) => `${a}::text`,
}

export function callSql(node: NodeOf<'call'>, args: string[]): string {
  const emit = EMITS[node.name]
  if (!emit) throw new Error(`No SQL for ${node.name}`)
  return emit(args, node)
}
