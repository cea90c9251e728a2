import type { Json } from './context.ts'
import { isList, type Type } from './type.ts'
import { dayText } from './values/calendar.ts'
import { type Decimal, ofText, toText } from './values/decimal.ts'
import { durationText } from './values/duration.ts'

/**
 * Values as JSON. A number is a JSON number when a double holds it exactly, else its decimal text; dates and durations
 * are `{"date": …}` and `{"duration": …}`.
 */
export function jsonOfValue(type: Type, value: unknown): Json {
  if (value === null || value === undefined) return null
  if (isList(type)) return (value as unknown[]).map((each) => jsonOfValue(type.list, each))
  if (type === 'number') return jsonOfNumber(toText(value as Decimal))
  if (type === 'date') return { date: dayText(value as number) }
  if (type === 'months' || type === 'days') return { duration: durationText({ type, value: value as number }) }
  return value as Json
}

function jsonOfNumber(text: string): Json {
  const double = Number(text)
  const back = Number.isFinite(double) ? ofText(String(double)) : undefined
  return back && toText(back) === text ? double : text
}

/** What PostgreSQL answered, as text. */
export function jsonOfSql(type: Type, text: string | null): Json {
  if (text === null) return null
  if (isList(type)) return jsonOfElements(type.list, text)
  if (type === 'boolean') return text === 'true' || text === 't'
  if (type === 'number') return jsonOfNumber(toText(ofText(text)!))
  if (type === 'date') return { date: text }
  if (type === 'months' || type === 'days') return { duration: durationText({ type, value: Number(text) }) }
  return text
}

/** Numbers are taken from the source text: JSON.parse alone would round them. */
function jsonOfElements(of: Type, text: string): Json {
  const elements: (string | null)[] = []
  JSON.parse(text, function (this: unknown, key: string, value: unknown, context?: { source: string }) {
    if (Array.isArray(this) && key !== '') {
      elements[Number(key)] = value === null ? null : typeof value === 'number' ? context!.source : String(value)
    }
    return value
  })
  return elements.map((each) => jsonOfSql(of, each))
}
