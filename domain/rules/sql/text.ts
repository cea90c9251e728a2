import type { Literal } from '../ir.ts'
import { fitsBigint, isList, type Shape, type Type } from '../type.ts'
import { dayText } from '../values/calendar.ts'
import { type Decimal, toText } from '../values/decimal.ts'

/** The only two doors through which rule text reaches SQL: quoted names and literals of known types. */
export const quoteName = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.has(name) ? name : `"${name.replaceAll('"', '""')}"`

const RESERVED = new Set(
  'all analyse analyze and any array as asc both case cast check collate column constraint create default desc distinct do else end except false for foreign from grant group having in initially intersect into lateral leading limit localtime not null offset on only or order placing primary references returning select session_user some symmetric table then to trailing true union unique user using variadic when where window with'.split(
    ' ',
  ),
)

/** Safe whether or not the server takes backslashes in plain strings for escapes. */
export function quoteString(value: string): string {
  const quoted = value.replaceAll("'", "''")
  return quoted.includes('\\') ? `E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`
}

/** Whole months and whole days travel as bigint. */
export function sqlType(type: Type, shape?: Shape): string {
  if (isList(type)) return `${sqlType(type.list, shape)}[]`
  if (type === 'number') return shape && fitsBigint(shape) ? 'bigint' : 'numeric'
  if (type === 'months' || type === 'days') return 'bigint'
  return type === 'boolean' || type === 'date' ? type : 'text'
}

export function literalSql({ type, value, shape }: Literal): string {
  if (value === null) return `NULL::${sqlType(type, shape)}`
  if (type === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (type === 'string') return quoteString(value as string)
  if (type === 'date') return `DATE '${dayText(value as number)}'`
  const text = type === 'number' ? toText(value as Decimal) : String(value)
  return text.startsWith('-') ? `(${text})` : text
}
